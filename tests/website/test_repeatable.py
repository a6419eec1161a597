"""The same records give the same bytes: on any machine, by either command."""

from pathlib import Path

import pytest

from tests.website.project import DAY, PARTS, copy_project, run, snapshot

ONE = {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
OTHER = {
    "TZ": "Pacific/Pago_Pago",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "C.UTF-8",
    "PYTHONHASHSEED": "2",
}
EPOCH = {"SOURCE_DATE_EPOCH": "1795449600"}  # 2026-11-23, noon in Chicago


def built(folder: Path, *command: str, env: dict[str, str], umask: int = 0o022) -> dict[str, bytes]:
    """Every file of the site that a command builds in a copy of the project."""
    done = run(*command, cwd=copy_project(folder), env=env, umask=umask)
    assert done.returncode == 0, done.stderr
    return snapshot(folder / "site")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("one") / "here"
    return built(folder, "lrrt", "build", "--on", str(DAY), env=ONE)


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return [path for path in sorted(one | other) if one.get(path) != other.get(path)]


def test_another_folder_zone_language_hash_seed_and_umask_give_the_same_bytes(
    first: dict[str, bytes], tmp_path: Path
) -> None:
    folder = tmp_path / "un autre dossier" / "là"
    other = built(folder, "lrrt", "build", "--on", str(DAY), env=OTHER, umask=0o077)
    assert differing(first, other) == []
    assert {"sitemap.xml", "sitemap.xml.gz", "search/index.json", "404.html"} < set(other)


def test_mkdocs_alone_gives_the_same_bytes(first: dict[str, bytes], tmp_path: Path) -> None:
    other = built(tmp_path / "there", "mkdocs", "build", "--quiet", env={**OTHER, **EPOCH})
    assert differing(first, other) == []


def test_the_day_can_be_given_by_source_date_epoch(first: dict[str, bytes], tmp_path: Path) -> None:
    """https://reproducible-builds.org/specs/source-date-epoch/."""
    assert differing(first, built(tmp_path / "now", "lrrt", "build", env={**ONE, **EPOCH})) == []


def test_another_day_gives_other_pages_which_shows_that_the_day_counts(
    first: dict[str, bytes], tmp_path: Path
) -> None:
    other = built(tmp_path / "later", "lrrt", "build", "--on", "2027-06-10", env=ONE)
    assert "index.html" in differing(first, other)


def test_pages_can_be_read_by_everybody(tmp_path: Path) -> None:
    """The build makes a private folder first; what is published must not stay so."""
    folder = tmp_path / "shared"
    built(folder, "lrrt", "build", env=ONE, umask=0o022)
    closed = [
        path
        for path in [folder / "site", *(folder / "site").rglob("*")]
        if path.stat().st_mode & 0o005 != (0o005 if path.is_dir() else 0o004)
    ]
    assert closed == []


def test_a_second_build_changes_nothing(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    run("lrrt", "build", cwd=folder, env=EPOCH)
    before = snapshot(folder / "site")
    run("lrrt", "build", cwd=folder, env=EPOCH)
    assert snapshot(folder / "site") == before
    assert {path.name for path in folder.iterdir()} == {*PARTS, "site", ".cache"}
