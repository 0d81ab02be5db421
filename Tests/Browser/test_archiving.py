"""The next time stamp over the whole paper of a decision, put on from its page."""

import subprocess

import pytest
from playwright.sync_api import expect

from pages.signer_desk import SignerDesk
from support.accessibility import inspect
from support.authority import TimestampAuthority
from support.line import losing
from support.places import PROGRAM
from support.staff import SECRETARY, SIGNER
from support.verdicts import download
from support.watch import refusal


@pytest.fixture
def authority(tmp_path):
    authority = TimestampAuthority(tmp_path / "authority")
    yield authority
    authority.ended()


@pytest.fixture
def round(round_in, authority):
    return authority.serve(round_in("decided"))


def stamps(round, authority, to) -> int:
    """How many are on the first decision, in the file that anybody has."""
    command = [PROGRAM, "verify", download(round, 0, to), "--trust", round.path("trusted/trial-authority.pem"),
               "--trust-timestamps", authority.root, "--server", round.origin, "--english"]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return to.read_bytes().count(b"/ETSI.RFC3161")


def test_the_next_stamp(round, authority, devices, tmp_path):
    """From the list to the page, one at a press; the page says when each was put on and when the next is due."""
    desk = SignerDesk(devices.laptop(round, SIGNER).page(), round.name)
    page = desk.page
    page.get_by_role("link", name="Dấu thời gian").first.click()
    expect(page.locator("h1")).to_have_text("Dấu thời gian lưu trữ")
    expect(page.locator("#stamps")).to_have_count(0)
    assert not inspect(page)
    for count in (1, 2):
        desk.archive()
        expect(page.locator("#stamps li")).to_have_count(count)
        expect(page.locator("#stamps li").last).to_contain_text("chứng thư của dấu có hạn đến")
        assert stamps(round, authority, tmp_path / f"{count}.pdf") == count
    assert not inspect(page)


def test_an_answer_that_is_lost_puts_on_no_second_one(round, authority, devices, tmp_path):
    laptop = devices.laptop(round, SIGNER)
    desk = SignerDesk(laptop.page(), round.name)
    desk.open_archive(round.decisions[0]["digest"])
    with losing(laptop, "**/desk/decisions/*/archive"):
        desk.archive()
    expect(desk.page.locator("#stamps li")).to_have_count(1)
    assert stamps(round, authority, tmp_path / "once.pdf") == 1


def test_an_authority_that_is_gone(round, authority, devices, tmp_path):
    """It is said at the page that asked; the paper is what it was."""
    laptop = devices.laptop(round, SIGNER)
    desk = SignerDesk(laptop.page(), round.name)
    desk.open_archive(round.decisions[0]["digest"])
    authority.ended()
    # The operator is told as well.
    with laptop.watch.allowing(*refusal(502)):
        desk.archive()
        expect(desk.page.locator("#problem")).to_have_attribute("data-code", "timestamp")
    assert stamps(round, authority, tmp_path / "none.pdf") == 0
    round.service.log.write_text("")


def test_nobody_else_is_offered_it(round, devices):
    laptop = devices.laptop(round, SECRETARY)
    page = laptop.page(f"/desk/rounds/{round.name}/decisions")
    expect(page.locator("[data-decision]").first).to_be_visible()
    expect(page.get_by_role("link", name="Dấu thời gian")).to_have_count(0)
    with laptop.watch.allowing(*refusal(403)):
        page.goto(f"/desk/decisions/{round.decisions[0]['digest']}/archive")
        expect(page.locator("#problem")).to_have_attribute("data-code", "forbidden")
