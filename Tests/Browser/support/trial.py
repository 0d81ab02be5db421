"""A trial certification authority, with certificates of a signer and of the body itself, as openssl makes them."""

import subprocess
from pathlib import Path

KEY_PASSWORD = "mật khẩu khóa ký"
BODY = "Đảng ủy xã Bum Tở"
AUTHORITY = "CA dùng thử"
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
    """Writes `trusted/` for the service, `signer.p12` for the signer and `seal.p12` for whoever keeps the body's seal."""
    (folder / "trusted").mkdir()
    (folder / "settings.cnf").write_text(SETTINGS)
    authority = "trusted/trial-authority.pem"
    openssl(folder, "req", "-x509", *NEW_KEY, "-keyout", "authority.key", "-out", authority, "-days", "30",
            "-subj", f"/CN={AUTHORITY}", "-extensions", "authority")
    for serial, (name, subject) in enumerate((("signer", signer), ("seal", BODY)), start=0x5A17):
        openssl(folder, "req", "-new", *NEW_KEY, "-keyout", f"{name}.key", "-out", f"{name}.csr",
                "-subj", f"/O={BODY}/CN={subject}")
        openssl(folder, "x509", "-req", "-in", f"{name}.csr", "-CA", authority, "-CAkey", "authority.key",
                "-set_serial", str(serial), "-days", "29", "-extfile", "settings.cnf", "-extensions", "signer",
                "-out", f"{name}.pem")
        openssl(folder, "pkcs12", "-export", "-inkey", f"{name}.key", "-in", f"{name}.pem", "-certfile", authority,
                "-out", f"{name}.p12", "-passout", f"pass:{KEY_PASSWORD}")


def openssl(folder: Path, *arguments: str | Path):
    done = subprocess.run(["openssl", *map(str, arguments)], cwd=folder, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr
