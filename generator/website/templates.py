"""The Jinja environment that makes record pages: autoescaping, and strict about unknown names."""

import traceback
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import site as rules
from generator.views import exports, wording
from generator.website import citing, markup

Linker = Callable[[str], str]
"""Turns an address within the site into one relative to the page that is being made."""


class TemplateFaultError(Exception):
    """A template cannot be used; ``diagnostic`` says which and where."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(f"{diagnostic.place}: {diagnostic.message}")
        self.diagnostic = diagnostic


class Templates:
    """Renders the templates for pages made from records.

    ``folders`` are searched in order: the project's own theme, then the theme it builds on (for
    its icons).
    """

    def __init__(self, folders: list[Path], shown: str) -> None:
        self._shown = shown
        self._own = folders[0]
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folders),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(
            prose=markup.prose,
            title_html=markup.title,
            title_text=markup.plain_title,
            excerpt=markup.excerpt,
            day=wording.day,
            counted=wording.counted,
            listed=wording.listed,
            groupby_order=_grouped,
            reference=citing.reference,
            coins=citing.coins,
            exports=exports.export_links,
            output_scope=exports.output_scope,
            year_scope=exports.year_scope,
            type_scope=exports.type_scope,
            person_scope=exports.person_scope,
            cohort_scope=exports.cohort_scope,
        )

    def render(self, template: str, link: Linker, context: Mapping[str, Any]) -> Markup:
        """Return a page's body.

        Raises TemplateFaultError where the template is at fault.
        """
        try:
            made = self._environment.get_template(f"pages/{template}")
            html = made.render({**context, "link": link})
        except (jinja2.TemplateError, TypeError) as fault:  # a text called like a function, say
            raise TemplateFaultError(self.diagnose(fault, f"pages/{template}")) from fault
        return Markup(html)  # noqa: S704  # autoescaped above

    def diagnose(self, fault: jinja2.TemplateError | TypeError, template: str) -> Diagnostic:
        """Return what is wrong in which template; ``template`` is the one that was asked for."""
        asked = f"{self._shown}/{template}"
        if isinstance(fault, jinja2.TemplateSyntaxError):
            file, line = fault.filename or asked, fault.lineno
        elif isinstance(fault, jinja2.TemplateNotFound):
            message = f"there is no template '{fault.name}'"
            return rules.BAD_TEMPLATE.at(Place(asked), message, "put it back, or correct the name")
        else:
            frames = [
                frame
                for frame in traceback.extract_tb(fault.__traceback__)
                if frame.filename.endswith(".html")
            ]
            file, line = (frames[-1].filename, frames[-1].lineno or 1) if frames else (asked, 1)
        path = Path(file)
        if path.is_relative_to(self._own):
            file = f"{self._shown}/{path.relative_to(self._own).as_posix()}"
        return rules.BAD_TEMPLATE.at(Place(file, line), str(fault))


def _grouped(items: Iterable[Any], attribute: str) -> list[tuple[Any, list[Any]]]:
    """Return neighbors that share an attribute, in their order (Jinja's groupby sorts)."""
    return [
        (key, list(group)) for key, group in groupby(items, key=lambda one: getattr(one, attribute))
    ]
