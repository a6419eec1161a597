"""A draft of an application in the making: values, what is undecided, what is kept beside."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.intake.choices import Choices
from generator.intake.facts import Facts
from generator.intake.normal import Read, clean, one_line
from generator.intake.record_edit import plain_of
from generator.intake.submission import Given
from generator.records.application import Application
from generator.source import mended

LONGEST_LINE = 300
"""Characters that a line of a record may have."""

_FINGERPRINT = 16


@dataclass(frozen=True, slots=True)
class Around:
    """What answers are matched with: the terms of each facet, the people of a cohort."""

    terms: Mapping[str, Choices]
    people: Choices
    own_id: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The values of an application, and what is to be said of how they were come by.

    Each of the notes has a word for its kind: changed, undecided, kept, note. ``fault`` says why
    there can be no application.
    """

    values: Mapping[str, Any]
    notes: tuple[tuple[str, str], ...]
    fault: str = ""

    @property
    def plain(self) -> Mapping[str, Any]:
        """The values as they are read back from a record."""
        return plain_of(self.values)


@dataclass(slots=True)
class Making:
    """A draft as it is made."""

    facts: Facts
    around: Around
    values: dict[str, Any] = field(default_factory=dict)
    undecided: dict[str, Any] = field(default_factory=dict)
    kept: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def given(self, target: str) -> Iterator[Given]:
        """Yield the answers that say something."""
        for one in self.facts.submission.answers.get(target, ()):
            if clean(one.text):
                yield one

    def keep(self, given: Given, why: str = "") -> None:
        """Keep an answer word for word, and say why it is not taken."""
        self.kept.append((one_line(given.question) or "(no question)", clean(given.text)))
        if why:
            self.notes.append(("kept", f"{why}; kept under 'other_answers'"))

    def take(self, key: str, given: Given, read: Read) -> bool:
        """Take what an answer was read as, or keep the answer."""
        if read.value is None:
            self.keep(given, read.doubt)
            return False
        self.put(key, read.value)
        if read.change:
            self.notes.append(("changed", read.change))
        return True

    def put(self, key: str, value: Any) -> None:
        """Set a value; the key may be that of a part, as in 'affiliation.name'."""
        first, _, rest = key.partition(".")
        if rest:
            self.values.setdefault(first, {})[rest] = value
        else:
            self.values[first] = value


def fingerprint(facts: Facts) -> str:
    """Return a short text by which the same answers are known again."""
    said = {
        target: [given.text.strip() for given in answers if given.text.strip()]
        for target, answers in sorted(facts.submission.answers.items())
    }
    telling = [facts.cohort, facts.role, {key: texts for key, texts in said.items() if texts}]
    written = json.dumps(telling, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:_FINGERPRINT]


def say_mended(making: Making) -> None:
    """Say of which answers characters were mended."""
    for answers in making.facts.submission.answers.values():
        for given in answers:
            plain = given.text.replace("\r\n", "\n").replace("\r", "\n")
            if mended(plain) != plain:
                said = f"in '{one_line(given.question)[:60]}', characters that cannot be seen or "
                making.notes.append(("changed", f"{said}were stored apart are mended"))


def settled(making: Making) -> Draft:
    """Return the draft, with every value that its key cannot hold moved to the other answers."""
    values = making.values
    received = {"answers": fingerprint(making.facts)}
    submitted = one_line(making.facts.submission.text("submitted"))
    if submitted:
        received = {"submitted": submitted[:LONGEST_LINE], **received}
    while True:
        whole = _whole(values, making, received)
        try:
            Application.model_validate(whole)
        except ValidationError as faults:
            details = faults.errors(include_url=False)[0]
            key = str(details["loc"][0]) if details["loc"] else ""
            if key not in values or key in ("role", "email", "name"):
                return Draft({}, (), f"'{key}' does not fit: {_told(details)}")
            said = f"'{key}' does not fit ({_told(details)})"
            making.keep(Given(key, _as_text(values.pop(key))), said)
        else:
            return Draft(whole, tuple(dict.fromkeys(making.notes)))


def _whole(
    values: Mapping[str, Any], making: Making, received: Mapping[str, str]
) -> dict[str, Any]:
    """Return the values in the order of the model's keys."""
    kept = [{"question": question, "answer": text} for question, text in dict.fromkeys(making.kept)]
    held = {"undecided": making.undecided, "other_answers": kept, "received": dict(received)}
    whole = {**values, **{key: value for key, value in held.items() if value}}
    return {key: whole[key] for key in Application.model_fields if key in whole}


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _told(details: ErrorDetails) -> str:
    if details["type"] == "string_too_long":
        return f"a text has over {details['ctx']['max_length']:,} characters"
    return details["msg"][:1].lower() + details["msg"][1:]
