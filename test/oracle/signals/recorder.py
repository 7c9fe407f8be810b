"""A server that answers 200 to whatever it is sent, and keeps it; the other scripts here point producers at it.

With PLIMSOLL=http://127.0.0.1:4180 each request is also passed on to a running server, as it came, and its answer is printed.

A case is written as NAME.received.json: { producer, name, contentType, headers, stated, receivedAt, body }, as Plimsoll's
translators get it. Headers are the ones that say something of the payload. The name of this machine is left out.
"""
import http.client
import json
import os
import pathlib
import re
import socket
import threading
import time
import urllib.parse
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HERE = pathlib.Path(__file__).parent
KEPT = re.compile(r"^(ce-.*|x-mlflow-.*)$")


class Recorder:
    def __init__(self):
        self.requests = []
        recorder = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                if self.headers.get("transfer-encoding", "").lower() == "chunked":
                    body = b""
                    while size := int(self.rfile.readline(), 16):
                        body += self.rfile.read(size)
                        self.rfile.readline()
                    self.rfile.readline()
                else:
                    body = self.rfile.read(int(self.headers.get("content-length", 0)))
                recorder.requests.append(
                    {"path": self.path, "headers": {k.lower(): v for k, v in self.headers.items()}, "body": body, "at": now()}
                )
                pass_on(self.path, self.headers, body)
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.end_headers()
                self.wfile.write(b"{}")

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def wait(self, wanted, seconds=60):
        """The requests for which `wanted` holds, once there is one."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found = [request for request in self.requests if wanted(request)]
            if found:
                return found
            time.sleep(0.2)
        raise SystemExit(f"nothing came in {seconds} s; {len(self.requests)} requests in all")


def pass_on(path, headers, body):
    """To a running server; it is a mistake if nothing of it is taken."""
    if server := os.environ.get("PLIMSOLL"):
        own = {k: v for k, v in headers.items() if k.lower() == "content-type" or KEPT.match(k.lower())}
        # As it came: urllib would name a type of its own.
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(server).netloc, timeout=30)
        connection.request("POST", path, body, own)
        answer = connection.getresponse()
        taken = json.load(answer)
        print(answer.status, path, {key: taken.get(key) for key in ("format", "stored", "duplicate", "refused", "detail")}, flush=True)
        if answer.status not in (202, 207):
            os._exit(1)


def now():
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def keep(case, producer, body, *, name, content_type=None, headers=None, stated=None, received_at=None):
    text = body.decode("utf-8") if isinstance(body, bytes) else body
    if not headers and name.startswith("/"):
        query = urllib.parse.urlencode(stated or {})
        pass_on(f"{name}?{query}", {"content-type": content_type or "application/json"}, text.encode())
    document = {
        "producer": producer,
        "name": name,
        "contentType": content_type.split(";")[0].strip().lower() if content_type else None,
        "headers": {key: value for key, value in sorted((headers or {}).items()) if KEPT.match(key)},
        "stated": stated or {},
        "receivedAt": received_at or now(),
        "body": text.replace(socket.gethostname(), "producer.example"),
    }
    (HERE / f"{case}.received.json").write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n")


def keep_request(case, producer, request):
    path, _, query = request["path"].partition("?")
    stated = dict(pair.split("=", 1) for pair in query.split("&") if pair)
    keep(
        case, producer, request["body"], name=path, content_type=request["headers"].get("content-type"),
        headers=request["headers"], stated=stated, received_at=request["at"],
    )
