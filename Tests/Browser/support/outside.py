"""Signing apart from the service, as a token's own program does: the key stays where it is."""

import subprocess
from pathlib import Path

from .rounds import Round


def sign_outside(round: Round, folder: Path) -> Path:
    """The detached signature of `content.bin` in this folder."""
    command = ["openssl", "cms", "-sign", "-binary", "-cades", "-md", "sha256", "-nosmimecap", "-outform", "DER",
               "-signer", round.path("signer.pem"), "-inkey", round.path("signer.key"), "-in", "content.bin",
               "-out", "signature.p7s"]
    subprocess.run(list(map(str, command)), cwd=folder, check=True, capture_output=True, timeout=30)
    return folder / "signature.p7s"
