"""One folder for each state a round can be in, made once, when first asked for; tests work on copies."""

import shutil
from pathlib import Path

from .rounds import STATES, Round
from .sample import Sample
from .staff import SIGNER
from .trial import make_certificates


class Stages:
    def __init__(self, folder: Path, sample: Sample):
        self.folder = folder
        self.sample = sample

    def copy(self, state: str, to: Path) -> Round:
        """A round in this state in a folder of its own; its service is not started yet."""
        self._make(state)
        shutil.copytree(self.folder / state, to, symlinks=True)
        return Round(to, self.sample)

    def _make(self, state: str):
        folder = self.folder / state
        if folder.exists():
            return
        if state == "installed":
            self._install(folder)
            return
        self._make(self._before(state))
        unfinished = self.folder / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        round = self.copy(self._before(state), unfinished)
        round.service.start()
        try:
            getattr(round, state)()
        finally:
            round.service.stop()
        round.service.log.unlink()
        unfinished.rename(folder)

    def _install(self, folder: Path):
        folder.mkdir(parents=True)
        make_certificates(folder, SIGNER.display_name)
        Round(folder, self.sample).install()

    @staticmethod
    def _before(state: str) -> str:
        place = STATES.index(state)
        return STATES[place - 1] if place else "installed"
