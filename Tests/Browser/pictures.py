"""Makes the pictures of the main screens, with the example's round: docs/pictures/screens/*.png.

    pictures.py FOLDER
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from pages.ballot import Ballot
from pages.board_desk import BoardDesk
from pages.verifying import upload
from support.browser import Device, launch
from support.rounds import Round
from support.sample import WholeExample
from support.staff import ADMIN, BOARD, SECRETARY, SIGNER
from support.stages import Stages
from support.verdicts import download

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "device_scale_factor": 1.5}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
PROJECTOR = {"viewport": {"width": 1280, "height": 720}}
MEMBER = "uv-05"


class Camera:
    """Takes the pictures of one round after another."""

    def __init__(self, browser, stages: Stages, scratch: Path, folder: Path):
        self.browser = browser
        self.stages = stages
        self.scratch = scratch
        self.folder = folder
        self.running: list[Round] = []

    def round(self, state: str) -> Round:
        round = self.stages.copy(state, self.scratch / f"{len(self.running)}-{state}")
        round.service.start()
        self.running.append(round)
        return round

    def device(self, round: Round, kind: dict, person=None) -> Device:
        return Device(self.browser, round.origin, **kind).sign_in(round, person)

    def shoot(self, page: Page, name: str, whole: bool = False):
        page.evaluate("window.scrollTo(0, 0)")
        page.evaluate("document.activeElement?.blur()")
        page.screenshot(path=self.folder / f"{name}.png", full_page=whole, animations="disabled")

    def show(self, round: Round, path: str, name: str, kind: dict = LAPTOP, person=None, whole: bool = False):
        """One page as it opens."""
        device = self.device(round, kind, person)
        page = device.page(path.format(name=round.name, id=round.round_id))
        page.wait_for_load_state("load")
        self.shoot(page, name, whole)
        device.context.close()

    def stop(self):
        for round in self.running:
            round.service.stop()


def anybody(camera: Camera):
    round = camera.round("annulled")
    camera.show(round, "/", "home")
    camera.show(round, "/sign-in", "sign-in")
    camera.show(round, "/decisions", "register")
    for place, name in ((1, "verify-valid"), (0, "verify-annulled")):
        page = camera.device(round, LAPTOP).page()
        upload(page, download(round, place, camera.scratch / f"{name}.pdf"))
        camera.shoot(page, name)
    camera.show(round, "/desk/journal", "journal", person=ADMIN)
    camera.show(round, "/desk/accounts", "accounts", person=ADMIN)


def secretary(camera: Camera):
    draft = camera.round("draft")
    camera.show(draft, "/desk", "secretary-rounds", person=SECRETARY)
    camera.show(draft, "/desk/rounds/new", "secretary-new-round", person=SECRETARY)
    camera.show(draft, "/desk/rounds/{name}", "secretary-draft", person=SECRETARY)
    camera.show(draft, "/desk/rounds/{name}/units", "secretary-units", person=SECRETARY)
    camera.show(draft, "/desk/rounds/{name}/members", "secretary-members", person=SECRETARY)
    camera.show(draft, "/desk/rounds/{name}/cards", "secretary-cards", person=SECRETARY)
    page = camera.device(draft, LAPTOP, BOARD).page()
    board_key(camera, draft, page)
    freezing(camera, draft)
    issuing = camera.round("issuing")
    camera.show(issuing, "/desk/rounds/{name}/presence", "secretary-presence", person=SECRETARY)
    camera.show(issuing, "/desk/rounds/{name}", "secretary-issuing", person=SECRETARY)
    camera.show(camera.round("cast"), "/desk/rounds/{name}", "secretary-voting", person=SECRETARY)


def board_key(camera: Camera, round: Round, page: Page):
    desk = BoardDesk.open(page, round)
    desk.make_another()
    page.locator("#member-name").fill(BOARD.display_name)
    page.locator("#make-form button").click()
    page.locator("#sheet-lines li").last.wait_for()
    camera.shoot(desk.page, "board-key")


def freezing(camera: Camera, round: Round):
    page = camera.device(round, LAPTOP, SECRETARY).page(f"/desk/rounds/{round.name}")
    form = page.locator("form[data-step=freeze]")
    form.locator("[name=confirmation]").fill("chốt")
    with page.expect_navigation():
        form.locator("button").last.click()
    page.wait_for_selector("#freeze-progress")
    camera.shoot(page, "secretary-freezing")
    page.locator("#round-code").wait_for(timeout=120_000)


def member(camera: Camera):
    round = camera.round("voting")
    ballot = Ballot.open(camera.device(round, PHONE).page(), round)
    ballot.expect_stage("joining")
    ballot.page.locator("#code").fill(round.codes[MEMBER])
    ballot.page.get_by_text("Đúng. Thẻ của").wait_for()
    camera.shoot(ballot.page, "member-card")
    ballot.page.get_by_role("button", name="Tiếp tục").click()
    ballot.compare()
    camera.shoot(ballot.page, "member-compare")
    ballot.page.locator("#same").click()
    ballot.receive()
    ballot.expect_stage("marking")
    ballot.box(0, "Đạt").check()
    ballot.box(1, "Không đạt").check()
    camera.shoot(ballot.page, "member-unit")
    for unit in range(22):
        ballot.page.locator("#all-first").click() if unit not in (4, 11) else ballot.box(0, "Đạt").check()
        if unit < 21:
            ballot.page.locator("#next").click()
    ballot.review()
    camera.shoot(ballot.page, "member-review")
    ballot.confirm()
    camera.shoot(ballot.page, "member-confirm")
    ballot.page.locator("#cast").click()
    ballot.expect_cast()
    camera.shoot(ballot.page, "member-cast")
    wide_form(camera, round)
    round.sealed("without-ballot")
    ballot.expect_found()
    camera.shoot(ballot.page, "member-found")
    round.opened()
    round.certified()
    ballot.expect_stage("counted")
    ballot.page.locator("#show-own").click()
    ballot.page.locator("#totals").wait_for()
    camera.shoot(ballot.page, "member-counted")


def wide_form(camera: Camera, round: Round):
    ballot = Ballot.open(camera.device(round, LAPTOP).page(), round)
    ballot.obtain(round.codes["uv-06"])
    for row in ballot.page.locator("tr[data-unit]").all()[:6]:
        row.get_by_role("button", name="Cả bốn").click()
    camera.shoot(ballot.page, "member-wide-form")


def room(camera: Camera):
    path = "/rounds/{id}/screen"
    voting = camera.round("voting")
    voting.sample.write_marks(voting.path("marks.csv"))
    page = camera.device(voting, PROJECTOR).page(path.format(id=voting.round_id))
    for voter in voting.sample.present[:9]:
        voting.vote(voter)
    page.get_by_text("792").first.wait_for()
    camera.shoot(page, "screen-voting")
    camera.show(camera.round("certified"), path, "screen-results", PROJECTOR)


def count(camera: Camera):
    round = camera.round("sealed")
    desk = BoardDesk.open(camera.device(round, LAPTOP, BOARD).page(), round)
    desk.expect_box_intact()
    desk.give_key(round.path("board-key"))
    camera.shoot(desk.page, "board-open", whole=True)
    camera.show(camera.round("opened"), "/desk/rounds/{name}/results", "secretary-results", person=SECRETARY)
    camera.show(camera.round("certified"), "/desk/rounds/{name}/decisions", "signer-decisions", person=SIGNER)


def main():
    folder = Path(sys.argv[1])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    scratch = Path(tempfile.mkdtemp(prefix="phieukin-pictures-"))
    with sync_playwright() as playwright:
        browser = launch(playwright)
        camera = Camera(browser, Stages(scratch / "stages", WholeExample()), scratch, folder)
        try:
            for part in (anybody, secretary, member, room, count):
                part(camera)
        finally:
            camera.stop()
            browser.close()
            shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
