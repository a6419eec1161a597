"""The locks are whole: every dependency in an exact version with hashes, nothing of one machine."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUPS = PYPROJECT["dependency-groups"]
DECLARED = {
    "site": [*PYPROJECT["project"]["dependencies"], *GROUPS["build"]],
    "test": [*PYPROJECT["project"]["dependencies"], *GROUPS["build"], *GROUPS["test"]],
}
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
ADDRESS = re.compile(r"https?://|file:|index-url|find-links|registry|pypi|npmjs", re.IGNORECASE)
MACHINE_PATH = re.compile(r"(?<![\w.\"'$}])/(?:home|opt|root|tmp|Users|var|work)\b")


def entries_of(name: str) -> list[str]:
    """One string for each requirement of a lock: its lines joined, comments left out."""
    lines = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    return text.replace("\\\n", " ").splitlines()


def requirements_of(name: str) -> list[Requirement]:
    return [Requirement(entry.partition("--hash")[0].strip()) for entry in entries_of(name)]


def versions_of(name: str) -> dict[str, set[Version]]:
    """Every package of a lock with its version, or versions where Pythons get different ones."""
    versions: dict[str, set[Version]] = {}
    for requirement in requirements_of(name):
        (specifier,) = requirement.specifier
        assert specifier.operator == "=="
        versions.setdefault(canonicalize_name(requirement.name), set()).add(
            Version(specifier.version)
        )
    return versions


@pytest.mark.parametrize("name", DECLARED)
def test_every_requirement_has_hashes(name: str) -> None:
    assert [entry for entry in entries_of(name) if not HASH.search(entry)] == []


@pytest.mark.parametrize("name", DECLARED)
def test_the_lock_satisfies_what_pyproject_declares(name: str) -> None:
    versions = versions_of(name)
    unmet = [
        text
        for text in DECLARED[name]
        for declared in [Requirement(text)]
        for locked in [versions.get(canonicalize_name(declared.name), set())]
        if not locked or not all(version in declared.specifier for version in locked)
    ]
    assert unmet == []


def test_the_test_lock_holds_the_site_lock_whole() -> None:
    site, test = versions_of("site"), versions_of("test")
    assert {name: test.get(name) for name in site} == site


@pytest.mark.parametrize("name", DECLARED)
def test_hashes_cover_other_platforms_too(name: str) -> None:
    compiled = {canonicalize_name(package) for package in ("pydantic-core", "pyyaml", "markupsafe")}
    counts = {
        canonicalize_name(entry.partition("==")[0]): len(HASH.findall(entry))
        for entry in entries_of(name)
    }
    assert [package for package in sorted(compiled) if counts[package] < 10] == []


def test_every_npm_package_has_a_hash_and_no_address() -> None:
    lock = json.loads((ROOT / "tests/audit/package-lock.json").read_text("utf-8"))
    packages = {path: package for path, package in lock["packages"].items() if path}
    assert [path for path, package in packages.items() if "integrity" not in package] == []
    assert [path for path, package in packages.items() if "resolved" in package] == []


def test_every_npm_package_is_named_with_its_exact_version() -> None:
    package = json.loads((ROOT / "tests/audit/package.json").read_text("utf-8"))
    versions = package["devDependencies"].values()
    assert [version for version in versions if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []


FILES = [
    *sorted((ROOT / "requirements").iterdir()),
    *sorted((ROOT / ".ci").iterdir()),
    ROOT / "Makefile",
    ROOT / "tests/audit/package.json",
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_address_of_a_registry_is_written_down(path: Path) -> None:
    assert ADDRESS.findall(path.read_text("utf-8").replace("UV_FIND_LINKS", "")) == []


@pytest.mark.parametrize(
    "path", [*FILES, ROOT / "tests/audit/package-lock.json"], ids=lambda path: path.name
)
def test_no_path_of_one_machine_is_written_down(path: Path) -> None:
    assert MACHINE_PATH.findall(path.read_text("utf-8")) == []
