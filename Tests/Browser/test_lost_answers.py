"""An answer that is lost on its way back says nothing of the step: the page looks, says so, and goes on by itself."""

import re

import pytest
from playwright.sync_api import expect

from pages.ballot import Ballot
from pages.board_desk import BoardDesk
from pages.drafting import Drafting
from pages.presence import Presence
from pages.round_desk import RoundDesk
from pages.signer_desk import SignerDesk, give_certificate
from support.accessibility import inspect
from support.line import GONE, Line, losing
from support.outside import sign_outside
from support.staff import BOARD, SEAL_KEEPER, SECRETARY, SIGNER
from support.watch import refusal

PATIENCE = 120_000


def test_the_signature_under_the_frozen_round(round_in, devices):
    round = round_in("frozen")
    laptop = devices.laptop(round, BOARD)
    desk = BoardDesk.open(laptop.page(), round)
    desk.give_key(round.path("board-key"))
    with losing(laptop, "**/freeze-signatures"):
        desk.sign()
    assert round.detail()["freezeSignatures"] == 1


def test_the_opening_and_the_minutes(round_in, devices):
    round = round_in("sealed")
    laptop = devices.laptop(round, BOARD)
    desk = BoardDesk.open(laptop.page(), round)
    desk.expect_box_intact()
    desk.give_key(round.path("board-key"))
    with losing(laptop, "**/open"):
        desk.open_box()
    assert round.state == "opened"
    with losing(laptop, "**/minutes-signatures"):
        desk.sign_minutes()
    signatures = round.desk(BOARD).get(f"rounds/{round.name}/results")["minutesSignatures"]
    assert [one["member"] for one in signatures] == [0]


def test_the_line_stays_away_after_the_opening(round_in, devices):
    """It is not said that nothing has changed, nor that all is well: nobody knows before the service is heard again."""
    round = round_in("sealed")
    laptop = devices.laptop(round, BOARD)
    desk = BoardDesk.open(laptop.page(), round)
    desk.expect_box_intact()
    desk.give_key(round.path("board-key"))
    with laptop.watch.allowing(*GONE):
        line = Line(laptop.context, "**/api/v1/staff/**")
        line.lose(then_cut=True)
        desk.page.locator("#open-words").fill("mở hòm")
        desk.page.locator("#open-button").click()
        said = desk.page.locator("#open-said")
        expect(said).to_contain_text("chưa biết việc này đã được ghi nhận hay chưa")
        expect(said).not_to_contain_text("chưa có gì thay đổi")
        line.mend()
        expect(desk.page.locator("#count-verdict")).to_have_text("Ba lần đếm trùng nhau.", timeout=PATIENCE)


@pytest.mark.parametrize(("before", "step", "words", "after"), [
    ("confirmed", "issuing", None, "issuing"), ("issuing", "voting", "mở bỏ phiếu", "voting"),
    ("cast", "closing", "kết thúc bỏ phiếu", "closing"), ("closing", "seal", "niêm phong", "sealed"),
    ("opened", "certify", "công bố", "certified"),
])
def test_the_steps_of_a_round(round_in, devices, before, step, words, after):
    round = round_in(before)
    laptop = devices.laptop(round, SECRETARY)
    desk = RoundDesk.open(laptop.page(), round)
    if step == "certify":
        desk.page.goto(f"{desk.path}/results")
    with losing(laptop, f"**{desk.path}**"):
        desk.take(step, words)
    desk.expect_state(after)
    assert round.state == after


def test_a_step_that_is_refused_says_why(round_in, devices):
    """What the page sends itself is answered as what the browser sends: with the page that says what is missing."""
    round = round_in("voting")
    laptop = devices.laptop(round, SECRETARY)
    desk = RoundDesk.open(laptop.page(), round)
    with laptop.watch.allowing(r"answer 4\d\d", r"status of 4\d\d"):
        desk.take("closing", "kết thúc")
        expect(desk.page.locator("#problem")).to_have_attribute("data-code", "not-confirmed")
    assert round.state == "voting"


def test_marks_of_presence(round_in, devices):
    round = round_in("confirmed")
    laptop = devices.laptop(round, SECRETARY)
    presence = Presence(laptop.page(), round.name)
    with losing(laptop, "**/presence"):
        presence.tap("uv-01", "present")
    presence.expect_counts(1, 0, 4)
    assert [voter["mark"] for voter in round.detail()["voters"]].count("present") == 1


def test_the_last_tap_counts(round_in, devices):
    """The first one's answer is lost and its mark sent again by nobody: it was taken back meanwhile."""
    round = round_in("confirmed")
    laptop = devices.laptop(round, SECRETARY)
    presence = Presence(laptop.page(), round.name)
    with laptop.watch.allowing(*GONE):
        line = Line(laptop.context, "**/presence*")
        line.lose(then_cut=True)
        person = presence.person("uv-01")
        person.locator("[value=present]").check()
        expect(person.locator(".person-said")).to_contain_text("chưa biết")
        person.locator("[value=excused]").check()
        line.mend()
        expect(person.locator(".person-said")).to_have_text("", timeout=PATIENCE)
    assert {one["id"]: one["mark"] for one in round.detail()["voters"]}["uv-01"] == "excused"


def test_finding_is_said_once_more(round_in, devices):
    round = round_in("voting")
    phone = devices.phone(round)
    ballot = Ballot.open(phone.page(), round)
    ballot.vote(round.codes["uv-01"], 3)
    with losing(phone, "**/found", answers=2):
        round.sealed("without-ballot")
        ballot.expect_found()


def test_the_keys_of_cards(round_in, devices):
    """The very cards that are shown are good: nothing is made anew because an answer was lost."""
    round = round_in("draft")
    laptop = devices.laptop(round, SECRETARY)
    drafting = Drafting(laptop.page(), round.name)
    with losing(laptop, "**/cards"):
        drafting.remake_cards()
    expect(drafting.page.locator(".access-card")).to_have_count(5)
    drafting.erase_codes()


def test_the_boards_key(round_in, devices, tmp_path):
    round = round_in("draft")
    laptop = devices.laptop(round, BOARD)
    desk = BoardDesk.open(laptop.page(), round)
    desk.make_another()
    with losing(laptop, f"**/rounds/{round.name}/board"):
        desk.make_key(BOARD.display_name, tmp_path / "key.json")
    expect(desk.page.locator("#registered-here")).to_be_visible()


def test_decisions_are_issued_once(round_in, devices):
    round = round_in("certified")
    laptop = devices.laptop(round, SIGNER)
    desk = SignerDesk(laptop.page(), round.name)
    with losing(laptop, f"**/desk/rounds/{round.name}/decisions"):
        desk.order()
    expect(desk.page.locator("tr[data-unit]")).to_have_count(0)
    assert len(desk.issued()) == 2


def test_decisions_whose_order_did_not_arrive_are_ordered_again(round_in, devices):
    """Nothing is known until the service is heard; then it is found that nothing was taken, and the same is sent."""
    round = round_in("certified")
    laptop = devices.laptop(round, SIGNER)
    desk = SignerDesk(laptop.page(), round.name)
    with laptop.watch.allowing(*GONE):
        line = Line(laptop.context, re.compile(r"/(decisions|rounds)"))
        desk.fill_all()
        line.cut()
        desk.page.locator("#sign").click()
        said = desk.page.locator(".step-said")
        expect(said).to_contain_text("chưa biết việc này đã được ghi nhận hay chưa")
        line.mend()
        expect(desk.page.locator("#signed")).to_be_visible(timeout=PATIENCE)
    assert len(desk.issued()) == 2


def test_papers_are_prepared_once(round_in, devices):
    round = round_in("certified")
    laptop = devices.laptop(round, SIGNER)
    desk = SignerDesk(laptop.page(), round.name)
    with losing(laptop, f"**/desk/rounds/{round.name}/preparations"):
        desk.prepare()
    assert len(desk.waiting()) == 2


def test_a_signature_from_outside_is_taken_once(round_in, devices, tmp_path):
    round = round_in("certified")
    laptop = devices.laptop(round, SIGNER)
    desk = SignerDesk(laptop.page(), round.name)
    desk.prepare()
    desk.open_paper()
    desk.download_bytes(tmp_path / "content.bin")
    with losing(laptop, "**/desk/preparations/*/signature"):
        desk.hand_in(sign_outside(round, tmp_path))
    assert len(desk.issued()) == len(desk.waiting()) == 1


def test_a_paper_is_withdrawn_once(round_in, devices):
    round = round_in("certified")
    laptop = devices.laptop(round, SIGNER)
    desk = SignerDesk(laptop.page(), round.name)
    desk.prepare()
    desk.open_paper()
    with losing(laptop, "**/desk/preparations/*/withdraw"):
        desk.withdraw()
    assert len(desk.waiting()) == 1
    expect(desk.page.locator("tr[data-unit]")).to_have_count(1)


def test_an_annulment(round_in, devices):
    round = round_in("decided")
    laptop = devices.laptop(round, SIGNER)
    desk = SignerDesk(laptop.page(), round.name)
    with losing(laptop, "**/desk/decisions/*/annul"):
        desk.annul(round.decisions[0]["digest"], "Qua kiểm tra, phát hiện kết quả không đúng quy định.")
    expect(desk.page.locator("#annulled")).to_be_visible()


def test_the_bodys_seal(round_in, devices):
    """Seen in the paper itself: the order is sent once, and no refusal is taken for its success."""
    round = round_in("decided")
    round.hire(SEAL_KEEPER)
    laptop = devices.laptop(round, SEAL_KEEPER)
    desk = SignerDesk(laptop.page(), round.name)
    give_certificate(desk.page, round.path("seal.p12"))
    digest = round.decisions[0]["digest"]
    desk.open_seal(digest)
    assert not inspect(desk.page)
    with losing(laptop, "**/desk/decisions/*/seal"):
        desk.seal()
    expect(desk.page.locator(f"[data-decision='{digest}'] a[href$='/seal']")).to_have_count(0)
    expect(desk.page.locator("a[href$='/seal']")).to_have_count(1)
    assert [one.url for one in laptop.watch.requests if one.method == "POST"].count(desk.seal_address(digest)) == 1
    desk.page.goto(f"/desk/decisions/{digest}/seal")
    expect(desk.page.locator(".notice.good")).to_contain_text("đã được đóng dấu số")


def test_a_seal_that_is_refused_after_a_lost_answer_says_why(round_in, devices):
    """The order did not arrive; whoever asks again gave a wrong password."""
    round = round_in("decided")
    round.hire(SEAL_KEEPER)
    laptop = devices.laptop(round, SEAL_KEEPER)
    desk = SignerDesk(laptop.page(), round.name)
    give_certificate(desk.page, round.path("seal.p12"))
    desk.open_seal(round.decisions[0]["digest"])
    with laptop.watch.allowing(*GONE, *refusal(403)):
        line = Line(laptop.context, re.compile(r"/(decisions|rounds)"))
        desk.page.locator("[name=password]").fill("không phải")
        line.cut()
        desk.page.get_by_role("button", name="Đóng dấu số").click()
        expect(desk.page.locator(".step-said")).to_contain_text("chưa biết")
        line.mend()
        expect(desk.page.locator("#problem")).to_have_attribute("data-code", "wrong-key-password", timeout=PATIENCE)


def test_the_signers_certificate(round_in, devices):
    round = round_in("certified")
    laptop = devices.laptop(round, SIGNER)
    with losing(laptop, "**/desk/identity"):
        give_certificate(laptop.page(), round.path("signer.p12"))


def test_an_order_that_is_refused_after_a_lost_answer_says_why(round_in, devices):
    """The first was lost before it arrived; the second is heard, and refused."""
    round = round_in("certified")
    laptop = devices.laptop(round, SIGNER)
    desk = SignerDesk(laptop.page(), round.name)
    with laptop.watch.allowing(*GONE, *refusal(403)):
        line = Line(laptop.context, re.compile(r"/(decisions|rounds)"))
        desk.fill_all("không phải")
        line.cut()
        desk.page.locator("#sign").click()
        expect(desk.page.locator(".step-said")).to_contain_text("chưa biết")
        line.mend()
        expect(desk.page.locator("#problem")).to_have_attribute("data-code", "wrong-key-password", timeout=PATIENCE)
    assert desk.issued() == []
