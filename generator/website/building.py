"""Building and previewing the site: whole or not at all."""

import logging
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError
from mkdocs.livereload import LiveReloadServer

from generator.diagnostics import Diagnostic
from generator.views import Site
from generator.website.content_faults import ContentFaults
from generator.website.plugin import BuildRefusedError, RecordsPlugin

POLLING = 0.2
"""Seconds between two looks at the watched files in a preview."""


class CannotBuildError(Exception):
    """The site cannot be built. ``found`` holds the diagnostics, if files are at fault."""

    def __init__(self, message: str, found: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.found = found


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build."""

    folder: Path
    site: Site
    pages: int
    warnings: tuple[Diagnostic, ...]


def build_site(
    config_file: Path,
    *,
    records: Path | None = None,
    folder: Path | None = None,
    today: date | None = None,
) -> Built:
    """Build the site beside its place, then put it there whole.

    Raises CannotBuildError; what was published before then stays as it was.
    """
    config = _configured(config_file)
    target = (folder or Path(config.site_dir)).resolve()
    _refuse_replacing(target)
    staging = _make_staging(target)
    try:
        plugin = _build_into(config, staging, records, today)
        _swap(staging, target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    pages = sum(1 for _ in target.rglob("*.html"))
    return Built(target, plugin.site, pages, plugin.warnings)


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
    report: Callable[[CannotBuildError], None],
    ready: Callable[[str], None],
) -> None:
    """Show the site on this machine and rebuild it whenever a file changes, until interrupted.

    A fault goes to ``report``, and the last good pages stay. Raises CannotBuildError if the port is
    taken or mkdocs.yml cannot be used.
    """
    _configured(config_file)
    folder = Path(tempfile.mkdtemp(prefix="lrrt-preview-"))
    shown = folder / "site"
    shown.mkdir()

    def rebuild() -> None:
        try:
            _rebuild(config_file, folder, shown)
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


def _rebuild(config_file: Path, folder: Path, shown: Path) -> None:
    config = _configured(config_file)
    config.site_url = "http://127.0.0.1/"
    staging = folder / "next"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    _build_into(config, staging)
    _swap(staging, shown)


def _watch(server: LiveReloadServer, config_file: Path) -> None:
    root = config_file.resolve().parent
    for name in ("records", "content", "theme", config_file.name):
        if (root / name).exists():
            server.watch(str(root / name))


def _configured(config_file: Path) -> MkDocsConfig:
    if not config_file.exists():
        message = f"there is no {config_file} here; go to the folder that holds it"
        raise CannotBuildError(message)
    # Material prints a banner about its own future on every build.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        return load_config(config_file=str(config_file))
    except (Abort, ConfigurationError) as fault:
        message = f"{config_file}: {fault}"
        raise CannotBuildError(message) from None


def _build_into(
    config: MkDocsConfig, folder: Path, records: Path | None = None, today: date | None = None
) -> RecordsPlugin:
    plugin = config.plugins.get("lrrt")
    if not isinstance(plugin, RecordsPlugin):
        message = "mkdocs.yml does not name the plugin 'lrrt'"
        raise CannotBuildError(message)
    plugin.today = today
    if records is not None:
        plugin.config.records = str(records.absolute())
    config.site_dir = str(folder)
    content = Path(config.docs_dir)
    faults = ContentFaults(content, content.name)
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    logger.addHandler(faults)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except (Abort, BuildError) as fault:
        # MkDocs puts an Abort in the place of what a plugin raised.
        refused = next(
            (one for one in (fault, fault.__context__) if isinstance(one, BuildRefusedError)), None
        )
        found = refused.found if refused else tuple(faults.found)
        raise CannotBuildError(str(fault), found) from None
    except TemplateError as fault:
        found = (plugin.templates.diagnose(fault, "main.html"),)
        raise CannotBuildError(str(fault), found) from None
    finally:
        config.plugins.on_shutdown()
        logger.removeHandler(faults)
    return plugin


def _refuse_replacing(target: Path) -> None:
    """Raise CannotBuildError where a folder holds something that no build has put there."""
    if not target.is_dir() or not any(target.iterdir()):
        return
    if (target / ".git").exists() or not (target / "search" / "index.json").exists():
        message = (
            f"{target} holds files that no build has made, and they would be lost; "
            "name a folder that is empty or not there yet"
        )
        raise CannotBuildError(message)


def _make_staging(target: Path) -> Path:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as fault:
        message = f"cannot write to {target.parent}: {(fault.strerror or '').lower()}"
        raise CannotBuildError(message) from None


def _swap(staging: Path, target: Path) -> None:
    """Put a finished site in its place; the one before it stays until the moment of the change."""
    staging.chmod(0o755)
    aside = staging.with_name(f"{staging.name}-before")
    if target.exists():
        target.rename(aside)
    try:
        staging.rename(target)
    except OSError:
        if aside.exists():
            aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)
