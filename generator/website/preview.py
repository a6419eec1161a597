"""Previewing the site: every edit shows, and a fault leaves the last good pages."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from generator.website.building import CannotBuildError, build_into, configured, swap

POLLING = 0.2
"""Seconds between two looks at the watched files."""


class _PreviewServer(LiveReloadServer):
    """A server that says once when it can be reached and sees every edit."""

    ready: Callable[[str], None] | None = None

    def service_actions(self) -> None:
        """Do what is to be done beside serving (a hook of socketserver)."""
        super().service_actions()
        if self.ready is not None:
            ready, self.ready = self.ready, None
            ready(self.url)


def serve_site(
    config_file: Path,
    *,
    address: tuple[str, int],
    today: date | None = None,
    report: Callable[[CannotBuildError], None],
    ready: Callable[[str], None],
) -> None:
    """Show the site on this machine and rebuild it whenever a file changes, until interrupted.

    ``today`` is the day it is seen from, in the browser too; None asks the clock. A fault goes to
    ``report``, and the last good pages stay. Raises CannotBuildError if the port is
    taken or mkdocs.yml cannot be used.
    """
    configured(config_file)
    folder = Path(tempfile.mkdtemp(prefix="lrrt-preview-"))
    shown = folder / "site"
    shown.mkdir()

    def rebuild() -> None:
        try:
            _rebuild(config_file, folder, shown, today)
        except CannotBuildError as fault:
            report(fault)

    try:
        rebuild()
        host, port = address
        server = _PreviewServer(
            builder=rebuild, host=host, port=port, root=str(shown), polling_interval=POLLING
        )
        server.ready = ready
        missing = shown / "404.html"
        server.error_handler = lambda code: (
            missing.read_bytes() if code == 404 and missing.exists() else None  # noqa: PLR2004  # not found
        )
        _watch(server, config_file)
        try:
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs has no types here
        except KeyboardInterrupt:
            return
        except OSError as fault:
            message = f"cannot listen on {host}:{port}: {(fault.strerror or '').lower()}"
            raise CannotBuildError(message) from None
        finally:
            if server.serve_thread.is_alive():
                server.shutdown()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _rebuild(config_file: Path, folder: Path, shown: Path, today: date | None) -> None:
    config = configured(config_file)
    config.site_url = "http://127.0.0.1/"
    staging = folder / "next"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    build_into(config, staging, today=today, day_is_fixed=today is not None)
    swap(staging, shown)


def _watch(server: LiveReloadServer, config_file: Path) -> None:
    root = config_file.resolve().parent
    for name in ("records", "content", "theme", config_file.name):
        if (root / name).exists():
            server.watch(str(root / name))
