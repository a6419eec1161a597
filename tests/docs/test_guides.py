"""What the documentation says is true: examples are valid, links lead somewhere, commands exist.

A block of YAML in a guide stands under a line that says where it belongs:

    File `records/…`:                   the whole file
    In `records/…`:                     these keys, instead of or beside those that are there
    In `records/…`, under `sessions`:   this entry, instead of the one with its id, or after all
    Not right, file `records/…`:        a whole file with faults, followed by what is said of them

The blocks of a guide are laid over the demonstration one after another.
"""

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
import pytest
import yaml

from generator.catalog import Loading, load_catalog
from generator.cli import main
from generator.diagnostics import RULES, print_human
from generator.views import make_site

ROOT = Path(__file__).resolve().parents[2]
GUIDES = sorted((ROOT / "docs/guides").glob("*.md"))
WRITTEN = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
PAGES = [*WRITTEN, *sorted((ROOT / "docs").rglob("*.md"))]
PRIVATE = "mentorship-private"

PROGRAM = yaml.safe_load((ROOT / "records/program.yaml").read_text("utf-8"))
needs_demonstration = pytest.mark.skipif(
    not PROGRAM.get("sample"), reason="the guides speak of the demonstration, which is gone"
)

BLOCK = re.compile(r"^```(?P<language>\w*)[^\n]*\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
CAPTION = re.compile(
    r"(?P<how>File|In|Not right, file) `(?P<path>[^`]+)`(, under `(?P<key>\w+)`)?:$"
)
LINK = re.compile(r"""(?:\]\(|src=")([^)\s"]+)[)"]""")
INLINE = re.compile(r"`(?P<command>(?:\.venv/bin/)?(?:lrrt|make)(?: [^`\n]*)?)`")


def named(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


@dataclass(frozen=True)
class Example:
    """A block of YAML in a guide, where it belongs, and what the guide says is wrong with it."""

    how: str
    path: str
    key: str | None
    body: str
    said: str


def examples_in(text: str) -> Iterator[Example]:
    blocks = list(BLOCK.finditer(text))
    for position, block in enumerate(blocks):
        if block["language"] == "yaml":
            line = text[: block.start()].rstrip().rpartition("\n")[2]
            caption = CAPTION.search(line)
            assert caption, f"no line says where this belongs:\n{block[0]}"
            said = "".join(after["body"] for after in blocks[position + 1 : position + 2])
            yield Example(caption["how"], caption["path"], caption["key"], block["body"], said)


def keys_of(text: str) -> dict[str, str]:
    """The lines of each top-level key of a YAML text; those before the first key under ''."""
    parts = {"": ""}
    key = ""
    for line in text.splitlines(keepends=True):
        if re.match(r"\w", line):
            key = line.partition(":")[0]
            parts[key] = ""
        parts[key] += line
    return parts


def with_entry(lines: str, entry: str) -> str:
    """The lines of a list with an entry in place of the one with its id, or after all others."""
    head, *entries = re.split(r"(?m)^(?=  - )", lines)
    name = entry.partition("\n")[0]
    replaced = [entry if one.partition("\n")[0] == name else one for one in entries]
    return head + "".join(replaced if entry in replaced else [*replaced, entry])


def lay(example: Example, folder: Path) -> None:
    file = folder / example.path
    if example.how != "In":
        assert example.how != "File" or not file.exists(), f"{file} is there already"
        file.write_text(example.body, "utf-8")
        return
    parts = keys_of(file.read_text("utf-8"))
    if example.key:
        parts[example.key] = with_entry(parts[example.key], example.body)
    else:
        parts |= {key: lines for key, lines in keys_of(example.body).items() if key}
    file.write_text("".join(parts.values()), "utf-8")


def load(folder: Path) -> Loading:
    return load_catalog(
        folder / "records", folder / PRIVATE, shown="records", private_shown=PRIVATE
    )


@pytest.fixture
def demonstration(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "records", tmp_path / "records")
    (tmp_path / PRIVATE / "applications/2026").mkdir(parents=True)
    return tmp_path


@needs_demonstration
@pytest.mark.parametrize("guide", GUIDES, ids=named(GUIDES))
def test_following_a_guide_leaves_the_records_in_order(guide: Path, demonstration: Path) -> None:
    for example in examples_in(guide.read_text("utf-8")):
        if example.how != "Not right, file":
            lay(example, demonstration)
    loading = load(demonstration)
    assert loading.found == ()
    assert make_site(loading.catalog, date(2026, 11, 23)).people


WRONG = [
    pytest.param(example, id=f"{guide.stem}-{number}")
    for guide in GUIDES
    for number, example in enumerate(examples_in(guide.read_text("utf-8")), 1)
    if example.how == "Not right, file"
]


@needs_demonstration
@pytest.mark.parametrize("example", WRONG)
def test_a_wrong_example_has_the_faults_that_the_guide_quotes(
    example: Example, demonstration: Path
) -> None:
    lay(example, demonstration)
    found = load(demonstration).found
    lines = example.body.splitlines()
    said = print_human(found, lambda _, number: lines[number - 1])
    assert {fault.place.path for fault in found} == {example.path}
    assert said == example.said.rstrip("\n")


def slugs_in(page: Path) -> set[str]:
    """The places of a page that a link can name, by GitHub's rule for headings."""
    text = BLOCK.sub("", page.read_text("utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=named(PAGES))
def test_every_link_leads_somewhere(page: Path) -> None:
    dead = []
    for to in LINK.findall(BLOCK.sub("", page.read_text("utf-8"))):
        if to.startswith(("https://", "mailto:")):
            continue
        path, _, place = to.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (place and place not in slugs_in(target)):
            dead.append(to)
    assert dead == []


@pytest.mark.parametrize("page", PAGES, ids=named(PAGES))
def test_every_command_exists_with_its_options(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    unknown = []
    for line in commands_in(page.read_text("utf-8")):
        program, *words = shlex.split(line)
        if program == "make":
            wrong = [word for word in words if "=" not in word and word not in targets]
        else:
            wrong = unknown_words(words)
        unknown += [f"{line}: {word}" for word in wrong]
    assert unknown == []


def commands_in(text: str) -> Iterator[str]:
    """Every command line of lrrt or make: in running text, and in blocks for the terminal."""
    yield from (line.removeprefix(".venv/bin/") for line in INLINE.findall(BLOCK.sub("", text)))
    for block in re.findall(r"^ *```sh\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            command = line.strip().removeprefix(".venv/bin/")
            if command.startswith(("lrrt", "make")):
                yield command


def unknown_words(words: list[str]) -> list[str]:
    """The words of a command line of lrrt that are no command, option or choice."""
    command: click.Command = main
    unknown: list[str] = []
    for word in words:
        if isinstance(command, click.Group) and not word.startswith("-"):
            inside = command.get_command(click.Context(command), word)
            if inside is None:
                return [*unknown, word]
            command = inside
        elif word.startswith("-") and word != "-":
            options = {name for parameter in command.params for name in parameter.opts}
            unknown += [] if word.partition("=")[0] in {*options, "--help", "-h"} else [word]
        elif command.name == "explain" and word not in {*RULES, "CODE"}:
            unknown.append(word)
    return unknown


def test_the_index_of_the_guides_names_them_all() -> None:
    index = (ROOT / "docs/guides/README.md").read_text("utf-8")
    assert {path.name for path in GUIDES} - set(LINK.findall(index)) == {"README.md"}
