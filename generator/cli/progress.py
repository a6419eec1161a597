"""A progress bar for what takes more than a second, on a terminal only."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import click

T = TypeVar("T")
_PATIENCE = 1.0
"""Seconds before a bar appears."""


def watched(label: str) -> Callable[[Sequence[T]], Iterable[T]]:
    """Return what passes on the items it is given, and shows on stderr how far it has come."""

    def watch(items: Sequence[T]) -> Iterator[T]:
        if not sys.stderr.isatty():
            yield from items
            return
        started = time.monotonic()
        rest = iter(items)
        done = 0
        for item in rest:
            yield item
            done += 1
            if time.monotonic() - started > _PATIENCE:
                break
        if done < len(items):
            with click.progressbar(length=len(items), label=label, file=sys.stderr) as bar:
                bar.update(done)
                for item in rest:
                    yield item
                    bar.update(1)

    return watch
