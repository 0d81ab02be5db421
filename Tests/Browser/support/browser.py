"""Devices as people hold them, each with a browser of its own."""

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from .places import CHROMIUM
from .rounds import Round
from .watch import Watch

PATIENCE = 120_000
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PROJECTOR = {"viewport": {"width": 1920, "height": 1080}}
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)


class Device:
    """One browser context: its cookies and its storage are nobody else's."""

    def __init__(self, browser: Browser, origin: str, relays: tuple[str, ...] = (), **options):
        options = {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh", **options}
        self.context: BrowserContext = browser.new_context(base_url=origin, **options)
        self.context.set_default_timeout(PATIENCE)
        self.watch = Watch(self.context, origin, relays)
        if options.get("java_script_enabled") is False:
            # Chromium's way of saying that it did not even load them.
            self.watch.allow(r"^failed: GET .*\.js: csp$")
        self.origin = origin

    def page(self, path: str | None = None) -> Page:
        page = self.context.new_page()
        if path is not None:
            page.goto(path)
        return page

    def sign_in(self, round: Round, person):
        """Without the form: with the session that the person has; nobody needs none."""
        if person is None:
            return self
        self.context.add_cookies([{
            "name": "__Host-phieukin", "value": round.desk(person).cookie, "url": "https://127.0.0.1", "secure": True,
            "httpOnly": True, "sameSite": "Strict"}])
        return self



class Devices:
    """Hands out devices and, at the end of a test, looks at what each has to say."""

    def __init__(self, browser: Browser):
        self.browser = browser
        self.made: list[Device] = []

    def phone(self, round: Round, **options) -> Device:
        return self._make(round, PHONE | options)

    def laptop(self, round: Round, person=None, **options) -> Device:
        return self._make(round, LAPTOP | options).sign_in(round, person)

    def projector(self, round: Round, **options) -> Device:
        return self._make(round, PROJECTOR | options)

    def _make(self, round: Round, options: dict) -> Device:
        device = Device(self.browser, round.origin, round.relay_origins, **options)
        self.made.append(device)
        return device

    def close(self, checking: bool):
        for device in self.made:
            # A handler that a test left in the midst of something must not hold up the end.
            device.context.unroute_all(behavior="ignoreErrors")
            device.context.close()
        faults = [fault for device in self.made for fault in device.watch.faults]
        assert not (checking and faults), "\n".join(["the browser has something to say:", *faults])
