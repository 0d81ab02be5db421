"""A manifest that is not the round's own is refused before anything is sent."""

import pytest
from playwright.sync_api import Route, expect

from pages.ballot import Ballot

MEMBER = "uv-01"


def tampered(body: bytes, _round) -> bytes:
    """One letter of a unit's name."""
    return body.replace("Nà Hừ".encode(), "Nà Hử".encode(), 1)


def with_a_space(body: bytes, _round) -> bytes:
    """The same meaning, other bytes."""
    return body.replace(b":", b": ", 1)


def stale(_body: bytes, round) -> bytes:
    """Another round's, whole and well formed."""
    return round.path("other-manifest.json").read_bytes()


@pytest.mark.parametrize("change", [tampered, with_a_space, stale], ids=lambda one: one.__name__.replace("_", " "))
def test_another_manifest_is_refused(change, round_in, devices):
    round, other = round_in("voting"), round_in("voting")
    other_manifest = other.manifest()
    round.path("other-manifest.json").write_bytes(other_manifest.replace(b"2026", b"2025"))
    device = devices.phone(round)

    def answer(route: Route):
        original = route.fetch()
        changed = change(original.body(), round)
        assert changed != original.body()
        route.fulfill(response=original, body=changed)

    device.context.route("**/manifest", answer)
    ballot = Ballot.open(device.page(), round)
    ballot.expect_alarm("round-mismatch")
    expect(ballot.page.locator("#code")).to_have_count(0)
    assert not [one for one in device.watch.requests if one.method == "POST"]


def test_a_slip_refused_by_a_lying_receipt_raises_an_alarm(round_in, devices):
    """A receipt that the service has not signed: nothing more is sent, and the member is told whom to tell."""
    round = round_in("voting")
    device = devices.phone(round)
    ballot = Ballot.open(device.page(), round)
    ballot.fill_in(round.codes[MEMBER], 3)
    device.context.route("**/slips", lambda route: route.fulfill(json={"receipt": "A" * 86}))
    ballot.page.locator("#cast").click()
    ballot.expect_alarm("bad-receipt")
    before = len(device.watch.requests)
    ballot.page.reload()
    ballot.expect_alarm("bad-receipt")
    assert not [one for one in device.watch.requests[before:] if one.method == "POST"]
