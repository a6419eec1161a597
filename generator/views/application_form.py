"""The application pages: what each role is asked, with the limits and choices of the model."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.records.application import Role
from generator.records.dates import time_zone_names
from generator.records.fields import ConsentScope
from generator.records.kinds import Kind
from generator.records.questions import AGREED, PARTS, Part, Question
from generator.records.schema import json_schema
from generator.records.vocabulary import Vocabulary
from generator.views.term_groups import Choice, ChoiceGroup, term_groups


class Control(StrEnum):
    """What a question is answered with."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    TICK = "tick"
    TERMS = "terms"
    NAMES = "names"
    LINKS = "links"
    ZONE = "zone"
    SCOPES = "scopes"


@dataclass(frozen=True, slots=True)
class FormField:
    """A question as the page asks it.

    ``name`` is the key of the application, with parts after a dot. ``longest`` counts characters,
    or, of a list, entries; 0 where there is no limit. ``groups`` are the choices.
    """

    name: str
    control: Control
    label: str
    hint: str
    is_needed: bool
    missing: str
    wrong: str
    fills: str
    type: str
    longest: int
    lowest: int
    highest: int
    value: str
    groups: tuple[ChoiceGroup, ...]

    @property
    def id(self) -> str:
        """The id of the field in the page."""
        return self.name.replace(".", "-").replace("_", "-")

    @property
    def number_of_choices(self) -> int:
        """How many choices there are."""
        return sum(len(group.choices) for group in self.groups)


@dataclass(frozen=True, slots=True)
class FormPart:
    """Fields that belong together; those that few people need stand ``aside``."""

    id: str
    title: str
    intro: str
    fields: tuple[FormField, ...]
    aside: tuple[FormField, ...]
    aside_title: str


@dataclass(frozen=True, slots=True)
class ApplicationForm:
    """Everything that people who apply in a role are asked."""

    role: Role
    parts: tuple[FormPart, ...]

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"apply/{self.role}/"

    @property
    def title(self) -> str:
        """The title of the page."""
        return f"Apply as a {self.role}"


def make_forms(vocabulary: Vocabulary) -> tuple[ApplicationForm, ...]:
    """Return the form of each role, mentees first."""
    schema = json_schema(Kind.APPLICATION)
    choices = _choices(vocabulary)
    return tuple(
        ApplicationForm(role, tuple(_part(part, role, schema, choices) for part in PARTS))
        for role in (Role.MENTEE, Role.MENTOR)
    )


def _part(
    part: Part,
    role: Role,
    schema: Mapping[str, Any],
    choices: Mapping[str, tuple[ChoiceGroup, ...]],
) -> FormPart:
    def fields(questions: Iterable[Question]) -> tuple[FormField, ...]:
        return tuple(_field(one, role, schema, choices) for one in questions if role in one.roles)

    return FormPart(
        part.id,
        part.title_for(role),
        part.intro,
        fields(part.questions),
        fields(part.aside),
        part.aside_title,
    )


def _field(
    question: Question,
    role: Role,
    schema: Mapping[str, Any],
    choices: Mapping[str, tuple[ChoiceGroup, ...]],
) -> FormField:
    own = schema_at(schema, question.key)
    hint = question.hint_for(role)
    default = own.get("default")
    return FormField(
        name=question.key,
        control=_control(question.key, own),
        label=question.label_for(role),
        hint=own["description"] if hint is None else hint,
        is_needed=bool(question.missing),
        missing=question.missing,
        wrong=question.wrong,
        fills=question.fills,
        type="email" if own.get("format") == "email" else "text",
        longest=own.get("maxLength") or own.get("maxItems") or 0,
        lowest=own.get("minimum", 0),
        highest=own.get("maximum", 0),
        value=str(default) if own.get("type") == "integer" else "",
        groups=choices.get(question.key, ()),
    )


_BY_KEY = {
    "time_zone": Control.ZONE,
    "links": Control.LINKS,
    "consent.scopes": Control.SCOPES,
    "topics": Control.TERMS,
    "methods": Control.TERMS,
    "needs": Control.TERMS,
}
_LONG = 1000
"""Characters from which on an answer has room for paragraphs."""


def _control(key: str, schema: Mapping[str, Any]) -> Control:
    if key in _BY_KEY:
        return _BY_KEY[key]
    by_type = {"boolean": Control.TICK, "integer": Control.NUMBER, "array": Control.NAMES}
    if schema["type"] in by_type:
        return by_type[schema["type"]]
    return Control.TEXT if schema.get("maxLength", 0) >= _LONG else Control.LINE


def schema_at(schema: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Return the schema of a key, with parts after a dot, as it stands in a record's schema."""
    found = dict(schema)
    for step in key.split("."):
        found = dict(found["properties"][step])
        if "$ref" in found:
            found = {**schema["$defs"][found["$ref"].rpartition("/")[2]], **found}
    return found


def _choices(vocabulary: Vocabulary) -> dict[str, tuple[ChoiceGroup, ...]]:
    """Return the choices of each key that has some."""
    return {
        "topics": term_groups(vocabulary.topics, "More topics"),
        "methods": term_groups(vocabulary.methods, "More methods"),
        "needs": term_groups(vocabulary.needs, ""),
        "time_zone": _zones(),
        "consent.scopes": (ChoiceGroup("", tuple(_scope(one) for one in ConsentScope)),),
    }


def _scope(scope: ConsentScope) -> Choice:
    return Choice(str(scope), str(scope).capitalize(), AGREED[scope], (), 0)


_REGIONS = {
    "Arctic": "Arctic Ocean",
    "Atlantic": "Atlantic Ocean",
    "Etc": "Without a place",
    "Indian": "Indian Ocean",
    "Pacific": "Pacific Ocean",
}
"""Regions of time zones that are called otherwise than in their names."""


def _zones() -> tuple[ChoiceGroup, ...]:
    """Return the time zones by region, each by its city as people read it."""
    regions: dict[str, list[Choice]] = {}
    for name in sorted(time_zone_names()):
        region, _, city = name.partition("/")
        words = ", ".join(reversed(city.replace("_", " ").split("/")))
        regions.setdefault(region, []).append(Choice(name, words, "", (), 0))
    return tuple(
        ChoiceGroup(_REGIONS.get(region, region), tuple(sorted(zones, key=lambda one: one.label)))
        for region, zones in sorted(regions.items())
    )
