"""Building the site: whole or not at all."""

import logging
import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from generator.diagnostics import Diagnostic
from generator.views import Site
from generator.website.content_faults import ContentFaults
from generator.website.plugin import RecordsPlugin
from generator.website.refusing import BuildRefusedError


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
    config = configured(config_file)
    target = (folder or Path(config.site_dir)).resolve()
    _refuse_replacing(target)
    staging = _make_staging(target)
    try:
        plugin = build_into(config, staging, records, today)
        swap(staging, target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    pages = sum(1 for _ in target.rglob("*.html"))
    return Built(target, plugin.site, pages, plugin.warnings)


def configured(config_file: Path) -> MkDocsConfig:
    """Return what mkdocs.yml says. Raises CannotBuildError where it cannot be used."""
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


def build_into(
    config: MkDocsConfig,
    folder: Path,
    records: Path | None = None,
    today: date | None = None,
    *,
    day_is_fixed: bool = False,
) -> RecordsPlugin:
    """Build into an empty folder. Raises CannotBuildError."""
    plugin = config.plugins.get("lrrt")
    if not isinstance(plugin, RecordsPlugin):
        message = "mkdocs.yml does not name the plugin 'lrrt'"
        raise CannotBuildError(message)
    plugin.today = today
    plugin.day_is_fixed = day_is_fixed
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


def swap(staging: Path, target: Path) -> None:
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
