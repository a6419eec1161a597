"""A running 'lrrt serve', watched from outside."""

import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from urllib.error import URLError
from urllib.request import urlopen

from tests.website.project import command_line, environment

_RELOADING = re.compile(r"<script[^>]*>[^<]*livereload.*?</script>", re.DOTALL)
PATIENCE = 20.0
"""Seconds after which something that was waited for is given up."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Preview:
    """A preview of the site: what it serves and what it prints."""

    def __init__(self, folder: Path, port: int, *options: str) -> None:
        self.address = f"http://127.0.0.1:{port}/"
        self.printed: list[str] = []
        self.process = subprocess.Popen(
            command_line("lrrt", "serve", "--port", str(port), *options),
            cwd=folder,
            env=environment({"PYTHONUNBUFFERED": "1"}),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        self._reader = Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        stream = self.process.stderr
        assert stream is not None
        for line in stream:
            self.printed.append(line.rstrip("\n"))

    @property
    def output(self) -> str:
        return "\n".join(self.printed)

    def page(self, path: str) -> str:
        """Return a page without the script by which it reloads, or nothing while it cannot be had."""
        try:
            with urlopen(self.address + path, timeout=PATIENCE) as answer:  # noqa: S310  # our own http address
                return _RELOADING.sub("", answer.read().decode())
        except (URLError, ConnectionError):
            return ""

    def stop(self, with_signal: signal.Signals = signal.SIGINT) -> int:
        """Stop as Ctrl+C does, and return the exit status."""
        if self.process.poll() is None:
            self.process.send_signal(with_signal)
        try:
            return self.process.wait(PATIENCE)
        finally:
            self.process.kill()
            self._reader.join()
            assert self.process.stderr is not None
            self.process.stderr.close()


def until(condition: Callable[[], bool]) -> float:
    """Wait for something, and return the seconds it took."""
    started = time.monotonic()
    while not condition():
        waited = time.monotonic() - started
        assert waited < PATIENCE, "waited in vain"
        time.sleep(0.02)
    return time.monotonic() - started


@contextmanager
def previewing(folder: Path, *options: str) -> Iterator[Preview]:
    """Run a preview until the end."""
    preview = Preview(folder, free_port(), *options)
    try:
        until(lambda: "The site is at" in preview.output or preview.process.poll() is not None)
        yield preview
    finally:
        preview.stop()
