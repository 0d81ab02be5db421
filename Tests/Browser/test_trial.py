"""A newcomer, from the first sign-in to the end of a trial round, with nothing but what the pages say."""

import re

from playwright.sync_api import Page, expect

from pages.ballot import Ballot
from pages.board_desk import BoardDesk
from pages.presence import Presence
from pages.round_desk import RoundDesk
from pages.sign_in import sign_in
from support.accessibility import inspect
from support.staff import ADMIN

PATIENCE = 60_000


class Guide:
    """The newcomer's checklist."""

    def __init__(self, page: Page):
        self.page = page

    def show(self):
        self.page.goto("/desk/trial")
        expect(self.page.locator("#guide")).to_be_visible()

    def begin(self):
        self.page.goto("/desk/trial")
        assert not inspect(self.page)
        self.page.locator("#begin").click()
        expect(self.step("codes")).to_have_class(re.compile("done"), timeout=PATIENCE)

    @property
    def round(self) -> str:
        return self.page.locator("#guide").get_attribute("data-round")

    def step(self, name: str):
        return self.page.locator(f"[data-step={name}]")

    def expect_current(self, name: str):
        self.show()
        expect(self.step(name)).to_have_attribute("aria-current", "step")

    def go(self, name: str):
        """Presses the button of the step that comes next."""
        self.expect_current(name)
        with self.page.expect_navigation():
            self.step(name).locator("[data-go]").click()

    def signer_password(self) -> str:
        return self.step("signing").locator(".password").inner_text()


def test_a_newcomer_comes_to_the_end(trial, devices, tmp_path):
    laptop = devices.laptop(trial)
    # The newcomer leaves the guide while its devices still look for their slips.
    laptop.watch.allow(r"^failed: POST .*/found: net::ERR_ABORTED")
    page = laptop.page("/sign-in")
    expect(page.locator("#first-run")).to_contain_text(ADMIN.name)
    sign_in(page, ADMIN.name, trial.admin_password)
    expect(page.locator("[data-newcomer=trial]")).to_be_visible()
    guide = Guide(page)
    guide.begin()
    name = guide.round

    guide.go("board")
    board = BoardDesk(page, name)
    key = board.make_key("Hoàng Thị Bích Ngọc", tmp_path / "key.json")
    guide.go("freeze")
    desk = RoundDesk(page, name)
    desk.freeze()
    guide.go("signature")
    board.sign()
    guide.go("issuing")
    desk.take("issuing")
    guide.go("presence")
    Presence(page, name).mark_all(7)
    guide.go("voting")
    desk.open_voting()

    guide.expect_current("phones")
    vote_on_one_phone(laptop, guide)
    page.bring_to_front()
    guide.show()
    page.locator("[data-autopilot]").click()
    expect(page.locator("[data-voter][data-issued=true]")).to_have_count(7, timeout=PATIENCE)
    guide.go("closing")
    desk.close()
    guide.go("seal")
    desk.seal()
    guide.go("opening")
    board.expect_box_intact()
    board.open_box()
    guide.go("certifying")
    page.get_by_role("link", name="Xem kết quả").first.click()
    desk.take("certify", "công bố")

    guide.expect_current("identity")
    page.get_by_role("button", name="Dùng chứng thư dùng thử").click()
    guide.expect_current("signing")
    password = guide.signer_password()
    guide.go("signing")
    page.locator("#sign-form [name=password]").fill(password)
    with page.expect_navigation():
        page.locator("#sign").click()
    guide.go("annulling")
    annul(page, password)
    guide.show()
    expect(page.locator("#finished")).to_be_visible()
    assert not inspect(page)
    assert key.exists()


def vote_on_one_phone(laptop, guide: Guide):
    with laptop.context.expect_page() as opened:
        guide.page.locator("[data-phone]:visible").first.click()
    ballot = Ballot(opened.value)
    ballot.accept_round()
    ballot.receive()
    ballot.expect_stage("marking")
    for row in ballot.page.locator("tr[data-unit]").all():
        row.get_by_role("button", name="Cả bốn").click()
    ballot.review()
    ballot.cast()


def annul(page: Page, password: str):
    if page.locator("#annul-form").count() == 0:
        page.get_by_role("link", name="Hủy bỏ…").first.click()
    form = page.locator("#annul-form")
    form.locator("[name=reason]").fill("Qua kiểm tra, phát hiện chi bộ không bảo đảm tiêu chí.")
    form.locator("[name=password]").fill(password)
    form.locator("[name=acknowledge]").check()
    form.locator("[name=confirmation]").fill("hủy bỏ")
    with page.expect_navigation():
        page.locator("#annul").click()


def test_an_installation_in_earnest_has_no_trial(round_in, devices):
    round = round_in("staffed")
    device = devices.laptop(round, ADMIN)
    device.watch.allow(r"^answer 404: ", r"Failed to load resource: .* 404 ")
    page = device.page("/desk/trial")
    expect(page.locator("#problem")).to_have_attribute("data-code", "not-found")
    expect(page.locator("#trial-bar")).to_have_count(0)
