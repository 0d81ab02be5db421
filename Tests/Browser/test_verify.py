"""Verifying what somebody holds, with a file, with a QR code's text, by number; the register; one decision's page."""

import re

import pytest
from playwright.sync_api import Page, expect

from pages.verifying import upload
from support.verdicts import download, with_a_changed_byte

QUESTIONS = 4


@pytest.fixture
def page(round_in, devices):
    round = round_in("annulled")
    page = devices.laptop(round).page()
    page.round = round
    return page


def test_a_decision_in_force(page, tmp_path):
    upload(page, download(page.round, 1, tmp_path / "decision.pdf"))
    expect(page.locator("#verdict")).to_have_attribute("data-summary", "valid")
    answers = page.locator("#answers [data-answer]")
    expect(answers).to_have_count(QUESTIONS)
    assert {one.get_attribute("data-answer") for one in answers.all()} == {"yes"}
    expect(page.locator("#paper")).to_contain_text(page.round.sample.unit_names["cb-02"])
    answers.first.get_by_text("Làm sao biết?").click()
    expect(answers.first.locator("details p")).to_be_visible()


def test_an_annulled_one_says_so_first(page, tmp_path):
    upload(page, download(page.round, 0, tmp_path / "decision.pdf"))
    notice = page.locator("#annulled")
    expect(notice).to_contain_text("Đã bị hủy bỏ")
    expect(page.locator("#verdict")).to_have_attribute("data-summary", "not-valid")
    assert notice.bounding_box()["y"] < page.locator("#answers").bounding_box()["y"]


def test_a_changed_file_is_not_valid(page, tmp_path):
    upload(page, with_a_changed_byte(download(page.round, 1, tmp_path / "decision.pdf")))
    expect(page.locator("#verdict")).to_have_attribute("data-summary", "not-valid")


def test_what_is_no_decision_is_told_plainly(page, tmp_path):
    """A PDF of something else, and a file that is no PDF."""
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.7\n%%EOF\n")
    notes = tmp_path / "notes.txt"
    notes.write_text("Không phải quyết định")
    for file in (other, notes):
        upload(page, file)
        expect(page.locator("h1")).to_be_visible()
        assert page.locator("#verdict[data-summary=valid]").count() == 0


def test_a_code_that_nobody_made(page):
    page.goto("/verify")
    page.locator("#code").fill("https://phieukin.example/verify#AAAA")
    page.locator("#code-form").get_by_role("button").last.click()
    expect(page.locator("#code-result")).to_have_attribute("data-genuine", "false")


def test_the_register_finds_by_unit_year_and_number(page):
    page.goto("/decisions")
    rows = page.locator("#register tbody tr")
    expect(rows).to_have_count(3)
    expect(page.locator("#register tr.ended")).to_have_count(1)
    search = page.get_by_role("search")
    search.locator("[name=unit]").fill("Bum Tở")
    search.get_by_role("button").click()
    expect(rows).to_have_count(1)
    page.goto("/decisions?year=2025")
    expect(page.locator("#none")).to_be_visible()
    number = page.round.decisions[1]["number"]
    page.goto("/decisions")
    search.locator("[name=number]").fill(number)
    search.get_by_role("button").click()
    expect(rows).to_have_count(1)
    rows.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/decisions/[\w-]{43}$"))
    expect(page.locator("h1")).to_contain_text(number)


def test_a_page_per_decision(page):
    annulled, valid = page.round.decisions
    page.goto(f"/decisions/{annulled['digest']}")
    expect(page.locator("#annulled")).to_be_visible()
    page.goto(f"/decisions/{valid['digest']}")
    expect(page.locator("#annulled")).to_have_count(0)
    expect(page.locator("svg.qr")).to_be_visible()
    with page.expect_download() as file:
        page.locator("a[href$='/document']").first.evaluate("(link) => { link.download = 'x.pdf'; link.click() }")
    assert file.value.path().read_bytes().startswith(b"%PDF")
