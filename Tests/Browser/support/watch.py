"""Looks over a browser's shoulder: the console stays empty, nothing leaves the origin, every request succeeds."""

import re
from contextlib import contextmanager

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

# What does not leave the browser: what a page holds itself, and the browser's own viewer of PDF.
INSIDE = ("data:", "blob:", "chrome:", "chrome-extension:")


class Watch:
    """All that went wrong in one browser context, apart from what a test said it would provoke."""

    def __init__(self, context: BrowserContext, origin: str, relays: tuple[str, ...] = ()):
        self.origins = (origin, *relays)
        self.requests: list[Request] = []
        self.faults: list[str] = []
        self._allowed: list[re.Pattern] = []
        self._answered: set[Request] = set()
        context.on("console", self._console)
        context.on("weberror", lambda error: self._note(f"error: {error.error}"))
        context.on("request", self._request)
        context.on("requestfailed", self._request_failed)
        context.on("response", self._response)

    @contextmanager
    def allowing(self, *patterns: str):
        """While this lasts, faults that match one of `patterns` are none: a test provokes them."""
        added = [re.compile(pattern) for pattern in patterns]
        self._allowed += added
        yield
        self._allowed = [pattern for pattern in self._allowed if pattern not in added]

    def allow(self, *patterns: str):
        """From now on."""
        self._allowed += map(re.compile, patterns)

    def _note(self, fault: str):
        if not any(pattern.search(fault) for pattern in self._allowed):
            self.faults.append(fault)

    def _console(self, message: ConsoleMessage):
        where = message.location.get("url", "")
        self._note(f"console {message.type}: {message.text} ({where})")

    def _request(self, request: Request):
        self.requests.append(request)
        if not request.url.startswith((*(f"{origin}/" for origin in self.origins), *INSIDE)):
            self._note(f"leaves the origin: {request.method} {request.url}")

    def _request_failed(self, request: Request):
        if "ERR_ABORTED" in (request.failure or "") and self._was_let_go(request):
            return
        self._note(f"failed: {request.method} {request.url}: {request.failure}")

    def _was_let_go(self, request: Request) -> bool:
        """A page that goes away lets go of what it still asks for; and Chromium calls a fetch cancelled whose answer was read
        to its end as a stream, if it was quick."""
        return request.method == "GET" or request in self._answered

    def _response(self, response: Response):
        self._answered.add(response.request)
        if response.status >= 400:
            self._note(f"answer {response.status}: {response.request.method} {response.url}")


def refusal(status: int) -> tuple[str, str]:
    """The patterns of an answer with this status and of Chromium's own line about it."""
    return (rf"^answer {status}: ", rf"^console error: Failed to load resource: .* status of {status} ")
