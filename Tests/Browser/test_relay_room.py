"""What the room and the desk see of relays: how many handed over, never taken for slips in the box."""

import base64
import hashlib
import time

import pytest
from playwright.sync_api import Page, expect

from pages.room_screen import expect_in_sight
from support.accessibility import inspect
from support.languages import strayed
from support.relay import Relay
from support.seats import make_key
from support.staff import BOARD, SECRETARY

CONTESTS = 12
GONE = (r"^failed: .*", r"^console error: Failed to load resource: net::ERR")
SMALL_MIX = ("without-ballot",)
RELAY_NAME = "Văn phòng Huyện ủy"


@pytest.fixture
def drafted(round_in, tmp_path):
    """A draft that names a relay, which runs."""
    round = round_in("staffed")
    relay = Relay(tmp_path / "relay", round.origin, RELAY_NAME).start()
    round.relays = [relay]
    round.draft()
    round.casting()
    yield round
    relay.stop()


@pytest.fixture
def room(relayed, devices):
    """A round with relays, and its pages: the wall's, the desk's, the public one on a phone."""

    def open_all(count: int = 1):
        round = relayed(count)
        round.sample.write_marks(round.path("marks.csv"))
        screen = devices.projector(round).page(f"/rounds/{round.round_id}/screen")
        desk = devices.laptop(round, SECRETARY).page(f"/desk/rounds/{round.name}")
        public = devices.phone(round).page(f"/rounds/{round.round_id}")
        return round, (screen, desk, public)

    return open_all


def line(page: Page, place: int = 0):
    return page.locator("#relays li").nth(place)


def expect_handed(page: Page, number: int, place: int = 0):
    expect(line(page, place).locator("[data-handed]")).to_have_attribute("data-handed", str(number))
    expect(line(page, place)).to_contain_text("chưa vào hòm")


def heard(round) -> list:
    return [relay.get("voters") for relay in round.detail()["relays"]]


def wait_until(holds):
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end, "in vain"
        time.sleep(0.1)


def test_what_is_handed_over_is_followed_and_not_in_the_box(room):
    round, pages = room(2)
    for page in pages:
        expect_handed(page, 0)
        expect_handed(page, 0, place=1)
    for member in ("uv-01", "uv-02"):
        round.vote(member)
    for page in pages:
        expect_handed(page, 2)
        expect_handed(page, 0, place=1)
        assert not inspect(page) and not strayed(page)
    screen, desk, public = pages
    expect(screen.locator("[data-count=slips]")).to_have_text("0")
    expect(screen.locator("[data-count=ballots]")).to_have_text("0")
    expect(screen.locator("#cast-progress")).to_contain_text("đã vào hòm")
    expect(desk.locator("#slips-words")).to_contain_text("0 trên 24")
    expect(public.locator(".figures")).to_contain_text("Lá phiếu trong hòm")
    expect_in_sight(screen, "#typed", "#relays")


def test_the_end_of_voting_is_followed_to_the_last_relay(room):
    """A small mix is waited for, accepted, mixed and sent; the relay that nobody asked says that it sent nothing."""
    round, (screen, desk, public) = room(2)
    for member in ("uv-01", "uv-02"):
        round.vote(member)
    round.closing(*SMALL_MIX)
    for page in (screen, desk, public):
        expect(line(page)).to_contain_text("trộn với ít người hơn")
        expect_handed(page, 2)
        assert not inspect(page) and not strayed(page)
    expect_in_sight(screen, "#typed", "#relays")
    for member in ("uv-01", "uv-02"):
        round.vote(member, "--at-least", "2")
    for page in (screen, desk, public):
        expect(page.locator('#relays [data-heard="yes"]')).to_have_count(2)
        expect(line(page)).to_contain_text("đã trộn và gửi phiếu của 2 đồng chí")
        expect(line(page, 1)).to_contain_text("đã trộn và gửi phiếu của 0 đồng chí")
    expect(screen.locator("[data-count=slips]")).to_have_text(str(2 * CONTESTS))
    assert heard(round) == [2, 0]
    round.sealed(*SMALL_MIX)
    expect(public.locator("#relays li").first).to_contain_text("2 đồng chí")


def test_with_no_page_open_every_relay_says_its_number(relayed):
    """The service asks by itself, so that a relay of which nobody spoke holds up no seal."""
    round = relayed(2)
    round.closing(*SMALL_MIX)
    wait_until(lambda: heard(round) == [0, 0])
    round.sealed(*SMALL_MIX)


def test_a_relay_that_does_not_answer_is_said_to_be_silent(room, devices):
    round, pages = room()
    round.vote("uv-01")
    for page in pages:
        expect_handed(page, 1)
    for device in devices.made:
        device.watch.allow(*GONE)
    [relay] = round.relays
    relay.kill()
    for page in pages:
        expect(line(page)).to_contain_text("chưa hỏi được trạm này · lần cuối hỏi được: 1 đồng chí")
        assert not inspect(page)
    pages[0].reload()
    expect(line(pages[0])).to_contain_text("chưa hỏi được trạm này")
    expect(line(pages[0])).not_to_contain_text("lần cuối")
    relay.start()
    # It has forgotten what it held: the member's device hands over again when it is looked at.
    for page in pages:
        expect_handed(page, 0)


def test_pages_connect_to_the_rounds_relays_while_they_ask_and_to_nobody_else(relayed, devices):
    round = relayed(2)
    page = devices.laptop(round, SECRETARY).page()
    relays = " ".join(f"{origin}/" for origin in round.relay_origins)

    def policy(path: str) -> str:
        return page.goto(path).headers["content-security-policy"]

    pages = [f"/rounds/{round.round_id}/screen", f"/rounds/{round.round_id}", f"/desk/rounds/{round.name}"]
    for path in pages:
        assert f"connect-src 'self' {relays};" in policy(path)
    for path in ("/desk", f"/desk/rounds/{round.name}/presence", "/decisions"):
        assert "connect-src 'self';" in policy(path)
    round.closing(*SMALL_MIX)
    wait_until(lambda: heard(round) == [0, 0])
    round.sealed(*SMALL_MIX)
    for path in pages:
        assert "connect-src 'self';" in policy(path)


def test_in_english(relayed, devices):
    round = relayed()
    round.sample.write_marks(round.path("marks.csv"))
    round.vote("uv-01")
    pages = [(devices.projector(round), f"/rounds/{round.round_id}/screen"),
             (devices.phone(round), f"/rounds/{round.round_id}"),
             (devices.laptop(round, SECRETARY), f"/desk/rounds/{round.name}")]
    for device, path in pages:
        page = device.page(f"{path}?lang=en")
        expect(line(page)).to_contain_text("1 member handed over · not in the box yet")
        assert not inspect(page) and not strayed(page)


def test_a_round_without_relays_says_what_that_means(round_in, devices):
    round = round_in("voting")
    page = devices.phone(round).page(f"/rounds/{round.round_id}")
    expect(page.locator("dl.facts")).to_contain_text("Không có: phiếu đi thẳng vào máy chủ")
    expect(page.locator("#relays")).to_have_count(0)


def which(relay: Relay) -> tuple[str, str]:
    """Host and fingerprint, worked out here from what the relay says that its key is."""
    digest = hashlib.sha256(base64.urlsafe_b64decode(relay.key + "=")).digest()[:10]
    bits = int.from_bytes(digest)
    code = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[bits >> 5 * place & 31] for place in reversed(range(16)))
    return f"127.0.0.1:{relay.port}", "-".join(code[at:at + 4] for at in range(0, 16, 4))


def expect_named(place, relay: Relay):
    for part in (relay.name, *which(relay), "chạy thử, ở chính máy này"):
        expect(place).to_contain_text(part)


def test_which_relay_it_is_is_shown_from_the_draft_on(drafted, devices):
    """To the secretary, to a board of one before it signs, and on the round's page."""
    round, [relay] = drafted, drafted.relays
    page = devices.laptop(round, SECRETARY).page()
    for step in (lambda: None, round.frozen):
        step()
        page.goto(f"/desk/rounds/{round.name}/relays")
        expect_named(page.locator("#relay-identities"), relay)
        assert not inspect(page) and not strayed(page)
        if round.round_id is None:
            # What was entered stands there to be changed: saved as it is, it stays.
            entered = "; ".join((relay.name, relay.origin, relay.key))
            expect(page.locator("[name=lines]")).to_have_value(entered)
            page.locator("#relays-form button").click()
            expect(page).to_have_url(f"{round.origin}/desk/rounds/{round.name}")
            assert round.detail()["relays"] == [relay.reference]
    board = devices.laptop(round, BOARD).page(f"/desk/rounds/{round.name}/board")
    expect_named(board.locator("#relay-facts"), relay)
    assert not inspect(board) and not strayed(board)
    room = devices.phone(round).page(f"/rounds/{round.round_id}")
    for part in which(relay):
        expect(room.locator("#relay-identities")).to_contain_text(part)
    assert not inspect(room) and not strayed(room)


def test_a_board_of_several_compares_which_relay_it_is(drafted, devices):
    round = drafted
    seats = make_key(round, devices)
    round.frozen()
    for seat in seats:
        seat.expect_stage("compare")
        expect_named(seat.page.locator("#relay-facts"), round.relays[0])
        assert not inspect(seat.page)
