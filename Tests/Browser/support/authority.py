"""A real time stamp authority on the loopback, for the services that are started beside it."""

import subprocess
import sys
from pathlib import Path

from .places import ROOT
from .rounds import Round
from .trial import NEW_KEY, openssl

SETTINGS = """
[req]
distinguished_name=names
[names]
[root]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
[stamp]
keyUsage=critical,digitalSignature
extendedKeyUsage=critical,timeStamping
[tsa]
default_tsa=trial
[trial]
serial=serial
default_policy=1.2.3.4.1
digests=sha256
signer_digest=sha256
ess_cert_id_alg=sha256
"""


class TimestampAuthority:
    """Made of a root of its own, in a folder of its own. `ended()` is called by whoever started it."""

    def __init__(self, folder: Path):
        self.trusted = folder / "trusted"
        self.trusted.mkdir(parents=True)
        self.root = self.trusted / "root.pem"
        for name in ("settings.cnf", "tsa.cnf"):
            (folder / name).write_text(SETTINGS)
        openssl(folder, "req", "-x509", *NEW_KEY, "-keyout", "root.key", "-out", self.root, "-days", "30",
                "-subj", "/CN=Gốc dấu thời gian dùng thử", "-extensions", "root")
        openssl(folder, "req", "-new", *NEW_KEY, "-keyout", "tsa.key", "-out", "tsa.csr",
                "-subj", "/CN=Dấu thời gian dùng thử")
        openssl(folder, "x509", "-req", "-in", "tsa.csr", "-CA", self.root, "-CAkey", "root.key", "-set_serial", "7",
                "-days", "29", "-extfile", "settings.cnf", "-extensions", "stamp", "-out", "tsa.crt")
        command = [sys.executable, ROOT / "Tests/Peers/tsa.py", folder, "good"]
        self._process = subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True)
        self.url = f"http://127.0.0.1:{int(self._process.stdout.readline())}/"

    def serve(self, round: Round) -> Round:
        """The round's service, started again with this authority."""
        round.service.stop()
        round.service.options += ["--timestamp-url", self.url, "--timestamp-certificates", self.trusted]
        round.service.start()
        return round

    def ended(self):
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()
