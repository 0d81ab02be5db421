"""A whole round held by people alone, in browsers: from the draft to an annulled decision that says so."""

from playwright.sync_api import expect

from pages.ballot import Ballot
from pages.board_desk import BoardDesk
from pages.drafting import Drafting
from pages.presence import Presence
from pages.round_desk import RoundDesk
from pages.signer_desk import SignerDesk, give_certificate
from pages.verifying import verdict
from support.staff import BOARD, SECRETARY, SIGNER
from support.verdicts import download

CONTESTS = 12
VOTING = ("uv-01", "uv-02", "uv-03")
REASON = "Qua kiểm tra, phát hiện chi bộ không bảo đảm tiêu chí “Chất lượng sinh hoạt tốt”."


def test_a_whole_round(round_in, devices, tmp_path):
    round = round_in("staffed")
    sample = round.sample
    secretary = devices.laptop(round, SECRETARY).page()
    board = devices.laptop(round, BOARD).page()
    signer = devices.laptop(round, SIGNER).page()

    # Before the meeting
    drafting = Drafting(secretary)
    name = drafting.create_round("Xét, công nhận “chi bộ bốn tốt” năm 2026", 2026)
    drafting.import_units(sample.units_csv)
    drafting.import_members(sample.voters_csv)
    codes = drafting.make_cards()
    assert sorted(codes) == sorted(sample.voter_names.values())
    board_desk = BoardDesk(board, name).show()
    board_desk.make_key(BOARD.display_name, tmp_path / "board-key.json")
    desk = RoundDesk(secretary, name).show()
    desk.expect_state("draft")
    code = desk.freeze()
    assert board_desk.show().sign() == code

    # The meeting
    desk.show().take("issuing")
    desk.expect_state("issuing")
    round.adopt(name)
    presence = Presence(secretary, name)
    for voter in VOTING:
        presence.tap(voter, "present")
    presence.tap("uv-08", "excused")
    presence.expect_counts(3, 1, 1)
    screen = devices.projector(round).page(f"/rounds/{round.round_id}/screen")
    expect(screen.locator("#round-code")).to_have_attribute("data-code", code)
    phones = [Ballot.open(devices.phone(round).page(), round) for _ in VOTING]
    for phone, voter in zip(phones, VOTING, strict=True):
        phone.join(codes[sample.voter_names[voter]])
        assert phone.compare() == code
        phone.page.locator("#same").click()
        phone.receive()
    for phone in phones:
        phone.expect_stage("marking")
    expect(screen.locator("[data-count=issued]").first).to_have_text("3")
    desk.show().open_voting()
    vote_at_once(phones)
    expect(screen.locator("[data-count=slips]").first).to_have_text(str(3 * CONTESTS))
    desk.seal()
    for phone in phones:
        phone.expect_found()

    # The count
    board_desk.show().expect_box_intact()
    board_desk.open_box()
    board_desk.sign_minutes()
    secretary.goto(f"/desk/rounds/{name}/results")
    desk.take("certify", "công bố")
    expect(screen.locator("#screen")).to_have_attribute("data-state", "certified")
    passed = [screen.locator(f"[data-unit={unit}]").get_attribute("data-passed") for unit in sample.eligible]
    assert passed == ["true", "true", "false"]
    for phone in phones:
        phone.expect_stage("counted")
    phones[0].erase()

    # The decisions
    give_certificate(signer, round.path("signer.p12"))
    decisions = SignerDesk(signer, name)
    decisions.sign()
    digests = decisions.issued()
    assert len(digests) == 2
    round.keep(decisions=[{"digest": digest} for digest in digests])
    file = download(round, 0, tmp_path / "decision.pdf")
    anybody = devices.laptop(round).page()
    assert verdict(anybody, file) == "valid"
    decisions.annul(digests[0], REASON)
    assert verdict(anybody, file) == "not-valid"
    expect(anybody.locator("#annulled")).to_contain_text(REASON)


def vote_at_once(phones: list[Ballot]):
    """Each marks the last unit down on one criterion, and all press the last button before any has been answered."""
    for phone in phones:
        phone.mark_all(3)
        phone.page.locator("#edit").click()
        for _ in range(2):
            phone.page.locator("#next").click() if phone.page.locator("#next").is_visible() else None
        phone.box(1, "Không đạt").check()
        phone.review()
        phone.confirm()
    for phone in phones:
        phone.page.locator("#cast").click(no_wait_after=True)
    for phone in phones:
        phone.expect_cast()
