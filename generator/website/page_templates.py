"""The templates of pages made from records, with the filters they may use."""

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from generator.diagnostics import Diagnostic
from generator.templates import TemplateFolder
from generator.views import exports, wording
from generator.website import citing, markup

Linker = Callable[[str], str]
"""Turns an address within the site into one relative to the page that is being made."""


class PageTemplates:
    """Renders the templates for pages made from records.

    ``folders`` are searched in order: the project's own theme, then the theme it builds on (for
    its icons).
    """

    def __init__(self, folders: list[Path], shown: str) -> None:
        self._templates = TemplateFolder(
            folders,
            shown,
            escaping=True,
            filters={
                "prose": markup.prose,
                "title_html": markup.title,
                "title_text": markup.plain_title,
                "excerpt": markup.excerpt,
                "day": wording.day,
                "counted": wording.counted,
                "listed": wording.listed,
                "groupby_order": _grouped,
                "reference": citing.reference,
                "coins": citing.coins,
                "exports": exports.export_links,
                "output_scope": exports.output_scope,
                "year_scope": exports.year_scope,
                "type_scope": exports.type_scope,
                "person_scope": exports.person_scope,
                "cohort_scope": exports.cohort_scope,
            },
        )

    def render(self, template: str, link: Linker, context: Mapping[str, Any]) -> Markup:
        """Return a page's body.

        Raises TemplateFaultError where the template is at fault.
        """
        html = self._templates.render(f"pages/{template}", {**context, "link": link})
        return Markup(html)  # noqa: S704  # autoescaped

    def diagnose(self, fault: jinja2.TemplateError | TypeError, template: str) -> Diagnostic:
        """Return what is wrong in which template; ``template`` is the one that was asked for."""
        return self._templates.diagnose(fault, template)


def _grouped(items: Iterable[Any], attribute: str) -> list[tuple[Any, list[Any]]]:
    """Return neighbors that share an attribute, in their order (Jinja's groupby sorts)."""
    return [
        (key, list(group)) for key, group in groupby(items, key=lambda one: getattr(one, attribute))
    ]
