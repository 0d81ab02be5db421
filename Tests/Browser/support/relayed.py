"""Rounds that are voting and have relays: made once for each number of relays, and copied as they are."""

import shutil
from pathlib import Path

from .between import Between
from .relay import Relay
from .rounds import Round
from .stages import Stages

NAMES = ("Văn phòng Huyện ủy", "Đảng ủy xã Mường Tè")
STEPS = ("frozen", "confirmed", "issuing", "voting")


class RelayedRounds:
    """The relays' addresses stand in the manifest: copies run one after the other, on the same ports."""

    def __init__(self, folder: Path, stages: Stages):
        self.folder = folder
        self.stages = stages

    def copy(self, count: int, to: Path, lowering: int) -> Round:
        """Behind a running service, its relays running; `round.between` is their line to it."""
        made = self.folder / str(count)
        if not made.exists():
            self._make(count, made)
        shutil.copytree(made, to, symlinks=True)
        return self._run(Round(to, self.stages.sample), lowering)

    def _make(self, count: int, folder: Path):
        unfinished = self.folder / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        round = self._run(self.stages.copy("staffed", unfinished), 120, count)
        try:
            round.keep(relayPorts=[relay.port for relay in round.relays])
            round.draft()
            round.casting()
            for step in STEPS:
                getattr(round, step)()
        finally:
            stop(round)
        round.service.log.unlink()
        unfinished.rename(folder)

    def _run(self, round: Round, lowering: int, count: int | None = None) -> Round:
        round.service.start()
        round.between = Between(round.origin)
        ports = round.kept("relayPorts", [None] * (count or 0))
        round.relays = [
            Relay(round.path(f"relay-{place}"), round.between.origin, NAMES[place], port, lowering).start()
            for place, port in enumerate(ports)]
        return round


def stop(round: Round):
    for part in (*round.relays, round.between, round.service):
        part.stop()
