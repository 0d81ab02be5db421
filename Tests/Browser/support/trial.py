"""A trial certification authority and a signer's certificate by it, as openssl makes them."""

import subprocess
from pathlib import Path

KEY_PASSWORD = "mật khẩu khóa ký"
SETTINGS = """
[req]
distinguished_name=names
[names]
[authority]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
[signer]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,nonRepudiation
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid:always
"""
NEW_KEY = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -utf8 -config settings.cnf".split()


def make_certificates(folder: Path, signer: str):
    """Writes `trusted/` for the service and `signer.p12` for the signer."""
    (folder / "trusted").mkdir()
    (folder / "settings.cnf").write_text(SETTINGS)
    authority = "trusted/trial-authority.pem"
    openssl(folder, "req", "-x509", *NEW_KEY, "-keyout", "authority.key", "-out", authority, "-days", "30",
            "-subj", "/CN=CA dùng thử", "-extensions", "authority")
    openssl(folder, "req", "-new", *NEW_KEY, "-keyout", "signer.key", "-out", "signer.csr",
            "-subj", f"/O=Đảng ủy xã Bum Tở/CN={signer}")
    openssl(folder, "x509", "-req", "-in", "signer.csr", "-CA", authority, "-CAkey", "authority.key", "-set_serial",
            "0x5A17", "-days", "29", "-extfile", "settings.cnf", "-extensions", "signer", "-out", "signer.pem")
    openssl(folder, "pkcs12", "-export", "-inkey", "signer.key", "-in", "signer.pem", "-certfile", authority,
            "-out", "signer.p12", "-passout", f"pass:{KEY_PASSWORD}")


def openssl(folder: Path, *arguments: str):
    done = subprocess.run(["openssl", *arguments], cwd=folder, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr
