"""Seconds for formatting and exporting 1,000 varied references, beside a peer.

    python tests/benchmarks/bibliography.py [NUMBER …]

The peer, in the same run: pybtex's own style unsrt and its own BibTeX writer, on the same works as
it read them from our BibTeX file. Reading is not counted, nor is what happens once in a process
(importing, first use); of five runs the middle one is told.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from pybtex.backends.plaintext import Backend  # noqa: E402  # after the path is set, so that the script runs by itself
from pybtex.database import parse_string  # noqa: E402  # as above
from pybtex.style.formatting.unsrt import Style  # noqa: E402  # as above

from generator.bibliography.exports import export_text  # noqa: E402  # as above
from generator.bibliography.formats import FORMATS  # noqa: E402  # as above
from generator.bibliography.item import Item, When  # noqa: E402  # as above
from generator.bibliography.references import reference_text  # noqa: E402  # as above
from generator.bibliography.sorting import Order, in_order  # noqa: E402  # as above
from generator.records.dates import PartialDate, Period  # noqa: E402  # as above
from tests.bibliography.works import all_works  # noqa: E402  # as above

DEFAULT = 1000
RUNS = 5
YEAR = When(Period(PartialDate(2026)))


def many(number: int) -> list[Item]:
    """Return so many works of all types, no two with the same id or title.

    Each has a year, for the peer knows no book without one.
    """
    works = [replace(work, dates={"issued": YEAR, **work.dates}) for work in all_works()]
    return [
        replace(work, id=f"{work.id}-{index}", texts={**work.texts, "title": f"{work.text('title')} {index}"})
        for index in range(number)
        for work in (works[index % len(works)],)
    ]  # fmt: skip


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes: the middle of several runs, after one that is not counted."""
    work()
    taken = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def references(items: Sequence[Item]) -> list[str]:
    """Format every item in APA style."""
    return [reference_text(item) for item in items]


def peer_references(read: Any) -> str:
    """Format every entry in pybtex's own style, as plain text."""
    written = StringIO()
    Backend().write_to_stream(Style().format_bibliography(read), written)
    return written.getvalue()


def compare(number: int) -> None:
    """Print what each part takes, and what the peer takes for those that it has."""
    items = many(number)
    read = parse_string(export_text("bibtex", items), "bibtex")
    ours = {"APA references": seconds(lambda: references(items))}
    for form in FORMATS:
        ours[form.label] = seconds(lambda name=form.name: export_text(name, items))  # type: ignore[misc]  # mypy cannot infer a lambda with a default
    peers = {
        "APA references": seconds(lambda: peer_references(read)),
        "BibTeX": seconds(lambda: read.to_string("bibtex")),
    }
    print(f"\n{number:,} works\n  {'':<16} {'ours':>9} {'pybtex':>9}")
    for part, taken in ours.items():
        peer = f"{peers[part]:7.3f} s" if part in peers else ""
        print(f"  {part:<16} {taken:7.3f} s {peer:>9}")
    print(f"  {'all of these':<16} {sum(ours.values()):7.3f} s")
    print(f"  {'sort by author':<16} {seconds(lambda: in_order(items, Order.AUTHOR)):7.3f} s")


if __name__ == "__main__":
    for asked in map(int, sys.argv[1:] or (DEFAULT,)):
        compare(asked)
