"""The real service over a data folder, on a free port of this machine."""

import os
import re
import subprocess
import time
from pathlib import Path

from .places import PROGRAM

PATIENCE = 120
LISTENING = re.compile(r"listening on 127\.0\.0\.1:(\d+)")


class Service:
    """`phieukin serve`, started and stopped at will; its log is kept beside the data."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.log = folder / "service.log"
        self.port = 0
        self.host = "127.0.0.1"
        self.options = ["--account-rules", "simple"]
        self._process = None

    @property
    def origin(self) -> str:
        return f"http://{self.host}:{self.port}"

    def start(self) -> "Service":
        """Starts, on the same port as before if it ran before, and returns once it listens."""
        before = self.log.stat().st_size if self.log.exists() else 0
        options = ["--data", self.folder / "data", "--port", self.port, "--log-level", "info", *self.options]
        if (self.folder / "trusted").exists():
            options += ["--trusted-certificates", self.folder / "trusted"]
        kept = {key: value for key, value in os.environ.items() if not key.startswith("PHIEUKIN_")}
        if pages := os.environ.get("PHIEUKIN_WEB"):
            options += ["--web", os.path.abspath(pages)]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [PROGRAM, "serve", *map(str, options)], stdout=log, stderr=log, env=kept, cwd=self.folder)
        self.port = self._announced_port(before)
        return self

    def _announced_port(self, before: int) -> int:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := LISTENING.search(self.log.read_text()[before:]):
                return int(found.group(1))
            if self._process.poll() is not None:
                break
            time.sleep(0.02)
        self.stop()
        raise AssertionError(f"the service did not start:\n{self.log.read_text()}")

    def stop(self):
        """Stops as an operator does; what is in flight is answered first."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise AssertionError("the service did not stop when told to") from None
        finally:
            self._process = None

    def kill(self):
        """Takes its power away: no chance to put anything in order."""
        self._process.kill()
        self._process.wait()
        self._process = None

    @property
    def complaints(self) -> list[str]:
        """What the log has at warning or above."""
        return [line for line in self.log.read_text().splitlines() if re.search(r" (warning|error|critical) ", line)]
