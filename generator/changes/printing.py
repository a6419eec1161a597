"""A report in the forms that people read: Markdown for a pull request's summary, plain text.

A summary on GitHub holds 1 MiB (docs.github.com, "Workflow commands", "Step isolation and limits"),
and shows nothing where it is longer; so a report stays well below that.

Titles and names are somebody's words. In Markdown none of them makes a link, a heading or a
picture, and none calls a person or an issue of the code host: the signs that would are escaped, and
an invisible word joiner (U+2060) stands where a sign alone has that effect.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from generator.changes.report import Report, Section
from generator.views.wording import counted

_MOST_LINES = 12
_MOST_IN_LINE = 10
_MOST_PAGES = 500
_MOST_BYTES = 400_000
_NOTHING = "No visible change."
_LOOK = "The look or the generator changed; every page may differ."
_ENDS = frozenset(".!?…")
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
    blocks = [
        _block(section, f"- **{escaped(section.title)}**", escaped) for section in report.sections
    ]
    parts = ["\n".join(_fitting(blocks, "- "))] if blocks else []
    parts += [escaped(line) for line in _look(report)]
    if len(report.pages) <= _MOST_IN_LINE or report.every_page:
        parts += [escaped(line) for line in _pages_in_line(report)]
    else:
        listed = "\n".join(f"- {escaped(page)}" for page in _shown_pages(report))
        summary = f"<summary>{_number_of_pages(report)}</summary>"
        parts.append(f"<details>{summary}\n\n{listed}\n\n</details>")
    return "\n\n".join(parts) + "\n"


def print_text(report: Report) -> str:
    """Return a report as plain text, ending with a line break."""
    if report.is_empty:
        return f"{_NOTHING}\n"
    blocks = [_block(section, section.title, str) for section in report.sections]
    parts = ["\n".join(_fitting(blocks, ""))] if blocks else []
    parts += [*_look(report), *_pages_in_line(report)]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return somebody's words so that Markdown shows them as they are, and nothing more."""
    line = " ".join(text.split())
    for pattern, replacement in _CALLS:
        line = pattern.sub(replacement, line)
    line = "".join(_HTML.get(character, character) for character in line)
    return _NUMBER.sub(r"\1\\", _SIGNS.sub(r"\\\g<0>", line))


def _block(section: Section, title: str, say: Callable[[str], str]) -> str:
    """Return a section as a line, or a line for each thing that it says."""
    said = [say(_ended(line)) for line in _first_lines(section)]
    if len(said) == 1:
        return f"{title}: {said[0]}"
    return "\n".join((f"{title}:", *(f"  - {line}" for line in said)))


def _first_lines(section: Section) -> Iterator[str]:
    """Yield the lines of a section, the last ones counted where there are many."""
    lines = section.lines
    whole = len(lines) <= _MOST_LINES + 1
    yield from lines if whole else lines[:_MOST_LINES]
    if not whole:
        yield f"and {len(lines) - _MOST_LINES:,} more changes"


def _fitting(blocks: Sequence[str], begins: str) -> Iterator[str]:
    """Yield as many sections as a summary holds; the others are counted."""
    left = _MOST_BYTES
    for number, block in enumerate(blocks):
        left -= len(block.encode())
        if left < 0:
            others = counted(len(blocks) - number, "other part", "other parts")
            yield f"{begins}{others} of the site: the preview shows what changes there."
            return
        yield block


def _ended(line: str) -> str:
    """Return a line with a point at its end, if it does not end like a sentence already."""
    return line if line.rstrip("”)")[-1:] in _ENDS else f"{line}."


def _look(report: Report) -> Iterator[str]:
    if report.look:
        yield _LOOK


def _pages_in_line(report: Report) -> Iterator[str]:
    """Yield the sentence that names the pages that differ."""
    if report.every_page:
        yield "Every page differs."
    elif report.pages:
        yield _ended(f"{_number_of_pages(report)}: {'; '.join(_shown_pages(report))}")


def _number_of_pages(report: Report) -> str:
    number = len(report.pages)
    return f"{counted(number, 'page')} {'differs' if number == 1 else 'differ'}"


def _shown_pages(report: Report) -> tuple[str, ...]:
    pages = report.pages
    if len(pages) <= _MOST_PAGES + 1:
        return pages
    return (*pages[:_MOST_PAGES], f"and {len(pages) - _MOST_PAGES:,} more")
