"""What phones and their lines do: databases that are dropped, a line that is gone, boxes that come slowly, histories."""

import json
import re
import sqlite3

import pytest
from playwright.sync_api import Route, expect

from pages.ballot import Ballot
from support.browser import OPTIONS, PHONE, Device
from support.line import GONE, Line
from support.places import CHROMIUM
from support.watch import refusal

MEMBER = "uv-01"
UNITS = 3
CONTESTS = 12
# So often a member's request is sent before the page says that it waits.
ATTEMPTS = 3
DROPPING = """
    const transaction = IDBDatabase.prototype.transaction;
    window.dropping = 0;
    IDBDatabase.prototype.transaction = function (...asked) {
        if (window.dropping-- <= 0) return transaction.apply(this, asked);
        this.close();
        throw new DOMException("The database connection is closing.", "InvalidStateError");
    };
"""


@pytest.fixture
def voting(round_in):
    return round_in("voting")


def at_the_last_question(voting, device: Device) -> Ballot:
    ballot = Ballot.open(device.page(), voting)
    ballot.fill_in(voting.codes[MEMBER], UNITS)
    return ballot


def test_offline_when_the_ballot_is_cast(voting, devices):
    """Sealed all the same, and sent by itself when the line is back, though the page was opened anew meanwhile."""
    device = devices.phone(voting)
    ballot = at_the_last_question(voting, device)
    with device.watch.allowing(*GONE):
        line = Line(device.context, "**/api/v1/**")
        line.cut()
        ballot.cast_in_vain()
        expect(ballot.page.locator("#trouble")).to_contain_text("tự thử lại")
        ballot.page.reload()
        ballot.expect_stage("casting")
        assert voting.detail()["turnout"]["slips"] == 0
        line.mend()
        ballot.expect_cast()
    assert voting.detail()["turnout"]["slips"] == CONTESTS


@pytest.mark.parametrize(("status", "code"), [(503, "overloaded"), (408, "request-timeout"), (502, None)])
def test_a_service_that_is_busy_hands_out_the_ballot_in_the_end(voting, devices, status, code):
    """Whatever stands in the way by itself passes by itself: the page says so, and nobody presses anything."""
    device = devices.phone(voting)
    ballot = Ballot.open(device.page(), voting)
    ballot.join(voting.codes[MEMBER])
    ballot.accept_round()
    refused = []

    def answer(route: Route):
        if len(refused) > ATTEMPTS:
            return route.continue_()
        refused.append(route.request.post_data)
        body = json.dumps({"code": code}) if code else "<html>Bad gateway</html>"
        return route.fulfill(status=status, content_type="application/problem+json", body=body)

    with device.watch.allowing(*refusal(status)):
        device.context.route("**/tokens", answer)
        ballot.receive()
        waiting = ballot.page.locator("#waiting")
        expect(waiting).to_contain_text("Máy chủ đang bận")
        expect(waiting).to_contain_text("máy đang tự thử lại")
        ballot.expect_stage("marking")
    assert len(set(refused)) == 1
    assert voting.detail()["turnout"]["issued"] == 1


def test_a_database_that_is_dropped(voting, devices):
    """As WebKit does with a page in the background: opened again, the step repeated, nothing said."""
    device = devices.phone(voting)
    device.context.add_init_script(DROPPING)
    ballot = at_the_last_question(voting, device)
    drop(ballot, 2)
    ballot.page.evaluate("document.querySelector('#not-yet').click()")
    ballot.expect_stage("review")
    drop(ballot, 2)
    ballot.cast()
    drop(ballot, 1)
    ballot.page.evaluate("window.dispatchEvent(new Event('focus'))")
    ballot.expect_cast()


def test_no_other_device_is_advised_once_there_is_a_ballot(voting, devices):
    device = devices.phone(voting)
    device.context.add_init_script(DROPPING)
    ballot = at_the_last_question(voting, device)
    drop(ballot, 1_000)
    ballot.page.locator("#cast").click()
    ballot.expect_stage("fault")
    expect(ballot.page.locator("[data-stage]")).to_contain_text("đừng đổi máy")
    expect(ballot.page.locator("[data-stage]")).not_to_contain_text("dùng máy khác")
    drop(ballot, 0)
    ballot.page.locator("#retry").click()
    ballot.expect_stage("confirm")
    ballot.page.locator("#cast").click()
    ballot.expect_cast()


def drop(ballot: Ballot, times: int):
    ballot.page.evaluate("(times) => { window.dropping = times }", times)


def test_the_box_goes_on_where_it_was(voting, devices):
    """Each answer breaks off after two thousand bytes: no byte is asked for twice, and in the end all are there."""
    device = devices.phone(voting)
    ballot = at_the_last_question(voting, device)
    ballot.page.locator("#cast").click()
    ballot.expect_cast()
    asked = []

    def break_off(route: Route):
        asked.append(route.request.headers.get("range"))
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.body()[:2_000])

    with device.watch.allowing(*GONE, r"ERR_CONTENT_LENGTH_MISMATCH"):
        device.context.route("**/boxes", break_off)
        voting.sealed("without-ballot")
        ballot.expect_found()
    starts = [int(one.removeprefix("bytes=").removesuffix("-")) for one in asked[1:]]
    assert asked[0] is None and starts == sorted(set(starts)) and len(starts) >= 2


def test_ones_own_slips_are_shown_and_nothing_else(round_in, devices):
    """No slip is invalid, so nothing is said of such; not even "null"."""
    round = round_in("voting")
    device = devices.phone(round)
    ballot = Ballot.open(device.page(), round)
    ballot.vote(round.codes[MEMBER], UNITS)
    round.sealed("without-ballot")
    ballot.expect_found()
    round.opened()
    round.certified()
    ballot.expect_stage("counted")
    ballot.page.locator("#show-own").click()
    expect(ballot.page.locator(".review")).to_have_count(UNITS)
    expect(ballot.page.locator("#own-marks")).not_to_contain_text("null")


@pytest.mark.parametrize("way", ["/v/", "/v/{round}"])
def test_a_code_is_in_no_address_that_is_kept(voting, tmp_path, browser, way):
    """The browser's own history: the card's link that the camera opened is the only address with the code in it."""
    options = {"executable_path": CHROMIUM, "args": OPTIONS, "base_url": voting.origin, **PHONE}
    profile = tmp_path / "profile"
    context = browser.browser_type.launch_persistent_context(str(profile), **options)
    page = context.new_page()
    opened = []
    page.on("framenavigated", lambda frame: opened.append(frame.url))
    page.goto(way.format(round=voting.round_id) + f"#{voting.codes[MEMBER]}")
    ballot = Ballot(page)
    ballot.compare()
    page.locator(".language a").click()
    ballot.compare()
    page.evaluate("(code) => { location.hash = code }", voting.codes["uv-02"])
    expect(page.locator("[data-stage]")).to_contain_text(voting.sample.voter_names["uv-02"])
    entries = context.new_cdp_session(page).send("Page.getNavigationHistory")["entries"]
    assert not [entry for entry in entries if holds_code(entry["url"], voting)]
    context.close()
    kept = [url for (url,) in sqlite3.connect(profile / "Default/History").execute("SELECT url FROM urls")]
    assert len([url for url in kept if holds_code(url, voting)]) <= 2, kept


def holds_code(url: str, voting) -> bool:
    return any(re.sub("-", "", voting.codes[voter]) in url.replace("-", "") for voter in (MEMBER, "uv-02"))
