"""The public page on which a decision's file is verified."""

from pathlib import Path

from playwright.sync_api import Page


def upload(page: Page, file: Path):
    """Chooses a file, which is sent at once."""
    page.goto("/verify")
    page.locator("#drop-hint").wait_for()
    with page.expect_navigation(url="**/verify"):
        page.locator("#file").set_input_files(file)


def verdict(page: Page, file: Path) -> str:
    upload(page, file)
    return page.locator("#verdict").get_attribute("data-summary")
