"""Pages are usable within two seconds on a slow line."""

import pytest

from support.staff import SECRETARY

# What Lighthouse calls slow 4G: 150 ms round trip, 1.6 Mbit/s down, 750 kbit/s up.
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
USABLE_WITHIN = 2_000
PAGES = {"/": None, "/v/": None, "/v/{id}": None, "/rounds/{id}/screen": None, "/verify": None, "/decisions": None,
         "/desk": SECRETARY, "/desk/rounds/{name}": SECRETARY}


@pytest.mark.parametrize("path", PAGES)
def test_usable_on_a_slow_line(path, shared_round, devices):
    round = shared_round("voting")
    device = devices.phone(round).sign_in(round, PAGES[path])
    page = device.page()
    session = device.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    page.goto(path.format(id=round.round_id, name=round.name))
    if path.startswith("/v/{"):
        page.locator("#code").wait_for()
    usable = page.evaluate("""() => Math.max(
        performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
        ...performance.getEntriesByType("paint").map((paint) => paint.startTime))""")
    assert usable < USABLE_WITHIN
