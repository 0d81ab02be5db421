"""Signing in and out, sessions that end, the guard against other sites' forms."""

import re

from playwright.sync_api import expect

from pages.sign_in import sign_in
from support.staff import SECRETARY
from support.watch import refusal


def test_leads_back_to_the_page_asked_for(round_in, devices):
    page = devices.laptop(round_in("staffed")).page("/sign-in?to=/verify%3Fnumber=1")
    sign_in(page, SECRETARY.name)
    expect(page).to_have_url(re.compile(r"/verify\?number=1$"))
    expect(page.get_by_role("link", name=SECRETARY.name)).to_be_visible()


def test_never_leads_elsewhere(round_in, devices):
    round = round_in("staffed")
    device = devices.laptop(round)
    for address in ("https://elsewhere.example/", "//elsewhere.example/", r"/\elsewhere.example"):
        page = device.page(f"/sign-in?to={address}")
        sign_in(page, SECRETARY.name)
        expect(page).to_have_url(f"{round.origin}/desk")
        page.close()
        device.context.clear_cookies()


def test_a_wrong_password_is_said_and_the_name_kept(round_in, devices):
    device = devices.laptop(round_in("staffed"))
    page = device.page("/sign-in")
    with device.watch.allowing(*refusal(401)):
        sign_in(page, SECRETARY.name, "một mật khẩu khác hẳn")
        expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("[name=name]")).to_have_value(SECRETARY.name)
    expect(page.locator("[name=password]")).to_have_value("")


def test_guessing_is_slowed_down(round_in, devices):
    device = devices.laptop(round_in("staffed"))
    page = device.page("/sign-in")
    with device.watch.allowing(*refusal(401), *refusal(429)):
        codes = []
        while "throttled" not in codes and len(codes) < 10:
            sign_in(page, SECRETARY.name, "một mật khẩu khác hẳn")
            codes.append(page.locator("#problem").get_attribute("data-code"))
    assert codes[:5] == ["wrong-credentials"] * 5
    assert codes[-1] == "throttled"


def test_a_session_that_ended_leads_to_signing_in_and_back(round_in, devices):
    round = round_in("draft")
    device = devices.laptop(round, SECRETARY)
    page = device.page("/desk")
    expect(page.locator("h1")).to_be_visible()
    round.desk(SECRETARY)._ask("DELETE", "session")
    page.goto(f"/desk/rounds/{round.name}")
    expect(page).to_have_url(re.compile("/sign-in"))
    sign_in(page, SECRETARY.name)
    expect(page).to_have_url(f"{round.origin}/desk/rounds/{round.name}")


def test_signing_out_ends_the_session(round_in, devices):
    round = round_in("staffed")
    device = devices.laptop(round)
    page = device.page("/sign-in")
    sign_in(page, SECRETARY.name)
    cookie = next(one for one in device.context.cookies() if one["name"] == "__Host-phieukin")
    assert (cookie["secure"], cookie["httpOnly"], cookie["sameSite"]) == (True, True, "Strict")
    page.goto("/")
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_role("button", name="Đăng xuất")).to_have_count(0)
    device.context.add_cookies([{**cookie, "expires": -1}])
    page.goto("/desk")
    expect(page).to_have_url(re.compile("/sign-in"))


def test_a_form_without_its_token_is_refused(round_in, devices):
    device = devices.laptop(round_in("staffed"))
    page = device.page("/sign-in")
    page.locator("[name=form]").evaluate("(field) => { field.value = 'x'.repeat(43) }")
    with device.watch.allowing(*refusal(403)):
        sign_in(page, SECRETARY.name)
        expect(page.locator("#problem")).to_have_attribute("data-code", "stale-form")


def test_a_form_on_another_site_does_nothing(round_in, devices):
    """The cookie does not go with it, and if it did, the answer would still be no."""
    round = round_in("staffed")
    device = devices.laptop(round, SECRETARY)
    device.watch.allow(r"http://elsewhere\.test/", *refusal(403), *refusal(401), r"favicon")
    page = device.page()
    form = f'<form method="post" action="{round.origin}/sign-out"><button>x</button></form>'
    page.route("http://elsewhere.test/", lambda route: route.fulfill(body=form, content_type="text/html"))
    page.goto("http://elsewhere.test/")
    page.get_by_role("button").click()
    page.wait_for_url(f"{round.origin}/**")
    assert round.desk(SECRETARY).get("session")["account"]["name"] == SECRETARY.name


def test_a_link_on_another_site_leads_in(round_in, devices):
    """The browser keeps the session's cookie back there; the page asks once more by itself, and is known."""
    round = round_in("staffed")
    device = devices.laptop(round, SECRETARY)
    device.watch.allow(r"http://elsewhere\.test/", r"favicon")
    page = device.page()
    link = f'<a href="{round.origin}/desk">x</a>'
    page.route("http://elsewhere.test/", lambda route: route.fulfill(body=link, content_type="text/html"))
    page.goto("http://elsewhere.test/")
    page.get_by_role("link").click()
    expect(page).to_have_url(f"{round.origin}/desk")
    expect(page.get_by_role("link", name=SECRETARY.name)).to_be_visible()


def test_signing_in_in_another_tab(round_in, devices):
    """A page that was opened before still sends its form."""
    round = round_in("staffed")
    device = devices.laptop(round)
    first, second = device.page("/sign-in"), device.page("/sign-in")
    for page in (second, first):
        sign_in(page, SECRETARY.name)
        expect(page).to_have_url(f"{round.origin}/desk")
