"""The words of certificates and letters, which a committee edits as templates."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from generator.documents.appreciation import Appreciation
from generator.documents.award import Award
from generator.documents.template_tags import unset_tag
from generator.documents.wording import kept_together, set_runs
from generator.records.program import Program
from generator.templates import TemplateFaultError, TemplateFolder
from generator.typesetting import Run
from generator.views.wording import day, day_range

Said = Mapping[str, list[list[Run]]]
"""What each block of a template says: paragraphs, each as its runs."""

CERTIFICATE = "certificate.html"
LETTER = "letter.html"
_OF_CERTIFICATE = (
    "heading",
    "opening",
    "statement",
    "closing",
    "dated",
    "verification",
    "code",
    "sample",
)
_OF_LETTER = (
    "subject",
    "dated",
    "salutation",
    "before",
    "introduction",
    "after",
    "farewell",
    "sample",
)

_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
_TITLE_TAG = re.compile(r"&lt;(/?(?:i|b|sub|sup))&gt;")
_ENDED = re.compile(r"[.?!…](</?\w+>|[\"'\u201d\u2019)])*$")


def title_html(text: str) -> Markup:
    """Return a title for a template; <i>, <b>, <sub> and <sup> are kept, all else is text."""
    return Markup(_TITLE_TAG.sub(r"<\1>", str(escape(text))))  # noqa: S704  # escaped just now


def ended(text: str) -> Markup:
    """Return a text with a period at its end, unless it ends a sentence already."""
    return escape(text) + ("" if _ENDED.search(str(text)) else ".")


class Words:
    """Renders the templates of theme/documents. Each of its methods raises TemplateFaultError."""

    def __init__(self, folder: Path, shown: str, program: Program) -> None:
        self._folder = folder
        self._shown = shown
        self._program = program
        self._templates = TemplateFolder(
            [folder], shown, escaping=True, filters={"title_html": title_html, "ended": ended}
        )

    def of_certificate(self, award: Award) -> Said:
        """Return what a certificate says."""
        context = {
            **self._shared(award),
            "mentee": {"name": award.name, "original": award.original.text},
            "mentors": award.mentors,
            "mentor_count": award.mentor_count,
            "project": award.project,
            "address": award.address,
        }
        return self._said(CERTIFICATE, context, _OF_CERTIFICATE)

    def of_letter(self, letter: Appreciation) -> Said:
        """Return what a letter says."""
        return self._said(LETTER, self._of_letter(letter), _OF_LETTER)

    def of_more(self, letter: Appreciation) -> list[list[list[Run]]]:
        """Return what a letter says instead of one output, of two, and so on, up to all."""
        context = self._of_letter(letter)
        return [
            self._said(LETTER, {**context, "left": left}, ("more",))["more"]
            for left in range(1, len(letter.outputs) + 1)
        ]

    def _of_letter(self, letter: Appreciation) -> dict[str, Any]:
        return {
            **self._shared(letter),
            "mentor": {"name": letter.name},
            "whole_year": letter.is_whole_year,
            "works": [asdict(work) for work in letter.works],
            "output_count": len(letter.outputs),
            "left": 0,
            "address": letter.listed_at,
        }

    def _shared(self, document: Award | Appreciation) -> dict[str, Any]:
        program = self._program
        return {
            "program": {
                "name": program.name,
                "the_name": program.the_name,
                "short_name": program.short_name,
                "sponsor": program.sponsor.name,
                "parent": program.sponsor.parent or "",
            },
            "cohort": {
                "title": document.cohort_title,
                "first_day": kept_together(day(document.first_day)),
                "last_day": kept_together(day(document.last_day)),
                "dates": kept_together(day_range(document.first_day, document.last_day)),
            },
            "issued": kept_together(day(document.issued)),
            "sample": program.sample,
        }

    def _said(self, template: str, context: Mapping[str, Any], blocks: Sequence[str]) -> Said:
        said = self._templates.blocks(template, context, blocks)
        unset = unset_tag(self._folder / template, f"{self._shown}/{template}")
        if unset:
            raise TemplateFaultError(unset)
        return {
            name: [set_runs(part) for part in _EMPTY_LINE.split(html) if part.strip()]
            for name, html in said.items()
        }
