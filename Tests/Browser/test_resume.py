"""Whatever happens to a device or to the line in between, it goes on where it was."""

import re

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from pages.ballot import Ballot
from support.browser import OPTIONS, PHONE, Device
from support.line import GONE, Line
from support.places import CHROMIUM
from support.watch import refusal

MEMBER = "uv-01"
UNITS = 3
CONTESTS = 12
BALLOT_CODE = re.compile(r"/ballot/(ballot|session)\.js$")


@pytest.fixture
def voting(round_in):
    return round_in("voting")


def slips_in(round) -> int:
    return round.detail()["turnout"]["slips"]


def at_the_last_question(voting, devices) -> tuple[Device, Ballot]:
    """A member's phone with everything filled in; one tap more casts it."""
    device = devices.phone(voting)
    ballot = Ballot.open(device.page(), voting)
    ballot.fill_in(voting.codes[MEMBER], UNITS)
    return device, ballot


def reload(ballot: Ballot, stage: str):
    ballot.page.reload()
    ballot.expect_stage(stage)


def test_a_reload_in_every_step(voting, devices):
    device = devices.phone(voting)
    ballot = Ballot.open(device.page(), voting)
    ballot.join(voting.codes[MEMBER])
    ballot.compare()
    # The code is kept nowhere before the ballot is taken: the member types it again.
    reload(ballot, "joining")
    ballot.obtain(voting.codes[MEMBER])
    reload(ballot, "marking")
    ballot.page.locator("#all-first").click()
    expect(ballot.left).to_contain_text(str(CONTESTS - 4))
    reload(ballot, "marking")
    expect(ballot.left).to_contain_text(str(CONTESTS - 4))
    ballot.review()
    reload(ballot, "review")
    assert ballot.totals() == [4, 0, CONTESTS - 4]
    ballot.cast()
    reload(ballot, "cast")
    voting.sealed("without-ballot")
    ballot.expect_found()
    reload(ballot, "found")
    voting.opened()
    voting.certified()
    ballot.expect_stage("counted")
    reload(ballot, "counted")
    ballot.erase()
    reload(ballot, "erased")


def test_a_reload_while_taking_the_ballot(voting, devices):
    """The answer is lost on the way; the same request goes out again and gets the same answer."""
    device = devices.phone(voting)
    ballot = Ballot.open(device.page(), voting)
    ballot.join(voting.codes[MEMBER])
    ballot.accept_round()
    asked = []
    losing = True

    def answer(route: Route):
        asked.append(route.request.post_data)
        if not losing:
            return route.continue_()
        route.fetch()
        route.abort()

    with device.watch.allowing(*GONE):
        device.context.route("**/tokens", answer)
        with ballot.page.expect_event("requestfailed", lambda one: one.url.endswith("/tokens")):
            ballot.receive()
        ballot.page.reload()
        losing = False
        ballot.expect_stage("marking")
    assert len(asked) > 1
    assert len(set(asked)) == 1
    assert voting.detail()["turnout"]["issued"] == 1


def test_a_reload_in_the_midst_of_casting(voting, devices):
    device, ballot = at_the_last_question(voting, devices)
    line = Line(device.context, "**/slips")
    with device.watch.allowing(*GONE):
        line.cut()
        ballot.cast_in_vain()
        line.mend()
        ballot.page.reload()
        ballot.expect_cast()
    assert slips_in(voting) == CONTESTS


def test_offline_in_the_midst_of_casting(voting, devices):
    device, ballot = at_the_last_question(voting, devices)
    with device.watch.allowing(*GONE):
        line = Line(device.context, "**/slips", cut_after=4)
        ballot.cast_in_vain()
        expect(ballot.page.locator("#trouble")).to_contain_text("Chưa xong")
        expect(ballot.page.locator("h1")).to_have_text("Đang bỏ phiếu…")
        before = slips_in(voting)
        assert 0 < before < CONTESTS
        line.mend()
        ballot.expect_cast()
    assert slips_in(voting) == CONTESTS


def test_the_line_breaks_before_the_ballot_code_is_there(voting, devices):
    """The first screen is there; what seals slips comes once the network is back, without the member's doing."""
    device = devices.phone(voting)
    with device.watch.allowing(*GONE):
        line = Line(device.context, BALLOT_CODE)
        line.cut()
        page = device.page()
        ballot = Ballot.open(page, voting)
        ballot.expect_stage("joining")
        expect(page.locator("#net")).to_be_visible()
        ballot.page.locator("#code").fill(voting.codes[MEMBER])
        line.mend()
        expect(page.locator("#net")).to_be_hidden(timeout=120_000)
    ballot.page.get_by_role("button", name="Tiếp tục").click()
    ballot.compare()


def test_a_browser_that_remembers_a_module_that_failed(voting, devices):
    """The line is there again and the code still does not come: the page opens itself anew, with what was typed."""
    device = devices.phone(voting)
    line = Line(device.context, "**/ballot/session.js")
    with device.watch.allowing(*GONE):
        line.cut()
        ballot = Ballot.open(device.page(), voting)
        beginning = voting.codes[MEMBER][:5]
        ballot.page.locator("#code").fill(beginning)
        for _ in range(3):
            ballot.page.wait_for_event("requestfailed", lambda one: one.url.endswith("/ballot/session.js"))
        expect(ballot.page.locator("#code")).to_have_value(beginning)
        with ballot.page.expect_event("load"):
            ballot.page.locator("#code").fill(voting.codes[MEMBER])
        line.mend()
        ballot.expect_stage("comparing")
    assert "#" not in ballot.page.url
    ballot.compare()


def test_lost_answers_count_no_slip_twice(voting, devices):
    """Every second slip arrives, but its answer does not."""
    device = devices.phone(voting)
    ballot = Ballot.open(device.page(), voting)
    ballot.obtain(voting.codes[MEMBER])
    ballot.mark_all(UNITS)
    seen = []

    def lose(route: Route):
        seen.append(route)
        if len(seen) % 2:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    with device.watch.allowing(*GONE):
        device.context.route("**/slips", lose)
        ballot.cast()
    assert slips_in(voting) == CONTESTS


def test_the_service_loses_its_power_while_slips_come_in(voting, devices):
    device, ballot = at_the_last_question(voting, devices)
    seen = []

    def kill(route: Route):
        seen.append(route)
        if len(seen) == 5:
            voting.service.kill()
        route.continue_()

    with device.watch.allowing(*GONE):
        device.context.route("**/slips", kill)
        ballot.cast_in_vain()
        voting.service.start()
        ballot.expect_cast()
    assert slips_in(voting) == CONTESTS


def test_a_dead_battery(voting, browser, tmp_path):
    """The browser is gone from one moment to the next; what it had stored is enough to go on."""
    options = {"executable_path": CHROMIUM, "args": OPTIONS, "base_url": voting.origin, **PHONE}
    profile = str(tmp_path / "profile")
    context = browser.browser_type.launch_persistent_context(profile, **options)
    ballot = Ballot.open(context.new_page(), voting)
    ballot.fill_in(voting.codes[MEMBER], UNITS)
    Line(context, "**/slips").cut()
    ballot.cast_in_vain()
    with context.expect_event("close"):
        crash(context)
    context = browser.browser_type.launch_persistent_context(profile, **options)
    ballot = Ballot.open(context.new_page(), voting)
    ballot.expect_cast()
    assert slips_in(voting) == CONTESTS
    context.close()


def crash(context: BrowserContext):
    session = context.new_cdp_session(context.pages[0])
    try:
        session.send("Browser.crash")
    except Exception:  # The browser is gone: that is what was asked for.
        pass


def test_a_second_tab_shows_the_same(voting, devices):
    device = devices.phone(voting)
    first = Ballot.open(device.page(), voting)
    first.obtain(voting.codes[MEMBER])
    first.mark_all(UNITS)
    second = Ballot.open(device.page(), voting)
    second.expect_stage("marking")
    second.review()
    assert second.totals() == [CONTESTS, 0, 0]
    second.cast()
    first.page.evaluate("window.dispatchEvent(new Event('focus'))")
    first.expect_cast()
    assert slips_in(voting) == CONTESTS


def test_a_second_tab_has_cast_unnoticed(voting, devices):
    """The first tab's last button is pressed before the tab has seen that there is nothing left to cast."""
    device, first = at_the_last_question(voting, devices)
    second = Ballot.open(device.page(), voting)
    second.expect_stage("marking")
    second.review()
    second.cast()
    first.page.evaluate("document.querySelector('#cast').click()")
    first.expect_cast()
    assert slips_in(voting) == CONTESTS


def test_two_tabs_take_one_ballot(voting, devices):
    device = devices.phone(voting)
    tabs = [Ballot.open(device.page(), voting) for _ in range(2)]
    for tab in tabs:
        tab.page.bring_to_front()
        tab.join(voting.codes[MEMBER])
        tab.accept_round()
    for tab in tabs:
        tab.receive()
    for tab in tabs:
        tab.page.bring_to_front()
        tab.expect_stage("marking")
    assert voting.detail()["turnout"]["issued"] == 1


def test_another_device_gets_no_second_ballot(voting, devices):
    """Two members with one code, or one member with two phones: whoever comes first has the ballot."""
    first = Ballot.open(devices.phone(voting).page(), voting)
    first.obtain(voting.codes[MEMBER])
    other = devices.phone(voting)
    second = Ballot.open(other.page(), voting)
    second.join(voting.codes[MEMBER])
    second.accept_round()
    with other.watch.allowing(*refusal(409)):
        second.receive()
        second.expect_stage("fault")
        expect(second.page.locator(".fault-code")).to_contain_text("already-issued")
    first.mark_all(UNITS)
    first.cast()
    assert slips_in(voting) == CONTESTS


def test_whoever_is_not_present_waits_and_goes_on(round_in, devices):
    """The secretary marks the member present while the page is open."""
    round = round_in("confirmed")
    round.sample.presence |= {MEMBER: "absent"}
    try:
        round.issuing()
    finally:
        round.sample.presence |= {MEMBER: "present"}
    device = devices.phone(round)
    ballot = Ballot.open(device.page(), round)
    ballot.join(round.codes[MEMBER])
    ballot.accept_round()
    with device.watch.allowing(*refusal(403)):
        ballot.receive()
        expect(ballot.page.locator("#waiting")).to_have_attribute("data-reason", "voter-absent")
        round.mark({MEMBER: "present"})
        ballot.expect_stage("marking")


def test_the_form_may_be_filled_in_before_the_voting_opens(round_in, devices):
    round = round_in("issuing")
    ballot = Ballot.open(devices.phone(round).page(), round)
    ballot.obtain(round.codes[MEMBER])
    ballot.mark_all(UNITS)
    expect(ballot.page.locator("#to-confirm")).to_have_count(0)
    expect(ballot.page.locator("#not-voting")).to_be_visible()
    round.voting()
    ballot.cast()


def test_a_box_sealed_before_anything_was_cast(voting, devices):
    ballot = Ballot.open(devices.phone(voting).page(), voting)
    ballot.obtain(voting.codes[MEMBER])
    voting.sealed("without-ballot", "slips-missing")
    ballot.expect_stage("late")
    expect(ballot.page.locator("[data-stage]")).to_contain_text("chưa bỏ")


def test_two_members_share_a_phone(voting, devices):
    """The second one's card is scanned when the first has cast; each has a ballot of their own."""
    device = devices.phone(voting)
    first = Ballot.open(device.page(), voting)
    first.vote(voting.codes[MEMBER], UNITS)
    second = Ballot(device.page(f"/v/{voting.round_id}#{voting.codes['uv-02']}"))
    second.accept_round()
    second.receive()
    second.mark_all(UNITS)
    second.cast()
    voting.sealed("without-ballot")
    for ballot in (first, second):
        ballot.page.bring_to_front()
        ballot.expect_found()
    assert voting.detail()["turnout"]["slips"] == 2 * CONTESTS
