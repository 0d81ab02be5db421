"""The page that lists which code runs in the browser says the truth."""

import hashlib
import re


def test_every_script_has_the_digest_that_the_page_says(shared_round, devices):
    """As somebody would compare it from outside: each script that a page loads, hashed, is on the list."""
    round = shared_round("voting")
    phone = devices.phone(round)
    page = phone.page(f"/v/{round.round_id}")
    page.wait_for_load_state("networkidle")
    scripts = {one.url: one.response().body() for one in phone.watch.requests if one.resource_type == "script"}
    assert len(scripts) > 20
    page.goto("/code")
    listed = set(re.findall(r"[0-9a-f]{64}", page.locator("main").inner_text().replace(" ", "")))
    for address, body in scripts.items():
        assert hashlib.sha256(body).hexdigest() in listed, address


def test_every_script_comes_with_its_digest_in_the_page(shared_round, devices):
    """What a page names by address it names by digest too: a changed file does not run."""
    round = shared_round("voting")
    page = devices.phone(round).page(f"/v/{round.round_id}")
    for element in page.locator("script, link[rel=stylesheet], link[rel=modulepreload]").all():
        assert re.match(r"sha(256|384|512)-", element.get_attribute("integrity") or "")
    assert page.locator("script:not([src]), style, [style], [onclick]").count() == 0
