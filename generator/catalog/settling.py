"""Of several faults of one value, those whose help mends it."""

from collections.abc import Iterable

from generator.diagnostics import Diagnostic, Place, Severity
from generator.diagnostics.rules import references, shape, syntax

_REFERENCES = frozenset(rule.code for rule in references.RULES)


def settled(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return faults without those that another one at the same place settles.

    Quotes around a value are no help where another value belongs; brackets around it are none
    where the name in them leads nowhere, and that fault's own help has the brackets.
    """
    faults = list(found)
    wrong: dict[Place, set[str]] = {}
    for fault in faults:
        if fault.severity is Severity.ERROR:
            wrong.setdefault(fault.place, set()).add(fault.code)
    return [fault for fault in faults if not _is_settled(fault, wrong.get(fault.place, set()))]


def _is_settled(fault: Diagnostic, beside: set[str]) -> bool:
    if fault.code == syntax.AMBIGUOUS_VALUE.code:
        return len(beside) > 1
    return fault.code == shape.WRONG_SHAPE.code and not beside.isdisjoint(_REFERENCES)
