"""The templates of announcements: where they lie, and what they may do with words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.announcements.fitting import DoesNotFitError, fitted
from generator.announcements.marks import column, elastic, ended, hanging, hashtag, optional
from generator.announcements.people import number
from generator.diagnostics import Place
from generator.diagnostics.rules import site as rules
from generator.templates import TemplateFaultError, TemplateFolder
from generator.views.wording import listed

FOLDER = "announcements"
"""Where they lie in the theme."""


def capital(text: object) -> str:
    """Return words as a sentence begins."""
    words = str(text)
    return words[:1].upper() + words[1:]


_FILTERS: Mapping[str, Callable[..., str]] = {
    "capital": capital,
    "column": column,
    "elastic": elastic,
    "ended": ended,
    "hanging": hanging,
    "hashtag": hashtag,
    "listed": listed,
    "number": number,
    "optional": optional,
}


@dataclass(frozen=True, slots=True)
class AnnouncementTemplates:
    """The templates of announcements. ``shown`` is how their folder is named to people."""

    folder: TemplateFolder
    shown: str

    def render(self, template: str, facts: Mapping[str, Any]) -> str:
        """Return what a template says, with its marks. Raises TemplateFaultError."""
        return self.folder.render(template, facts)

    def fit(self, template: str, text: str, fits: Callable[[str], bool], where: str) -> str:
        """Return what a template said, so that it fits; ``where`` says where it does not.

        Raises TemplateFaultError where it is too long even without all that may give way.
        """
        try:
            return fitted(text, fits)
        except DoesNotFitError:
            message = f"the text is too long for {where}, whatever gives way"
            help_ = "say it in fewer words, or mark what may be shortened: {{ … | elastic }}"
            place = Place(f"{self.shown}/{template}")
            raise TemplateFaultError(rules.BAD_TEMPLATE.at(place, message, help_)) from None


def announcement_templates(theme: Sequence[Path], shown: str) -> AnnouncementTemplates:
    """Return the templates of a theme; ``shown`` is how its first folder is named to people."""
    folders = [folder / FOLDER for folder in theme]
    place = f"{shown}/{FOLDER}"
    return AnnouncementTemplates(
        TemplateFolder(folders, place, escaping=False, filters=_FILTERS), place
    )
