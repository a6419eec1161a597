"""The exports that the built site offers: every set, in every format, as readers read them."""

import json
from dataclasses import replace
from pathlib import Path

import rispy

from generator.bibliography.formats import FORMATS
from generator.catalog import load_catalog
from generator.views import Site, make_site
from generator.views.exports import export_links
from generator.website.export_files import export_scopes, plan_exports
from tests.bibliography.bib_readers import by_bibtexparser, by_pybtex
from tests.website.project import DAY


def site_view(project: Path) -> Site:
    return make_site(load_catalog(project / "records").catalog, DAY)


def test_every_set_is_on_the_site_in_every_format_and_no_other_file(
    project: Path, site: Path
) -> None:
    scopes = export_scopes(site_view(project))
    wanted = {link.address for scope in scopes for link in export_links(scope)}
    endings = tuple(form.suffix for form in FORMATS)
    outputs = site / "outputs"
    found = {
        file.relative_to(site).as_posix()
        for folder in (outputs / "exports", *outputs.iterdir())
        if folder.is_dir()
        for file in folder.iterdir()
        if file.name.endswith(endings)
    }
    assert found == wanted
    assert len(scopes) > 60


def test_every_file_holds_its_set_for_its_readers(project: Path, site: Path) -> None:
    for scope, ids in export_scopes(site_view(project)).items():
        bib, biblatex, ris, csl = (site / link.address for link in export_links(scope))
        wanted = list(ids)
        for file in (bib, biblatex):
            text = file.read_text("utf-8")
            assert list(by_bibtexparser(text)) == list(by_pybtex(text)) == wanted
        assert [one["id"] for one in rispy.loads(ris.read_text("utf-8"))] == wanted
        assert [one["id"] for one in json.loads(csl.read_text("utf-8"))] == wanted


def test_sets_hold_what_their_names_say(project: Path) -> None:
    view = site_view(project)
    scopes = export_scopes(view)
    catalog = load_catalog(project / "records").catalog
    types = {one.id: str(catalog.outputs[one.id].record.type) for one in view.outputs}
    for scope, ids in scopes.items():
        sort, _, name = scope.partition("-")
        if sort == "type":
            assert ids == tuple(sorted(id_ for id_, type_ in types.items() if type_ == name))
        if sort == "output":
            assert ids == (name,)
    assert scopes["all"] == tuple(sorted(output.id for output in view.outputs))
    assert {"type-poster", "year-in-press", "year-without-a-date"} < scopes.keys()
    for person in view.people:
        own = tuple(sorted(output.id for output in view.outputs_of(person.id)))
        assert scopes.get(f"person-{person.id}", ()) == own
    for cohort in view.cohorts:
        own = tuple(sorted(output.id for output in cohort.outputs))
        assert scopes.get(f"cohort-{cohort.id}", ()) == own


def test_lines_of_ris_end_as_they_should_on_the_site(site: Path) -> None:
    written = (site / "outputs" / "exports" / "all.ris").read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n") > 100


def test_a_program_without_outputs_has_no_exports(project: Path) -> None:
    assert list(plan_exports(replace(site_view(project), outputs=()))) == []
