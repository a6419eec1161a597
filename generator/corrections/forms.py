"""The forms in which anybody proposes a correction, as GitHub takes them.

Their syntax is in GitHub's documentation under "Syntax for GitHub's form schema".
"""

import re
from typing import Any

from generator.corrections.correctable import NAMES, Correctable, Sort, correctable
from generator.records.kinds import Kind
from generator.source import to_yaml

FOLDER = "ISSUE_TEMPLATE"
"""Where GitHub looks for forms, in the folder '.github'."""

RECORD, PAGE, MORE = "record", "page", "more"
RECORD_LABEL, PAGE_LABEL, MORE_LABEL = "Record", "Page", "Anything else, and how we can check it"
YES, NO = "Yes", "No"
NOTHING = "-"
"""What stands where a fact should be taken out."""

PAGE_FORM = "correction-page.yml"
"""The form for pages that are made from no record of their own, or from several."""

_TAG = re.compile(r"</?\w+>")
_COMMENT = "# Made from the models by 'lrrt schema'. Do not edit.\n"
_WARNING = """\
**Everybody can read what you write here, now and later.** Write no e-mail address, no telephone \
number, and nothing private: neither about yourself nor about others. For what is private, to be \
named less, or to be taken off the site, write to the contact that stands on the site."""
_ONLY_WRONG = """\
Fill in only what is wrong, with the text as it should be. Leave everything else empty: it stays \
as it is. A single hyphen (-) says that something should be taken out."""
_HINTS = {
    Sort.TERMS: "All of them as they should be, one in a line, by the words that the site shows.",
    Sort.LINKS: "All of them as they should be, one in a line: what it says, then its address.",
}


def form_name(kind: Kind) -> str:
    """Return the name of the file that holds the form of a kind of record."""
    return f"correction-{kind}.yml"


def form_files() -> dict[str, str]:
    """Return the text of every file in the folder of forms, by its name."""
    return {
        **{form_name(kind): _COMMENT + to_yaml(_form(kind)) for kind in NAMES},
        PAGE_FORM: _COMMENT + to_yaml(_page_form()),
        "config.yml": _COMMENT + to_yaml({"blank_issues_enabled": True}),
    }


def _form(kind: Kind) -> dict[str, Any]:
    name = NAMES[kind]
    article = "an" if name[0] in "aeiou" else "a"
    return {
        "name": f"Correct {article} {name}",
        "description": f"Something that the page of {article} {name} says is wrong or missing.",
        "title": "Correction",
        "body": [
            _words(f"{_WARNING}\n\n{_ONLY_WRONG}"),
            _line(
                RECORD, RECORD_LABEL, "Filled in by the link on the page; leave it.", needed=True
            ),
            _line(PAGE, PAGE_LABEL, "The address of the page that is wrong.", needed=False),
            *map(_asked, correctable(kind)),
            _text(MORE, MORE_LABEL, "In your own words; a person reads this."),
        ],
    }


def _page_form() -> dict[str, Any]:
    return {
        "name": "Correct another page",
        "description": "Something that a list, news or another page says is wrong or missing.",
        "title": "Correction",
        "body": [
            _words(_WARNING),
            _line(PAGE, PAGE_LABEL, "The address of the page that is wrong.", needed=True),
            _text(MORE, "What should it say, and how can we check it?", "In your own words."),
        ],
    }


def _words(value: str) -> dict[str, Any]:
    return {"type": "markdown", "attributes": {"value": value}}


def _asked(field: Correctable) -> dict[str, Any]:
    if field.sort in (Sort.CHOICE, Sort.BOOLEAN):
        return {
            "type": "dropdown",
            "id": field.id,
            "attributes": {
                "label": field.label,
                "description": _shown(field.description),
                "options": list(field.choices) or [YES, NO],
            },
        }
    hint = _HINTS.get(field.sort, "")
    description = f"{_shown(field.description)} {hint}".strip()
    if field.sort is Sort.LINE:
        return _line(field.id, field.label, description, needed=False)
    return _text(field.id, field.label, description)


def _shown(description: str) -> str:
    """Return a description so that GitHub shows the tags in it, instead of following them."""
    return _TAG.sub(r"`\g<0>`", description)


def _line(id_: str, label: str, description: str, *, needed: bool) -> dict[str, Any]:
    asked: dict[str, Any] = {
        "type": "input",
        "id": id_,
        "attributes": {"label": label, "description": description},
    }
    return {**asked, "validations": {"required": True}} if needed else asked


def _text(id_: str, label: str, description: str) -> dict[str, Any]:
    return {
        "type": "textarea",
        "id": id_,
        "attributes": {"label": label, "description": description},
    }
