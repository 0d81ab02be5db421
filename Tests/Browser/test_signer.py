"""The signer: drafts beside the tally they follow from, signing one or all, outside the service, annulling."""

import re

import pytest
from playwright.sync_api import expect

from pages.signer_desk import SignerDesk, give_certificate
from support.accessibility import inspect
from support.outside import sign_outside
from support.rounds import Round
from support.sample import Sample
from support.staff import ADMIN, SIGNER
from support.watch import refusal

REASON = "Qua kiểm tra, phát hiện chi bộ không bảo đảm tiêu chí “Đoàn kết, kỷ luật tốt”."


@pytest.fixture
def round(round_in):
    return round_in("certified")


def test_all_drafts_beside_their_tally(round, devices):
    desk = SignerDesk(devices.laptop(round, SIGNER).page(), round.name)
    drafts = desk.page.locator("tr[data-unit]")
    assert [one.get_attribute("data-unit") for one in drafts.all()] == ["cb-01", "cb-02"]
    for cell in drafts.first.locator(".votes").all():
        expect(cell).to_have_text("4 / 3")
    desk.page.locator("details.failed summary").click()
    expect(desk.page.locator("details.failed")).to_contain_text(round.sample.unit_names["cb-03"])
    desk.sign()
    assert len(desk.issued()) == 2
    expect(drafts).to_have_count(0)


def test_one_at_a_time_or_together(round, devices):
    desk = SignerDesk(devices.laptop(round, SIGNER).page(), round.name)
    desk.sign("cb-02")
    assert len(desk.issued()) == 1
    expect(desk.page.locator("tr[data-unit=cb-01]")).to_be_visible()
    desk.sign()
    assert len(desk.issued()) == 2


def test_a_draft_can_be_looked_at_before(round, devices):
    laptop = devices.laptop(round, SIGNER)
    desk = SignerDesk(laptop.page(), round.name)
    # The viewer of PDF asks for an icon, as a PDF names none.
    laptop.watch.allow(r"/favicon\.ico")
    with laptop.context.expect_event("response", lambda one: one.url.endswith("/preview")) as answer:
        desk.page.locator("#preview").click()
    assert answer.value.headers["content-type"] == "application/pdf"
    assert desk.issued() == []


def test_a_wrong_password_signs_nothing_and_keeps_what_was_typed(round, devices):
    laptop = devices.laptop(round, SIGNER)
    desk = SignerDesk(laptop.page(), round.name)
    form = desk.page.locator("#sign-form")
    form.locator("[name=signer]").fill("Vàng A Páo")
    form.locator("[name=position]").fill("Phó Bí thư")
    form.locator("[name=password]").fill("không phải")
    with laptop.watch.allowing(*refusal(403)), desk.page.expect_navigation():
        desk.page.locator("#sign").click()
    expect(desk.page.locator("#problem")).to_have_attribute("data-code", "wrong-key-password")
    expect(form.locator("[name=signer]")).to_have_value("Vàng A Páo")
    expect(form.locator("[name=password]")).to_have_value("")
    assert desk.issued() == []


def test_signed_outside_the_service(round, devices, tmp_path):
    """The paper goes out unsigned, the bytes are signed by another program, the signature comes in."""
    laptop = devices.laptop(round, SIGNER)
    desk = SignerDesk(laptop.page(), round.name)
    desk.prepare()
    desk.open_paper()
    assert not inspect(desk.page)
    with desk.page.expect_download() as paper:
        desk.page.locator("#download").click()
    assert paper.value.path().read_bytes().startswith(b"%PDF")
    desk.download_bytes(tmp_path / "content.bin")
    desk.hand_in(sign_outside(round, tmp_path))
    expect(desk.page.locator("[data-decision]")).to_have_count(1)


def test_annulled_with_a_reason(round_in, devices):
    round = round_in("decided")
    page = devices.laptop(round, SIGNER).page()
    desk = SignerDesk(page, round.name)
    digest = round.decisions[0]["digest"]
    desk.annul(digest, REASON)
    page.goto(f"/decisions/{digest}")
    expect(page.locator("#annulled")).to_contain_text(REASON)


def test_an_annulment_ballot_leads_to_its_decision(round_in, devices):
    round = round_in("decided")
    digest = round.decisions[0]["digest"]
    vote_on_annulling(round, "cb-01")
    page = devices.laptop(round, SIGNER).page()
    desk = SignerDesk(page, round.name)
    assert not inspect(page)
    page.get_by_role("link", name="Hủy bỏ quyết định này").click()
    assert f"/desk/decisions/{digest}/annul?ballot=" in page.url
    assert not inspect(page)
    desk.annul_here(REASON)
    page.goto(f"/desk/rounds/{round.name}/decisions")
    expect(page.locator(".papers").first).to_contain_text("Đã hủy bỏ")
    page.goto(f"/decisions/{digest}")
    expect(page.locator("#annulled")).to_contain_text(REASON)


def vote_on_annulling(round: Round, unit: str):
    """A second round at the same service: whether the recognition of this unit ends. All agree."""
    round.sample = Sample(units=(unit,), eligible=(unit,), criteria=("annulment",))
    round.draft("annulment")
    for step in (round.frozen, round.confirmed, round.issuing, round.voting, round.cast, round.sealed, round.opened,
                 round.certified):
        step()


def test_annulling_is_confirmed_by_typing_it(round_in, devices):
    round = round_in("decided")
    laptop = devices.laptop(round, SIGNER)
    page = laptop.page(f"/desk/decisions/{round.decisions[0]['digest']}/annul")
    form = page.locator("#annul-form")
    for name, text in (("reason", REASON), ("signer", "A"), ("position", "B"), ("password", "C"),
                       ("confirmation", "có")):
        form.locator(f"[name={name}]").fill(text)
    form.locator("[name=acknowledge]").check()
    with laptop.watch.allowing(*refusal(422)), page.expect_navigation():
        page.locator("#annul").click()
    expect(page.locator("#problem")).to_have_attribute("data-code", "not-confirmed")
    expect(form.locator("[name=reason]")).to_have_value(REASON)


def test_the_certificate_is_given_with_its_password(round, devices):
    page = devices.laptop(round, SIGNER).page()
    give_certificate(page, round.path("signer.p12"))
    expect(page.locator("#certificate")).to_contain_text(SIGNER.display_name)
    expect(page.locator("#certificate .tag.good")).to_be_visible()


def test_others_see_the_drafts_but_sign_nothing(round, devices):
    laptop = devices.laptop(round, ADMIN)
    page = laptop.page()
    laptop.watch.allow(*refusal(403))
    page.goto(f"/desk/rounds/{round.name}/decisions")
    expect(page.locator("#sign")).to_have_count(0)
    page.goto("/desk/identity")
    expect(page.locator("#problem")).to_have_attribute("data-code", re.compile("forbidden"))
