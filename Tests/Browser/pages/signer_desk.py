"""The signer's pages: the drafts beside their tally, the certificate, the annulment."""

from pathlib import Path

from playwright.sync_api import Page, expect

from support.trial import KEY_PASSWORD


def give_certificate(page: Page, file: Path):
    page.goto("/desk/identity")
    page.locator("[name=pkcs12]").set_input_files(file)
    page.locator("[name=password]").fill(KEY_PASSWORD)
    with page.expect_navigation():
        page.get_by_role("button", name="Nộp chứng thư số").click()
    expect(page.locator("#certificate")).to_be_visible()


class SignerDesk:
    def __init__(self, page: Page, name: str):
        self.page = page
        page.goto(f"/desk/rounds/{name}/decisions")

    def sign(self, *units: str):
        """Those units; all that are drafted if none is named."""
        self.order(*units)
        expect(self.page.locator("#signed")).to_be_visible()

    def order(self, *units: str):
        """The same, whatever comes of it."""
        for box in self.page.locator("[name=unit]").all() if units else []:
            box.set_checked(box.get_attribute("value") in units)
        self.fill_all()
        self._press("#sign")

    def fill_all(self, password: str = KEY_PASSWORD):
        self._fill()
        self.page.locator("#sign-form [name=password]").fill(password)

    def _fill(self):
        for name, text in (("signer", "Lò Văn Phúc"), ("position", "Bí thư")):
            field = self.page.locator(f"#sign-form [name={name}]")
            if not field.input_value():
                field.fill(text)

    def _press(self, button: str):
        with self.page.expect_navigation():
            self.page.locator(button).click()

    def prepare(self):
        """All that are drafted, to be signed by another program."""
        outside = self.page.locator("details.outside")
        if outside.get_attribute("open") is None:
            outside.locator("summary").click()
        self._fill()
        self._press("#prepare")

    def waiting(self) -> list[str]:
        """The ids of the papers that wait for a signature."""
        return [one.get_attribute("data-paper") for one in self.page.locator("li[data-paper]").all()]

    def open_paper(self):
        """The first of those that wait."""
        self.page.locator("li[data-paper]").first.get_by_role("link").first.click()

    def download_bytes(self, to: Path):
        """What a program signs that makes only detached signatures, of the paper that is open."""
        self.page.get_by_text("Phần mềm chỉ ký được dãy byte").click()
        with self.page.expect_download() as content:
            self.page.get_by_role("link", name="Tải dãy byte").click()
        content.value.save_as(to)

    def hand_in(self, signature: Path):
        """Of the paper that is open."""
        self.page.locator("[name=signature]").set_input_files(signature)
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Nộp chữ ký").click()

    def withdraw(self):
        """The paper that is open."""
        self.page.get_by_text("Không ký nữa").click()
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Rút văn bản").click()

    def issued(self) -> list[str]:
        """The digests of the decisions that are issued."""
        return [one.get_attribute("data-decision") for one in self.page.locator("[data-decision]").all()]

    def open_seal(self, digest: str):
        self.page.goto(f"/desk/decisions/{digest}/seal")

    def seal(self):
        """The decision that is open, with the body's own certificate."""
        self.page.locator("[name=password]").fill(KEY_PASSWORD)
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Đóng dấu số").click()

    def seal_address(self, digest: str) -> str:
        return self.page.evaluate("path => new URL(path, location).href", f"/desk/decisions/{digest}/seal")

    def open_archive(self, digest: str):
        self.page.goto(f"/desk/decisions/{digest}/archive")

    def archive(self):
        """The decision that is open, by the authority of the installation."""
        with self.page.expect_navigation():
            self.page.locator("#archive-form button").click()

    def annul(self, digest: str, reason: str):
        self.page.goto(f"/desk/decisions/{digest}/annul")
        self.annul_here(reason)

    def annul_here(self, reason: str):
        """On the page of annulling that is open."""
        form = self.page.locator("#annul-form")
        form.locator("[name=reason]").fill(reason)
        for name, text in (("signer", "Lò Văn Phúc"), ("position", "Bí thư")):
            if not form.locator(f"[name={name}]").input_value():
                form.locator(f"[name={name}]").fill(text)
        form.locator("[name=password]").fill(KEY_PASSWORD)
        form.locator("[name=acknowledge]").check()
        form.locator("[name=confirmation]").fill("hủy bỏ")
        with self.page.expect_navigation():
            self.page.locator("#annul").click()
