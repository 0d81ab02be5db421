"""A member from the card to the box and after, on a phone; and the same form as a table where it fits."""

from playwright.sync_api import expect

from pages.ballot import Ballot
from support.accessibility import inspect

MEMBER = "uv-01"
UNITS = 3
CONTESTS = 12


def test_wrong_codes_are_told_apart(round_in, devices):
    round = round_in("voting")
    ballot = Ballot.open(devices.phone(round).page(), round)
    ballot.expect_stage("joining")
    field, status = ballot.page.locator("#code"), ballot.page.locator("#code-status")
    for typed, said in [
        ("ABCDE", "5 / 26"), ("đồng chí", "bàn phím"), (round.codes[MEMBER] + "A", "Thừa 1"),
        ("0" * 26, "không có thẻ như vậy"),
    ]:
        field.fill(typed)
        expect(status).to_contain_text(said)
    field.fill(round.codes[MEMBER].lower().replace("-", ""))
    expect(status).to_contain_text(round.sample.voter_names[MEMBER])


def test_the_round_code_is_that_of_the_desk(round_in, devices):
    round = round_in("voting")
    ballot = Ballot.open(devices.phone(round).page(), round)
    ballot.join(round.codes[MEMBER])
    assert ballot.compare() == round.detail()["roundCode"]
    ballot.page.locator("#different").click()
    ballot.expect_stage("differs")


def test_every_stage_is_accessible(round_in, devices):
    """From the card to the erasing, each stage as axe sees it and as wide as a phone."""
    round = round_in("voting")
    ballot = Ballot.open(devices.phone(round).page(), round)
    found = []

    def look(stage: str):
        ballot.expect_stage(stage)
        found.extend(inspect(ballot.page))

    look("joining")
    ballot.join(round.codes[MEMBER])
    ballot.compare()
    look("comparing")
    ballot.page.locator("#same").click()
    look("receiving")
    ballot.receive()
    look("marking")
    ballot.review()
    look("review")
    ballot.confirm()
    look("confirm")
    ballot.page.locator("#cast").click()
    look("cast")
    round.sealed("without-ballot")
    look("found")
    round.opened()
    round.certified()
    look("counted")
    ballot.page.locator("#show-own").click()
    expect(ballot.page.locator("#totals")).to_be_visible()
    look("counted")
    ballot.erase()
    look("erased")
    assert not found


def test_blanks_are_allowed_but_said(round_in, devices):
    round = round_in("voting")
    ballot = Ballot.open(devices.phone(round).page(), round)
    ballot.obtain(round.codes[MEMBER])
    expect(ballot.left).to_contain_text(str(CONTESTS))
    ballot.box(0, "Đạt").check()
    ballot.box(1, "Không đạt").check()
    expect(ballot.left).to_contain_text(str(CONTESTS - 2))
    ballot.box(0, "Đạt").click()
    expect(ballot.left).to_contain_text(str(CONTESTS - 1))
    ballot.box(0, "Đạt").check()
    ballot.review()
    assert ballot.totals() == [1, 1, CONTESTS - 2]
    expect(ballot.page.locator("#review-blank")).to_contain_text(str(UNITS))
    ballot.cast()
    assert turnout(round) == (1, CONTESTS)


def test_marks_are_counted_as_they_were_made(round_in, devices):
    round = round_in("voting")
    ballot = Ballot.open(devices.phone(round).page(), round)
    ballot.obtain(round.codes[MEMBER])
    ballot.mark_all(UNITS)
    ballot.page.locator("#edit").click()
    ballot.box(2, "Không đạt").check()
    ballot.review()
    ballot.cast()
    round.sealed("without-ballot")
    ballot.expect_found()
    round.opened()
    round.certified()
    ballot.expect_stage("counted")
    ballot.page.locator("#show-own").click()
    expect(ballot.page.locator("#totals")).to_be_visible()
    assert ballot.totals() == [CONTESTS - 1, 1, 0]
    ballot.erase()
    ballot.page.reload()
    ballot.expect_stage("erased")


def test_the_paper_form_where_it_fits(round_in, devices):
    round = round_in("voting")
    ballot = Ballot.open(devices.laptop(round).page(), round)
    ballot.obtain(round.codes[MEMBER])
    rows = ballot.page.locator("tr[data-unit]")
    expect(rows).to_have_count(UNITS)
    for row in rows.all():
        row.get_by_role("button", name="Cả bốn").click()
    expect(ballot.left).to_contain_text("đủ")
    assert not inspect(ballot.page)
    ballot.review()
    ballot.cast()


def test_with_the_keyboard_alone(round_in, devices):
    """Nothing on the way to the box needs a pointer."""
    round = round_in("voting")
    ballot = Ballot.open(devices.laptop(round).page(), round)
    keys = ballot.page.keyboard
    ballot.expect_stage("joining")
    ballot.page.locator("#code").focus()
    keys.type(round.codes[MEMBER])
    expect(ballot.page.locator("#code-status")).to_contain_text(round.sample.voter_names[MEMBER])
    keys.press("Enter")
    ballot.compare()
    press_tab_until(ballot.page, "#same")
    keys.press("Enter")
    ballot.expect_stage("receiving")
    press_tab_until(ballot.page, "#receive")
    keys.press("Enter")
    ballot.expect_stage("marking")
    press_tab_until(ballot.page, "input[type=radio]")
    keys.press("Space")
    expect(ballot.left).to_contain_text(str(CONTESTS - 1))
    press_tab_until(ballot.page, "#review")
    keys.press("Enter")
    ballot.expect_stage("review")
    press_tab_until(ballot.page, "#to-confirm")
    keys.press("Enter")
    ballot.expect_stage("confirm")
    press_tab_until(ballot.page, "#cast")
    keys.press("Enter")
    ballot.expect_cast()


def press_tab_until(page, selector: str):
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def turnout(round) -> tuple[int, int]:
    counts = round.detail()["turnout"]
    return counts["issued"], counts["slips"]
