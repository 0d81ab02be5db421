"""What a page costs on the line."""

from .watch import Watch

HEAVIEST = 100 << 10

# On the board's pages a device audits rounds of both versions of the protocol, and makes a key with others.
HEAVIEST_OF_BOARD = 120 << 10

# What members' phones fetch after the first screen, in rounds with relays, included: also what is asked of a member whose
# relay does not answer, which must be there when the line is bad.
HEAVIEST_WITH_RELAYS = 132 << 10


def weight(watch: Watch) -> int:
    """The bytes of all bodies so far, as they came, compressed; but for a round's own documents, which scripts fetch."""
    return sum(request.sizes()["responseBodySize"] for request in watch.requests
               if request.resource_type not in ("eventsource", "fetch") and request.response())
