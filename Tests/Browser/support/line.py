"""The line between a device and the service, which tests cut and mend."""

import re
from contextlib import contextmanager

from playwright.sync_api import BrowserContext, Route

from .browser import Device

# What a browser says of requests whose answer does not come.
GONE = (r"^failed: ", r"ERR_(INTERNET_DISCONNECTED|CONNECTION_\w+|FAILED|EMPTY_RESPONSE|ABORTED)")


@contextmanager
def losing(device: Device, addresses: str, answers: int = 1):
    """The next answers of what is sent to some addresses are lost, and are lost for certain."""
    with device.watch.allowing(*GONE):
        line = Line(device.context, addresses)
        line.lose(answers)
        yield line
        assert line.lost == answers


class Line:
    """Everything that a device asks at some addresses goes through here, until the device is closed.

    What stands between is never taken away: Playwright would then let waiting requests through by itself, and what was
    decided about them here would come second.
    """

    def __init__(self, context: BrowserContext, addresses: str | re.Pattern, cut_after: int | None = None):
        """Whole at first; `cut_after` says after how many answers the device is offline altogether."""
        self._then_cut = False
        self.is_cut = False
        self.lost = 0
        self._losing = 0
        self._context = context
        self._cut_after = cut_after
        self._answered = 0
        context.route(addresses, self._pass)

    def cut(self):
        self.is_cut = True

    def lose(self, answers: int = 1, then_cut: bool = False):
        """What is sent arrives, but the next answers do not; then the line may be gone altogether, until it is mended."""
        self._losing = answers
        self._then_cut = then_cut

    def mend(self):
        self._cut_after = None
        self.is_cut = False
        self._context.set_offline(False)

    def _pass(self, route: Route):
        if self.is_cut:
            route.abort("internetdisconnected")
        elif self._losing and route.request.method != "GET":
            self._lose(route)
        elif self._cut_after is None:
            route.continue_()
        else:
            self._answer(route)

    def _lose(self, route: Route):
        route.fetch(max_redirects=0)
        self._losing -= 1
        self.lost += 1
        self.is_cut = self._then_cut and not self._losing
        route.abort("connectionreset")

    def _answer(self, route: Route):
        route.fulfill(response=route.fetch())
        self._answered += 1
        if self._answered == self._cut_after:
            self.cut()
            self._context.set_offline(True)
