"""The counting board at its own device, and what it does when that device is lost."""

from playwright.sync_api import expect

from pages.board_desk import BoardDesk
from support.accessibility import inspect
from support.command import run
from support.staff import BOARD


def test_only_the_public_half_leaves_the_device(round_in, devices, tmp_path):
    round = round_in("draft")
    laptop = devices.laptop(round, BOARD)
    desk = BoardDesk.open(laptop.page(), round)
    desk.make_another()
    file = desk.make_key(BOARD.display_name, tmp_path / "key.json").read_text()
    secrets = [line.split('"')[3] for line in file.splitlines() if "Key\"" in line]
    assert len(secrets) == 2
    sent = " ".join(f"{one.url} {one.post_data or ''}" for one in laptop.watch.requests)
    assert not [secret for secret in secrets if secret in sent]


def test_the_sheet_opens_the_box_on_another_device(round_in, devices, tmp_path):
    """The key was made here; at the count there is only the printed sheet, typed with a mistake at first."""
    round = round_in("draft")
    desk = BoardDesk.open(devices.laptop(round, BOARD).page(), round)
    desk.make_another()
    desk.make_key(BOARD.display_name, tmp_path / "key.json")
    desk.page.locator("#show-again").click()
    lines = desk.sheet_lines()
    round.frozen()
    desk.show()
    assert desk.sign() == round.detail()["roundCode"]
    round.issuing()
    round.voting()
    round.cast()
    round.sealed()
    other = BoardDesk.open(devices.laptop(round, BOARD).page(), round)
    other.expect_box_intact()
    mistaken = ("1" if lines[2][0] == "0" else "0") + lines[2][1:]
    other.type_key([*lines[:2], mistaken, *lines[3:]])
    expect(other.page.locator("#key-typed-said")).to_contain_text("dòng 3")
    other.type_key(lines)
    other.open_box()
    assert round.state == "opened"


def test_the_key_file_of_the_command_opens_the_box(round_in, devices):
    round = round_in("sealed")
    desk = BoardDesk.open(devices.laptop(round, BOARD).page(), round)
    desk.expect_box_intact()
    desk.give_key(round.path("board-key"))
    desk.open_box()
    desk.sign_minutes()
    desk.show()
    expect(desk.page.locator("#minutes-signed")).to_be_visible()


def test_the_minutes_are_signed_after_a_new_count(round_in, devices):
    """The page was left before it was signed: it counts again first."""
    round = round_in("opened")
    desk = BoardDesk.open(devices.laptop(round, BOARD).page(), round)
    expect(desk.page.locator("#sign-minutes")).to_be_hidden()
    desk.give_key(round.path("board-key"))
    desk.page.locator("#recount-button").click()
    desk.sign_minutes()
    assert not inspect(desk.page)
    signatures = round.desk(BOARD).get(f"rounds/{round.name}/results")["minutesSignatures"]
    assert [one["member"] for one in signatures] == [0]


def test_the_command_signs_the_minutes(round_in):
    round = round_in("opened")
    round.minutes_signed()
    assert len(round.desk(BOARD).get(f"rounds/{round.name}/results")["minutesSignatures"]) == 1


def test_a_tampered_box_is_not_opened(round_in, devices):
    """One byte of the boxes is changed on the way: the page finds it and does not ask for the key."""
    round = round_in("sealed")
    laptop = devices.laptop(round, BOARD)

    def change(route):
        answer = route.fetch()
        body = bytearray(answer.body())
        body[300] ^= 1
        route.fulfill(response=answer, body=bytes(body))

    laptop.context.route("**/boxes", change)
    desk = BoardDesk.open(laptop.page(), round)
    expect(desk.page.locator("#audit-verdict")).to_have_class("notice wrong", timeout=120_000)
    expect(desk.page.locator("#open-key")).to_be_hidden()
    assert round.state == "sealed"


def test_another_boards_key_is_refused(round_in, devices):
    round = round_in("sealed")
    desk = BoardDesk.open(devices.laptop(round, BOARD).page(), round)
    desk.expect_box_intact()
    run("round", "board-key", "--name", "Người khác", "--out", round.path("another-key"))
    desk.choose_key_file(round.path("another-key"))
    expect(desk.page.locator("#key-wrong")).to_be_visible()
    expect(desk.page.locator("#open-step")).to_be_hidden()


def test_a_key_made_later_and_not_registered_takes_no_ones_place(round_in, devices, tmp_path):
    """Key A is registered, key B made and left; the page is opened again, the round frozen: A is still here and signs."""
    round = round_in("draft")
    desk = BoardDesk.open(devices.laptop(round, BOARD).page(), round)
    desk.make_another()
    desk.make_key(BOARD.display_name, tmp_path / "a.json")
    desk.page.locator("#show-again").click()
    registered = desk.sheet_lines()
    expect(desk.page.locator("#registering")).to_be_hidden()
    desk.page.locator("#make-other").click()
    other = desk.make_unregistered("Người khác")
    assert other != registered
    desk.show()
    expect(desk.page.locator("#registered-here")).to_be_visible()
    desk.page.locator("#show-unregistered").click()
    assert desk.sheet_lines() == other
    round.frozen()
    desk.show()
    desk.sign()


def test_a_copy_is_read_back_before_the_key_counts(round_in, devices, tmp_path):
    """Neither printing nor saving is enough: a copy of another key, a broken one and a mistyped sheet prove nothing."""
    round = round_in("draft")
    before = round.detail()["board"]
    desk = BoardDesk.open(devices.laptop(round, BOARD).page(), round)
    desk.make_another()
    lines = desk.make_unregistered(BOARD.display_name)
    page = desk.page
    page.locator("#is-kept").check()
    expect(page.locator("#send")).to_be_disabled()
    (tmp_path / "broken.json").write_text(round.path("board-key").read_text()[:-9])
    for file in (round.path("board-key"), tmp_path / "broken.json"):
        page.locator("#key-file").set_input_files(file)
        expect(page.locator("#key-wrong")).to_be_visible()
        expect(page.locator("#send")).to_be_disabled()
    desk.type_key([lines[1], lines[0], *lines[2:]])
    expect(page.locator("#key-typed-said")).to_contain_text("dòng 1, 2")
    expect(page.locator("#send")).to_be_disabled()
    desk.type_key(lines)
    expect(page.locator("#proved")).to_be_visible()
    expect(page.locator("#key-wrong")).to_be_hidden()
    assert round.detail()["board"] == before
    with page.expect_navigation():
        page.locator("#send").click()
    expect(page.locator("#registered-here")).to_be_visible()
    assert round.detail()["board"] != before


def test_the_time_of_sealing_is_part_of_the_seal(round_in, devices):
    """It is shown as what it is, the service's word, on the board's device and where the minutes are printed."""
    round = round_in("sealed")
    laptop = devices.laptop(round, BOARD)
    desk = BoardDesk.open(laptop.page(), round)
    desk.expect_box_intact()
    facts = desk.page.locator("#seal-facts-block")
    facts.locator("summary").click()
    expect(facts.locator("#seal-time-said")).to_have_text("(theo lời máy chủ, có trong dấu niêm phong)")
    assert not inspect(desk.page)
    desk.page.goto(f"{desk.path}?lang=en")
    expect(desk.page.locator("#seal-time-said")).to_have_text("(as the service says, and part of the seal)")
    round.opened()
    for path in (desk.path, f"/desk/rounds/{round.name}/results"):
        desk.page.goto(f"{path}?lang=vi")
        expect(desk.page.locator(".minutes-date:visible")).to_contain_text("theo giờ niêm phong, theo lời máy chủ")
