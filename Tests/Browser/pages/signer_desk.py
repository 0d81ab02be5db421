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
        for box in self.page.locator("[name=unit]").all() if units else []:
            box.set_checked(box.get_attribute("value") in units)
        self._fill()
        with self.page.expect_navigation():
            self.page.locator("#sign").click()
        expect(self.page.locator("#signed")).to_be_visible()

    def _fill(self):
        for name, text in (("signer", "Lò Văn Phúc"), ("position", "Bí thư")):
            field = self.page.locator(f"#sign-form [name={name}]")
            if not field.input_value():
                field.fill(text)
        self.page.locator("#sign-form [name=password]").fill(KEY_PASSWORD)

    def issued(self) -> list[str]:
        """The digests of the decisions that are issued."""
        return [one.get_attribute("data-decision") for one in self.page.locator("[data-decision]").all()]

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
