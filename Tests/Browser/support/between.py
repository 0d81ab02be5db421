"""What stands between a relay and its service, and lets nothing through that a test has shut."""

import re
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PATIENCE = 60
KEPT = ("content-type", "retry-after")
OF_THE_LINE = ("host", "connection", "content-length", "transfer-encoding", "accept-encoding")


class Between:
    """Hands requests on to a service, each as it came; those to `shut` addresses reach nobody."""

    def __init__(self, origin: str):
        self.shut: re.Pattern | None = None
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self, origin))
        self._server.daemon_threads = True
        Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def shuts(self, path: str) -> bool:
        return self.shut is not None and self.shut.search(path) is not None

    def stop(self):
        self._server.shutdown()
        self._server.server_close()


def _handler(between: Between, origin: str):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            self._hand_on(None)

        def do_POST(self):
            self._hand_on(self.rfile.read(int(self.headers.get("content-length") or 0)))

        def _hand_on(self, body: bytes | None):
            if between.shuts(self.path):
                return self._answer(503, {}, b"")
            headers = {name: value for name, value in self.headers.items() if name.lower() not in OF_THE_LINE}
            request = urllib.request.Request(origin + self.path, body, headers, method=self.command)
            try:
                with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                    self._answer(answer.status, answer.headers, answer.read())
            except urllib.error.HTTPError as refusal:
                self._answer(refusal.code, refusal.headers, refusal.read())

        def _answer(self, status: int, headers, body: bytes):
            self.send_response(status)
            for name in KEPT:
                if headers.get(name):
                    self.send_header(name, headers[name])
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    return Handler
