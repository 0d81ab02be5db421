"""What those say who looked for their slips, held against the boxes: never hidden, whoever is to blame."""

import json
import re
import subprocess
import urllib.request
import zipfile

import pytest
from playwright.sync_api import expect

from pages.ballot import Ballot
from pages.board_desk import BoardDesk
from pages.room_screen import expect_in_sight, with_many_units
from pages.round_desk import RoundDesk
from support.accessibility import inspect
from support.forged import say_found
from support.places import PROGRAM
from support.staff import BOARD, SECRETARY, SIGNER
from support.watch import refusal

CONTRADICTED = 3
WORDS = "Mâu thuẫn: 4 người nói đã thấy đủ phiếu"


@pytest.fixture
def round(round_in, devices):
    """Four hold ballots, three cast; four say that they found theirs."""
    round = round_in("voting")
    round.sample.write_marks(round.path("marks.csv"))
    for voter in ("uv-01", "uv-02", "uv-03"):
        round.vote(voter)
    phone = devices.phone(round).page()
    Ballot.open(phone, round).obtain(round.codes["uv-04"])
    round.sealed("slips-missing")
    for voter in ("uv-01", "uv-02", "uv-03"):
        round.find(voter)
    say_found(phone, round)
    return round


def test_the_board_sees_it_before_the_box_is_opened(round, devices):
    desk = BoardDesk.open(devices.laptop(round, BOARD).page(), round)
    desk.expect_box_intact()
    expect(desk.page.locator("#contradiction")).to_contain_text("Mâu thuẫn: 4 đồng chí báo đã thấy đủ phiếu")
    expect(desk.page.locator("#seal-counts")).to_contain_text("4 / 4")
    assert not inspect(desk.page)


def test_it_is_acknowledged_before_the_box_is_opened(round, devices):
    """Ticking it is asked for by the page and, where the page is gone round, by the service."""
    laptop = devices.laptop(round, BOARD)
    desk = BoardDesk.open(laptop.page(), round)
    desk.expect_box_intact()
    desk.give_key(round.path("board-key"))
    box = desk.page.locator("[data-warning=contradiction] [name=acknowledge]")
    expect(box).to_have_attribute("required", "")
    assert not inspect(desk.page)
    box.evaluate("box => box.required = false")
    with laptop.watch.allowing(*refusal(409)):
        desk.confirm_opening()
        expect(desk.page.locator("#open-said")).to_contain_text("cảnh báo")
    assert round.state == "sealed"
    desk.page.locator("[data-warning=contradiction] [name=acknowledge]").check()
    desk.open_box()
    assert round.state == "opened"


@pytest.mark.parametrize("person", [SECRETARY, BOARD, SIGNER], ids=lambda person: person.name)
def test_whoever_sees_the_results_sees_it(round, devices, person):
    round.opened("contradiction")
    laptop = devices.laptop(round, person)
    expect(laptop.page(f"/desk/rounds/{round.name}").locator("#contradiction")).to_contain_text(WORDS)
    page = laptop.page(f"/desk/rounds/{round.name}/results")
    contradiction = page.locator("#contradiction")
    expect(contradiction).to_contain_text(WORDS)
    expect(contradiction).to_contain_text("(ít nhất là 3)")
    expect(page.locator("#finders")).not_to_contain_text("phiếu lạ")
    expect(page.locator(".unit-result")).to_have_count(3)
    assert not inspect(page)


def test_it_is_acknowledged_before_it_is_published(round, devices):
    """Ticking it is asked for by the page and, where the page is gone round, by the service."""
    round.opened("contradiction")
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


def test_everybody_is_told_once_it_is_published(round, devices):
    """The public page and the room's screen, of every size: it is in sight beside the results."""
    publish(round)
    status = json.loads(fetch(round, ""))
    assert status["finders"]["found"] == 4 and WORDS in status["finders"]["contradiction"]["vi"]
    page = devices.laptop(round).page(f"/rounds/{round.round_id}")
    expect(page.locator("#contradiction")).to_contain_text(WORDS)
    expect(page.locator("#outcome-table")).to_be_visible()
    assert not inspect(page)
    screen = devices.projector(round).page(f"/rounds/{round.round_id}/screen")
    expect(screen.locator("#contradiction")).to_contain_text(WORDS)
    assert not inspect(screen)
    expect_in_sight(screen, "#contradiction", ".outcome >> nth=2")
    screen.route("**/screen", with_many_units)
    screen.reload()
    expect_in_sight(screen, "#contradiction", "#pager")
    desk = devices.laptop(round, SIGNER).page(f"/desk/rounds/{round.name}/decisions")
    expect(desk.locator("#contradiction")).to_contain_text(WORDS)
    assert not inspect(desk)


def test_whoever_checks_is_told_by_how_the_program_ends(round):
    publish(round)
    round.decided()
    round.path("record.zip").write_bytes(fetch(round, "/record"))
    round.path("decision.pdf").write_bytes(fetch_document(round))
    trust = ["--trust", round.path("trusted/trial-authority.pem"), "--server", round.origin]
    for command in (["audit", round.path("record.zip"), "--round", round.round_id],
                    ["verify", round.path("decision.pdf"), "--record", round.path("record.zip"), *trust]):
        done = run_program(*command)
        assert done.returncode == CONTRADICTED, done.stdout + done.stderr
        assert WORDS in done.stdout
    # The decision alone says nothing of the box.
    alone = run_program("verify", round.path("decision.pdf"), *trust)
    assert alone.returncode == 0, alone.stdout + alone.stderr


def publish(round):
    round.opened("contradiction")
    round.desk(SECRETARY).post(f"rounds/{round.name}/certify", {"acknowledge": ["unanimous", "contradiction"]})


def fetch(round, document: str) -> bytes:
    with urllib.request.urlopen(f"{round.origin}/api/v1/rounds/{round.round_id}{document}", timeout=60) as answer:
        return answer.read()


def fetch_document(round) -> bytes:
    digest = round.decisions[0]["digest"]
    with urllib.request.urlopen(f"{round.origin}/api/v1/decisions/{digest}/document", timeout=60) as answer:
        return answer.read()


def run_program(*arguments) -> subprocess.CompletedProcess:
    command = [PROGRAM, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_fewer_finders_than_slips_bound_what_is_foreign(round_in, devices):
    """One of four does not look: one slip a contest may be somebody else's, for all that is known."""
    round = round_in("sealed")
    for voter in ("uv-01", "uv-02", "uv-03"):
        round.find(voter)
    round.opened("contradiction")
    round.certified()
    laptop = devices.laptop(round, BOARD)
    public = f"/rounds/{round.round_id}"
    for path in (public, f"{public}/screen", f"/desk/rounds/{round.name}"):
        page = laptop.page(path)
        expect(page.locator("h1").first).to_be_visible()
        expect(page.locator("#contradiction")).to_have_count(0)
    assert "contradiction" not in json.loads(fetch(round, ""))["finders"]
    page = laptop.page(f"/desk/rounds/{round.name}/results")
    expect(page.locator("#contradiction")).to_have_count(0)
    finders = page.locator("#finders")
    expect(finders).to_contain_text("3 người báo đã thấy đủ phiếu của mình trong hòm: mỗi nội dung có nhiều nhất 1 phiếu lạ")


def test_the_audits_figures_are_those_of_the_printed_minutes(round_in):
    """Nothing checks the minutes that are printed: whoever holds them lays them beside what the audit counts."""
    round = round_in("decided")
    round.path("record.zip").write_bytes(fetch(round, "/record"))
    done = run_program("audit", round.path("record.zip"), "--round", round.round_id, "--counts")
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(round.path("record.zip")) as record:
        round.path("minutes.pdf").write_bytes(record.read("minutes.pdf"))
    minutes = subprocess.run(["pdftotext", "-layout", round.path("minutes.pdf"), "-"], capture_output=True, text=True,
                             timeout=60, check=True).stdout
    rows = re.findall(r"^    (\d+\.\d+) .*: (\d+ \d+ \d+ \d+ \d+)$", done.stdout, re.MULTILINE)
    assert len(rows) == 12
    for place, figures in rows:
        row = [re.escape(place), ".*?", *figures.split()]
        assert re.search(r"^\s*" + r"\s+".join(row) + r"\s", minutes, re.MULTILINE), place
    for words in ("Số phiếu phát ra", "Số phiếu thu vào", "Số phiếu hợp lệ"):
        figure = re.search(rf"{words.lower().removeprefix('số ')}: (\d+)", done.stdout).group(1)
        assert re.search(rf"{words}: {figure}\b", minutes), words
