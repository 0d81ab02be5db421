"""Members of a board of several, and what a member could do with the keys on its own device."""

from pages.board_seat import BoardSeat

from .browser import Devices
from .rounds import Round
from .staff import SECRETARY

NAMES = ["Vàng Thị Mỷ", "Lò Văn Ớt", "Giàng A Páo"]

# In the page: the record of the first attempt, and the modules of the page's own version.
PRELUDE = """
const root = document.querySelector("script[src*='/assets/']").src.replace(/scripts\\/.*/, "");
const load = (name) => import(`${root}ballot/${name}.js`);
const [{ IndexedDBStore }, ceremonies, { keyPairOf }, { readScalar }, documents] = await Promise.all(
  ["store", "board-ceremony", "keys", "p256", "ceremony-documents"].map(load));
const store = await IndexedDBStore.open("phieukin-board");
const [name] = await store.names(`attempt/${round}/`);
const record = await store.get(name);
const key = keyPairOf(record.signing);
const ceremony = record.ceremony &&
  await ceremonies.openCeremony(record.ceremony.threshold, record.ceremony.participants);
"""


def invite(round: Round, names: list[str] = NAMES, threshold: int = 2) -> list[dict]:
    """Names the board in the draft; what each member gets on paper."""
    plan = {"threshold": threshold, "names": names, "acknowledge": ["board-replaced"]}
    return round.desk(SECRETARY).put(f"rounds/{round.name}/board/members", plan)["invitations"]


def sit(round: Round, devices: Devices, invitations: list[dict]) -> list[BoardSeat]:
    """Each member opens the invitation on a phone of their own."""
    return [BoardSeat.open(devices.phone(round).page(), round, one) for one in invitations]


def make_key(round: Round, devices: Devices, **plan) -> list[BoardSeat]:
    """A ceremony from the invitations to the key."""
    seats = sit(round, devices, invite(round, **plan))
    for seat in seats:
        seat.begin()
    for seat in seats:
        seat.expect_stage("made")
    return seats


def break_share(seat: BoardSeat, round: Round, victim: int):
    """The device commits to a message whose share for another member cannot be opened."""
    seat.page.evaluate(f"""async ({{ round, victim }}) => {{ {PRELUDE}
        const message = record.message.slice();
        message[message.length - (record.ceremony.participants.length - 1 - victim) * 56 - 1] ^= 1;
        const commitment = await ceremonies.signCommitment(ceremony, record.place, key, message);
        await store.update(name, (kept) => ({{ ...kept, message, commitment }}));
    }}""", {"round": round.name, "victim": victim})


def accuse(seat: BoardSeat, round: Round, accused: int):
    """The device says of a share that is good that it is not."""
    seat.page.evaluate(f"""async ({{ round, accused, code }}) => {{ {PRELUDE}
        const accusation = await ceremonies.accuse(ceremony, record.place, key, accused, readScalar(record.dkg));
        await fetch(`/api/v1/board/${{round}}/accusation`, {{
          method: "POST", headers: {{ "Content-Type": "application/json", Authorization: `Bearer ${{code}}` }},
          body: JSON.stringify(documents.accusationDocument(accusation)) }});
    }}""", {"round": round.name, "accused": accused, "code": seat.code})
