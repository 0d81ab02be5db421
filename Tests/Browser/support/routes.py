"""Every page there is, each in the states in which it looks different: a test compares them with the routes in Swift."""

import re
from dataclasses import dataclass

from .places import ROOT
from .rounds import Round
from .staff import ADMIN, BOARD, SECRETARY, SIGNER, Person

ROUTES = ROOT / "Sources/Service/Pages"
GROUP = re.compile(r'let (\w+) = \w+\.group\("([^"]*)"\)')
GET = re.compile(r'(?<![.\w])(\w+)\.get\(\s*"([^"]*)"')


@dataclass(frozen=True)
class Visit:
    """Somebody opens a page while the round is in a state."""

    route: str
    state: str = "staffed"
    person: Person | None = None

    def path(self, round: Round) -> str:
        values = {"round": round.name if self.route.startswith(("/desk", "/board")) else round.round_id, "roundID": round.round_id,
                  "digest": round.decisions[0]["digest"] if round.decisions else ""}
        return re.sub(r":(\w+)", lambda found: values[found.group(1)] or "", self.route)

    def __str__(self) -> str:
        return f"{self.route} {self.state} {self.person.name if self.person else 'anybody'}"


def _visits(route: str, states: str, *people: Person | None) -> list[Visit]:
    return [Visit(route, state, person) for state in states.split() for person in people or (None,)]


PAGES = [
    # Anybody
    *_visits("/", "staffed"),
    *_visits("/sign-in", "staffed"),
    *_visits("/sign-in/factor", "staffed"),
    *_visits("/v/", "staffed voting"),
    *_visits("/v/:round", "voting"),
    *_visits("/board/:round", "draft"),
    *_visits("/rounds/:roundID", "frozen voting certified"),
    *_visits("/rounds/:roundID/screen", "frozen issuing voting closing sealed opened certified"),
    *_visits("/verify", "staffed"),
    *_visits("/decisions", "staffed annulled"),
    *_visits("/decisions/:digest", "decided annulled"),
    *_visits("/code", "staffed"),
    # The secretary
    *_visits("/desk", "staffed draft certified", SECRETARY),
    *_visits("/desk/account/factors", "staffed", SECRETARY),
    *_visits("/desk/confirm", "staffed", SECRETARY),
    *_visits("/desk/rounds/new", "staffed", SECRETARY),
    *_visits("/desk/rounds/:round", "draft frozen confirmed issuing cast closing sealed opened certified",
             SECRETARY),
    *_visits("/desk/rounds/:round/units", "draft", SECRETARY),
    *_visits("/desk/rounds/:round/members", "draft", SECRETARY),
    *_visits("/desk/rounds/:round/cards", "draft", SECRETARY),
    *_visits("/desk/rounds/:round/board-members", "draft frozen", SECRETARY),
    *_visits("/desk/rounds/:round/relays", "draft", SECRETARY),
    *_visits("/desk/rounds/:round/freeze", "frozen", SECRETARY),
    *_visits("/desk/rounds/:round/presence", "confirmed issuing", SECRETARY),
    *_visits("/desk/rounds/:round/results", "opened", SECRETARY),
    # The board
    *_visits("/desk/rounds/:round", "draft frozen sealed", BOARD),
    *_visits("/desk/rounds/:round/board", "draft frozen sealed certified", BOARD),
    # The signer
    *_visits("/desk/rounds/:round/decisions", "certified decided", SIGNER),
    *_visits("/desk/decisions/:digest/annul", "decided", SIGNER),
    *_visits("/desk/decisions/:digest/archive", "decided", SIGNER),
    *_visits("/desk/decisions/:digest/seal", "decided", SIGNER),
    *_visits("/desk/identity", "staffed", SIGNER),
    # The administrator
    *_visits("/desk/accounts", "staffed", ADMIN),
    *_visits("/desk/journal", "draft", ADMIN),
    # Everybody of the staff
    *_visits("/desk/account", "staffed", SECRETARY),
]

# Routes that answer something else than a page.
OTHERS = {
    "/assets/:version/**", "/assets/SHA256SUMS", "/rounds/:roundID/events", "/desk/rounds/:round/presence/live",
    "/desk/preparations/:paper/bytes", "/desk/trial/signer.p12", "/desk/rounds/:round/units/mau-to-chuc.csv",
    "/desk/rounds/:round/members/mau-cap-uy.csv",
}

# Pages that tests of their own look at, since they need more than a round's state.
ELSEWHERE = {"/desk/trial", "/desk/preparations/:paper"}


def registered() -> set[str]:
    """The routes that Swift's sources register for reading."""
    found = set()
    for file in ROUTES.rglob("*.swift"):
        text = file.read_text()
        groups = dict(GROUP.findall(text))
        for group, path in GET.findall(text):
            found.add("/" + "/".join(filter(None, [groups.get(group, ""), path.strip("/")])))
    return {path if path == "/" else path.rstrip("/") for path in found}
