"""A small program whose records have every field, each filled as a test likes.

The fields come from the JSON Schemas, so a new one is filled without a change here, or is missed
by name if only a value of its own will do.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.records.fields import ConsentScope
from generator.records.kinds import Kind
from generator.records.schema import json_schema

TEXT = "one line of text"
TITLE = "one line of text, in which <i>, <b>, <sub> and <sup> may stand"
PROSE = "text in paragraphs (Markdown)"
NUMBERED = "a number or a short text"
FREE = frozenset((TEXT, TITLE, PROSE, NUMBERED))
"""What fields hold in which a person can write whatever they like."""

FIRST, SECOND = "una-planted", "duo-planted"
"""Ids of the two people: the mentee, in whom things are planted, and the mentor."""

PUBLIC_KEY = (
    "-----BEGIN PUBLIC KEY-----\n"
    "MCowBQYDK2VwAyEAlOWBeRa/ItYbOkf+vGpSLRIpJqt8+0o5lzWSKf+W9wE=\n"
    "-----END PUBLIC KEY-----\n"
)
"""A key whose private half nobody has kept."""

_PLAIN = {
    "a public key in PEM: RSA of 2,048 bits or more, P-256 or Ed25519": PUBLIC_KEY,
    "a BCP 47 language tag": "en",
    "a DOI from '10.' on": "10.5555/planted",
    "a ROR address, as in https://ror.org/05dxps055": "https://ror.org/05dxps055",
    "a date, as in 2026-03-09": "2026-01-02",
    "a year, a year and month, a date, or a range of two with a slash": "2026-06-10",
    "an ISBN of ten or thirteen digits": "978-3-16-148410-0",
    "an ISSN, as in 0378-5955": "0378-5955",
    "an ORCID iD, as in 0000-0002-1825-0097": "0000-0002-1825-0097",
    "an SPDX license identifier": "CC-BY-4.0",
    "a web address": "https://example.org/planted",
    "an e-mail address": "planted@example.org",
    "name of a repository, as in library/mentorship": "library/mentorship",
    "name of a time zone, as in America/Chicago": "America/Chicago",
    "true or false": "false",
    "id of a cohort": "2026",
    "id of a topic": "topic-one",
    "id of a method": "method-one",
    "id of a need": "need-one",
    "id of a participant": FIRST,
    "id of a pairing, as cohort/pairing": "2026/pair",
    "id of an event": "check-in",
    "id of an output": "output",
    "id of a certificate, by chance: 7kq2m-9fx3v-ht8wn-d4p6r": "7kq2m-9fx3v-ht8wn-d4p6r",
    "id of a session, as event/session": "symposium/session",
}
_AT = {
    "vocabulary:topics.id": "topic-one",
    "vocabulary:methods.id": "method-one",
    "vocabulary:needs.id": "need-one",
    "cohort:call_opens": "2026-01-01",
    "cohort:call_closes": "2026-02-01",
    "cohort:pairs_announced": "2026-03-01",
    "cohort:start": "2026-04-01",
    "cohort:end": "2027-03-31",
    "cohort:exclusions.mentor": SECOND,
    "cohort:exclusions.mentee": FIRST,
    "cohort:completion.check_ins": "1",
    "cohort:completion.evaluations": "1",
    "application:capacity.minimum": "1",
    "application:capacity.maximum": "2",
    "application:role": "mentor",
    "event:kind": "symposium",
    "event:date": "2026-06-10",
    "event:end_date": "2026-06-11",
    "event:start": "09:00",
    "event:end": "17:00",
    "event:sessions.id": "session",
    "event:sessions.kind": "talk",
    "event:sessions.date": "2026-06-10",
    "event:sessions.start": "10:00",
    "event:sessions.end": "11:00",
    "event:planning.sessions.id": "planned",
    "event:planning.sessions.kind": "talk",
    "event:planning.sessions.date": "2026-06-11",
    "event:planning.fixed": "session",
    "event:planning.wishes.session": "planned",
    "event:planning.wishes.after": "session",
    "event:planning.availability.date": "2026-06-10",
    "certificates:certificates.issued": "2027-04-01",
    "certificates:letters.participant": SECOND,
    "news:kind": "output",
    "news:notice_until": "2099-12-31",
    "output:type": "presentation",
    "output:container.pages": "31-48",
    "output:form": "paper",
    "output:status": "presented",
    "pairings:pairings.id": "pair",
    "pairings:pairings.mentors": SECOND,
    "pairings:pairings.mentees": FIRST,
    "pairings:pairings.status": "active",
    "program:channels.kind": "website",
    "program:notice.until": "2099-12-31",
    "program:repository": "private",
    "program:signing_keys.id": "key",
}
_ABSENT = frozenset(
    (
        "participant:withdrawn",  # nothing of the person would be shown
        "program:editing.application",  # it signs in where "sign_in" does not
        "pairings:pairings.ended",  # nor of the pairing
        "cohort:pins.mentor",  # what is excluded cannot be decided on
        "cohort:pins.mentee",
        "news:cohort",  # it is about the output
        "news:event",
        "application:preferences",
        "application:avoid",
        "application:continue_with",
        "program:applications.form",  # they go to an endpoint
    )
)
_BOUND = frozenset(("output:container.pages",))
"""Short texts that cannot say just anything."""

_WHOLE = frozenset(("certificates:certificates.revoked",))
"""Parts left out as wholes: of what was revoked, a page says nothing else."""

_ABSENT_NAMES = frozenset(("broader", "aliases"))


@dataclass(frozen=True, slots=True)
class Field:
    """A field that holds one value. ``path`` is as in 'event:sessions.speakers.name.given'."""

    path: str
    holds: str
    longest: int
    visibility: str
    choices: tuple[str, ...] = ()
    required: bool = False

    @property
    def is_free(self) -> bool:
        return self.holds in FREE and self.path not in _BOUND


Chooser = Callable[[Field], object]
"""Says what a field holds; None where it is to be left out."""


def usual(field: Field) -> object:
    """A value without meaning that the field can hold."""
    if field.path in _ABSENT or field.path.rpartition(".")[2] in _ABSENT_NAMES:
        return None
    if field.path.rpartition(":")[2] in _ABSENT_NAMES:
        return None
    if field.path in _AT:
        return _AT[field.path]
    if field.is_free:
        return f"{field.path.rpartition(':')[2].replace('.', ' ')}"[: field.longest]
    if field.choices:
        return field.choices[0]
    return _PLAIN[field.holds] if field.required else _PLAIN.get(field.holds)


def fields_of(kind: Kind) -> list[Field]:
    """Every field of a kind of record."""
    found: list[Field] = []

    def note(field: Field) -> object:
        found.append(field)
        return ""

    fill(kind, note)
    return found


def fill(kind: Kind, choose: Chooser = usual) -> dict[str, Any]:
    """Make a record of a kind with every field, those of its parts too; lists have one entry."""
    schema = json_schema(kind)
    filled = _object(schema, schema["$defs"], f"{kind}:", "public", choose)
    return dict(filled)


def _object(
    node: Mapping[str, Any],
    definitions: Mapping[str, Any],
    prefix: str,
    visibility: str,
    choose: Chooser,
) -> Iterator[tuple[str, Any]]:
    for name, part in node["properties"].items():
        if f"{prefix}{name}" in _WHOLE:
            continue
        own = part.get("x-visibility", "public")
        inner = visibility if own == "public" else own
        required = name in node.get("required", ())
        marked = {**part, "required here": required}
        value = _value(marked, definitions, f"{prefix}{name}", inner, choose)
        if value not in (None, {}, []):
            yield name, value


def _value(
    part: Mapping[str, Any],
    definitions: Mapping[str, Any],
    path: str,
    visibility: str,
    choose: Chooser,
) -> Any:
    if "$ref" in part:
        part = {**part, **definitions[part["$ref"].rpartition("/")[2]]}
    if part.get("type") == "array":
        entry = _value(part["items"], definitions, path, visibility, choose)
        return _entries(entry)
    if "properties" in part:
        whole = dict(_object(part, definitions, f"{path}.", visibility, choose))
        return _person(whole) if path.endswith("moderator") else whole
    field = Field(
        path,
        part.get("x-holds", ""),
        part.get("maxLength", 300),
        visibility,
        tuple(part.get("enum", ())),
        part.get("required here", False),
    )
    return choose(field)


def _entries(entry: Any) -> list[Any]:
    """Return a list of one entry; a contributor is two, for nobody is a person and a body."""
    if isinstance(entry, dict) and "organization" in entry:
        return [_person(entry), {key: entry[key] for key in ("organization", "ror")}]
    return [] if entry in (None, {}) else [entry]


def _person(contributor: Mapping[str, Any]) -> dict[str, Any]:
    return {key: contributor[key] for key in contributor if key not in ("organization", "ror")}


def fill_program(choose: Chooser = usual) -> dict[str, dict[str, Any]]:
    """Make a whole program by path: a record of every kind, and what these refer to.

    Both people have every field and every consent; only the second is never planted in.
    """
    first, second = fill(Kind.PARTICIPANT, choose), fill(Kind.PARTICIPANT)
    for person in (first, second):
        person["consent"]["scopes"] = [str(scope) for scope in ConsentScope]
    second["name"] = {"given": "Somebody", "family": "Else"}
    del second["orcid"]
    check_in = {"kind": "check-in", "title": "Check-in", "cohort": "2026", "date": "2026-05-05"}
    return {
        "program.yaml": fill(Kind.PROGRAM, choose),
        "vocabulary.yaml": fill(Kind.VOCABULARY, choose),
        f"participants/{FIRST}.yaml": first,
        f"participants/{SECOND}.yaml": second,
        "cohorts/2026.yaml": fill(Kind.COHORT, choose),
        f"applications/2026/{FIRST}.yaml": fill(Kind.APPLICATION, choose),
        "pairings/2026.yaml": fill(Kind.PAIRINGS, choose),
        "outputs/output.yaml": fill(Kind.OUTPUT, choose),
        "events/symposium.yaml": fill(Kind.EVENT, choose),
        "certificates/2026.yaml": fill(Kind.CERTIFICATES, choose),
        "news/news.yaml": fill(Kind.NEWS, choose),
        "events/check-in.yaml": {**check_in, "start": "12:00", "end": "13:00"},
    }
