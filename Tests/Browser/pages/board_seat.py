"""The page of a seat of a board of several, on its member's own phone."""

from playwright.sync_api import Page, expect

from support.rounds import Round

PATIENCE = 120_000


class BoardSeat:
    def __init__(self, page: Page, round: Round, invitation: dict):
        self.page = page
        self.path = f"/board/{round.name}"
        self.name = invitation["name"]
        self.place = invitation["place"]
        self.code = invitation["code"]

    @classmethod
    def open(cls, page: Page, round: Round, invitation: dict) -> "BoardSeat":
        """By the link of the invitation's QR code."""
        seat = cls(page, round, invitation)
        # The page takes the code out of its address by opening itself anew, before it has loaded.
        page.goto(f"{seat.path}#{seat.code.replace('-', '')}", wait_until="commit")
        return seat

    def reload(self):
        self.page.goto(self.path)

    def expect_stage(self, name: str):
        expect(self.page.locator(f"[data-stage={name}]")).to_be_visible(timeout=PATIENCE)

    def begin(self):
        """The member says who it is; the device goes on by itself."""
        self.expect_stage("start")
        expect(self.page.locator("[data-stage=start]")).to_contain_text(self.name)
        self.page.locator("#begin").click()

    def deed(self, place: int):
        """What the list says of a member."""
        return self.page.locator(f"#seat-people [data-member='{place}'] .tag")

    @property
    def round_code(self) -> str:
        code = self.page.locator("#own-code")
        expect(code).not_to_have_attribute("aria-busy", "true")
        return "-".join(code.locator("span:not(.unseen)").all_inner_texts())

    @property
    def members(self) -> list[str]:
        return [text.split(" (")[0] for text in self.page.locator("#board-members li").all_inner_texts()]

    def show_sheet(self) -> list[str]:
        """Compared and the same: the lines of the sheet."""
        self.expect_stage("compare")
        self.page.locator("#same").click()
        self.expect_stage("sheet")
        expect(self.page.locator(".copy-lines li")).to_have_count(8)
        return self.page.locator(".copy-lines li").all_inner_texts()

    def type_asked(self, lines: list[str]):
        """The lines that the device asks for, from the sheet at hand."""
        for field in self.page.locator("#proof-form [data-line]").all():
            field.fill(lines[int(field.get_attribute("data-line"))])
        self.page.locator("#proof-form button.main").click()

    def prove(self, lines: list[str]):
        self.page.locator("#to-proof").click()
        self.expect_stage("proof")
        self.type_asked(lines)
        self.expect_stage("final")

    def sign(self) -> list[str]:
        """All that signing takes; the lines of the sheet that was put by."""
        lines = self.show_sheet()
        self.prove(lines)
        self.page.locator("#sign").click()
        self.expect_stage("signed")
        return lines

    def restore(self, lines: list[str]):
        """On another device, from the sheet."""
        self.expect_stage("keyless")
        self.page.locator("#copy-typed").fill("\n".join(lines))
        self.page.locator("#copy-use-typed").click()

    def give_share(self):
        """Once this device found the box whole."""
        self.expect_stage("open")
        expect(self.page.locator("#audit-verdict")).to_have_class("notice good", timeout=PATIENCE)
        self.page.locator("#open-words").fill("mở hòm")
        for warning in self.page.locator("#open-form [name=acknowledge]").all():
            warning.check()
        self.page.locator("#open-button").click()

    def sign_minutes(self):
        """What this device counted."""
        self.expect_stage("count")
        self.page.locator("#recount-button").click()
        expect(self.page.locator("#count-verdict")).to_have_class("notice good", timeout=PATIENCE)
        self.page.locator("#sign-minutes").click()
        self.expect_stage("minuted")

    @property
    def finding(self):
        """Whom the evidence names, in words."""
        return self.page.locator("#finding")
