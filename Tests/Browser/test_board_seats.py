"""A board of several: people with phones of their own make a key together, sign, open and count."""

import pytest
from playwright.sync_api import expect

from pages.board_seat import BoardSeat
from support.accessibility import inspect
from support.line import GONE, Line
from support.seats import NAMES, accuse, break_share, invite, make_key, sit
from support.staff import BOARD, SECRETARY
from support.watch import refusal

WHAT = ("registration", "commitment", "message", "certification")


def freeze_and_sign(round, seats) -> dict[int, list[str]]:
    """Each member's sheet, by place."""
    round.frozen()
    return {seat.place: seat.sign() for seat in seats}


def overtaken(devices):
    """A device may say something when the attempt is over already: it is refused, and looks again."""
    for device in devices.made:
        device.watch.allow(*refusal(409))


def test_three_people_make_sign_open_and_count_with_one_away(round_in, devices):
    round = round_in("draft")
    seats = make_key(round, devices)
    assert seats[0].page.url.endswith(seats[0].path), "no code is left in the address"
    round.frozen()
    for seat in seats:
        assert seat.round_code == round.detail()["roundCode"]
        assert seat.members == NAMES
        assert not inspect(seat.page)
        seat.sign()
    expect(seats[0].page.locator("#waiting")).to_contain_text("Cả ban đã ký")
    round.issuing()
    round.voting()
    seats[0].expect_stage("waiting")
    round.cast()
    round.sealed()
    first, away, third = seats
    first.give_share()
    first.expect_stage("shared")
    expect(first.page.locator("#waiting")).to_contain_text("Còn cần 1 thành viên nữa")
    assert round.state == "sealed", "one member alone opens nothing"
    third.give_share()
    for seat in (first, third):
        seat.sign_minutes()
    assert round.state == "opened"
    expect(away.deed(0)).to_have_text("Đã ký biên bản")
    away.sign_minutes()
    round.certified()


def test_every_step_survives_a_reload_and_a_lost_answer(round_in, devices):
    round = round_in("draft")
    seats = sit(round, devices, invite(round))
    lines = []
    for seat, device in zip(seats, devices.made, strict=True):
        device.watch.allow(*GONE)
        lines.append([Line(device.context, f"**/api/v1/board/*/{what}") for what in WHAT])
    for line in sum(lines, []):
        line.lose()
    for seat in seats:
        seat.begin()
        # Until the device has kept it, a reload asks again who the member is.
        expect(seat.page.locator("[data-stage=start]")).to_have_count(0)
        seat.reload()
    for _ in range(6):
        seats[1].reload()
    for seat in seats:
        seat.expect_stage("made")
    assert [line.lost for line in sum(lines, [])] == [1] * 12
    sent = [one.post_data for one in devices.made[1].watch.requests if one.url.endswith("/message")]
    assert len(set(sent)) == 1, "one message, however often it was sent"
    round.frozen()
    sheets = seats[0].show_sheet()
    seats[0].reload()
    assert seats[0].show_sheet() == sheets
    seats[0].prove(sheets)
    seats[0].reload()
    seats[0].page.locator("#same").click()
    seats[0].expect_stage("final")
    seats[0].page.locator("#sign").click()
    seats[0].expect_stage("signed")


def test_a_lost_device_comes_back_from_its_sheet(round_in, devices):
    round = round_in("draft")
    seats = make_key(round, devices)
    sheets = freeze_and_sign(round, seats)
    round.issuing()
    round.voting()
    round.cast()
    round.sealed()
    invitation = {"name": NAMES[1], "place": 1, "code": seats[1].code}
    other = BoardSeat.open(devices.phone(round).page(), round, invitation)
    other.restore(sheets[0])
    expect(other.page.locator("#restore-said")).to_contain_text("thành viên khác")
    slip = sheets[1][2]
    mistaken = ("1" if slip[0] == "0" else "0") + slip[1:]
    other.page.locator("#copy-typed").fill("\n".join([*sheets[1][:2], mistaken, *sheets[1][3:]]))
    other.page.locator("#copy-use-typed").click()
    expect(other.page.locator("#copy-typed-said")).to_contain_text("dòng 3")
    assert not inspect(other.page)
    other.restore(sheets[1])
    other.give_share()
    seats[2].give_share()
    other.sign_minutes()


def test_nothing_is_signed_before_the_copy_is_proved(round_in, devices):
    round = round_in("draft")
    seats = make_key(round, devices)
    round.frozen()
    lines = seats[0].show_sheet()
    seats[0].page.locator("#to-proof").click()
    seats[0].expect_stage("proof")
    seats[0].type_asked(lines[1:] + lines[:1])
    expect(seats[0].page.locator("#proof-said")).to_contain_text("chưa giống tờ khóa")
    assert not inspect(seats[0].page)
    assert round.detail()["freezeSignatures"] == 0
    seats[0].type_asked(lines)
    seats[0].expect_stage("final")


def test_a_saved_file_proves_as_well_as_paper(round_in, devices, tmp_path):
    round = round_in("draft")
    seats = make_key(round, devices)
    round.frozen()
    saved = []
    for seat in seats[:2]:
        seat.show_sheet()
        with seat.page.expect_download() as download:
            seat.page.locator("#save-file").click()
        saved.append(tmp_path / f"{seat.place}.json")
        download.value.save_as(saved[-1])
    page = seats[0].page
    page.locator("#to-proof").click()
    page.locator("[data-stage=proof] summary").click()
    page.locator("#copy-file").set_input_files(saved[1])
    expect(page.locator("#proof-said")).to_contain_text("khóa khác")
    page.locator("#copy-file").set_input_files(saved[0])
    seats[0].expect_stage("final")


def test_a_liar_is_named_on_every_device(round_in, devices):
    """One member's device deals another a share that cannot be opened; the next attempt makes a key."""
    round = round_in("draft")
    seats = sit(round, devices, invite(round))
    liar = seats[1]
    overtaken(devices)
    line = Line(devices.made[1].context, "**/api/v1/board/*/commitment")
    with devices.made[1].watch.allowing(*GONE):
        line.cut()
        for seat in seats:
            seat.begin()
        expect(liar.page.locator("#net")).to_be_visible()
        break_share(liar, round, victim=2)
        line.mend()
        for seat in seats:
            seat.expect_stage("stopped")
            expect(seat.finding).to_contain_text(
                f"Máy của đồng chí {NAMES[1]} đã gửi cho đồng chí {NAMES[2]} một phần khóa không dùng được")
            assert not inspect(seat.page)
    desk = devices.laptop(round, SECRETARY).page(f"/desk/rounds/{round.name}/board-members")
    expect(desk.locator("#standing-finding")).to_contain_text(NAMES[1])
    seats[0].page.locator("#begin-again").click()
    for seat in seats:
        seat.expect_stage("made")


def test_a_false_accuser_is_named_itself(round_in, devices):
    round = round_in("draft")
    seats = sit(round, devices, invite(round))
    accuser = seats[2]
    overtaken(devices)
    line = Line(devices.made[2].context, "**/api/v1/board/*/certification")
    with devices.made[2].watch.allowing(*GONE):
        line.cut()
        for seat in seats:
            seat.begin()
        expect(accuser.page.locator("#net")).to_be_visible()
        accuse(accuser, round, accused=0)
        for seat in seats[:2]:
            seat.expect_stage("stopped")
            expect(seat.finding).to_contain_text(f"Báo sai là máy của đồng chí {NAMES[2]}")
            expect(seat.finding).to_contain_text(f"đồng chí {NAMES[0]} không có lỗi")
        line.mend()


def test_a_void_invitation_says_so_and_a_new_one_goes_on(round_in, devices):
    round = round_in("draft")
    invitations = invite(round)
    seat = BoardSeat.open(devices.phone(round).page(), round, invitations[0])
    seat.begin()
    renewed = round.desk(SECRETARY).post(f"rounds/{round.name}/board/members/0/invitation")
    with devices.made[0].watch.allowing(*refusal(401)):
        seat.expect_stage("void")
        assert not inspect(seat.page)
        seat.page.locator("#seat-code").fill(invitations[0]["code"])
        seat.page.locator("#seat-code-form button.main").click()
        expect(seat.page.locator("#seat-code-said")).to_contain_text("Không có thư mời nào mang mã này")
        seat.page.locator("#seat-code").fill(renewed["code"])
        seat.page.locator("#seat-code-form button.main").click()
        seat.expect_stage("making")


def test_one_phone_holds_one_members_part(round_in, devices):
    round = round_in("draft")
    invitations = invite(round)
    seat = BoardSeat.open(devices.phone(round).page(), round, invitations[0])
    seat.begin()
    seat.expect_stage("making")
    other = BoardSeat.open(devices.made[0].page(), round, invitations[1])
    other.expect_stage("alarm")
    expect(other.page.locator("[data-stage=alarm]")).to_contain_text("Mỗi thành viên dùng máy riêng")


def test_a_board_of_which_half_can_open_is_said_to_be_so(round_in, devices):
    """Allowed, and said: to the secretary before and after, to each member."""
    round = round_in("draft")
    page = devices.laptop(round, SECRETARY).page(f"/desk/rounds/{round.name}/board-members")
    page.locator("#plan-names").fill("\n".join([*NAMES, "Đồng chí thứ tư"]))
    few = page.locator("#plan-few")
    expect(few).to_be_hidden()
    page.locator("#plan-threshold").select_option("2")
    expect(few).to_contain_text("Chỉ cần 2 trên 4 người")
    invitations = invite(round, [*NAMES, "Đồng chí thứ tư"], threshold=2)
    expect(page.locator("#standing-few")).to_contain_text("Chỉ cần 2 trên 4 người")
    assert not inspect(page)
    member = BoardSeat.open(devices.phone(round).page(), round, invitations[0])
    expect(member.page.locator("[data-stage=start] .notice.care")).to_contain_text("Chỉ cần 2 trên 4 người")
    assert not inspect(member.page)


@pytest.mark.parametrize("count, proposed", [(2, 2), (3, 2), (4, 3), (5, 3), (9, 5)])
def test_the_secretary_names_the_board(round_in, devices, count, proposed):
    round = round_in("draft")
    page = devices.laptop(round, SECRETARY).page(f"/desk/rounds/{round.name}/board-members")
    page.locator("#plan-names").fill("\n".join(f"Đồng chí {place}" for place in range(count)))
    expect(page.locator("#plan-threshold")).to_have_value(str(proposed))
    with devices.made[0].watch.allowing(*refusal(409)):
        page.locator("#plan-form button.main").click()
        care = page.locator("[data-warning=board-replaced]")
        expect(care).to_contain_text(BOARD.display_name)
        assert not inspect(page)
    expect(page.locator("#invitations")).to_be_hidden()
    page.locator("#do-it-all-the-same").click()
    expect(care).to_have_count(0)
    expect(page.locator("#invitations")).to_be_visible()
    expect(page.locator(".invitation")).to_have_count(count)
    expect(page.locator("#plan-members li")).to_have_count(count)
    page.locator("#look").click()
    assert not inspect(page)
    page.locator("#invitations-done").click()
    expect(page.locator(".invitation")).to_have_count(0)
