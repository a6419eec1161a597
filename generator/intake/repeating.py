"""People who sent more than one: the latest counts, and nobody is both mentor and mentee."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime

from generator.catalog import Catalog
from generator.intake.facts import Facts
from generator.intake.identifying import Identified
from generator.intake.outcome import Fate, Outcome

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
        wrong = [at for at in group if there and facts[at].role is not there.record.role]
        if there is None and len(roles) > 1:
            wrong = group
        for at in wrong:
            said = "as a mentor and as a mentee; decide, and take the other row out"
            reason = f"applied {said}"
            if there:
                reason = f"is a {there.record.role} in {there.path}, and now applied as the other"
            yield at, Outcome(facts[at].submission, Fate.REJECTED, facts[at].who, reason)
        rest = [at for at in group if at not in wrong]
        latest = max(rest, key=lambda at: (facts[at].moment or _NO_TIME, at), default=None)
        for at in rest:
            if latest is not None and at != latest:
                reason = f"{facts[latest].submission.origin} is a later answer of the same person"
                yield at, Outcome(facts[at].submission, Fate.REPLACED, facts[at].who, reason)
