"""Vietnamese first, English at the switch, kept from page to page."""

from playwright.sync_api import expect

from pages.ballot import Ballot


def test_the_switch_is_kept(round_in, devices):
    round = round_in("voting")
    page = devices.phone(round).page("/?x=1")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert "x=1" in page.url
    page.goto("/sign-in")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.get_by_role("link", name="Tiếng Việt").click()
    expect(page.get_by_role("heading", name="Đăng nhập")).to_be_visible()


def test_a_member_votes_in_english(round_in, devices):
    round = round_in("voting")
    page = devices.phone(round).page(f"/v/{round.round_id}?lang=en")
    ballot = Ballot(page)
    ballot.expect_stage("joining")
    page.locator("#code").fill(round.codes["uv-01"])
    page.get_by_role("button", name="Continue").click()
    ballot.accept_round()
    ballot.receive()
    ballot.mark_all(3)
    ballot.confirm()
    page.locator("#cast").click()
    ballot.expect_stage("cast")
    expect(page.locator("h1")).to_have_text("Your ballot is in the box")


def test_names_keep_their_language(round_in, devices):
    """A screen reader must not read a Vietnamese title as English."""
    round = round_in("voting")
    page = devices.laptop(round).page("/v/?lang=en")
    expect(page.locator("strong[lang=vi]").first).to_be_visible()
