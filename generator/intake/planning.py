"""What an import of applications would do: for each submission one outcome, and none lost.

Every application is read back from its text and held against all other records before it is
proposed, so that nothing is written that 'lrrt validate' would call an error.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator.catalog import Catalog, Entry
from generator.catalog.rules import check_catalog
from generator.catalog.rules.privacy import is_public
from generator.diagnostics import Diagnostic, Severity, fold
from generator.intake.comparing import Comparison, compare
from generator.intake.drafting import make_draft
from generator.intake.facts import Defaults, Facts, orders_of, read_facts, who_sent
from generator.intake.identifying import Identified, identify
from generator.intake.known import KnownPeople
from generator.intake.making import Draft
from generator.intake.outcome import Fate, Outcome
from generator.intake.record_edit import UnusableTextError
from generator.intake.repeating import repeated
from generator.intake.submission import Submission
from generator.intake.words import Words
from generator.records.application import Application
from generator.records.checking import check_document
from generator.records.kinds import Kind
from generator.source import plain, read_bytes, to_yaml


@dataclass(frozen=True, slots=True)
class Setting:
    """Where applications go, and how it was told to go about it.

    ``folder`` is the folder that holds 'applications', as it is named to people; ``is_private``
    that it is the private one; ``persons`` who somebody is, by the place of the submission.
    """

    folder: str
    defaults: Defaults
    is_private: bool = False
    update: bool = False
    schema: str = ""
    persons: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class _Drafted:
    """A draft with its text as it would be written, and its record as it is read from there."""

    path: str
    text: str
    entry: Entry[Application]
    draft: Draft
    comparison: Comparison | None


Watch = Callable[[Sequence[int]], Iterable[int]]


def plan_applications(
    submissions: Sequence[Submission], catalog: Catalog, setting: Setting, watch: Watch = tuple
) -> tuple[Outcome, ...]:
    """Return what is to become of each submission, in order.

    ``watch`` passes positions on and may show how far it has come.
    """
    known = KnownPeople(catalog)
    outcomes: dict[int, Outcome] = {}
    orders = orders_of(submissions)
    facts: dict[int, Facts] = {}
    for at, one in enumerate(submissions):
        read = read_facts(one, setting.defaults, orders[one.origin.path, one.origin.sheet])
        if isinstance(read, str):
            outcomes[at] = Outcome(one, Fate.REJECTED, who_sent(one), read)
        else:
            facts[at] = read
    public = is_public(catalog)
    identified = identify(facts, known, setting.persons or {}, public=public)
    chosen: dict[int, Identified] = {}
    for at, found in identified.items():
        if isinstance(found, str):
            outcomes[at] = Outcome(submissions[at], Fate.REJECTED, facts[at].who, found)
        else:
            chosen[at] = found
    for at, outcome in repeated(chosen, facts, catalog):
        outcomes[at] = outcome
        del chosen[at]
    outcomes.update(_Planner(catalog, setting, known, watch).outcomes(chosen, facts))
    return tuple(outcomes[at] for at in range(len(submissions)))


class _Planner:
    """Makes applications of submissions whose senders are known, until all that are left fit."""

    def __init__(
        self, catalog: Catalog, setting: Setting, known: KnownPeople, watch: Watch
    ) -> None:
        self._catalog = catalog
        self._setting = setting
        self._watch = watch
        self._known = known
        self._words = Words(catalog, known)

    def outcomes(
        self, chosen: Mapping[int, Identified], facts: Mapping[int, Facts]
    ) -> dict[int, Outcome]:
        """Return the outcome of each; those that do not fit are rejected, and the rest tried anew.

        For what one person wrote of another counts only if both are there.
        """
        left = dict(chosen)
        rejected: dict[int, Outcome] = {}
        while True:
            drafted = {
                at: self._drafted(left[at], facts[at], left, facts)
                for at in self._watch(tuple(left))
            }
            faults = {at: one for at, one in drafted.items() if isinstance(one, str)}
            fitting = {at: one for at, one in drafted.items() if not isinstance(one, str)}
            faults = faults or self._faults(fitting)
            if not faults:
                return {
                    **rejected,
                    **{at: self._outcome(one, left[at], facts[at]) for at, one in fitting.items()},
                }
            for at, reason in faults.items():
                del left[at]
                one = facts[at]
                rejected[at] = Outcome(one.submission, Fate.REJECTED, one.who, reason)

    def _drafted(
        self,
        found: Identified,
        facts: Facts,
        everybody: Mapping[int, Identified],
        all_facts: Mapping[int, Facts],
    ) -> "_Drafted | str":
        """Return the application of a submission, or why it cannot be one."""
        others = frozenset(
            one.id for at, one in everybody.items() if all_facts[at].cohort == facts.cohort
        )
        around = self._words.around(facts.cohort, found.id, others)
        named = self._named(found.id, facts)
        draft = make_draft(named, around, with_name=not self._has_name(found.id, facts))
        if draft.fault:
            return draft.fault
        name = f"{facts.cohort}/{found.id}"
        path = str(PurePosixPath(self._setting.folder, "applications", f"{name}.yaml"))
        there = self._catalog.applications.get(name)
        if there is None and path in self._catalog.files:
            return f"{path} is there, but at fault; mend it first"
        is_apart = path in self._catalog.private
        try:
            comparison = compare(there, draft, facts, is_apart=is_apart) if there else None
        except UnusableTextError:
            return f"{path} cannot be changed for certain; 'lrrt validate' says more"
        text = comparison.text if comparison else _text(draft, self._setting.schema)
        return self._read_back(name, path, text, draft, comparison)

    def _named(self, id_: str, facts: Facts) -> Facts:
        """Return facts with the name that other answers of the person have, where they lack one."""
        names = () if facts.name else self._known.names_of(id_)
        if not names:
            return facts
        note = f"the name, {names[0].full}, is that of other answers of this person"
        name = names[0].model_dump(exclude_none=True)
        return replace(facts, name=name, notes=(*facts.notes, note))

    def _has_name(self, id_: str, facts: Facts) -> bool:
        """Tell whether a participant record has the name that was given."""
        known = self._catalog.participants.get(id_)
        name = facts.traits.name
        if known is None or name is None:
            return known is not None
        has_original = name.original in (None, known.record.name.original)
        return has_original and fold(name.full) == fold(known.record.name.full)

    def _read_back(
        self, name: str, path: str, text: str, draft: Draft, comparison: Comparison | None
    ) -> "_Drafted | str":
        reading = read_bytes(text.encode("utf-8", "replace"), path)
        found = list(reading.found)
        record = None
        if reading.document:
            checked = check_document(reading.document, Kind.APPLICATION)
            found += checked.found
            record = checked.record
        fault = _first_error(found)
        if fault or reading.document is None or not isinstance(record, Application):
            return f"its record would be at fault: {fault}" if fault else "it is too large"
        if comparison is None and plain(reading.document.root) != draft.plain:
            return "its record would not say what was sent"
        return _Drafted(path, text, Entry(name, record, reading.document), draft, comparison)

    def _faults(self, drafted: Mapping[int, _Drafted]) -> dict[int, str]:
        """Hold all applications against the records: return what is at fault, and why."""
        entries = {one.entry.id: one.entry for one in drafted.values()}
        paths = {one.path: Kind.APPLICATION for one in drafted.values()}
        documents = [one for one in self._catalog.documents if one.path not in paths]
        private = self._catalog.private | (set(paths) if self._setting.is_private else set())
        whole = replace(
            self._catalog,
            applications=dict(sorted({**self._catalog.applications, **entries}.items())),
            documents=(*documents, *(one.entry.document for one in drafted.values())),
            files={**self._catalog.files, **paths},
            private=frozenset(private),
        )
        found: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for diagnostic in check_catalog(whole):
            found[diagnostic.place.path].append(diagnostic)
        said = {at: _first_error(found[one.path]) for at, one in drafted.items()}
        return {at: f"its record would be at fault: {fault}" for at, fault in said.items() if fault}

    def _outcome(self, one: _Drafted, found: Identified, facts: Facts) -> Outcome:
        notes = (*found.notes, *one.draft.notes)
        made = Outcome(
            facts.submission, Fate.NEW, facts.who, path=one.path, text=one.text, notes=notes
        )
        if one.comparison is None:
            return made
        if not one.comparison.differences:
            return replace(made, fate=Fate.UNCHANGED, text="", notes=())
        fate = Fate.UPDATED if self._setting.update else Fate.DIFFERS
        return replace(
            made,
            fate=fate,
            text=one.text if fate is Fate.UPDATED else "",
            differences=one.comparison.differences,
        )


def _text(draft: Draft, schema: str) -> str:
    return to_yaml(dict(draft.values), schema=schema)


def _first_error(found: Sequence[Diagnostic]) -> str:
    for one in found:
        if one.severity is Severity.ERROR:
            return f"{one.message} [{one.code}]; {one.help}"
    return ""
