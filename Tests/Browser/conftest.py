"""What every test works with: rounds in any state, and devices that are watched."""

import pytest
from playwright.sync_api import expect, sync_playwright

from support.browser import Devices, launch
from support.relayed import RelayedRounds, stop
from support.rounds import Round
from support.sample import Sample
from support.stages import Stages


# Against hanging alone: a condition that holds sooner is seen sooner.
expect.set_options(timeout=60_000)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def stages(tmp_path_factory):
    return Stages(tmp_path_factory.mktemp("stages"), Sample())


@pytest.fixture
def round_in(stages, tmp_path):
    """Brings a round into a state, behind a running service: `round_in("voting")`."""
    made = []

    def bring(state: str):
        round = stages.copy(state, tmp_path / f"{state}-{len(made)}")
        round.service.start()
        made.append(round)
        return round

    yield bring
    for round in made:
        round.service.stop()
        assert not round.service.complaints, "\n".join(round.service.complaints)


@pytest.fixture(scope="session")
def relayed_rounds(stages, tmp_path_factory):
    return RelayedRounds(tmp_path_factory.mktemp("relayed"), stages)


@pytest.fixture
def relayed(relayed_rounds, tmp_path):
    """A round that is voting and has relays, each a process of its own: `relayed(2)`."""
    made = []

    def bring(count: int = 1, lowering: int = 120):
        made.append(relayed_rounds.copy(count, tmp_path / f"relayed-{len(made)}", lowering))
        return made[-1]

    yield bring
    for round in made:
        stop(round)
        assert not round.service.complaints, "\n".join(round.service.complaints)


@pytest.fixture
def trial(tmp_path):
    """A trial installation on which nobody has signed in yet."""
    folder = tmp_path / "trial"
    folder.mkdir()
    round = Round(folder, Sample())
    round.install_trial()
    round.service.start()
    yield round
    round.service.stop()
    assert not round.service.complaints, "\n".join(round.service.complaints)


@pytest.fixture(scope="session")
def shared_round(stages, tmp_path_factory):
    """The same for tests that only look: one service a state for all of them."""
    made = {}

    def bring(state: str):
        if state not in made:
            made[state] = stages.copy(state, tmp_path_factory.mktemp("shared") / state)
            made[state].service.start()
        return made[state]

    yield bring
    for round in made.values():
        round.service.stop()
        assert not round.service.complaints, "\n".join(round.service.complaints)


@pytest.fixture
def devices(browser, request):
    """The devices of a test; what their browsers complained of fails it."""
    devices = Devices(browser)
    yield devices
    devices.close(checking=not getattr(request.node, "has_failed", False))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Tells fixtures whether the test itself has failed: then that is what counts."""
    report = yield
    if report.when == "call":
        item.has_failed = report.failed
    return report
