"""What those say who looked for their slips, held against the boxes: never hidden, whoever is to blame."""

import subprocess
import urllib.request

import pytest
from playwright.sync_api import expect

from pages.ballot import Ballot
from pages.board_desk import BoardDesk
from pages.round_desk import RoundDesk
from support.accessibility import inspect
from support.forged import say_found
from support.places import PROGRAM
from support.staff import BOARD, SECRETARY, SIGNER
from support.watch import refusal

CONTRADICTED = 3


@pytest.fixture
def round(round_in, devices):
    """Four hold ballots, three cast; four say that they found theirs."""
    round = round_in("voting")
    round.sample.write_marks(round.path("marks.csv"))
    for voter in ("uv-01", "uv-02", "uv-03"):
        round.vote(voter)
    Ballot.open(devices.phone(round).page(), round).obtain(round.codes["uv-04"])
    round.sealed("slips-missing")
    for voter in ("uv-01", "uv-02", "uv-03"):
        round.find(voter)
    say_found(devices.phone(round).page(), round, "uv-04")
    return round


def test_the_board_sees_it_before_the_box_is_opened(round, devices):
    desk = BoardDesk.open(devices.laptop(round, BOARD).page(), round)
    desk.expect_box_intact()
    expect(desk.page.locator("#contradiction")).to_contain_text("Mâu thuẫn: 4 đồng chí báo đã thấy đủ phiếu")
    expect(desk.page.locator("#seal-counts")).to_contain_text("4 / 4")
    assert not inspect(desk.page)


@pytest.mark.parametrize("person", [SECRETARY, BOARD, SIGNER], ids=lambda person: person.name)
def test_whoever_sees_the_results_sees_it(round, devices, person):
    round.opened()
    page = devices.laptop(round, person).page(f"/desk/rounds/{round.name}/results")
    contradiction = page.locator("#contradiction")
    expect(contradiction).to_contain_text("Mâu thuẫn: 4 người nói đã thấy đủ phiếu")
    expect(contradiction).to_contain_text("(ít nhất là 3)")
    expect(page.locator("#finders")).not_to_contain_text("phiếu lạ")
    expect(page.locator(".unit-result")).to_have_count(3)
    assert not inspect(page)


def test_it_is_acknowledged_before_it_is_published(round, devices):
    """Ticking it is asked for by the page and, where the page is gone round, by the service."""
    round.opened()
    laptop = devices.laptop(round, SECRETARY)
    desk = RoundDesk(laptop.page(f"/desk/rounds/{round.name}/results"), round.name)
    form = desk.page.locator("form[data-step=certify]")
    box = form.locator("[name=acknowledge][value=contradiction]")
    expect(box).to_have_attribute("required", "")
    box.evaluate("box => box.required = false")
    form.locator("[name=acknowledge][value=unanimous]").check()
    form.locator("[name=confirmation]").fill("công bố")
    with laptop.watch.allowing(*refusal(409)), desk.page.expect_navigation():
        form.locator("button").last.click()
    expect(desk.page.locator("#problem")).to_have_attribute("data-code", "unacknowledged-warnings")
    desk.take("certify", "công bố")
    assert round.state == "certified"
    desk.page.goto(f"{desk.path}/results")
    expect(desk.page.locator("#contradiction")).to_be_visible()
    urllib.request.urlretrieve(f"{round.origin}/api/v1/rounds/{round.round_id}/record", round.path("record.zip"))
    command = [PROGRAM, "audit", round.path("record.zip"), "--round", round.round_id]
    audit = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert audit.returncode == CONTRADICTED, audit.stdout + audit.stderr
    assert "Mâu thuẫn: 4 người" in audit.stdout


def test_fewer_finders_than_slips_bound_what_is_foreign(round_in, devices):
    """One of four does not look: one slip a contest may be somebody else's, for all that is known."""
    round = round_in("sealed")
    for voter in ("uv-01", "uv-02", "uv-03"):
        round.find(voter)
    round.opened()
    page = devices.laptop(round, BOARD).page(f"/desk/rounds/{round.name}/results")
    expect(page.locator("#contradiction")).to_have_count(0)
    finders = page.locator("#finders")
    expect(finders).to_contain_text("3 người báo đã thấy đủ phiếu của mình trong hòm: mỗi nội dung có nhiều nhất 1 phiếu lạ")
