"""What every field has: a description, who may see it, and a type that explains itself."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError


class Record(BaseModel):
    """A part of a record: frozen, and strict about its keys."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        use_attribute_docstrings=False,
        cache_strings="keys",
    )


class ConsentScope(StrEnum):
    """What a person can agree to have shown. Without ``name`` nothing else has an effect."""

    NAME = "name"
    AFFILIATION = "affiliation"
    BIOGRAPHY = "biography"
    LINKS = "links"
    PAIRING = "pairing"
    SESSIONS = "sessions"
    RECORDING = "recording"
    OUTPUTS = "outputs"
    ANNOUNCEMENTS = "announcements"
    CERTIFICATE = "certificate"


class Refers(StrEnum):
    """What the text in a field is the id of. Stands in the field's annotation."""

    PARTICIPANT = "participant"
    APPLICANT = "participant or applicant"
    COHORT = "cohort"
    PAIRING = "pairing"
    EVENT = "event"
    SESSION = "session"
    OUTPUT = "output"
    TOPIC = "topic"
    METHOD = "method"
    NEED = "need"


@dataclass(frozen=True, slots=True)
class Holds:
    """Says in plain words what a type holds; stands last in its annotation.

    Kept in the JSON Schema as ``x-holds``, from which the record reference is made.
    """

    words: str

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return the schema of the type with the words added (a hook of pydantic)."""
        return {**handler(core_schema), "x-holds": self.words}


def public(description: str, **constraints: Any) -> FieldInfo:
    """Describe a field that everybody may see."""
    return _field(description, "public", constraints)


def with_consent(scope: ConsentScope, description: str, **constraints: Any) -> FieldInfo:
    """Describe a field that everybody may see if the person agreed to this scope."""
    return _field(description, f"consent:{scope}", constraints)


def committee(description: str, **constraints: Any) -> FieldInfo:
    """Describe a field that only the committee may see."""
    return _field(description, "committee", constraints)


def _field(description: str, visibility: str, constraints: dict[str, Any]) -> FieldInfo:
    field: FieldInfo = Field(
        description=description, json_schema_extra={"x-visibility": visibility}, **constraints
    )
    return field


def fault(code: str, message: str, help_: str = "", steps: tuple[str | int, ...] = ()) -> Exception:
    """Return the error by which a field's type reports a fault of a kind.

    ``steps`` lead from the field to the part at fault.
    """
    return PydanticCustomError(
        code,
        "{message}",
        {"message": message, "help": help_, "steps": steps},
    )


def _one_line(value: str) -> str:
    if "\n" in value:
        raise fault("line-break", "this text has a line break, but belongs on one line")
    return value


_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def is_id(value: str) -> bool:
    """Tell whether a text can serve as an id: a to z, digits, single hyphens between them."""
    return bool(value) and all(
        part and part.isascii() and part.isalnum() and part == part.lower()
        for part in value.split("-")
    )


def _id(value: str) -> str:
    if not is_id(value):
        raise fault("bad-id", f"'{value}' is not written as an id")
    return value


def _unique(values: tuple[Any, ...]) -> tuple[Any, ...]:
    seen: set[Any] = set()
    for position, value in enumerate(values):
        if value in seen:
            raise fault("repeated-entry", f"'{value}' is in this list already", steps=(position,))
        seen.add(value)
    return values


_MEANT = {
    **dict.fromkeys(("y", "yes", "on", "1", "true"), "true"),
    **dict.fromkeys(("n", "no", "off", "0", "false"), "false"),
}
"""Other words for yes and no (YAML 1.1, "Boolean Language-Independent Type", and the numbers)."""


def _boolean(value: object) -> object:
    if value in ("true", True):
        return True
    if value in ("false", False):
        return False
    if isinstance(value, str):
        meant = _MEANT.get(value.lower())
        help_ = f"write {meant}, without quotes" if meant else ""
        raise fault("bad-boolean", f"'{value}' is neither true nor false", help_)
    raise fault("wrong-shape", f"true or false belongs here, not a {shape_of(value)}")


def shape_of(value: object) -> str:
    """Return in plain words what shape a value has."""
    if isinstance(value, list | tuple):
        return "list"
    return "group of keys" if isinstance(value, dict) else "text"


Line = Annotated[
    str,
    Field(min_length=1, max_length=300),
    AfterValidator(_one_line),
    Holds("one line of text"),
]
"""A text on one line."""

TITLE = Holds("one line of text, in which <i>, <b>, <sub> and <sup> may stand")

Title = Annotated[
    str,
    Field(min_length=1, max_length=500),
    AfterValidator(_one_line),
    TITLE,
]
"""A title on one line; the tags mark what a citation sets apart (as in CSL)."""

Prose = Annotated[str, Field(min_length=1, max_length=6000), Holds("text in paragraphs (Markdown)")]
"""A longer text: paragraphs, with emphasis, lists and links in Markdown."""

Id = Annotated[
    str,
    Field(max_length=80),
    AfterValidator(_id),
    WithJsonSchema({"type": "string", "pattern": _ID, "maxLength": 80}),
    Holds("an id: letters a to z, digits, single hyphens between them"),
]

NumberedText = Annotated[
    str,
    Field(min_length=1, max_length=40),
    AfterValidator(_one_line),
    WithJsonSchema({"type": ["string", "integer"], "maxLength": 40}),
    Holds("a number or a short text"),
]
"""A volume, issue or the like: most often a number, but any short text."""

Boolean = Annotated[bool, BeforeValidator(_boolean), Holds("true or false")]

ParticipantId = Annotated[str, Refers.PARTICIPANT, Holds("id of a participant")]
ApplicantId = Annotated[
    str, Refers.APPLICANT, Holds("id of a participant, or of an applicant to the cohort")
]
CohortId = Annotated[
    str,
    Refers.COHORT,
    WithJsonSchema({"type": ["string", "integer"]}),
    Holds("id of a cohort"),
]
PairingId = Annotated[str, Refers.PAIRING, Holds("id of a pairing, as cohort/pairing")]
EventId = Annotated[str, Refers.EVENT, Holds("id of an event")]
SessionId = Annotated[str, Refers.SESSION, Holds("id of a session, as event/session")]
OutputId = Annotated[str, Refers.OUTPUT, Holds("id of an output")]
TopicId = Annotated[str, Refers.TOPIC, Holds("id of a topic")]
MethodId = Annotated[str, Refers.METHOD, Holds("id of a method")]
NeedId = Annotated[str, Refers.NEED, Holds("id of a need")]

Unique = AfterValidator(_unique)
"""Marks a list that names everything in it once."""

Aliases = Annotated[tuple[Id, ...], Unique]
Topics = Annotated[tuple[TopicId, ...], Unique]
Methods = Annotated[tuple[MethodId, ...], Unique]
Needs = Annotated[tuple[NeedId, ...], Unique]
Participants = Annotated[tuple[ParticipantId, ...], Unique]
Applicants = Annotated[tuple[ApplicantId, ...], Unique]
