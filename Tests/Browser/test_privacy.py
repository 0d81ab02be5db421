"""Nothing that identifies goes with a slip, and a code never leaves the device that it was typed into."""

import pytest
from playwright.sync_api import Request, expect

from pages.ballot import Ballot
from support.browser import OPTIONS
from support.places import CHROMIUM
from support.staff import SECRETARY

MEMBER = "uv-01"
UNITS = 3
IDENTIFYING = {"cookie", "authorization", "referer", "accept-language"}


def cast_one(round, devices) -> list[Request]:
    """All requests of a phone whose owner happens to be signed in as the secretary too."""
    phone = devices.phone(round).sign_in(round, SECRETARY)
    ballot = Ballot.open(phone.page(), round)
    ballot.vote(round.codes[MEMBER], UNITS)
    return phone.watch.requests


def test_slips_go_without_a_name(round_in, devices):
    round = round_in("voting")
    requests = cast_one(round, devices)
    slips = [request for request in requests if request.url.endswith("/slips")]
    assert len(slips) == UNITS * 4
    for request in [one for one in requests if "/api/v1/rounds/" in one.url]:
        assert not IDENTIFYING & set(request.all_headers()) - allowed(request)
    bodies = [request.post_data_json for request in slips]
    assert all(list(body) == ["slip"] for body in bodies)
    assert len({len(body["slip"]) for body in bodies}) == 1


def allowed(request: Request) -> set[str]:
    """Chromium names a language whatever a page says; it must be one that says nothing."""
    return {"accept-language"} if request.all_headers().get("accept-language") in ("", "*") else set()


def test_the_code_stays_on_the_phone(round_in, devices):
    round = round_in("voting")
    requests = cast_one(round, devices)
    code = round.codes[MEMBER]
    for request in requests:
        sent = f"{request.url} {request.all_headers()} {request.post_data or ''}"
        assert code not in sent and code.replace("-", "") not in sent


def test_a_code_in_a_link_is_taken_out_of_the_address(round_in, devices):
    """As the card's QR code brings it: behind "#", which is not sent, and not left in the history either."""
    round = round_in("voting")
    phone = devices.phone(round)
    ballot = Ballot(phone.page(f"/v/{round.round_id}#{round.codes[MEMBER]}"))
    ballot.compare()
    assert "#" not in ballot.page.url
    expect(ballot.page.locator("[data-stage]")).to_contain_text(round.sample.voter_names[MEMBER])


@pytest.mark.parametrize("address", ["/v/", "/v/{round}"])
def test_the_browsers_history_does_not_show_a_code(round_in, browser, tmp_path, address):
    """Neither listed nor found there by somebody who searches for it; the page itself is listed."""
    round = round_in("voting")
    code = round.codes[MEMBER].replace("-", "")
    path = address.format(round=round.round_id)
    options = {"executable_path": CHROMIUM, "headless": False, "args": [*OPTIONS, "--headless=new"]}
    with browser.browser_type.launch_persistent_context(tmp_path / "profile", **options) as context:
        page = context.new_page()
        page.goto(f"{round.origin}{path}#{code}", wait_until="commit")
        Ballot(page).compare()
        assert page.url == f"{round.origin}/v/{round.round_id}"
        history = context.new_page()
        history.goto("chrome://history")
        entries = history.locator("history-item a")
        expect(entries.first).to_be_visible()
        shown = [entry.get_attribute("href") for entry in entries.all()]
        assert page.url in shown
        assert not [entry for entry in shown if code in entry]
        history.goto(f"chrome://history/?q={code}")
        expect(history.get_by_text("No search results", exact=True).first).to_be_visible()
        expect(entries).to_have_count(0)


def test_a_scanned_card_leads_to_the_only_round(round_in, devices):
    round = round_in("voting")
    ballot = Ballot(devices.phone(round).page(f"/v/#{round.codes[MEMBER]}"))
    ballot.compare()
    assert ballot.page.url == f"{round.origin}/v/{round.round_id}"


def test_the_service_writes_no_codes_and_no_slips(round_in, devices):
    round = round_in("voting")
    cast_one(round, devices)
    log = round.service.log.read_text()
    assert "/slips" not in log
    assert round.codes[MEMBER].replace("-", "") not in log.replace("-", "")
