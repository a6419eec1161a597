"""What a filled form changes in a record: its named fields, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.catalog import Catalog, Entry
from generator.corrections.correctable import Correctable, Sort, correctable
from generator.corrections.forms import NO, NOTHING, YES
from generator.corrections.reading import Issue, UnusableIssueError, make_sure_of_labels
from generator.diagnostics import did_you_mean, fold
from generator.records.canonical import edit_as
from generator.records.fields import ConsentScope, Refers
from generator.records.kinds import Kind
from generator.records.participant import Participant
from generator.source import Edit, Plain, plain
from generator.source.formatting import LostInFormattingError

_ELSE = "what can be corrected so is a publication or presentation, a person, an event or a cohort"
_FACETS = {"topic": Refers.TOPIC, "method": Refers.METHOD}


@dataclass(frozen=True, slots=True)
class Proposal:
    """The record that a form is about, and its text as it would be; the same if nothing changes.

    ``changed`` are the labels of the fields that would say something else.
    """

    path: str
    before: str
    after: str
    changed: tuple[str, ...]


def propose(catalog: Catalog, issue: Issue) -> Proposal:
    """Return what a form changes. Raises UnusableIssueError."""
    kind, entry = _record(catalog, issue.record)
    fields = {field.label: field for field in correctable(kind)}
    make_sure_of_labels(issue, fields)
    said = plain(entry.document.root)
    edits: list[Edit] = []
    changed: list[str] = []
    for answer in issue.answers:
        field = fields[answer.label]
        _make_sure_of_consent(entry, field, answer.line)
        value = _value(catalog, field, answer.text, answer.line)
        if value != _at(said, field.steps):
            edits.append(Edit(field.steps, value))
            changed.append(answer.label)
    text = entry.document.text
    return Proposal(
        entry.path, text, _edited(entry, kind, edits) if edits else text, tuple(changed)
    )


def _record(catalog: Catalog, name: str) -> tuple[Kind, Entry[Any]]:
    """Return the record that is meant: one that was loaded, whatever the name looks like."""
    known = {
        f"{folder}/{id_}": (kind, entry)
        for folder, kind, entries in (
            ("outputs", Kind.OUTPUT, catalog.outputs),
            ("participants", Kind.PARTICIPANT, catalog.participants),
            ("events", Kind.EVENT, catalog.events),
            ("cohorts", Kind.COHORT, catalog.cohorts),
        )
        for id_, entry in entries.items()
    }
    if name not in known:
        help_ = did_you_mean(name, known, _ELSE)
        message = f"no record '{name}'; {help_}"
        raise UnusableIssueError(message)
    return known[name]


def _make_sure_of_consent(entry: Entry[Any], field: Correctable, line: int) -> None:
    person = entry.record
    if field.scope is None or not isinstance(person, Participant):
        return
    if not {ConsentScope.NAME, field.scope} <= person.scopes:
        message = (
            f"line {line}: '{entry.id}' has not agreed to '{field.scope}', so that "
            f"'{field.label}' is not for others to tell; ask the person, or take it out of the "
            "issue"
        )
        raise UnusableIssueError(message)


def _value(catalog: Catalog, field: Correctable, text: str, line: int) -> Plain:
    """Return what a record has for an answer; None takes the field out."""
    if text == NOTHING:
        if field.is_required:
            message = f"line {line}: '{field.label}' cannot be taken out; every record has one"
            raise UnusableIssueError(message)
        return None
    if field.sort is Sort.BOOLEAN:
        return str(_chosen(field, text, {YES: True, NO: False}, line)).lower()
    if field.sort is Sort.CHOICE:
        return str(_chosen(field, text, {one: one for one in field.choices}, line))
    lines = [one.strip().removeprefix("- ").strip() for one in text.split("\n")]
    if field.sort is Sort.TERMS:
        return [_term(catalog, field, one, line) for one in lines if one]
    if field.sort is Sort.LINKS:
        return [_link(field, one, line) for one in lines if one]
    return text


def _chosen(field: Correctable, text: str, choices: Mapping[str, Any], line: int) -> Any:
    if text not in choices:
        help_ = did_you_mean(text, choices, f"one of {', '.join(choices)}")
        message = f"line {line}: '{text}' is no choice for '{field.label}'; {help_}"
        raise UnusableIssueError(message)
    return choices[text]


def _term(catalog: Catalog, field: Correctable, words: str, line: int) -> str:
    facet = _FACETS[field.terms]
    terms = catalog.terms[facet]
    found = next(
        (
            term.id
            for term in terms.values()
            if fold(words) in map(fold, (term.id, term.label, *term.also))
        ),
        None,
    )
    if found is None:
        labels = [term.label for term in terms.values()]
        help_ = did_you_mean(words, labels, "the vocabulary has all labels")
        message = f"line {line}: no {field.terms} '{words}'; {help_}"
        raise UnusableIssueError(message)
    return found


def _link(field: Correctable, words: str, line: int) -> Plain:
    label, _, url = words.rpartition(" ")
    label = label.strip().removesuffix(":").strip()
    if not label or "://" not in url:
        message = (
            f"line {line}: '{words}' under '{field.label}' is not what a link says, followed by "
            "its address"
        )
        raise UnusableIssueError(message)
    return {"label": label, "url": url}


def _at(said: Plain, steps: tuple[str, ...]) -> Plain:
    for step in steps:
        said = said.get(step) if isinstance(said, dict) else None
    return said


def _edited(entry: Entry[Any], kind: Kind, edits: list[Edit]) -> str:
    try:
        made = edit_as(kind, entry.document.text.encode(), entry.path, edits)
    except LostInFormattingError:
        made = None
    if made is None or made.text is None:
        message = f"{entry.path} cannot be changed for certain; 'lrrt fmt {entry.path}' says why"
        raise UnusableIssueError(message)
    return made.text
