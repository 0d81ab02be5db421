"""Where things are in the project; each can be named by the environment instead."""

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = os.path.abspath(os.environ.get("PHIEUKIN") or ROOT / ".build/debug/phieukin")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
EXAMPLE = ROOT / "Examples/xa-bum-to"
