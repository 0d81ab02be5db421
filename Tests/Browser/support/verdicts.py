"""Decisions as files, whole and damaged."""

import urllib.request
from pathlib import Path

from .rounds import Round


def download(round: Round, place: int, to: Path) -> Path:
    """A decision's PDF, as anybody can have it."""
    digest = round.decisions[place]["digest"]
    with urllib.request.urlopen(f"{round.origin}/api/v1/decisions/{digest}/document", timeout=30) as answer:
        to.write_bytes(answer.read())
    return to


def with_a_changed_byte(pdf: Path) -> Path:
    """The same file but for one byte in the middle of what is signed."""
    data = bytearray(pdf.read_bytes())
    place = data.index(b"stream") + 40
    data[place] ^= 1
    changed = pdf.with_name(f"changed-{pdf.name}")
    changed.write_bytes(data)
    return changed
