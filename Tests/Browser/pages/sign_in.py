"""The page on which the staff sign in."""

from playwright.sync_api import Page

from support.staff import PASSWORD


def sign_in(page: Page, name: str, password: str = PASSWORD):
    """Fills in the form as it stands, sends it and waits for the answer."""
    page.get_by_label("Tên tài khoản").fill(name)
    page.get_by_label("Mật khẩu").fill(password)
    with page.expect_navigation():
        page.get_by_role("button", name="Đăng nhập").click()
