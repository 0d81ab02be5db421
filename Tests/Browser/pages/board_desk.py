"""The counting board's page: its key, its signature under the frozen round, the opening, the count."""

from pathlib import Path

from playwright.sync_api import Page, expect

from support.rounds import Round

PATIENCE = 120_000


class BoardDesk:
    def __init__(self, page: Page, name: str):
        self.page = page
        self.path = f"/desk/rounds/{name}/board"

    @classmethod
    def open(cls, page: Page, round: Round) -> "BoardDesk":
        return cls(page, round.name).show()

    def show(self) -> "BoardDesk":
        self.page.goto(self.path)
        return self

    def make_another(self):
        """In place of one that was registered from elsewhere."""
        expect(self.page.locator("#registered-elsewhere")).to_be_visible()
        self.page.locator("#make-other").click()

    def make_unregistered(self, name: str) -> list[str]:
        """Makes a key and goes no further: the lines of its sheet."""
        self.page.locator("#member-name").fill(name)
        self.page.locator("#make-form button").click()
        expect(self.page.locator("#made")).to_be_visible()
        expect(self.page.locator("#sheet-lines li")).to_have_count(8)
        return self.sheet_lines()

    def prove(self, file: Path):
        """Reads back what was put by."""
        self.page.locator("#key-file").set_input_files(file)
        expect(self.page.locator("#proved")).to_be_visible()

    def make_key(self, name: str, file: Path) -> Path:
        """Makes the key on this device, puts its file by, reads it back, registers the public half."""
        self.make_unregistered(name)
        with self.page.expect_download() as download:
            self.page.locator("#save-file").click()
        download.value.save_as(file)
        self.prove(file)
        self.page.locator("#is-kept").check()
        with self.page.expect_navigation():
            self.page.locator("#send").click()
        expect(self.page.locator("#registered-name")).to_have_text(name)
        return file

    def sheet_lines(self) -> list[str]:
        return self.page.locator("#sheet-lines li").all_inner_texts()

    def give_key(self, file: Path):
        """On a device that does not hold it."""
        self.choose_key_file(file)
        self.expect_key()

    def choose_key_file(self, file: Path):
        # A file can be put into a field that is not shown yet, and that nobody listens to.
        expect(self.page.locator("#key-elsewhere")).to_be_visible(timeout=PATIENCE)
        self.page.locator("#key-file").set_input_files(file)

    def type_key(self, lines: list[str]):
        """From the printed sheet."""
        self.page.locator("#key-typed").fill("\n".join(lines))
        self.page.locator("#key-use-typed").click()

    def expect_key(self):
        expect(self.page.locator("#key-here")).to_be_visible(timeout=PATIENCE)

    def sign(self) -> str:
        """The round code that the board's own device worked out."""
        code = self.page.locator("#own-code")
        expect(self.page.locator("#sign")).to_be_visible(timeout=PATIENCE)
        shown = code.inner_text()
        self.expect_key()
        self.page.locator("#is-compared").check()
        with self.page.expect_navigation():
            self.page.locator("#sign-button").click()
        expect(self.page.locator("#signed")).to_be_visible()
        return shown

    def expect_box_intact(self):
        expect(self.page.locator("#audit-verdict")).to_have_class("notice good", timeout=PATIENCE)

    def confirm_opening(self):
        self.page.locator("#open-words").fill("mở hòm")
        self.page.locator("#open-button").click()

    def open_box(self):
        self.expect_key()
        self.confirm_opening()
        expect(self.page.locator("#count-verdict")).to_have_text("Ba lần đếm trùng nhau.", timeout=PATIENCE)

    def sign_minutes(self):
        """What this device counted."""
        self.page.locator("#sign-minutes-button").click()
        expect(self.page.locator("#sign-minutes-said")).to_have_text("Đã ký biên bản.", timeout=PATIENCE)
