"""People who sent more than one: the latest counts, and nobody is both mentor and mentee."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime

from generator.catalog import Catalog, Entry
from generator.intake.facts import Facts
from generator.intake.identifying import Identified
from generator.intake.making import fingerprint
from generator.intake.moments import read_moment
from generator.intake.outcome import Fate, Outcome
from generator.records.application import Application

_NO_TIME = datetime.min  # noqa: DTZ901  # forms do not say on which clock


def repeated(
    chosen: Mapping[int, Identified], facts: Mapping[int, Facts], catalog: Catalog
) -> Iterator[tuple[int, Outcome]]:
    """Yield the outcomes of those who sent more than one: the latest counts, one role each."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for at, found in chosen.items():
        groups[f"{facts[at].cohort}/{found.id}"].append(at)
    for name, group in groups.items():
        roles = {facts[at].role for at in group}
        there = catalog.applications.get(name)
        wrong = [at for at in group if there and _is_other_role(facts[at], there)]
        if there is None and len(roles) > 1:
            wrong = group
        for at in wrong:
            said = "as a mentor and as a mentee; decide, and take the other row out"
            reason = f"applied {said}"
            if there:
                role = f"is a {there.record.role} in {there.path}, and now applied as the other"
                reason = f"{role}; to take this one, delete that file first"
            yield at, Outcome(facts[at].submission, Fate.REJECTED, facts[at].who, reason)
        rest = [at for at in group if at not in wrong]
        latest = max(rest, key=lambda at: (facts[at].moment or _NO_TIME, at), default=None)
        for at in rest:
            later = ""
            if latest is not None and at != latest:
                later = f"{facts[latest].submission.origin} is"
            elif there and _is_earlier(facts[at], there):
                later = f"{there.path} holds"
            if later:
                reason = f"{later} a later answer of the same person"
                yield at, Outcome(facts[at].submission, Fate.REPLACED, facts[at].who, reason)


def _is_other_role(facts: Facts, there: Entry[Application]) -> bool:
    """Tell whether somebody applies in another role than before, and not by the same answers."""
    return facts.role is not there.record.role and not _is_of(facts, there)


def _is_earlier(facts: Facts, there: Entry[Application]) -> bool:
    """Tell whether answers were sent before those that an application was made of."""
    received = there.record.received
    if received is None or facts.moment is None or _is_of(facts, there):
        return False
    made = read_moment(received.submitted or "", facts.order)
    return made is not None and facts.moment < made


def _is_of(facts: Facts, there: Entry[Application]) -> bool:
    """Tell whether an application was made of just these answers."""
    received = there.record.received
    return received is not None and received.answers == fingerprint(facts)
