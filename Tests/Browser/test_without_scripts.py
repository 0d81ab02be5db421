"""Where no ballot, code or key is touched, everything works with scripts switched off."""

import pytest
from playwright.sync_api import expect

from pages.round_desk import RoundDesk
from pages.sign_in import sign_in
from pages.signer_desk import SignerDesk
from support.routes import PAGES
from support.staff import SECRETARY, SIGNER
from support.verdicts import download

OFF = {"java_script_enabled": False}


def test_signing_in_and_out(round_in, devices):
    round = round_in("staffed")
    page = devices.laptop(round, **OFF).page("/desk")
    sign_in(page, SECRETARY.name)
    expect(page).to_have_url(f"{round.origin}/desk")
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page).to_have_url(f"{round.origin}/")


def test_the_meeting_from_the_confirmed_round_to_the_seal(round_in, devices):
    """Presence by form, then each step by its words."""
    round = round_in("confirmed")
    page = devices.laptop(round, SECRETARY, **OFF).page()
    desk = RoundDesk.open(page, round)
    desk.take("issuing")
    desk.expect_state("issuing")
    page.goto(f"{desk.path}/presence")
    for voter, mark in round.sample.presence.items():
        page.locator(f"[name=mark-{voter}][value={mark}]").check()
    with page.expect_navigation():
        page.locator("#save").get_by_role("button").click()
    marks = {one["id"]: one["mark"] for one in round.detail()["voters"]}
    assert marks == round.sample.presence
    desk.show().open_voting()
    round.cast()
    desk.show().seal()


def test_a_step_is_confirmed_by_its_words(round_in, devices):
    round = round_in("voting")
    device = devices.laptop(round, SECRETARY, **OFF)
    desk = RoundDesk.open(device.page(), round)
    device.watch.allow(r"^answer 422: ", r"Failed to load resource: .* 422 ")
    desk.take("closing", "kết thúc")
    expect(desk.page.locator("#problem")).to_have_attribute("data-code", "not-confirmed")
    desk.expect_state("voting")
    desk.take("closing", " Kết  Thúc bỏ Phiếu ")
    desk.expect_state("closing")


def test_the_results_are_certified(round_in, devices):
    round = round_in("opened")
    page = devices.laptop(round, SECRETARY, **OFF).page(f"/desk/rounds/{round.name}/results")
    expect(page.locator("[data-passed=true]")).to_have_count(2)
    RoundDesk(page, round.name).take("certify", "công bố")
    assert round.state == "certified"


def test_decisions_are_signed(round_in, devices):
    round = round_in("certified")
    desk = SignerDesk(devices.laptop(round, SIGNER, **OFF).page(), round.name)
    desk.sign()
    assert len(desk.issued()) == 2


def test_a_decision_is_verified_and_found_in_the_register(round_in, devices, tmp_path):
    round = round_in("annulled")
    page = devices.laptop(round, **OFF).page("/verify")
    page.locator("#file").set_input_files(download(round, 1, tmp_path / "decision.pdf"))
    with page.expect_navigation():
        page.locator("#file-form button").click()
    expect(page.locator("#verdict")).to_have_attribute("data-summary", "valid")
    page.locator("#answers details summary").first.click()
    page.goto("/decisions?unit=cb-01")
    expect(page.locator("#register .ended")).to_have_count(1)


def test_the_ballot_says_what_it_needs(round_in, devices):
    round = round_in("voting")
    page = devices.phone(round, **OFF).page(f"/v/{round.round_id}")
    expect(page.get_by_role("heading", name="Trang này cần JavaScript")).to_be_visible()


@pytest.mark.parametrize("visit", PAGES, ids=str)
def test_every_page_shows_itself(visit, shared_round, devices):
    round = shared_round(visit.state)
    page = devices.phone(round, **OFF).sign_in(round, visit.person).page(visit.path(round))
    expect(page.locator("h1").first).to_be_visible()
