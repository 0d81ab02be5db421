"""A relay of another body before the real service, on a free port of this machine."""

import os
import re
import socket
import subprocess
import time
from pathlib import Path

from .places import PROGRAM

PATIENCE = 60
LISTENING = re.compile(r"listening on 127\.0\.0\.1:(\d+), key (\S+) \((\S+)\)")


class Relay:
    """`phieukin relay`, started, killed and started again over one folder; what it prints is kept beside it."""

    def __init__(self, folder: Path, service: str, name: str, port: int | None = None, lowering: int = 120):
        self.folder = folder
        self.service = service
        self.name = name
        self.log = folder.with_suffix(".log")
        self.port = port or free_port()
        self.lowering = lowering
        self.key = ""
        self.fingerprint = ""
        self._process = None

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def reference(self) -> dict:
        """As the secretary enters it."""
        return {"name": self.name, "url": self.origin, "key": self.key}

    def start(self) -> "Relay":
        before = self.log.stat().st_size if self.log.exists() else 0
        kept = {key: value for key, value in os.environ.items() if not key.startswith("PHIEUKIN_")}
        options = ["--data", self.folder, "--service", self.service, "--issuer", "localhost", "--port", self.port,
                   "--lowering-seconds", self.lowering]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [PROGRAM, "relay", *map(str, options)], stdout=log, stderr=log, env=kept)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := LISTENING.search(self.log.read_text()[before:]):
                self.key, self.fingerprint = found.group(2, 3)
                return self
            assert self._process.poll() is None, self.log.read_text()
            time.sleep(0.02)
        raise AssertionError(f"the relay did not start:\n{self.log.read_text()}")

    def kill(self):
        """Takes its power away."""
        if self._process:
            self._process.kill()
            self._process.wait()
        self._process = None

    stop = kill


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]
