"""Outputs as they are exported: the same items, filed under the same terms, as on the site."""

from pathlib import Path

from generator.bibliography.formats import FORMATS
from generator.catalog import load_catalog
from generator.records.output import OutputType
from generator.views import make_site
from generator.views.exported import make_exported
from generator.views.exports import (
    ALL,
    cohort_scope,
    export_address,
    export_links,
    output_scope,
    person_scope,
    type_scope,
    year_scope,
)
from generator.views.links import Link
from tests.views.sites import DAY

RECORDS = Path(__file__).parents[2] / "records"


def test_an_export_holds_what_the_site_shows() -> None:
    catalog = load_catalog(RECORDS).catalog
    site = make_site(catalog, DAY)
    exported = {one.id: one for one in make_exported(catalog)}
    assert list(exported) == sorted(output.id for output in site.outputs)
    for output in site.outputs:
        one = exported[output.id]
        assert one.item == output.item
        for facet, terms in one.filed.items():
            assert terms == {term.key for term in output.filed[facet]}, (output.id, facet)


def test_scopes_name_sets() -> None:
    assert [
        ALL,
        year_scope("2026"),
        year_scope("In press"),
        year_scope("Without a date"),
        type_scope(OutputType.POSTER),
        person_scope("ada"),
        cohort_scope("2026"),
        output_scope("2026-quiet-hours"),
    ] == [
        "all",
        "year-2026",
        "year-in-press",
        "year-without-a-date",
        "type-poster",
        "person-ada",
        "cohort-2026",
        "output-2026-quiet-hours",
    ]


def test_a_set_is_linked_in_every_format() -> None:
    assert export_links("year-2026") == (
        Link("BibTeX", "outputs/exports/year-2026.bib", "bibtex"),
        Link("biblatex", "outputs/exports/year-2026.biblatex.bib", "biblatex"),
        Link("RIS", "outputs/exports/year-2026.ris", "ris"),
        Link("CSL-JSON", "outputs/exports/year-2026.json", "csl-json"),
    )


def test_an_output_s_own_files_lie_beside_its_page() -> None:
    assert [export_address("output-2026-quiet-hours", form) for form in FORMATS] == [
        "outputs/2026-quiet-hours/2026-quiet-hours.bib",
        "outputs/2026-quiet-hours/2026-quiet-hours.biblatex.bib",
        "outputs/2026-quiet-hours/2026-quiet-hours.ris",
        "outputs/2026-quiet-hours/2026-quiet-hours.json",
    ]
