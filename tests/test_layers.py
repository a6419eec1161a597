"""The floors of docs/architecture.md: a package imports only packages on lower floors."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FLOORS = {
    "diagnostics": 1,
    "source": 2,
    "templates": 2,
    "feeds": 2,
    "records": 3,
    "catalog": 4,
    "matching": 5,
    "bibliography": 5,
    "agenda": 5,
    "cycle": 5,
    "intake": 5,
    "typesetting": 5,
    "credentials": 5,
    "editing": 5,
    "withdrawal": 5,
    "corrections": 5,
    "views": 6,
    "documents": 7,
    "announcements": 7,
    "lookup": 7,
    "revisions": 7,
    "website": 8,
    "changes": 8,
    "cli": 9,
}
PURE = 7
"""The floor below which there is no clock and no network."""

ENGINE = frozenset(("mkdocs", "material", "markdown"))
NETWORK = frozenset(
    (
        "aiohttp",
        "ftplib",
        "http.client",
        "httpx",
        "requests",
        "smtplib",
        "socket",
        "ssl",
        "urllib.request",
        "urllib3",
    )
)
PROGRAMS = frozenset(("subprocess",))
CLOCK_MODULES = frozenset(("time",))
CLOCK_CALLS = frozenset(("now", "today", "utcnow", "gmtime", "localtime", "monotonic"))


def test_the_table_of_the_architecture_is_this_one() -> None:
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| `(\w+)` \|", text, re.MULTILINE)
    assert {name: int(floor) for floor, name in rows} == FLOORS
    assert sorted(FLOORS) == sorted(
        file.parent.name for file in ROOT.glob("generator/*/__init__.py")
    )


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything a module imports, wherever in it the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def is_under(name: str, modules: frozenset[str]) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def reads_the_clock(node: ast.Attribute) -> bool:
    of = node.value
    owner = of.attr if isinstance(of, ast.Attribute) else getattr(of, "id", "")
    return node.attr in CLOCK_CALLS and owner in ("date", "datetime", "time")


def breaches(path: str, source: str) -> list[str]:
    """What a module does that its floor forbids; ``path`` is as in 'generator/views/person.py'."""
    package = Path(path).parts[1].removesuffix(".py")
    if package == "__init__":
        return []
    if package not in FLOORS:
        return [f"{path}: '{package}' has no floor"]
    tree = ast.parse(source)
    found = [
        f"{path}:{line}: {breach}"
        for line, name in imported(tree)
        if (breach := breach_of_import(package, name))
    ]
    if FLOORS[package] < PURE:
        found += [
            f"{path}:{node.lineno}: no clock below floor {PURE} (.{node.attr})"
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and reads_the_clock(node)
        ]
    return found


def breach_of_import(package: str, name: str) -> str:
    """What is wrong with a package importing something, or nothing."""
    first, _, rest = name.partition(".")
    other = rest.partition(".")[0]
    wrongs = {
        "relative import": name.startswith("."),
        "imports tests": first == "tests",
        f"{package} (floor {FLOORS[package]}) imports {other}": first == "generator"
        and other != package
        and FLOORS.get(other, 0) >= FLOORS[package],
        f"only website imports {first}": is_under(name, ENGINE) and package != "website",
        f"only lookup uses the network ({name})": is_under(name, NETWORK) and package != "lookup",
        f"only revisions runs other programs ({name})": is_under(name, PROGRAMS)
        and package != "revisions",
        f"no clock below floor {PURE}": is_under(name, CLOCK_MODULES) and FLOORS[package] < PURE,
    }
    return "; ".join(breach for breach, is_so in wrongs.items() if is_so)


MODULES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "generator").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES)
def test_a_package_imports_only_lower_floors(path: str) -> None:
    assert breaches(path, (ROOT / path).read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("path", "source", "breach"),
    [
        ("source", "from generator.records import kinds", "source (floor 2) imports records"),
        ("source", "import generator.cli.report", "source (floor 2) imports cli"),
        ("source", "from generator import records", "source (floor 2) imports records"),
        ("agenda", "from generator.cycle import due", "agenda (floor 5) imports cycle"),
        ("website", "from generator.changes import report", "website (floor 8) imports changes"),
        ("catalog", "def f():\n    from generator.views import page", "catalog (floor 4) imports"),
        ("records", "from .fields import Line", "relative import"),
        ("views", "from tests.catalog import sample", "imports tests"),
        ("views", "import mkdocs.config", "only website imports mkdocs"),
        ("cli", "from material.plugins import search", "only website imports material"),
        ("intake", "import urllib.request", "only lookup uses the network"),
        ("website", "from http.client import HTTPSConnection", "only lookup uses the network"),
        ("website", "import subprocess", "only revisions runs other programs"),
        ("cycle", "import time", "no clock"),
        ("cycle", "from time import time", "no clock"),
        ("cycle", "import datetime\nday = datetime.date.today()", "no clock"),
        ("agenda", "from datetime import datetime\nstamp = datetime.now", "no clock"),
        ("toolbox", "", "'toolbox' has no floor"),
    ],
)
def test_a_bad_import_is_found(path: str, source: str, breach: str) -> None:
    found = breaches(f"generator/{path}/module.py", source)
    assert len(found) == 1
    assert breach in found[0]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("records", "from generator.source import Document"),
        ("records", "from generator.records.fields import Line"),
        ("records", "from datetime import date, datetime, time"),
        ("records", "from urllib.parse import urlsplit"),
        ("views", "def page(site):\n    return site.today"),
        ("cli", "from generator import __version__"),
        ("cli", "from datetime import date\nday = date.today()"),
        ("website", "import mkdocs.plugins"),
        ("lookup", "import urllib.request"),
        ("revisions", "import subprocess"),
    ],
)
def test_a_good_import_is_left_alone(path: str, source: str) -> None:
    assert breaches(f"generator/{path}/module.py", source) == []
