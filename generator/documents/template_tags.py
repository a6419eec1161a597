"""Tags in the templates of documents that a layout cannot set, each at its place."""

import re
from pathlib import Path

from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import site as rules
from generator.typesetting.rich_text import TAGS

_CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?([A-Za-z][\w-]*)")
_HELP = "use <i>, <b>, <sub>, <sup> or <a href>; an empty line begins a new paragraph"


def unset_tag(file: Path, shown: str) -> Diagnostic | None:
    """Return what is wrong with the first tag that would be left out, or None.

    ``shown`` is how the file is named to people. Remarks and Jinja's own code count for nothing.
    """
    text = _CODE.sub(_blank, file.read_text("utf-8"))
    for tag in _TAG.finditer(text):
        if tag[1].lower() not in TAGS:
            line = text.count("\n", 0, tag.start()) + 1
            column = tag.start() - text.rfind("\n", 0, tag.start())
            message = f"documents know no tag '{tag[1]}'"
            return rules.BAD_TEMPLATE.at(Place(shown, line, column), message, _HELP)
    return None


def _blank(code: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", code[0])
