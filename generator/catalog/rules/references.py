"""References that lead nowhere, found by walking the models' own annotations."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.catalog.catalog import Catalog
from generator.catalog.entry import Entry, Unfit
from generator.diagnostics import Diagnostic, Rule, closest, did_you_mean, fold
from generator.diagnostics.rules import references
from generator.records.fields import Record, Refers
from generator.records.parts import holds_list
from generator.source import Plain, Step, plain

_RULES = {
    Refers.PARTICIPANT: references.UNKNOWN_PARTICIPANT,
    Refers.APPLICANT: references.UNKNOWN_PARTICIPANT,
    Refers.COHORT: references.UNKNOWN_COHORT,
    Refers.PAIRING: references.UNKNOWN_PAIRING,
    Refers.EVENT: references.UNKNOWN_EVENT,
    Refers.SESSION: references.UNKNOWN_SESSION,
    Refers.OUTPUT: references.UNKNOWN_OUTPUT,
    Refers.TOPIC: references.UNKNOWN_TERM,
    Refers.METHOD: references.UNKNOWN_TERM,
    Refers.NEED: references.UNKNOWN_TERM,
}
_Source = Entry[Any] | Unfit
_BETWEEN = re.compile(r"\s*(?:,|\s-\s)\s*")
_FACETS = frozenset((Refers.TOPIC, Refers.METHOD, Refers.NEED))


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each reference that no record answers to."""
    for entry in _entries(catalog):
        for steps, sort, name in references_in(type(entry.record), entry.record):
            if not _answered(catalog, entry, sort, name):
                yield _dangling(catalog, entry, steps, sort, name)
    for unfit in catalog.unfit:
        for steps, sort, name in references_in(unfit.kind.model, plain(unfit.document.root)):
            if holds_list(unfit.kind.model, steps):
                yield from _dangling_in_text(catalog, unfit, steps, sort, name)
            elif not _answered(catalog, unfit, sort, name):
                yield _dangling(catalog, unfit, steps, sort, name)
    yield from _files_of_cohorts(catalog)


def _answered(catalog: Catalog, entry: _Source, sort: Refers, name: str) -> bool:
    if sort is Refers.APPLICANT:
        return catalog.may_apply(entry.id.partition("/")[0], name)
    return catalog.may_refer(sort, name)


def _known(catalog: Catalog, entry: _Source, sort: Refers) -> frozenset[str]:
    """Return what a reference may name; for an applicant, those of the record's own cohort too."""
    if sort is not Refers.APPLICANT:
        return catalog.known_ids[sort]
    own = catalog.applications_of_cohort.get(entry.id.partition("/")[0], ())
    applicants = frozenset(one.id.partition("/")[2] for one in own)
    return catalog.known_ids[Refers.PARTICIPANT] | applicants


def _entries(catalog: Catalog) -> Iterator[Entry[Any]]:
    if catalog.vocabulary:
        yield catalog.vocabulary
    yield from catalog.participants.values()
    yield from catalog.cohorts.values()
    yield from catalog.applications.values()
    yield from catalog.pairings.values()
    yield from catalog.outputs.values()
    yield from catalog.events.values()
    yield from catalog.certificates.values()
    yield from catalog.news.values()


def references_in(
    model: type[Record], holder: Record | Plain
) -> Iterator[tuple[tuple[Step, ...], Refers, str]]:
    """Yield every reference in a record: the steps to it, what it refers to, and the id.

    ``holder`` is the record, or what its file says where that does not fit the model: whatever has
    the shape of a reference is one.
    """
    if not isinstance(holder, Record | dict):
        return
    for name, sort, inner in _reference_fields(model):
        value = holder.get(name) if isinstance(holder, dict) else getattr(holder, name)
        for steps, part in _parts(name, value):
            if inner is not None:
                for further, kind, reference in references_in(inner, part):
                    yield (*steps, *further), kind, reference
            elif sort is not None and isinstance(part, str):
                yield steps, sort, part


def _parts(name: str, value: Any) -> Iterator[tuple[tuple[Step, ...], Any]]:
    if isinstance(value, tuple | list):
        for position, part in enumerate(value):
            yield (name, position), part
    elif value:
        yield (name,), value


@cache
def _reference_fields(
    model: type[Record],
) -> tuple[tuple[str, Refers | None, type[Record] | None], ...]:
    """Return the fields of a model that refer, or hold records that do: (name, sort, model)."""
    fields: list[tuple[str, Refers | None, type[Record] | None]] = []
    for name, field in model.model_fields.items():
        inner = _inside(field.annotation)
        marks = (*field.metadata, *getattr(inner, "__metadata__", ()))
        sort = next((mark for mark in marks if isinstance(mark, Refers)), None)
        if sort:
            fields.append((name, sort, None))
        elif isinstance(inner, type) and issubclass(inner, Record) and _reference_fields(inner):
            fields.append((name, None, inner))
    return tuple(fields)


def _inside(annotation: Any) -> Any:
    """Return the type inside an annotation that may be optional or a list."""
    arguments: tuple[Any, ...] = getattr(annotation, "__args__", ())
    if getattr(annotation, "__origin__", None) is tuple:
        return arguments[0]
    if hasattr(annotation, "__metadata__") or not arguments:
        return annotation
    return _inside(next(part for part in arguments if part is not type(None)))


def _dangling(
    catalog: Catalog, entry: _Source, steps: tuple[Step, ...], sort: Refers, name: str
) -> Diagnostic:
    place = entry.place(*steps)
    known = _known(catalog, entry, sort)
    by_label = _term_by_label(catalog, sort, name) if sort in _FACETS else None
    if by_label:
        return references.TERM_BY_LABEL.at(
            place, f"'{name}' is a label or synonym, not an id", f"write {by_label}"
        )
    now = catalog.renamed.get(sort, {}).get(name)
    if now:
        return _RULES[sort].at(place, f"'{name}' has another id now", f"write {now}")
    meant = closest(name, known)
    if meant and fold(meant) == fold(name):
        return references.ID_DIFFERS_IN_CASE.at(
            place, f"'{name}' is not written exactly as the id '{meant}'", f"write {meant}"
        )
    rule: Rule = _RULES[sort]
    return rule.at(place, f"no {sort} '{name}'", did_you_mean(name, known, rule.help))


def _dangling_in_text(
    catalog: Catalog, unfit: Unfit, steps: tuple[Step, ...], sort: Refers, text: str
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for what stands where a list of references belongs, with the list.

    Nothing where every part between commas, or the hyphens of a list that began in the line of its
    key, is answered: brackets are then all that it lacks.
    """
    parts = [part for part in _BETWEEN.split(text) if part]
    faults = [
        _dangling(catalog, unfit, steps, sort, part)
        for part in parts
        if not _answered(catalog, unfit, sort, part)
    ]
    for fault in faults[:1]:
        meant = [_meant(catalog, unfit, sort, part) for part in parts]
        help_ = f"{fault.help}, in brackets: [{', '.join(parts)}]"
        if all(meant):
            help_ = f"write [{', '.join(filter(None, meant))}]"
        yield Diagnostic(fault.code, fault.severity, fault.place, fault.message, help_)


def _meant(catalog: Catalog, entry: _Source, sort: Refers, name: str) -> str | None:
    """Return the id that a reference names or probably means."""
    if _answered(catalog, entry, sort, name):
        return name
    by_label = _term_by_label(catalog, sort, name) if sort in _FACETS else None
    renamed = catalog.renamed.get(sort, {}).get(name)
    return by_label or renamed or closest(name, _known(catalog, entry, sort))


def _term_by_label(catalog: Catalog, sort: Refers, name: str) -> str | None:
    """Return the id of the term that is named by its label or a synonym, if one is."""
    target = fold(name)
    for term in catalog.terms[sort].values():
        if fold(term.id) != target and target in map(fold, (term.label, *term.also)):
            return term.id
    return None


def _files_of_cohorts(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each file that is named after a cohort which has no record."""
    seen: set[tuple[str, str]] = set()
    for entry in (
        *catalog.pairings.values(),
        *catalog.applications.values(),
        *catalog.certificates.values(),
    ):
        cohort = entry.id.partition("/")[0]
        if (cohort, entry.path) in seen or catalog.may_refer(Refers.COHORT, cohort):
            continue
        seen.add((cohort, entry.path))
        known = catalog.known_ids[Refers.COHORT]
        yield references.UNKNOWN_COHORT.at(
            entry.document.place(),
            f"no cohort '{cohort}', which this file is named after",
            did_you_mean(cohort, known, f"add cohorts/{cohort}.yaml, or rename the file"),
        )
