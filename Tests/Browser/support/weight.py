"""What a page costs on the line."""

from .watch import Watch

# The board's page is the heaviest: its device audits rounds of both versions of the protocol.
HEAVIEST = 120 << 10


def weight(watch: Watch) -> int:
    """The bytes of all bodies so far, as they came, compressed; but for a round's own documents, which scripts fetch."""
    return sum(request.sizes()["responseBodySize"] for request in watch.requests
               if request.resource_type not in ("eventsource", "fetch") and request.response())
