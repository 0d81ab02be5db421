"""Brings a round to any state through the API and the program's commands, in a folder that can be copied."""

import json
import re
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import trial
from .command import run
from .places import EXAMPLE
from .sample import Sample
from .service import Service
from .staff import ADMIN, BOARD, PASSWORD, SECRETARY, SIGNER, STAFF, Desk, Person

WARNINGS = ("few-present", "unanimous")
STATES = ("staffed", "draft", "frozen", "confirmed", "issuing", "voting", "cast", "closing", "sealed", "opened",
          "certified", "decided", "annulled")
BODY = "ĐU"
ANNULLED_BECAUSE = "Qua kiểm tra, phát hiện chi bộ không bảo đảm tiêu chí “Cán bộ, đảng viên tốt”."


class Round:
    """One round at one service. What people hold (codes, the board's key) lies in the folder beside the data."""

    def __init__(self, folder: Path, sample: Sample):
        self.folder = folder
        self.sample = sample
        self.service = Service(folder)
        self.relays = []
        self._kept = json.loads(self.path("kept.json").read_text()) if self.path("kept.json").exists() else {}

    # What is known of it

    def path(self, name: str) -> Path:
        return self.folder / name

    @property
    def origin(self) -> str:
        return self.service.origin

    @property
    def name(self) -> str | None:
        """The service's own name of the round."""
        return self._kept.get("round")

    @property
    def round_id(self) -> str | None:
        """Once it is frozen."""
        return self._kept.get("roundID")

    @property
    def codes(self) -> dict[str, str]:
        """The access codes by the voters' ids."""
        return self._kept["codes"]

    @property
    def admin_password(self) -> str:
        """As `phieukin init` printed it."""
        return self._kept["admin"]

    @property
    def relay_origins(self) -> tuple[str, ...]:
        """Whom members' phones ask besides the service."""
        return tuple(relay.origin for relay in self.relays)

    def desk(self, person) -> Desk:
        """Somebody of the staff, signed in: the session lives on in the copied folder."""
        return Desk(self.origin, self._kept["sessions"][person.name])

    def detail(self) -> dict:
        return self.desk(SECRETARY).get(f"rounds/{self.name}")

    def manifest(self) -> bytes:
        with urllib.request.urlopen(f"{self.origin}/api/v1/rounds/{self.round_id}/manifest", timeout=30) as answer:
            return answer.read()

    @property
    def state(self) -> str:
        return self.detail()["state"]

    @property
    def decisions(self) -> list[dict]:
        return self._kept.get("decisions", [])

    def kept(self, name: str, otherwise=None):
        return self._kept.get(name, otherwise)

    def keep(self, **values):
        self._kept |= values
        self.path("kept.json").write_text(json.dumps(self._kept))

    def adopt(self, name: str):
        """Takes over a round that was made in a browser, once it is frozen."""
        self.keep(round=name)
        self.keep(roundID=self.detail()["roundID"])

    # Before the meeting

    def install(self):
        """A fresh installation, as nobody has signed in yet."""
        printed = run("init", "--data", self.path("data"), "--issuer", "localhost")
        self.keep(admin=re.search(r"Password: (\S+)", printed).group(1))

    def install_trial(self):
        """As `make serve` does where there is nothing yet; what it writes names its own folder, so it is never copied."""
        printed = run("init", "--trial", "--data", self.path("data"))
        self.keep(admin=re.search(r"Password: (\S+)", printed).group(1))

    def staffed(self):
        """Accounts, and the signer's certificate."""
        first = Desk.sign_in(self.origin, ADMIN.name, self.admin_password)
        first.put("password", {"old": self.admin_password, "new": PASSWORD})
        self.keep(sessions={})
        self._sign_in(ADMIN)
        for person in STAFF:
            self.hire(person)
        self._secret("key-password", trial.KEY_PASSWORD)
        trial_identity = ["--key-password-file", self.path("key-password")]
        self._step(SIGNER, "identity", self.path("signer.p12"), *trial_identity)

    def hire(self, person: Person):
        """An account, signed in, with a token for the commands."""
        Desk.sign_in(self.origin, ADMIN.name).post("accounts", {
            "name": person.name, "displayName": person.display_name, "roles": person.roles, "password": PASSWORD})
        self._sign_in(person)

    def _sign_in(self, person: Person):
        desk = Desk.sign_in(self.origin, person.name)
        self.keep(sessions={**self._kept["sessions"], person.name: desk.cookie})
        token = desk.post("tokens", {"label": "test", "days": 7, "password": PASSWORD})["token"]
        self._secret(f"{person.name}.token", token)

    def draft(self, kind: str = "recognition"):
        """Everything that freezing needs; codes and keys are made here, as they would be in the browser."""
        for name in ("voters.csv", "cards.csv", "board-key"):
            self.path(name).unlink(missing_ok=True)
        plan = json.loads((EXAMPLE / "round.json").read_text())
        draft = {"kind": kind, "title": plan["title"], "year": plan["year"], "authority": plan["authority"],
                 "guidance": plan["guidance"], "body": BODY, "details": {"meeting": plan["meeting"]}}
        secretary = self.desk(SECRETARY)
        self.keep(round=secretary.post("rounds", draft)["round"])
        secretary.put(f"rounds/{self.name}/units", self.sample.units_csv.encode())
        self.path("roster.csv").write_text(self.sample.voters_csv)
        run("round", "cards", self.path("roster.csv"), "--out-voters", self.path("voters.csv"), "--out-cards",
            self.path("cards.csv"))
        secretary.put(f"rounds/{self.name}/voters", self.path("voters.csv").read_bytes())
        codes = re.findall(r"(?:[0-9A-Z]{5}-){5}[0-9A-Z]", self.path("cards.csv").read_text())
        self.keep(codes=dict(zip(self.sample.voters, codes, strict=True)))
        run("round", "board-key", "--name", BOARD.display_name, "--out", self.path("board-key"))
        self._step(BOARD, "board", self.name, *self._board_key)

    def casting(self):
        """The relays that members may hand their ballots to."""
        references = [relay.reference for relay in self.relays]
        self.desk(SECRETARY).put(f"rounds/{self.name}/relays", {"relays": references})

    def frozen(self):
        secretary = self.desk(SECRETARY)
        secretary.post(f"rounds/{self.name}/freeze", {"acknowledge": ["units-left-out"]})
        end = time.monotonic() + 120
        while (progress := secretary.get(f"rounds/{self.name}/freeze"))["state"] == "draft":
            assert time.monotonic() < end, f"freezing takes too long: {progress}"
            time.sleep(0.05)
        self.keep(roundID=progress["roundID"])

    def confirmed(self):
        """The board has signed the frozen keys."""
        self._step(BOARD, "sign-freeze", self.name, *self._board_key, "--yes")

    # The meeting

    def issuing(self):
        self.mark(self.sample.presence)
        self.desk(SECRETARY).post(f"rounds/{self.name}/issuing")

    def mark(self, presence: dict[str, str]):
        """Says who is present, excused or absent."""
        marks = [{"voter": voter, "mark": mark} for voter, mark in presence.items()]
        self.desk(SECRETARY).put(f"rounds/{self.name}/presence", {"marks": marks})

    def voting(self):
        self.desk(SECRETARY).post(f"rounds/{self.name}/voting", {"acknowledge": WARNINGS})

    def cast(self):
        """All who are present vote, each from a machine of their own."""
        self.sample.write_marks(self.path("marks.csv"))
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(self.vote, self.sample.present))

    def vote(self, voter: str, *options: str) -> str:
        """One member votes with the program instead of a browser; what it said."""
        self._secret(f"{voter}.code", self.codes[voter])
        return run(
            "vote", "--server", self.origin, "--round", self.round_id, "--code-file", self.path(f"{voter}.code"),
            "--marks", self.path("marks.csv"), "--column", voter, "--state", self.path(f"{voter}-{self.name}.state"), *options)

    def find(self, voter: str):
        """The same member looks for the slips in the sealed box."""
        run("vote", "--find", "--server", self.origin, "--round", self.round_id, "--state",
            self.path(f"{voter}-{self.name}.state"))

    def closing(self, *acknowledged: str):
        """Where somebody present has no ballot, the secretary says that it is known."""
        self.desk(SECRETARY).post(f"rounds/{self.name}/closing", {"acknowledge": acknowledged})

    def sealed(self, *acknowledged: str):
        """Ends the voting, where it has not ended, and seals; what is missing, the secretary says, is known."""
        self.closing(*acknowledged)
        self.desk(SECRETARY).post(f"rounds/{self.name}/seal", {"acknowledge": acknowledged})

    # The count, and after

    def opened(self, *acknowledged: str):
        names = [part for name in acknowledged for part in ("--acknowledge", name)]
        self._step(BOARD, "open", self.name, *self._board_key, *names)

    def minutes_signed(self):
        """The board counts by its own program and signs."""
        self._step(BOARD, "sign-minutes", self.name, *self._board_key)

    def certified(self):
        self.desk(SECRETARY).post(f"rounds/{self.name}/certify", {"acknowledge": WARNINGS})

    def decided(self):
        answer = self.desk(SIGNER).post(f"rounds/{self.name}/decisions", {
            "date": "2026-11-20", "signer": {"name": SIGNER.display_name, "position": "Bí thư"},
            "password": trial.KEY_PASSWORD})
        self.keep(decisions=answer["decisions"])

    def annulled(self):
        """The first of the decisions is."""
        self.desk(SIGNER).post(f"decisions/{self.decisions[0]['digest']}/annulment", {
            "date": "2026-11-21", "signer": {"name": SIGNER.display_name, "position": "Bí thư"},
            "password": trial.KEY_PASSWORD, "body": BODY, "acknowledge": ["recognition-ended"],
            "reason": ANNULLED_BECAUSE})

    @property
    def _board_key(self) -> list:
        return ["--key-file", self.path("board-key")]

    def _step(self, person, name: str, *arguments):
        return run("round", name, *arguments, "--server", self.origin, "--token-file",
                   self.path(f"{person.name}.token"))

    def _secret(self, name: str, text: str):
        self.path(name).touch(0o600)
        self.path(name).write_text(text)
