"""A member's pages, stage by stage, worked as a thumb would."""

from playwright.sync_api import Locator, Page, expect

from support.rounds import Round

PATIENCE = 120_000


class Ballot:
    """One member at one device."""

    def __init__(self, page: Page):
        self.page = page

    @classmethod
    def open(cls, page: Page, round: Round) -> "Ballot":
        page.goto(f"/v/{round.round_id}")
        return cls(page)

    def expect_stage(self, name: str):
        expect(self.page.locator("[data-stage]")).to_have_attribute("data-stage", name, timeout=PATIENCE)

    def expect_alarm(self, code: str):
        """Somebody cheats, or something is badly broken: the page says so and sends nothing more."""
        self.expect_stage("alarm")
        expect(self.page.locator(".fault-code")).to_have_attribute("data-code", code)

    @property
    def stage(self) -> str:
        return self.page.locator("[data-stage]").get_attribute("data-stage")

    # The card

    def join(self, code: str):
        self.expect_stage("joining")
        self.page.locator("#code").fill(code)
        self.page.get_by_role("button", name="Tiếp tục").click()

    def compare(self) -> str:
        """The round code, as it is shown."""
        self.expect_stage("comparing")
        code = self.page.locator("#round-code:not([aria-busy])")
        expect(code).to_be_visible(timeout=PATIENCE)
        return "-".join(code.locator("[aria-hidden]").all_inner_texts())

    def accept_round(self):
        self.compare()
        self.page.locator("#same").click()

    def receive(self):
        self.expect_stage("receiving")
        self.page.locator("#receive").click()

    def obtain(self, code: str):
        """From the card to the form, unmarked."""
        self.join(code)
        self.accept_round()
        self.receive()
        self.expect_stage("marking")

    # The form

    def box(self, criterion: int, words: str) -> Locator:
        """One of the two boxes of a criterion of the unit that is shown."""
        return self.page.locator("fieldset.criterion").nth(criterion).get_by_label(words, exact=True)

    def mark_all(self, units: int):
        """Everything Đạt, unit by unit, up to the review."""
        self.expect_stage("marking")
        for unit in range(units):
            self.page.locator("#all-first").click()
            if unit + 1 < units:
                self.page.locator("#next").click()
        self.review()

    def review(self):
        self.page.locator("#review").click()
        self.expect_stage("review")

    @property
    def left(self) -> Locator:
        return self.page.locator("#left")

    # The box

    def confirm(self):
        """Up to the last question."""
        self.page.locator("#to-confirm").click()
        self.expect_stage("confirm")

    def fill_in(self, code: str, units: int):
        """From the card to the last question, everything Đạt; a tap more casts it."""
        self.obtain(code)
        self.mark_all(units)
        self.confirm()

    def cast(self):
        """From the review to "cast"."""
        self.confirm()
        self.page.locator("#cast").click()
        self.expect_cast()

    def cast_in_vain(self):
        """From the last question to the page that says what has not arrived."""
        self.page.locator("#cast").click()
        expect(self.page.locator("#trouble")).to_be_visible()

    def expect_cast(self):
        self.expect_stage("cast")
        expect(self.page.locator("h1")).to_have_text("Phiếu của đồng chí đã vào hòm")

    # Through a relay

    def hand_over(self, at_least: int | None = None):
        """From the last question to "handed over"."""
        if at_least is not None:
            self.page.locator("#at-least").fill(str(at_least))
        self.page.locator("#cast").click()
        self.expect_handed()

    def expect_handed(self):
        self.expect_stage("handed")
        expect(self.page.locator("h1")).to_have_text("Đã giao phiếu cho trạm")
        assert self.milestones() == ["done", "now", "later", "later"]

    def expect_in_box(self):
        """What the relay sent came back with a receipt for each slip."""
        self.expect_stage("cast")
        expect(self.page.locator("h1")).to_have_text("Phiếu của đồng chí đã vào hòm")
        assert self.milestones() == ["done", "done", "now", "later"]

    def expect_sending(self):
        """In the relay's mix; nobody has said that it is in the box."""
        self.expect_stage("sending")
        expect(self.page.locator("h1")).to_have_text("Trạm đang gửi phiếu vào hòm")
        assert self.milestones() == ["done", "now", "later", "later"]

    def let_pass(self, seconds: int):
        """By the page's own clock, which has to be in hand before the page is opened: at once what is beyond a minute, the
        rest by ten seconds, in which what a timer has begun goes out and comes back."""
        if seconds > 60:
            self.page.clock.fast_forward((seconds - 60) * 1_000)
        for _ in range(0, min(seconds, 60), 10):
            self.page.clock.fast_forward(10_000)
            self.page.wait_for_timeout(150)

    def expect_question(self, name: str | None):
        """What the member is asked about a relay that does not say what became of the ballot."""
        doubt = self.page.locator("#doubt")
        if name is None:
            return expect(doubt).to_be_hidden()
        expect(doubt).to_be_visible()
        expect(doubt).to_have_attribute("data-question", name)

    def milestones(self) -> list[str]:
        """Handed over, in the box, found, counted."""
        return [one.get_attribute("data-state") for one in self.page.locator("[data-milestone]").all()]

    def choose_direct(self):
        self.page.locator("#ways input[value=direct]").check()
        expect(self.page.locator("#direct-cost")).to_be_visible()

    def vote(self, code: str, units: int):
        """All of it, everything Đạt."""
        self.obtain(code)
        self.mark_all(units)
        self.cast()

    def expect_found(self):
        self.expect_stage("found")
        expect(self.page.locator("h1")).to_have_text("Phiếu của đồng chí có đủ trong hòm")

    def totals(self) -> list[int]:
        """How many first choices, second choices and blanks are shown."""
        return [int(text) for text in self.page.locator("#totals dd").all_inner_texts()]

    def erase(self):
        self.page.locator("#erase").click()
        self.expect_stage("erased")
