"""The secretary's page of one round: one next step per state."""

from playwright.sync_api import Page, expect

from support.rounds import Round

FREEZING_PATIENCE = 60_000


class RoundDesk:
    def __init__(self, page: Page, name: str):
        self.page = page
        self.path = f"/desk/rounds/{name}"

    @classmethod
    def open(cls, page: Page, round: Round) -> "RoundDesk":
        return cls(page, round.name).show()

    def show(self) -> "RoundDesk":
        self.page.goto(self.path)
        return self

    def expect_state(self, state: str):
        expect(self.page.locator("#round")).to_have_attribute("data-state", state)

    def take(self, step: str, words: str | None = None):
        """Takes a step; what cannot be undone is typed."""
        form = self.page.locator(f"form[data-step={step}]")
        # All at one moment: the page takes away what has ceased to be a cost while somebody ticks it.
        form.locator("[name=acknowledge]").evaluate_all("boxes => boxes.forEach(box => box.checked || box.click())")
        if words:
            form.locator("[name=confirmation]").fill(words)
        with self.page.expect_navigation():
            form.locator("button").last.click()

    def freeze(self) -> str:
        """Freezes and waits for the round code, as it is shown."""
        self.take("freeze", "chốt")
        code = self.page.locator("#round-code")
        expect(code).to_be_visible(timeout=FREEZING_PATIENCE)
        return code.inner_text()

    def open_voting(self):
        self.take("voting", "mở bỏ phiếu")
        self.expect_state("voting")

    def close(self):
        self.take("closing", "kết thúc bỏ phiếu")
        self.expect_state("closing")

    def seal(self):
        """Ends the voting, where it has not ended, and seals."""
        if self.page.locator("form[data-step=closing]").count():
            self.close()
        self.take("seal", "niêm phong")
        self.expect_state("sealed")
