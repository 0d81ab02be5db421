"""How the secretary drafts a round: step by step, lists by table, access codes made in the browser."""

import re

from playwright.sync_api import Page, expect

FIELDS = {"authorityName": "Đảng ủy xã Bum Tở", "authorityParent": "Đảng bộ tỉnh Lai Châu",
          "authorityPlace": "Bum Tở", "body": "ĐU"}


class Drafting:
    def __init__(self, page: Page, name: str | None = None):
        self.page = page
        self.name = name

    @property
    def path(self) -> str:
        return f"/desk/rounds/{self.name}"

    def create_round(self, title: str, year: int, **fields: str) -> str:
        """From the desk's button to the page of the units; the round's own name."""
        self.page.goto("/desk")
        self.page.locator("#new-round").first.click()
        form = self.page.locator("#new-round-form")
        form.locator("[name=kind][value=recognition]").check()
        for name, text in {"title": title, "year": str(year), **FIELDS, **fields}.items():
            form.locator(f"[name={name}]").fill(text)
        form.locator("[name=authorityKind]").select_option("grassroots-committee")
        form.locator("[name=guidance][value=lai-chau-05-hd-tu]").check()
        with self.page.expect_navigation():
            form.locator("button.main").click()
        expect(self.page).to_have_url(re.compile(r"/desk/rounds/\w{10}"))
        self.name = re.search(r"/desk/rounds/(\w{10})", self.page.url).group(1)
        return self.name

    def check_table(self, part: str, table: str):
        """Pastes a table and has it checked; nothing is imported."""
        self.page.goto(f"{self.path}/{part}")
        form = self.page.locator("[data-table-form]")
        form.locator("textarea").fill(table)
        with self.page.expect_navigation():
            form.locator("[name=check]").click()

    def choose_file(self, part: str, name: str, table: str):
        """Chooses a file, which is checked at once."""
        self.page.goto(f"{self.path}/{part}")
        self.page.locator(".drop-hint").wait_for()
        file = {"name": name, "mimeType": "text/csv", "buffer": table.encode()}
        with self.page.expect_navigation():
            self.page.locator("#table-file").set_input_files(file)

    def confirm_table(self):
        expect(self.page.locator("#preview")).to_have_attribute("data-good", "yes")
        with self.page.expect_navigation():
            self.page.locator("#import").click()
        expect(self.page.locator("#problem")).to_have_count(0)

    def import_units(self, table: str):
        self.choose_file("units", "to-chuc.csv", table)
        self.confirm_table()

    def import_members(self, table: str):
        self.check_table("members", table)
        self.confirm_table()

    def make_cards(self) -> dict[str, str]:
        """The codes by the members' names, read from what would be printed."""
        self.page.goto(f"{self.path}/cards")
        self.page.locator("#make-cards").click()
        expect(self.page.locator("#made")).to_be_visible()
        cards = {}
        for card in self.page.locator(".access-card").all():
            name = card.locator(".card-name strong").text_content()
            cards[name] = "-".join(card.locator(".card-code span").all_text_contents())
        return cards

    def remake_cards(self):
        """New cards for everybody, in place of those that they have."""
        self.page.goto(f"{self.path}/cards")
        self.page.locator("#choose-all").click()
        words = self.page.locator("#confirmation")
        words.fill(words.get_attribute("data-words"))
        self.page.locator("#make-cards").click()
        expect(self.page.locator("#made")).to_be_visible()

    def erase_codes(self):
        self.page.locator("#done").click()
        expect(self.page.locator("#erased")).to_be_visible()
