"""Runs the program's own commands, as people who work without a browser do."""

import subprocess

from .places import PROGRAM

PATIENCE = 120


def run(*arguments) -> str:
    """What `phieukin …` printed; its complaint is raised where it fails."""
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=PATIENCE, check=False)
    if done.returncode != 0:
        raise AssertionError(f"phieukin {arguments[0]} {arguments[1]}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr
