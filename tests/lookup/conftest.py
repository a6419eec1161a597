"""A resolver and a registrar on this machine, which answer as a test wants; nothing else is asked."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says once."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0


@dataclass(slots=True)
class Registrar:
    """A server with its address, what it was asked, and the answers it has left.

    It answers each path with its own answers, the last of them again and again; every DOI is sent
    on to ``/registrar/DOI``, as doi.org does, unless it has answers of its own.
    """

    address: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    waited: threading.Event = field(default_factory=threading.Event)

    def says(self, path: str, *answers: Answer) -> None:
        self.answers[path] = list(answers)

    def next(self, path: str) -> Answer:
        known = self.answers.get(path)
        if known:
            return known.pop(0) if len(known) > 1 else known[0]
        if path.startswith("/10.") and f"/registrar{path}" in self.answers:
            return Answer(302, headers={"Location": f"/registrar{path}"})
        return Answer(404, b"<html>not found</html>", {"Content-Type": "text/html"})


@pytest.fixture
def registrar() -> Iterator[Registrar]:
    """A server on loopback, closed after the test."""
    with serving() as known:
        yield known


@contextmanager
def serving() -> Iterator[Registrar]:
    """A server on loopback for as long as it is needed."""
    known = Registrar()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known.asked.append((self.path, self.headers.get("Accept", "")))
            answer = known.next(self.path)
            if answer.delay:
                known.waited.wait(answer.delay)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # http.server's name
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that has heard enough hangs up; that is no error."""

    server = Server(("127.0.0.1", 0), Handler)
    known.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield known
    finally:
        known.waited.set()
        server.shutdown()
        thread.join()
        server.server_close()


Makes = Callable[..., Answer]


@pytest.fixture
def csl() -> Makes:
    """Make an answer in CSL-JSON."""

    def make(body: bytes | str, **headers: str) -> Answer:
        content = body.encode() if isinstance(body, str) else body
        return Answer(
            200, content, {"Content-Type": "application/vnd.citationstyles.csl+json", **headers}
        )

    return make
