"""HTML tags in texts, where all but a few would show on the page as they stand."""

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.diagnostics.rules import text
from generator.records.fields import TITLE, Record
from generator.records.parts import part_at
from generator.source import Document, Step

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(\s[^<>]*)?/?>")
_IN_TITLES = frozenset(("<i>", "<b>", "<sub>", "<sup>", "</i>", "</b>", "</sub>", "</sup>"))


def check_tags(document: Document, model: type[Record]) -> Iterator[Diagnostic]:
    """Yield a warning for the first HTML tag of each text that should have none."""
    if not _TAG.search(document.text):
        return
    for steps, value, place in document.texts():
        tags = [match[0] for match in _TAG.finditer(value)]
        if tags and _is_title(model, steps):
            tags = [tag for tag in tags if tag not in _IN_TITLES]
        if tags:
            yield text.HTML_IN_TEXT.at(place, f"HTML tag '{tags[0]}'")


def _is_title(model: type[Record], steps: tuple[Step, ...]) -> bool:
    field = part_at(model, steps[:-1]).model_fields.get(str(steps[-1])) if steps else None
    return field is not None and TITLE in field.metadata
