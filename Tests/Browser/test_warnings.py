"""What a step that cannot be taken back will cost is said by name, and ticked, before it is taken."""

import csv

from playwright.sync_api import Locator, Page, expect

from pages.ballot import Ballot
from pages.round_desk import RoundDesk
from support.staff import SECRETARY
from support.watch import refusal


def warning(page: Page, step: str, name: str) -> Locator:
    return page.locator(f"form[data-step={step}] [data-warning={name}]")


def tick(warning: Locator) -> Locator:
    return warning.locator("[name=acknowledge]")


def names(table: str) -> dict[str, str]:
    return {row["id"]: row["name"] for row in csv.DictReader(table.splitlines())}


def test_units_that_are_left_out_are_named_before_freezing(round_in, devices):
    round = round_in("draft")
    page = RoundDesk.open(devices.laptop(round, SECRETARY).page(), round).page
    said = warning(page, "freeze", "units-left-out")
    for unit, name in names(round.sample.units_csv).items():
        is_named = name in said.inner_text()
        assert is_named != (unit in round.sample.eligible), unit
    form = page.locator("form[data-step=freeze]")
    form.locator("[name=confirmation]").fill("chốt")
    form.locator("button").click()
    # The browser keeps the form: its box is not ticked.
    assert tick(said).evaluate("(box) => box.validity.valueMissing")
    assert round.state == "draft"


def test_what_closing_would_cost_follows_the_room(round_in, devices):
    round = round_in("voting")
    page = RoundDesk.open(devices.laptop(round, SECRETARY).page(), round).page
    page.evaluate("window.stayed = true")
    without = warning(page, "closing", "without-ballot")
    member = round.sample.voter_names["uv-01"]
    expect(without).to_contain_text(member)
    tick(without).check()

    ballot = Ballot.open(devices.phone(round).page(), round)
    ballot.obtain(round.codes["uv-01"])
    page.bring_to_front()
    # Who has no ballot are others now: what was ticked was not this.
    expect(without).not_to_contain_text(member)
    expect(tick(without)).not_to_be_checked()
    assert page.evaluate("window.stayed")
    desk = RoundDesk(page, round.name)
    desk.close()
    # What was issued is out; whose it is nobody says.
    missing = warning(page, "seal", "slips-missing")
    expect(missing).to_be_visible()
    expect(missing).not_to_contain_text(member)
    desk.seal()


def test_the_service_asks_whatever_the_page_lets_pass(round_in, devices):
    round = round_in("voting")
    device = devices.laptop(round, SECRETARY)
    page = RoundDesk.open(device.page(), round).page
    form = page.locator("form[data-step=closing]")
    form.evaluate("(form) => { form.noValidate = true }")
    form.locator("[name=confirmation]").fill("kết thúc bỏ phiếu")
    with device.watch.allowing(*refusal(409)), page.expect_navigation():
        form.locator("button").click()
    expect(page.locator("#problem")).to_have_attribute("data-code", "unacknowledged-warnings")
    expect(warning(page, "closing", "without-ballot")).to_be_visible()
    assert round.state == "voting"


def test_ballots_that_go_with_a_cancelled_round_are_counted(round_in, devices):
    round = round_in("cast")
    desk = RoundDesk.open(devices.laptop(round, SECRETARY).page(), round)
    page = desk.page
    page.locator("#cancel summary").click()
    expect(warning(page, "cancel", "ballots-destroyed")).to_contain_text(f"{len(round.sample.present)} đồng chí")
    page.locator("#cancel [name=reason]").fill("Mất điện.")
    desk.take("cancel", "hủy đợt")
    desk.expect_state("cancelled")


def test_nothing_is_asked_where_nothing_is_lost(round_in, devices):
    """All who are present have voted: only the words are typed."""
    round = round_in("cast")
    desk = RoundDesk.open(devices.laptop(round, SECRETARY).page(), round)
    expect(desk.page.locator("form[data-step=closing] [data-warning]")).to_have_count(0)
    desk.seal()
