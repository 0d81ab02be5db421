"""The room's screen: live, for everybody in the room, right on paper too."""

import pytest
from playwright.sync_api import Page, expect

from pages.room_screen import expect_in_sight, with_many_units
from support.rounds import Round

CONTESTS = 12


@pytest.fixture
def screen(round_in, devices):
    """The screen of a round in some state, on a projector."""

    def show(state: str) -> tuple[Round, Page]:
        round = round_in(state)
        return round, devices.projector(round).page(f"/rounds/{round.round_id}/screen")

    return show


def expect_count(page: Page, name: str, number: int):
    expect(page.locator(f"[data-count={name}]").first).to_have_text(str(number))


def test_slips_are_counted_as_they_come_in(screen):
    round, page = screen("voting")
    expect_count(page, "slips", 0)
    stay(page)
    round.sample.write_marks(round.path("marks.csv"))
    round.vote("uv-01")
    expect_count(page, "issued", 1)
    expect_count(page, "slips", CONTESTS)
    round.vote("uv-02")
    expect_count(page, "slips", 2 * CONTESTS)
    expect_to_have_stayed(page)


def test_presence_and_quorum_follow(screen):
    round, page = screen("frozen")
    expect_count(page, "present", 0)
    expect(page.locator("#quorum")).to_have_attribute("data-holds", "false")
    stay(page)
    round.mark(round.sample.presence)
    expect_count(page, "present", 4)
    expect_count(page, "summoned", 4)
    expect(page.locator("#quorum")).to_have_attribute("data-holds", "true")
    expect(page.locator("#quorum-yes")).to_be_visible()
    expect_to_have_stayed(page)


def test_every_step_shows_by_itself(screen):
    """From the meeting's beginning to the results, with nobody at the projector's keyboard."""
    round, page = screen("confirmed")
    state = page.locator("#screen")
    for step in ("issuing", "voting", "cast", "sealed", "opened", "certified"):
        getattr(round, step)()
        expect(state).to_have_attribute("data-state", "voting" if step == "cast" else step)
    for unit, passed in zip(round.sample.eligible, ("true", "true", "false"), strict=True):
        expect(page.locator(f"[data-unit={unit}]")).to_have_attribute("data-passed", passed)


def test_nothing_of_the_results_before_they_are_certified(screen):
    round, page = screen("opened")
    expect(page.locator("#screen")).to_have_attribute("data-state", "opened")
    expect(page.locator("[data-unit]")).to_have_count(0)


def test_the_round_code_and_the_way_in(screen):
    round, page = screen("voting")
    expect(page.locator("#round-code")).to_have_attribute("data-code", round.detail()["roundCode"])
    expect(page.locator("svg.qr")).to_be_visible()


def test_a_service_that_is_away_is_said_and_heard_again(screen, devices):
    round, page = screen("voting")
    watch = devices.made[0].watch
    with watch.allowing(r"ERR_\w+", r"^failed: "):
        round.service.stop()
        expect(page.locator("#lost")).to_be_visible()
        round.service.start()
        expect(page.locator("#lost")).to_be_hidden(timeout=120_000)
    round.sample.write_marks(round.path("marks.csv"))
    round.vote("uv-01")
    expect_count(page, "slips", CONTESTS)


@pytest.mark.parametrize("state", ["voting", "sealed", "certified"])
def test_all_of_it_is_in_sight(screen, state):
    """Nobody scrolls a projector, however few lines it has: the address and the pager are there too."""
    _, page = screen(state)
    if state == "certified":
        page.route("**/screen", with_many_units)
        page.reload()
    expect_in_sight(page, "#pager" if state == "certified" else "#typed")


def test_who_has_cast_and_who_has_found(screen):
    """While people vote the large bar is theirs, not that of who is here; after the sealing, of who found their slips."""
    round, page = screen("voting")
    round.sample.write_marks(round.path("marks.csv"))
    round.vote("uv-01")
    expect_count(page, "ballots", 1)
    expect_count(page, "issued", 1)
    expect(page.locator("#quorum")).to_have_count(0)
    expect(page.locator("#entry-label")).to_contain_text("bỏ phiếu")
    round.sealed("without-ballot")
    expect(page.locator("#screen")).to_have_attribute("data-state", "sealed")
    expect_count(page, "found", 0)
    expect(page.locator("#entry-label")).not_to_contain_text("vào bỏ phiếu")
    stay(page)
    round.find("uv-01")
    expect_count(page, "found", 1)
    expect_to_have_stayed(page)


def test_eight_screens_in_one_browser(screen, devices):
    """A browser opens six connections to one server: all its tabs follow all the same, and none is kept from loading."""
    round, first = screen("voting")
    device = devices.made[0]
    pages = [first, *(device.page(f"/rounds/{round.round_id}/screen") for _ in range(7))]
    round.sample.write_marks(round.path("marks.csv"))
    round.vote("uv-01")
    for page in pages:
        expect_count(page, "slips", CONTESTS)
    streams = [one for one in device.watch.requests if one.resource_type == "eventsource"]
    assert len(streams) == 1


def test_a_tab_that_nobody_sees_holds_no_stream(screen):
    round, page = screen("voting")
    expect_count(page, "slips", 0)
    with page.expect_event("requestfailed", lambda one: one.url.endswith("/events")):
        show(page, False)
    with page.expect_event("request", lambda one: one.url.endswith("/events")):
        show(page, True)
    round.sample.write_marks(round.path("marks.csv"))
    round.vote("uv-01")
    expect_count(page, "slips", CONTESTS)


def show(page: Page, is_seen: bool):
    page.evaluate("""(isSeen) => {
        Object.defineProperty(document, "hidden", { configurable: true, get: () => !isSeen });
        document.dispatchEvent(new Event("visibilitychange"));
    }""", is_seen)


def test_all_results_are_on_paper(screen):
    round, page = screen("certified")
    page.emulate_media(media="print")
    for unit in round.sample.eligible:
        expect(page.locator(f"[data-unit={unit}]")).to_be_visible()
    expect(page.locator("#pager")).to_be_hidden()


def stay(page: Page):
    page.evaluate("window.stayed = true")


def expect_to_have_stayed(page: Page):
    assert page.evaluate("window.stayed"), "the page was loaded anew"
