"""The secretary drafts a round: tables are previewed line by line, codes are made here and stay here."""

import re

import pytest
from playwright.sync_api import expect

from pages.drafting import Drafting
from support.accessibility import inspect
from support.staff import SECRETARY
from support.watch import refusal

TITLE = "Xét, công nhận “chi bộ bốn tốt” năm 2026"
OFF = {"java_script_enabled": False}


@pytest.fixture
def drafting(round_in, devices):
    """A secretary with a fresh round; nothing is imported yet."""
    round = round_in("staffed")
    drafting = Drafting(devices.laptop(round, SECRETARY).page())
    drafting.round = round
    drafting.create_round(TITLE, 2026)
    return drafting


def test_step_by_step_to_all_that_freezing_needs(drafting):
    sample = drafting.round.sample
    drafting.import_units(sample.units_csv)
    page = drafting.page
    page.goto(f"{drafting.path}/units")
    eligible = [one.get_attribute("data-unit") for one in page.locator("[data-eligible=yes]").all()]
    assert eligible == list(sample.eligible)
    expect(page.locator("[data-unit=cb-09] .reason")).to_be_visible()
    drafting.import_members(sample.voters_csv)
    codes = drafting.make_cards()
    assert sorted(codes) == sorted(sample.voter_names.values())
    drafting.erase_codes()
    page.goto(drafting.path)
    for item in ("units", "members", "cards"):
        expect(page.locator(f"[data-item={item}]")).to_have_class("done")


def test_each_bad_line_is_marked(drafting):
    good = drafting.round.sample.units_csv.splitlines()
    bad = [*good[:2], good[2].replace(",15,15,", ",15,xy,", 1), good[3].replace("cb-03", "cb-01"), *good[4:]]
    drafting.check_table("units", "\n".join(bad))
    page = drafting.page
    expect(page.locator("#preview")).to_have_attribute("data-good", "")
    marked = {one.get_attribute("data-line") for one in page.locator("tr.bad").all()}
    assert marked == {"3", "4"}
    expect(page.locator("#import")).to_have_count(0)
    assert not inspect(page)
    page.locator("#preview-text").fill("\n".join(good))
    with page.expect_navigation():
        page.locator("#preview [name=check]").click()
    drafting.confirm_table()


@pytest.mark.parametrize("options", [{}, OFF], ids=["scripts", "no-scripts"])
def test_a_table_in_an_old_encoding_is_converted(round_in, devices, options):
    """At one press, by the service, with or without scripts; it is looked at before it counts."""
    round = round_in("draft")
    page = devices.laptop(round, SECRETARY, **options).page()
    drafting = Drafting(page, round.name)
    drafting.check_table("units", round.sample.units_csv.replace("Chi bộ thôn Nà Hừ", "Chi bé th«n Nµ Hõ"))
    expect(page.locator("#preview")).to_contain_text("TCVN3: “Chi bộ thôn Nà Hừ”")
    expect(page.locator("#import")).to_have_count(0)
    assert not inspect(page) if not options else True
    with page.expect_navigation():
        page.locator("#convert").click()
    expect(page.locator("#converted")).to_be_visible()
    expect(page.locator(".preview-table")).to_contain_text("Chi bộ thôn Nà Hừ")
    drafting.confirm_table()


def test_a_file_is_dropped_on_the_page(drafting):
    page = drafting.page
    page.goto(f"{drafting.path}/units")
    page.evaluate("""(text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], "to-chuc.csv", { type: "text/csv" }));
        const options = { dataTransfer: data, bubbles: true, cancelable: true };
        const zone = document.querySelector("[data-drop]");
        for (const name of ["dragenter", "dragover", "drop"]) zone.dispatchEvent(new DragEvent(name, options));
    }""", drafting.round.sample.units_csv)
    drafting.confirm_table()


def test_what_is_no_table_is_told_plainly(drafting):
    for table in ("", "một dòng không phải bảng", "id,name\n"):
        drafting.page.goto(f"{drafting.path}/members")
        drafting.page.locator("[data-table-form] textarea").fill(table)
        with drafting.page.expect_navigation():
            drafting.page.locator("[data-table-form] [name=check]").click()
        expect(drafting.page.locator("[data-good=yes]")).to_have_count(0)


def test_codes_never_leave_the_page(drafting, devices):
    drafting.import_units(drafting.round.sample.units_csv)
    drafting.import_members(drafting.round.sample.voters_csv)
    watch = devices.made[0].watch
    before = len(watch.requests)
    codes = [code.replace("-", "") for code in drafting.make_cards().values()]
    sent = "".join(f"{one.url} {one.post_data or ''}" for one in watch.requests[before:]).replace("-", "")
    assert len(codes) == 5
    assert not [code for code in codes if code in sent]
    stored = drafting.page.evaluate("""async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage },
        (await indexedDB.databases()).map(({ name }) => name), document.cookie])""")
    assert not [code for code in codes if code in stored.replace("-", "")]
    drafting.erase_codes()
    content = drafting.page.content().replace("-", "")
    assert not [code for code in codes if code in content]


def test_codes_that_are_not_printed_yet_are_not_lost_by_mistake(drafting):
    """Leaving the page asks first."""
    drafting.import_units(drafting.round.sample.units_csv)
    drafting.import_members(drafting.round.sample.voters_csv)
    drafting.make_cards()
    asked = []
    drafting.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    drafting.page.reload()
    assert asked == ["beforeunload"]


def test_new_cards_for_somebody_need_a_word(round_in, devices):
    round = round_in("draft")
    drafting = Drafting(devices.laptop(round, SECRETARY).page(f"/desk/rounds/{round.name}/cards"), round.name)
    page = drafting.page
    page.locator("[name=voter][value=uv-01]").check()
    expect(page.locator("#replacing")).to_be_visible()
    page.locator("#confirmation").fill(page.locator("#confirmation").get_attribute("data-words"))
    page.locator("#make-cards").click()
    expect(page.locator(".access-card")).to_have_count(1)
    drafting.erase_codes()


def test_a_mistake_in_the_form_is_said_at_its_field(round_in, devices):
    round = round_in("staffed")
    device = devices.laptop(round, SECRETARY)
    page = device.page("/desk/rounds/new")
    form = page.locator("#new-round-form")
    form.evaluate("(form) => { form.noValidate = true }")
    form.locator("[name=title]").fill(TITLE)
    form.locator("[name=year]").fill("năm nay")
    with device.watch.allowing(*refusal(400), *refusal(422)), page.expect_navigation():
        form.locator("button.main").click()
    expect(page.locator("#year-fault")).not_to_be_empty()
    expect(form.locator("[name=title]")).to_have_value(TITLE)
    assert not inspect(page)


def test_drafted_without_scripts(round_in, devices):
    """All but the cards, which are made in the browser."""
    round = round_in("staffed")
    drafting = Drafting(devices.laptop(round, SECRETARY, **OFF).page())
    drafting.create_round(TITLE, 2026)
    for part, table in (("units", round.sample.units_csv), ("members", round.sample.voters_csv)):
        drafting.check_table(part, table)
        drafting.confirm_table()
    drafting.page.goto(f"{drafting.path}/cards")
    expect(drafting.page.locator("noscript .notice")).to_be_visible()
