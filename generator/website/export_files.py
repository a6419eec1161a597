"""The exports of the site: every set of outputs in every format, each output by itself too."""

from collections.abc import Iterator, Mapping

from generator.bibliography.exports import citation_keys, entry, joined
from generator.bibliography.formats import FORMATS
from generator.views import Site
from generator.views.exports import ALL, export_address, output_scope

_FACETS = ("year", "type", "person", "cohort")
"""What an output is filed under that has files of its own."""


def plan_exports(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the address within the site and the content of every export.

    Outputs stand in the order of ids; one has the same key in all files of a format.
    """
    outputs = sorted(site.outputs, key=lambda output: output.id)
    keys = citation_keys(output.item.id for output in outputs)
    scopes = export_scopes(site)
    for form in FORMATS:
        entries = {
            output.id: entry(form.name, output.item, key)
            for output, key in zip(outputs, keys, strict=True)
        }
        for scope, ids in scopes.items():
            content = joined(form.name, (entries[id_] for id_ in ids))
            yield export_address(scope, form), content


def export_scopes(site: Site) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the outputs in every set that has files, by the scope of the set."""
    outputs = sorted(site.outputs, key=lambda output: output.id)
    found: dict[str, list[str]] = {ALL: [output.id for output in outputs]} if outputs else {}
    for output in outputs:
        found[output_scope(output.id)] = [output.id]
        for facet in _FACETS:
            for term in output.filed[facet]:
                found.setdefault(f"{facet}-{term.key}", []).append(output.id)
    return {scope: tuple(found[scope]) for scope in sorted(found)}
