"""What holds for every page: nothing for axe to find, no wider than its window, light, strict, in both languages."""

import re

import pytest
from playwright.sync_api import expect

from support.accessibility import inspect
from support.browser import PHONE
from support.languages import strayed
from support.routes import ELSEWHERE, OTHERS, PAGES, registered
from support.weight import HEAVIEST, HEAVIEST_OF_BOARD, weight

EVERY = pytest.mark.parametrize("visit", PAGES, ids=str)
POLICY = ("default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "base-uri 'none'",
          "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'")


def test_no_page_is_forgotten():
    listed = {visit.route.rstrip("/") or "/" for visit in PAGES}
    assert registered() == listed | ELSEWHERE | OTHERS


@EVERY
def test_page(visit, shared_round, devices):
    round = shared_round(visit.state)
    device = devices.laptop(round, visit.person)
    page = device.page()
    answer = page.goto(visit.path(round))
    assert answer.ok
    require_policy(answer.headers["content-security-policy"].split("; "))
    settle(page)
    assert weight(device.watch) < (HEAVIEST_OF_BOARD if re.search(r"/board\b(?!-)", visit.route) else HEAVIEST)
    found = inspect(page) + strayed(page)
    page.set_viewport_size(PHONE["viewport"])
    found += inspect(page)
    page.goto(page.url.split("#")[0] + ("&" if "?" in page.url else "?") + "lang=en")
    settle(page)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    found += inspect(page) + strayed(page)
    assert not found, "\n".join(found)


def require_policy(policy: list[str]):
    assert not set(POLICY) - set(policy)
    assert not any("unsafe" in rule for rule in policy)


def settle(page):
    """Until what a page loads at once is there."""
    page.wait_for_load_state("load")
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    expect(page.locator("h1").first).to_be_visible()
