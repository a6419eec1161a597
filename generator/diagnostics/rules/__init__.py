"""All kinds of fault, each with its code; a module for each kind of thing that can be at fault."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.diagnostics.rule import Rule
from generator.diagnostics.rules import (
    certificates,
    dates,
    events,
    files,
    identifiers,
    matching,
    news,
    outputs,
    pairings,
    people,
    pins,
    privacy,
    program,
    references,
    shape,
    site,
    syntax,
    text,
)

GROUPS: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "Files": files.RULES,
        "YAML": syntax.RULES,
        "Characters": text.RULES,
        "Shape of a record": shape.RULES,
        "Identifiers and addresses": identifiers.RULES,
        "The program and its years": program.RULES,
        "Dates and times": dates.RULES,
        "References and vocabulary": references.RULES,
        "People and consent": people.RULES,
        "Pairings": pairings.RULES,
        "Pins and exclusions": pins.RULES,
        "Matching": matching.RULES,
        "Events and sessions": events.RULES,
        "Publications and presentations": outputs.RULES,
        "Certificates and letters": certificates.RULES,
        "News": news.RULES,
        "Privacy": privacy.RULES,
        "The site": site.RULES,
    }
)
"""The rules under the headings of the reference, in its order."""

RULES: Mapping[str, Rule] = MappingProxyType(
    {rule.code: rule for rules in GROUPS.values() for rule in rules}
)
"""The rules by code."""
