"""One built site for the whole test run, and one browser for each worker."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.website.building import build_site
from tests.website.hosting import hosted
from tests.website.project import DAY, ROOT, copy_project
from tests.website.visits import ARGUMENTS, find_chromium


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the demonstration once a program of its own has taken its place."""
    if "sample: true" in (ROOT / "records" / "program.yaml").read_text(encoding="utf-8"):
        return
    gone = pytest.mark.skip(reason="the demonstration is gone: 'lrrt new program' has been run")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(gone)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with its site built, shared by all workers of a run. Never changed."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder = shared / "project"
    with (shared / "project.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "site").exists():
            copy_project(folder)
            build_site(folder / "mkdocs.yml", today=DAY)
    return folder


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The folder of the built site."""
    return project / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    with hosted(site) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without one, tests that need it are skipped here, and fail under CI=true."""
    found = find_chromium()
    if found is None:
        reason = "no Chromium or Chrome was found; 'make test' says what to install"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=found, headless=True, args=list(ARGUMENTS)
        )
        yield chromium
        chromium.close()
