"""Seconds and memory for building the site of 1,000 invented records, beside a peer.

    python tests/benchmarks/build.py [NUMBER …]

The peer, in the same run: mkdocs-material as it comes, with its search, building as many Markdown
pages with the same text, outside the navigation as well.
"""

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from bs4 import BeautifulSoup  # noqa: E402  # after the path is set, so that the script runs by itself

from tests.benchmarks.invented import write_records  # noqa: E402  # as above

DEFAULT = 1000
WAYS = {
    "lrrt build": ("lrrt", "build"),
    "mkdocs-material": ("mkdocs", "build", "--quiet"),
}
PEER = """
site_name: Peer
site_url: https://example.org/
theme:
  name: material
  font: false
plugins: [search]
nav: [index.md]
not_in_nav: /*/
"""


def lay_project(folder: Path, number: int) -> None:
    """Put invented records beside the project's own content and theme."""
    for part in ("content", "theme"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    write_records(folder / "records", number)


def lay_peer(folder: Path, site: Path) -> None:
    """Write a Markdown page for each page of a built site, with the same text."""
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(PEER, "utf-8")
    for page in sorted(site.rglob("*.html")):
        place = page.relative_to(site).with_suffix(".md")
        target = folder / "docs" / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(markdown(page.read_text("utf-8")), "utf-8")


def markdown(html: str) -> str:
    """Return the text of a page's main part, with its headings, as Markdown."""
    main = BeautifulSoup(html, "html.parser").find("main")
    blocks = main.find_all(["h1", "h2", "h3", "h4", "p", "li", "dt", "dd"]) if main else []
    return "\n\n".join(
        ("#" * int(block.name[1]) + " " if block.name[0] == "h" else "")
        + " ".join(block.get_text(" ").split())
        for block in blocks
    )


def measure(way: str, folder: Path) -> None:
    """Print the seconds that a command takes, and the most memory it took, in MiB."""
    command = WAYS[way]
    started = time.perf_counter()
    subprocess.run(
        [str(Path(sys.executable).with_name(command[0])), *command[1:]],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    seconds = time.perf_counter() - started
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10  # bytes there, KiB elsewhere
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit
    print(json.dumps({"seconds": seconds, "memory": memory}))


def measured(way: str, folder: Path) -> dict[str, float]:
    """Measure in a process of its own, so that memory is that of this way alone."""
    child = subprocess.run(
        [sys.executable, __file__, "--measure", way, str(folder)],
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, float] = json.loads(child.stdout)
    return found


def compare(number: int) -> None:
    """Print a table of both ways for a number of records."""
    with tempfile.TemporaryDirectory() as temporary:
        ours, peer = Path(temporary) / "ours", Path(temporary) / "peer"
        ours.mkdir()
        lay_project(ours, number)
        base = measured("lrrt build", ours)
        lay_peer(peer, ours / "site")
        pages = sum(1 for _ in peer.rglob("*.md"))
        print(f"\n{number:,} records, {pages:,} pages")
        for way, folder in zip(WAYS, (ours, peer), strict=True):
            found = base if folder == ours else measured(way, folder)
            print(
                f"  {way:<20} {found['seconds']:7.2f} s  {found['memory']:6.0f} MiB"
                f"  {found['seconds'] / base['seconds']:5.2f} times lrrt build"
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2], Path(sys.argv[3]))
    else:
        for number in map(int, sys.argv[1:] or (DEFAULT,)):
            compare(number)
