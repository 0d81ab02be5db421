"""A member whose ballot goes through a relay: handed over, in the box, found and counted are four things."""

import re
import time

from playwright.sync_api import expect

from pages.ballot import Ballot
from support.accessibility import inspect
from support.staff import SECRETARY
from support.watch import refusal
from support.weight import HEAVIEST_WITH_RELAYS, weight

MEMBERS = ["uv-01", "uv-02", "uv-03"]
UNITS = 3
CONTESTS = 12
GONE = (r"^failed: .*", r"^console error: Failed to load resource: net::ERR")


def at_the_question(round, devices, member: str) -> Ballot:
    """Filled in, before the last question."""
    ballot = Ballot.open(devices.phone(round).page(), round)
    ballot.fill_in(round.codes[member], UNITS)
    return ballot


def handed(round, devices, *members: str, at_least: int = 1) -> list[Ballot]:
    ballots = [at_the_question(round, devices, member) for member in members]
    for ballot in ballots:
        ballot.hand_over(at_least)
    return ballots


def handed_by_its_own_clock(round, devices, member: str) -> Ballot:
    """On a page whose time the test may let pass; what the browser says of lost answers is allowed."""
    phone = devices.phone(round)
    phone.watch.allow(*GONE, *refusal(409), *refusal(503))
    page = phone.page()
    page.clock.install()
    ballot = Ballot.open(page, round)
    ballot.fill_in(round.codes[member], UNITS)
    ballot.hand_over(1)
    return ballot


def slips(round) -> int:
    return round.detail()["turnout"]["slips"]


def wait_until(holds):
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end, "in vain"
        time.sleep(0.1)


def watch_of(ballot: Ballot, devices):
    return next(device.watch for device in devices.made if device.context == ballot.page.context)


def test_from_hand_to_box_and_after(relayed, devices):
    round = relayed()
    phone = devices.phone(round)
    ballot = Ballot.open(phone.page(), round)
    ballot.join(round.codes["uv-01"])
    ballot.accept_round()
    ballot.expect_stage("receiving")
    expect(ballot.page.locator("#way-words")).to_contain_text(round.relays[0].name)
    expect(ballot.page.locator("#way-words")).to_contain_text("Một người giữ chìa khóa")
    ballot.receive()
    ballot.mark_all(UNITS)
    ballot.confirm()
    expect(ballot.page.locator(".relay-host")).to_contain_text(f"127.0.0.1:{round.relays[0].port}")
    expect(ballot.page.locator(".relay-host")).to_contain_text("chạy thử")
    ballot.page.locator("#relay-keys summary").click()
    expect(ballot.page.locator("#relay-keys .fingerprint")).to_have_text(round.relays[0].fingerprint)
    expect(ballot.page.locator("#at-least")).to_have_value("3")
    expect(ballot.page.locator("#relay-said")).to_contain_text("0 đồng chí đã giao")
    assert not inspect(ballot.page)
    ballot.hand_over()
    expect(ballot.page.locator("#handed-count")).to_contain_text("1 đồng chí")
    assert not inspect(ballot.page)
    handed(round, devices, "uv-02", "uv-03", at_least=2)
    assert slips(round) == 0
    ballot.page.reload()
    ballot.expect_handed()
    round.closing("without-ballot")
    ballot.expect_in_box()
    expect(ballot.page.locator("#mixed-with")).to_contain_text("3 đồng chí")
    assert slips(round) == 3 * CONTESTS
    assert not inspect(ballot.page)
    round.sealed()
    ballot.expect_found()
    assert ballot.milestones() == ["done", "done", "done", "now"]
    round.opened()
    round.certified()
    ballot.expect_stage("counted")
    assert ballot.milestones() == ["done"] * 4
    ballot.page.locator("#show-own").click()
    expect(ballot.page.locator("#totals")).to_be_visible()
    assert ballot.totals() == [CONTESTS, 0, 0]
    ballot.erase()


def test_the_service_is_asked_nothing_until_voting_has_ended(relayed, devices):
    round = relayed()
    [ballot] = handed(round, devices, "uv-01")
    requests = watch_of(ballot, devices).requests
    expect(ballot.page.locator("#handed-count")).to_contain_text("1 đồng chí")
    before = len(requests)
    ballot.page.wait_for_timeout(15_000)
    later = requests[before:]
    assert later and all(request.url.startswith(f"{round.relays[0].origin}/") for request in later)
    assert not [request for request in requests if request.url.endswith("/slips")]
    # Opened again the page itself comes from the service, and nothing about the round is asked.
    before = len(requests)
    ballot.page.reload()
    ballot.expect_handed()
    asked = [request.url for request in requests[before:] if "/api/v1/" in request.url]
    assert not asked, asked


def test_the_page_may_ask_the_rounds_relays_and_nobody_else(relayed, devices):
    round = relayed(2)
    page = devices.phone(round).page()
    policy = page.goto(f"/v/{round.round_id}").headers["content-security-policy"]
    relays = " ".join(f"{origin}/" for origin in round.relay_origins)
    assert f"connect-src 'self' {relays};" in policy
    assert "connect-src 'self';" in page.goto("/v/").headers["content-security-policy"]


def test_what_comes_besides_is_light(relayed, devices):
    """What only rounds with relays need comes after the first screen, which weighs what it does in all rounds."""
    round = relayed()
    phone = devices.phone(round)
    ballot = Ballot.open(phone.page(), round)
    ballot.expect_stage("joining")
    ballot.page.wait_for_load_state("networkidle")
    assert weight(phone.watch) < HEAVIEST_WITH_RELAYS


def test_a_relay_killed_before_the_mix(relayed, devices):
    """It has forgotten everything: phones hand over again, there, by themselves."""
    round = relayed()
    [relay] = round.relays
    [ballot] = handed(round, devices, "uv-01")
    watch_of(ballot, devices).allow(*GONE, *refusal(404))
    relay.kill()
    expect(ballot.page.locator("#handed-count")).to_contain_text("Chưa liên lạc được")
    relay.start()
    expect(ballot.page.locator("#handed-count")).to_contain_text("1 đồng chí đã giao")
    round.closing("without-ballot")
    ballot.expect_in_box()
    assert slips(round) == CONTESTS


def test_a_relay_killed_after_the_mix(relayed, devices):
    """Answers are lost with it; nothing is sent again, and the sealed box has every slip."""
    round = relayed()
    [relay] = round.relays
    [ballot] = handed(round, devices, "uv-01")
    watch_of(ballot, devices).allow(*GONE, *refusal(410))
    ballot.page.context.route(f"{relay.origin}/**", lambda route: route.abort())
    round.closing("without-ballot")
    wait_until(lambda: slips(round) == CONTESTS)
    relay.kill()
    relay.start()
    ballot.page.context.unroute_all()
    ballot.expect_stage("mixed")
    assert ballot.milestones() == ["done", "now", "later", "later"]
    assert not inspect(ballot.page)
    round.sealed("without-ballot")
    ballot.expect_found()
    assert slips(round) == CONTESTS


def test_mixed_and_not_answered(relayed, devices):
    """Neither held nor in the box; the member is asked once it takes too long, and nothing is claimed."""
    round = relayed()
    ballot = handed_by_its_own_clock(round, devices, "uv-01")
    round.between.shut = re.compile("/gateway$")
    round.closing("without-ballot")
    ballot.let_pass(20)
    ballot.expect_sending()
    ballot.expect_question(None)
    assert slips(round) == 0 and not inspect(ballot.page)
    ballot.let_pass(400)
    ballot.expect_question("sending")
    assert not inspect(ballot.page)
    ballot.page.locator("#doubt-elsewhere").click()
    ballot.page.locator("#release").click()
    expect(ballot.page.locator("#another-way")).to_contain_text("không trả lại được nữa")
    expect(ballot.page.locator("#another-way")).to_contain_text("hai lần")
    assert not inspect(ballot.page)
    ballot.page.locator("#go-back").click()
    ballot.expect_sending()
    round.between.shut = None
    wait_until(lambda: slips(round) == CONTESTS)
    ballot.let_pass(20)
    ballot.expect_in_box()


def test_a_relay_that_dies_while_it_sends(relayed, devices):
    """The member is asked, waits, and the sealed box tells: here that the slips are not in it."""
    round = relayed()
    ballot = handed_by_its_own_clock(round, devices, "uv-01")
    round.between.shut = re.compile("/gateway$")
    round.closing("without-ballot")
    ballot.let_pass(20)
    ballot.expect_sending()
    round.relays[0].kill()
    ballot.page.reload()
    ballot.expect_sending()
    ballot.let_pass(60)
    ballot.expect_question("sending-silent")
    assert not inspect(ballot.page)
    ballot.page.locator("#doubt-wait").click()
    expect(ballot.page.locator("#doubt")).to_contain_text("chọn đợi")
    round.sealed("without-ballot", "relay-silent", "slips-missing")
    ballot.let_pass(10)
    ballot.expect_stage("uncast")
    expect(ballot.page.locator("[data-stage]")).to_contain_text(f"{CONTESTS} / {CONTESTS} phiếu không có trong hòm")


def test_a_relay_that_dies_while_it_holds(relayed, devices):
    """The page knows neither whether voting has ended nor what became of the ballot, and asks about both."""
    round = relayed()
    ballot = handed_by_its_own_clock(round, devices, "uv-01")
    round.relays[0].kill()
    ballot.let_pass(60)
    ballot.expect_question("unfinished")
    assert not inspect(ballot.page)
    ballot.page.locator("#doubt-closed").click()
    expect(ballot.page.locator("#doubt")).to_contain_text("vẫn đang bỏ phiếu")
    round.closing("without-ballot")
    ballot.page.locator("#doubt-closed").click()
    ballot.expect_question("silent")
    assert not inspect(ballot.page)
    # What the service has said once need not be asked of the member again.
    ballot.page.reload()
    ballot.expect_handed()
    ballot.let_pass(60)
    ballot.expect_question("silent")
    ballot.page.locator("#doubt-elsewhere").click()
    ballot.page.locator("#release").click()
    ballot.let_pass(10)
    expect(ballot.page.locator("#another-way")).to_contain_text("hai lần")
    ballot.page.locator("#go-direct").click()
    ballot.expect_cast()
    assert slips(round) == CONTESTS


def test_a_relay_that_never_hears_of_the_end(relayed, devices):
    """It holds the ballot long after: the member may have it back, and send it once."""
    round = relayed()
    ballot = handed_by_its_own_clock(round, devices, "uv-01")
    round.between.shut = re.compile("/closing$")
    round.closing("without-ballot")
    ballot.page.locator("#handed-more summary").click()
    ballot.page.locator("#has-closed").click()
    expect(ballot.page.locator("#handed-more")).to_contain_text("đã kết thúc bỏ phiếu")
    ballot.expect_question(None)
    ballot.let_pass(400)
    ballot.expect_question("held")
    assert not inspect(ballot.page)
    ballot.page.locator("#doubt-elsewhere").click()
    ballot.page.locator("#release").click()
    ballot.expect_stage("released")
    ballot.page.locator("#go-direct").click()
    ballot.expect_cast()
    assert slips(round) == CONTESTS


def test_a_small_mix_is_accepted(relayed, devices):
    round = relayed()
    [first, second] = handed(round, devices, "uv-01", "uv-02", at_least=3)
    round.closing("without-ballot")
    for ballot in (first, second):
        expect(ballot.page.locator("#small-mix")).to_contain_text("ít hơn 3")
        expect(ballot.page.locator("#time-left")).to_have_text(re.compile(r"còn đợi khoảng \d+ giây"))
        assert not inspect(ballot.page)
        ballot.page.locator("#lower").click()
    for ballot in (first, second):
        ballot.expect_in_box()
        expect(ballot.page.locator("#mixed-with")).to_contain_text("2 đồng chí")


def test_a_blocked_relay_leaves_the_choice_to_the_member(relayed, devices):
    """From the start: another relay, and nothing was handed to the first."""
    round = relayed(2)
    phone = devices.phone(round)
    phone.context.route(f"{round.relays[0].origin}/**", lambda route: route.abort())
    phone.watch.allow(*GONE)
    ballot = Ballot.open(phone.page(), round)
    ballot.fill_in(round.codes["uv-01"], UNITS)
    expect(ballot.page.locator("#relay-said")).to_contain_text("Chưa liên lạc được")
    ballot.page.locator("#ways input[value='1']").check()
    expect(ballot.page.locator("#relay-said")).to_contain_text("đang hoạt động")
    ballot.hand_over(1)
    round.closing("without-ballot")
    ballot.expect_in_box()


def test_a_relay_that_goes_while_the_ballot_is_handed_over(relayed, devices):
    """Direct without its release: told what that costs, and done once."""
    round = relayed()
    phone = devices.phone(round)
    ballot = Ballot.open(phone.page(), round)
    ballot.fill_in(round.codes["uv-01"], UNITS)
    phone.watch.allow(*GONE)
    phone.context.route(f"{round.relays[0].origin}/**", lambda route: route.abort())
    ballot.page.locator("#cast").click()
    ballot.expect_stage("handing")
    expect(ballot.page.locator("#trouble")).to_be_visible()
    ballot.page.locator("#elsewhere").click()
    ballot.expect_stage("elsewhere")
    assert not inspect(ballot.page)
    ballot.page.locator("#release").click()
    expect(ballot.page.locator("#another-way")).to_contain_text("hai lần")
    assert not inspect(ballot.page)
    ballot.page.locator("#go-direct").click()
    ballot.expect_cast()
    assert slips(round) == CONTESTS


def test_another_relay_with_the_first_ones_release(relayed, devices):
    round = relayed(2)
    [ballot] = handed(round, devices, "uv-01")
    ballot.page.locator("#handed-more summary").click()
    ballot.page.locator("#elsewhere").click()
    ballot.page.locator("#release").click()
    ballot.expect_stage("released")
    assert not inspect(ballot.page)
    ballot.page.locator("#relay-1").click()
    ballot.expect_handed()
    expect(ballot.page.locator("[data-stage]")).to_contain_text(round.relays[1].name)
    round.closing("without-ballot")
    ballot.expect_in_box()


def test_a_member_who_insists_on_direct(relayed, devices):
    round = relayed()
    ballot = at_the_question(round, devices, "uv-01")
    ballot.choose_direct()
    assert not inspect(ballot.page)
    ballot.page.locator("#cast").click()
    ballot.expect_cast()
    assert slips(round) == CONTESTS
    round.closing("without-ballot")
    # A relay that nobody handed anything to says so.
    wait_until(lambda: round.detail()["relays"][0].get("voters") == 0)
    round.sealed("without-ballot")
    ballot.expect_found()


def test_left_out_of_the_mix(relayed, devices):
    """Nobody lowers in time: told in large letters, released, and sent direct before the sealing."""
    round = relayed(lowering=10)
    [ballot] = handed(round, devices, "uv-01", at_least=3)
    round.closing("without-ballot")
    # The relay waits for somebody to accept a smaller mix, here for less than usual.
    ballot.expect_stage("unsent")
    assert slips(round) == 0 and not inspect(ballot.page)
    ballot.page.locator("#release").click()
    ballot.expect_stage("released")
    ballot.page.locator("#go-direct").click()
    ballot.expect_cast()
    round.sealed("without-ballot")
    ballot.expect_found()


def test_cancelled_while_the_relay_holds_it(relayed, devices):
    """The relay lets go of it by the service's signature, and the phone, which asked the service nothing, learns of it there."""
    round = relayed()
    [ballot] = handed(round, devices, "uv-01", at_least=1)
    answer = {"reason": "Mất điện", "acknowledge": ["ballots-destroyed"]}
    round.desk(SECRETARY).post(f"rounds/{round.name}/cancel", answer)
    ballot.expect_stage("cancelled")
    assert not inspect(ballot.page)


def test_the_command_line_hands_over_too(relayed):
    round = relayed()
    round.sample.write_marks(round.path("marks.csv"))
    for member in MEMBERS:
        assert "HANDED OVER" in round.vote(member)
    assert slips(round) == 0 and "3 voters have handed over" in round.vote(MEMBERS[0])
    round.closing("without-ballot")
    wait_until(lambda: slips(round) == 3 * CONTESTS)
    wait_until(lambda: "mixed with those of 3" in round.vote(MEMBERS[0]))
    round.sealed("without-ballot")
    for member in MEMBERS:
        round.find(member)


def test_in_english(relayed, devices):
    round = relayed()
    page = devices.phone(round).page(f"/v/{round.round_id}?lang=en")
    ballot = Ballot(page)
    ballot.expect_stage("joining")
    page.locator("#code").fill(round.codes["uv-01"])
    page.get_by_role("button", name="Continue").click()
    ballot.accept_round()
    ballot.receive()
    ballot.mark_all(UNITS)
    ballot.confirm()
    page.locator("#at-least").fill("1")
    page.locator("#cast").click()
    ballot.expect_stage("handed")
    expect(page.locator("h1")).to_have_text("Handed to the relay")
