"""The mapping that is proposed for a sheet nobody has seen, as text with remarks."""

import re
import textwrap

from generator.intake.mapping import Form, MappedColumn, role_in
from generator.intake.recognizing import recognize
from generator.intake.sheet import Sheet
from generator.intake.targets import KEPT, LEFT_OUT, TARGETS
from generator.intake.weighing import weighed
from generator.source import to_yaml

_HEAD = """\
# What each column of a form's sheet holds, for 'lrrt import applications'. Headings only: nobody's
# answers stand here. 'holds' is one of the words at the end. Where an answer needs a translation,
# add it under the column:
#
#        means:
#          "I would like to be mentored": mentee
#          "Yes": name, affiliation, pairing
forms:
"""
_WIDTH = 96
_FIRST_DASH = re.compile(r"^( *)- ", re.MULTILINE)


def propose_form(sheet: Sheet) -> Form:
    """Return a form for a sheet: a target for each column, and the role where only a name tells it.

    A target is proposed by the heading, where the answers do not speak against it.
    """
    holds = weighed([recognize(column.heading) for column in sheet.columns], sheet)
    columns = tuple(
        MappedColumn(heading=column.heading, nth=column.nth, holds=target)
        for column, target in zip(sheet.columns, holds, strict=True)
    )
    role = None if "role" in holds else role_in(f"{sheet.path} {sheet.name}")
    return Form(name=str(sheet)[:300], role=role, columns=columns)


def with_form(text: str, form: Form) -> str:
    """Return the text of a mapping file with a form added at its end."""
    if not text:
        return f"{_HEAD}{_form_text(form)}{_words()}"
    body = text.removesuffix(_words())
    own = textwrap.indent(textwrap.dedent(_form_text(form)), _indent_of(body))
    return f"{body.rstrip()}\n\n{own}{_words()}"


def _indent_of(text: str) -> str:
    """Return the spaces before the dash of the first form."""
    found = _FIRST_DASH.search(text)
    return found[1] if found else "  "


def _form_text(form: Form) -> str:
    lines = [f"  - name: {_scalar(form.name)}"]
    if form.role:
        lines.append(f"    role: {form.role}")
    elif not any(mapped.holds == "role" for mapped in form.columns):
        lines += [
            "    # Nothing says whether mentors or mentees filled this in. Write 'holds: role' at",
            "    # the column that says it; only if everybody is the same:",
            "    # role: mentee",
        ]
    lines.append("    columns:")
    for mapped in form.columns:
        lines.append(f"      - heading: {_scalar(mapped.heading)}")
        if mapped.nth > 1:
            lines.append(f"        nth: {mapped.nth}")
        remark = "  # not recognized: check this one" if mapped.holds == KEPT else ""
        lines.append(f"        holds: {mapped.holds}{remark}")
    return "\n".join(lines) + "\n"


def _scalar(text: str) -> str:
    """Return a text as a YAML value on one line."""
    written = to_yaml({"x": text}).removeprefix("x: ").rstrip("\n")
    if written.startswith(("|", ">")) or "\n" in written:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return written


def _words() -> str:
    lines = ["", "# What 'holds' can be:"]
    lines += [f"#   {one.name}: {one.description}"[:_WIDTH] for one in TARGETS.values()]
    return "\n".join(lines) + "\n"


def table_of(form: Form) -> list[str]:
    """Return a form as lines to be read on a terminal: what holds what."""
    width = min(50, max((len(str(mapped.column)) for mapped in form.columns), default=0))
    return [
        f"  {_cut(str(mapped.column), width):<{width}}  {_arrow(mapped.holds)}"
        for mapped in form.columns
    ]


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _arrow(holds: str) -> str:
    if holds == KEPT:
        return "? not recognized: the answers are kept as they are"
    return "- left out" if holds == LEFT_OUT else f"→ {holds}"
