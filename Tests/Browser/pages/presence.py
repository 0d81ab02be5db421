"""The page on which the secretary taps who is here."""

from playwright.sync_api import Locator, Page, expect


class Presence:
    def __init__(self, page: Page, name: str):
        self.page = page
        page.goto(f"/desk/rounds/{name}/presence")

    def person(self, voter: str) -> Locator:
        return self.page.locator(f"[data-voter={voter}]")

    def tap(self, voter: str, mark: str):
        """One name, saved at once."""
        person = self.person(voter)
        person.locator(f"[value={mark}]").check()
        expect(person).to_have_attribute("data-mark", mark)
        expect(person.locator(".person-said")).to_have_text("")

    def mark_all(self, absent: int):
        """Everybody who was absent is present, and saved."""
        self.page.locator("#all-present").click()
        expect(self.page.locator("#presence-said")).to_contain_text(f"Đã ghi {absent}")
        expect(self.page.locator("[data-voter][data-mark=absent]")).to_have_count(0)

    def expect_counts(self, present: int, excused: int, absent: int):
        for mark, count in (("present", present), ("excused", excused), ("absent", absent)):
            expect(self.page.locator(f"#count-{mark}")).to_have_text(str(count))
