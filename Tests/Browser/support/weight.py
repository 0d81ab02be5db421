"""What a page costs on the line."""

from .watch import Watch

HEAVIEST = 100 << 10


def weight(watch: Watch) -> int:
    """The bytes of all bodies so far, as they came, compressed."""
    return sum(request.sizes()["responseBodySize"] for request in watch.requests
               if request.resource_type != "eventsource" and request.response())
