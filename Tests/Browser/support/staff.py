"""The people who run a round, at the service's API."""

import json
import urllib.error
import urllib.request
from dataclasses import dataclass

PASSWORD = "một mật khẩu đủ dài"
PATIENCE = 60


@dataclass(frozen=True)
class Person:
    """An account for the tests; all have the same password."""

    name: str
    display_name: str
    roles: tuple[str, ...]


ADMIN = Person("admin", "Quản trị", ("admin",))
SECRETARY = Person("thu-ky", "Lò Văn Phúc", ("secretary",))
BOARD = Person("kiem-phieu", "Hoàng Thị Bích Ngọc", ("board",))
SIGNER = Person("nguoi-ky", "Pờ Mỹ Lệ", ("signer",))
# Not there before a test needs one: `Round.hire`.
SEAL_KEEPER = Person("van-thu", "Văn thư Đảng ủy", ("signer",))
STAFF = (SECRETARY, BOARD, SIGNER)


class Refused(Exception):
    """What the service would not do, by its stable code."""

    def __init__(self, status: int, problem: dict):
        super().__init__(f"{status} {problem.get('code')}: {problem.get('detail', '')} {problem.get('messages', '')}")
        self.status = status
        self.code = problem.get("code")


class Desk:
    """One person, signed in."""

    def __init__(self, origin: str, cookie: str | None = None):
        self.origin = origin
        self.cookie = cookie

    @classmethod
    def sign_in(cls, origin: str, name: str, password: str = PASSWORD) -> "Desk":
        desk = cls(origin)
        desk.post("session", {"name": name, "password": password})
        return desk

    def get(self, path: str):
        return self._ask("GET", path)

    def post(self, path: str, value=None):
        return self._ask("POST", path, {} if value is None else value)

    def put(self, path: str, value):
        return self._ask("PUT", path, value)

    def _ask(self, method: str, path: str, value=None):
        request = urllib.request.Request(f"{self.origin}/api/v1/staff/{path}", method=method)
        if value is not None:
            request.data = value if isinstance(value, bytes) else json.dumps(value).encode()
            request.add_header("Content-Type", "text/csv" if isinstance(value, bytes) else "application/json")
        if self.cookie:
            request.add_header("Cookie", f"__Host-phieukin={self.cookie}")
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                self._keep(answer.headers.get("Set-Cookie"))
                body = answer.read()
        except urllib.error.HTTPError as error:
            raise Refused(error.code, json.loads(error.read() or b"{}")) from None
        return json.loads(body) if body else None

    def _keep(self, header: str | None):
        if header:
            self.cookie = header.split(";")[0].split("=", 1)[1]
