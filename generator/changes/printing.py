"""A report in the forms that people read: Markdown for a pull request's summary, plain text.

Titles and names are somebody's words. In Markdown none of them makes a link, a heading or a
picture, and none calls a person or an issue of the code host: the signs that would are escaped, and
an invisible word joiner (U+2060) stands where a sign alone has that effect.
"""

import re
from collections.abc import Iterator

from generator.changes.report import Report, Section
from generator.views.wording import counted

_MOST_LINES = 12
_MOST_PAGES = 10
_NOTHING = "No visible change."
_LOOK = "The look or the generator changed; every page may differ."
_JOINER = "\u2060"
_SIGNS = re.compile(r"[\\`*_\[\]#|~$]|^[-+=]")
_NUMBER = re.compile(r"^(\d+)(?=[.)])")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_CALLS = (
    (re.compile(r"(?<=[@#])(?=\w)"), _JOINER),  # @somebody, #12, and addresses of people
    (re.compile(r"(?i)\b(GH)(?=-\d)"), rf"\1{_JOINER}"),
    (re.compile(r"(?i)(https?|ftp|mailto|xmpp):"), rf"\1{_JOINER}:"),
    (re.compile(r"(?i)\bwww(?=\.)"), rf"www{_JOINER}"),
    (re.compile(r":(?=[\w+-]+:)"), f":{_JOINER}"),  # :emoji:
)


def print_markdown(report: Report) -> str:
    """Return a report as Markdown (GitHub Flavored Markdown, 0.29), ending with a line break."""
    if report.is_empty:
        return f"{_NOTHING}\n"
    lines: list[str] = []
    for section in report.sections:
        title, said = (
            f"**{escaped(section.title)}**",
            [escaped(f"{line}.") for line in _cut(section)],
        )
        if len(said) == 1:
            lines.append(f"- {title}: {said[0]}")
        else:
            lines += [f"- {title}:", *(f"  - {line}" for line in said)]
    closing = [escaped(line) for line in _closing(report)]
    return "\n\n".join(["\n".join(lines), *closing] if lines else closing) + "\n"


def print_text(report: Report) -> str:
    """Return a report as plain text, ending with a line break."""
    if report.is_empty:
        return f"{_NOTHING}\n"
    lines: list[str] = []
    for section in report.sections:
        said = list(_cut(section))
        if len(said) == 1:
            lines.append(f"{section.title}: {said[0]}.")
        else:
            lines += [f"{section.title}:", *(f"  - {line}." for line in said)]
    closing = list(_closing(report))
    return "\n\n".join(["\n".join(lines), *closing] if lines else closing) + "\n"


def escaped(text: str) -> str:
    """Return somebody's words so that Markdown shows them as they are, and nothing more."""
    line = " ".join(text.split())
    for pattern, replacement in _CALLS:
        line = pattern.sub(replacement, line)
    line = "".join(_HTML.get(character, character) for character in line)
    return _NUMBER.sub(r"\1\\", _SIGNS.sub(r"\\\g<0>", line))


def _cut(section: Section) -> Iterator[str]:
    """Yield the lines of a section, the last ones counted where there are many."""
    lines = section.lines
    whole = len(lines) <= _MOST_LINES + 1
    yield from lines if whole else lines[:_MOST_LINES]
    if not whole:
        yield f"and {len(lines) - _MOST_LINES:,} more changes"


def _closing(report: Report) -> Iterator[str]:
    if report.look:
        yield _LOOK
    if report.every_page:
        yield "Every page differs."
    elif report.pages:
        pages = report.pages
        whole = len(pages) <= _MOST_PAGES + 1
        shown = pages if whole else (*pages[:_MOST_PAGES], f"and {len(pages) - _MOST_PAGES:,} more")
        verb = "differs" if len(pages) == 1 else "differ"
        yield f"{counted(len(pages), 'page')} {verb}: {'; '.join(shown)}."
