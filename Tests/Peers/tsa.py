"""A time stamp authority over HTTP (RFC 3161) on a free port of the loopback, by the openssl command.

Usage: tsa.py FOLDER MODE; FOLDER has tsa.cnf, tsa.crt and tsa.key. Prints the port.
MODE: good; html (a page instead of an answer); error (status 500); stale (the answer to an earlier question); a number:
good for so many answers, and html after them.
"""

import http.server
import subprocess
import sys

FOLDER, MODE = sys.argv[1], sys.argv[2]


def stamp(query):
    with open(f"{FOLDER}/query", "wb") as file:
        file.write(query)
    subprocess.run(
        "openssl ts -reply -config tsa.cnf -queryfile query -signer tsa.crt -inkey tsa.key -out reply",
        shell=True, check=True, cwd=FOLDER, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(f"{FOLDER}/reply", "rb") as file:
        return file.read()


class Handler(http.server.BaseHTTPRequestHandler):
    earlier = None
    left = int(MODE) if MODE.isdigit() else None

    def do_POST(self):
        query = self.rfile.read(int(self.headers["Content-Length"]))
        answer = b"<html>Bad gateway</html>" if MODE == "html" or Handler.left == 0 else stamp(query)
        Handler.left = Handler.left and Handler.left - 1
        if MODE == "stale":
            Handler.earlier = Handler.earlier or stamp(subprocess.run(
                ["openssl", "ts", "-query", "-data", sys.argv[0], "-sha256", "-cert"],
                check=True, capture_output=True).stdout)
            answer = Handler.earlier
        self.send_response(500 if MODE == "error" else 200)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
