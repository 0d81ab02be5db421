"""What people wait for, as Chromium measures it, beside the marks set for it: `make bench` runs it with the release build."""

import shutil
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from support.browser import LAPTOP, PHONE, Device, launch
from support.rounds import Round
from support.sample import Sample
from support.staff import SECRETARY
from support.stages import Stages

TIMES = 5

# 24 units of four criteria.
UNITS = 24
SLIPS_MARK = 1_500
BUNDLE_MARK = 2_000

# One member's computing, of a board whose key any three of five make up.
CEREMONY_MARK = 3_000

# What Lighthouse calls slow 4G: 150 ms round trip, 1.6 Mbit/s down, 750 kbit/s up.
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
PAGE_MARK = 2_000
PAGES = {"/": None, "/v/": None, "/v/{id}": None, "/rounds/{id}/screen": None, "/verify": None, "/decisions": None,
         "/desk": SECRETARY, "/desk/rounds/{name}": SECRETARY}

# From the card's code to sealed slips, and on to the bundle in which each is sealed to a gateway; the service answers on
# the loopback meanwhile.
PREPARE_SLIPS = """async ([roundID, code]) => {
    const script = performance.getEntriesByType("resource").find(({ name }) => name.endsWith("/ballot/ballot.js")).name;
    const load = (name) => import(new URL(name, script).href);
    const { Choice, MemoryStore, VoterClient, VotingSession, loadManifest, readRoundID } = await load("ballot.js");
    const [{ makeBundle }, { generateKeyPair }] = [await load("bundle.js"), await load("keys.js")];
    const [client, store] = [new VoterClient(readRoundID(roundID)), new MemoryStore()];
    const manifest = await loadManifest(client, store);
    const gateway = await generateKeyPair();
    const start = performance.now();
    const session = await VotingSession.start(manifest, code, client, store);
    await session.obtainTokens();
    await session.mark(manifest.contests.map(() => Choice.first));
    const sealed = performance.now() - start;
    const [name] = await store.names("device/");
    const slips = (await store.get(name)).ballots.map(({ slip }) => slip);
    const { places } = await makeBundle(slips, manifest, gateway.publicKey);
    return [sealed, performance.now() - start, places.length];
}"""

# From nothing to the certified transcript; the other four members' messages are there when they are needed.
CEREMONY = """async () => {
    const script = performance.getEntriesByType("resource").find(({ name }) => name.endsWith("/ballot/ballot.js")).name;
    const load = (name) => import(new URL(name, script).href);
    const [board, dkg] = [await load("board-ceremony.js"), await load("cocktail.js")];
    const [{ generateKeyPair }, { readScalar }] = [await load("keys.js"), await load("p256.js")];
    const { uncertified } = await load("cocktail-transcript.js");
    const devices = await Promise.all(Array.from({ length: 5 }, async () =>
        ({ key: await generateKeyPair(), dkg: await generateKeyPair(), random: new Uint8Array(32) })));
    const members = devices.map(({ key, dkg, random }) => ({ key: key.publicKey, dkgKey: dkg.publicKey, random }));
    const times = [];
    const timed = async (work) => {
        const start = performance.now();
        const result = await work();
        times.push(performance.now() - start);
        return result;
    };
    // Everybody does a step; only what the first member does counts.
    const each = async (work) => [await timed(() => work(devices[0], 0)),
        ...await Promise.all(devices.slice(1).map((device, place) => work(device, place + 1)))];
    const session = await timed(() => board.openCeremony(3, members));
    const secret = (device) => readScalar(device.dkg.scalar);
    const messages = await each((device) => dkg.firstMessage(session, secret(device)));
    const committed = await each((device, place) => board.signCommitment(session, place, device.key, messages[place]));
    const sent = await each((device, place) => board.signMessage(session, place, device.key, messages[place]));
    const commitments = committed.map(({ commitment }) => commitment);
    await timed(() => board.requireCommitments(session, committed, 0, commitments[0]));
    await timed(() => board.requireMessages(session, commitments, sent, 0, messages[0]));
    await timed(() => dkg.combineShares(session, 0, secret(devices[0]), messages));
    const transcript = dkg.transcriptOf(session, messages, await board.extensionOf(commitments));
    const signatures = await each((device) => dkg.certify(secret(device), transcript));
    const liar = await timed(() => uncertified(transcript, session.publicKeys, signatures));
    return [times.reduce((sum, time) => sum + time, 0), liar];
}"""

# The page can be seen and its scripts have run.
USABLE = """() => Math.max(
    performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
    ...performance.getEntriesByType("paint").map((paint) => paint.startTime))"""


class ManyUnits(Sample):
    """The first unit again and again, under other names."""

    def __init__(self):
        ids = tuple(f"cb-{place + 1:02}" for place in range(UNITS))
        super().__init__(units=ids, eligible=ids)

    @property
    def units_csv(self) -> str:
        head, first = Sample(units=("cb-01",)).units_csv.splitlines()
        _, name, rest = first.split(",", 2)
        return "\n".join([head, *(f"{one},{name} {one},{rest}" for one in self.units)]) + "\n"


@dataclass
class Figure:
    """What was measured, in milliseconds."""

    name: str
    samples: list[float]
    mark: float

    def cells(self) -> list[str]:
        median = statistics.median(self.samples)
        spread = (max(self.samples) - min(self.samples)) / 2 / median
        reached = "ok" if median < self.mark else "short"
        return [self.name, f"{median:.0f} ms", f"{spread:.1%}", f"{self.mark:.0f} ms", f"{median / self.mark:.3f}", "< 1.0",
                reached]


def slips(browser: Browser, round: Round) -> list[Figure]:
    """A member each time: nobody is given a second ballot."""
    sealed, bundled = [], []
    for voter in round.sample.present:
        device = Device(browser, round.origin, **LAPTOP)
        page = device.page(f"/v/{round.round_id}")
        page.wait_for_load_state("networkidle")
        *milliseconds, count = page.evaluate(PREPARE_SLIPS, [round.round_id, round.codes[voter]])
        assert count == UNITS * 4
        for samples, one in zip([sealed, bundled], milliseconds):
            samples.append(one)
        device.context.close()
    name = f"{UNITS * 4} slips, from the code to"
    return [Figure(f"{name} the sealed slips", sealed, SLIPS_MARK), Figure(f"{name} the bundle", bundled, BUNDLE_MARK)]


def ceremony(browser: Browser, round: Round) -> Figure:
    device = Device(browser, round.origin, **LAPTOP)
    page = device.page(f"/v/{round.round_id}")
    page.wait_for_load_state("networkidle")
    samples = []
    for _ in range(TIMES):
        milliseconds, liar = page.evaluate(CEREMONY)
        assert liar == -1
        samples.append(milliseconds)
    device.context.close()
    return Figure("a board of five makes its key: one member's computing", samples, CEREMONY_MARK)


def usable(browser: Browser, round: Round, path: str) -> Figure:
    return Figure(f"usable on slow 4G: {path}", [_usable(browser, round, path) for _ in range(TIMES)], PAGE_MARK)


def _usable(browser: Browser, round: Round, path: str) -> float:
    device = Device(browser, round.origin, **PHONE).sign_in(round, PAGES[path])
    page = device.page()
    session = device.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    page.goto(path.format(id=round.round_id, name=round.name))
    if path.startswith("/v/{"):
        page.locator("#code").wait_for()
    milliseconds = page.evaluate(USABLE)
    device.context.close()
    return milliseconds


def show(figures: list[Figure]):
    rows = [["in Chromium", "ours", "±", "mark", "ratio", "target", ""], *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for name, *cells in rows:
        print("  ".join([name.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(cells, widths[1:]))]))


def measure(scratch: Path) -> list[Figure]:
    round = Stages(scratch / "stages", ManyUnits()).copy("voting", scratch / "voting")
    round.service.start()
    try:
        with sync_playwright() as playwright:
            browser = launch(playwright)
            return [*slips(browser, round), ceremony(browser, round), *(usable(browser, round, path) for path in PAGES)]
    finally:
        round.service.stop()


def main():
    scratch = Path(tempfile.mkdtemp(prefix="phieukin-bench-"))
    try:
        show(measure(scratch))
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
