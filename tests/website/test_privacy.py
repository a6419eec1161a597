"""What a person did not agree to is nowhere in the built site, in no file and no byte."""

import gzip
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.catalog import Loading, load_catalog
from generator.diagnostics import Severity
from generator.records.fields import ConsentScope
from generator.records.kinds import Kind
from generator.views.consent import Consents
from generator.website.building import CannotBuildError, build_site
from tests.filling import FIRST, Field, fields_of, fill_program, usual
from tests.website.project import DAY, write_project

Records = dict[str, dict[str, Any]]
PERSON = f"participants/{FIRST}.yaml"

NOT_OF_A_PERSON = ("organization", "ror", "orcid")
"""Fields of a contributor that a person who takes part never has."""

SHOWN = {
    ConsentScope.NAME: {
        "participant:name.given",
        "participant:name.particle",
        "participant:name.dropping_particle",
        "participant:name.family",
        "participant:name.suffix",
        "participant:name.original",
    },
    ConsentScope.AFFILIATION: {
        "participant:affiliation.name",
        "participant:affiliation.department",
        "participant:position",
    },
    ConsentScope.BIOGRAPHY: {"participant:pronouns", "participant:bio"},
    ConsentScope.LINKS: {
        "participant:orcid",
        "participant:links.label",
        "participant:links.url",
    },
    ConsentScope.PAIRING: {
        "pairings:pairings.project.title",
        "pairings:pairings.project.summary",
        "pairings:pairings.story",
    },
    ConsentScope.SESSIONS: {
        "event:sessions.speakers.name.given",
        "event:sessions.speakers.name.particle",
        "event:sessions.speakers.name.dropping_particle",
        "event:sessions.speakers.name.family",
        "event:sessions.speakers.name.suffix",
        "event:sessions.moderator.name.given",
        "event:sessions.moderator.name.particle",
        "event:sessions.moderator.name.dropping_particle",
        "event:sessions.moderator.name.family",
        "event:sessions.moderator.name.suffix",
    },
    ConsentScope.RECORDING: {"event:sessions.recording", "output:recording"},
    ConsentScope.OUTPUTS: {
        "output:contributors.name.given",
        "output:contributors.name.particle",
        "output:contributors.name.dropping_particle",
        "output:contributors.name.family",
        "output:contributors.name.suffix",
    },
    ConsentScope.ANNOUNCEMENTS: set[str](),
    ConsentScope.CERTIFICATE: set[str](),
}
"""The fields that each consent lets the site show. Of the rest of the non-public ones, none is."""


def is_kept_back(field: Field) -> bool:
    """Tell whether a field is not for everybody: the committee's, or a person's to agree to."""
    if field.path.rpartition(".")[2] in NOT_OF_A_PERSON and field.path.count(".") > 1:
        return False
    return field.visibility != "public" or field.path.startswith("output:contributors.name")


def markers() -> dict[str, str]:
    """A text for each field that is kept back, which stands nowhere else; by the field's path."""
    kept = [field for kind in Kind for field in fields_of(kind) if is_kept_back(field)]
    texts = {
        field.path: f"planted{number:03d}" for number, field in enumerate(kept) if field.is_free
    }
    addresses = {
        field.path: f"https://planted{number:03d}.example.org/"
        for number, field in enumerate(kept)
        if field.holds == "a web address"
    }
    return {
        **texts,
        **addresses,
        "application:email": "applicant@example.org",
        "participant:orcid": "0000-0001-5109-3700",
        "participant:affiliation.ror": "https://ror.org/024mw5h28",
        "participant:consent.given": "1987-03-17",
        "application:consent.given": "1987-03-18",
        "certificates:certificates.override.day": "1987-03-19",
        "certificates:letters.override.day": "1987-03-20",
        "participant:withdrawn": "1987-03-21",
    }


MARKERS = markers()


def plant(field: Field) -> object:
    if field.path.endswith("display") or field.path == "participant:withdrawn":
        return None  # it would stand in place of the parts of the name, or take all of it away
    return MARKERS.get(field.path) or usual(field)


def planted_program(consent: dict[str, Any] | None, **of_person: str) -> Records:
    """A program in which the one planted person gave this consent."""
    records = fill_program(plant)
    person = {key: value for key, value in records[PERSON].items() if key != "consent"}
    records[PERSON] = {**person, **({"consent": consent} if consent else {}), **of_person}
    return records


def build_program(folder: Path, consent: dict[str, Any] | None, **of_person: str) -> Path:
    """Build that program's site, and return its folder."""
    write_project(folder, planted_program(consent, **of_person))
    return build_site(folder / "mkdocs.yml", today=DAY).folder


def consent_to(*scopes: ConsentScope) -> dict[str, Any]:
    return {"given": MARKERS["participant:consent.given"], "scopes": [str(one) for one in scopes]}


def everything(folder: Path) -> bytes:
    """Every byte of every file, and the names of the files."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    contents = [
        gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for path in files
    ]
    names = [path.relative_to(folder).as_posix().encode() for path in files]
    return b"\n".join((*names, *contents))


def shown_in(folder: Path) -> set[str]:
    """The paths of the fields whose marker stands in the site."""
    return markers_in(everything(folder))


def markers_in(whole: bytes) -> set[str]:
    """The paths of the fields whose marker stands in a text, a day in any of its forms."""
    return {
        path
        for path, marker in MARKERS.items()
        if any(form.encode() in whole for form in forms_of(marker))
    }


def forms_of(marker: str) -> tuple[str, ...]:
    """How a marker may stand on a page: a day in figures, in words, or as calendars have it."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", marker):
        return (marker,)
    day = date.fromisoformat(marker)
    return (marker, f"{day:%B} {day.day}, {day.year}", f"{day:%Y%m%d}")


@pytest.fixture
def _unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a site be built from records that name a person without consent, to see the views alone."""
    monkeypatch.setattr("generator.website.plugin.has_errors", lambda _found: False)


def test_every_field_that_is_kept_back_is_looked_for() -> None:
    unmarked = {
        (field.path, field.holds)
        for kind in Kind
        for field in fields_of(kind)
        if is_kept_back(field) and field.path not in MARKERS
    }
    holding = {holds for _, holds in unmarked}
    assert holding <= {
        "",  # a choice among words
        "true or false",
        "a date, as in 2026-03-09",
        "a BCP 47 language tag",
        "an ORCID iD, as in 0000-0002-1825-0097",
        "a ROR address, as in https://ror.org/05dxps055",
        "name of a time zone, as in America/Chicago",
        "id of a participant",
        "id of a participant, or of an applicant to the cohort",
        "id of a topic",
        "id of a method",
        "id of a need",
        "id of an event",
        "id of a pairing, as cohort/pairing",
        "an id: letters a to z, digits, single hyphens between them",
        'a time in quotes, as in "14:30"',
    }
    assert len(MARKERS) > 50


def test_with_every_consent_all_that_was_agreed_to_is_shown_and_nothing_else(
    tmp_path: Path,
) -> None:
    folder = build_program(tmp_path, consent_to(*ConsentScope))
    assert shown_in(folder) == set().union(*SHOWN.values())
    assert FIRST.encode() in everything(folder)


@pytest.mark.usefixtures("_unchecked")
@pytest.mark.parametrize("withheld", [scope for scope in ConsentScope if scope != "name"])
def test_without_one_consent_exactly_its_fields_are_gone(
    tmp_path: Path, withheld: ConsentScope
) -> None:
    folder = build_program(tmp_path, consent_to(*(set(ConsentScope) - {withheld})))
    expected = set().union(*SHOWN.values()) - SHOWN[withheld]
    assert shown_in(folder) == expected


@pytest.mark.usefixtures("_unchecked")
def test_with_the_name_alone_nothing_else_is_shown(tmp_path: Path) -> None:
    folder = build_program(tmp_path, consent_to(ConsentScope.NAME))
    assert shown_in(folder) == SHOWN[ConsentScope.NAME]


@pytest.mark.usefixtures("_unchecked")
@pytest.mark.parametrize("consent", [None, consent_to()], ids=["no consent", "no scope"])
def test_without_consent_there_is_no_trace_of_a_person(
    tmp_path: Path, consent: dict[str, Any] | None
) -> None:
    folder = build_program(tmp_path, consent)
    assert shown_in(folder) == set()
    assert FIRST.encode() not in everything(folder)


@pytest.mark.usefixtures("_unchecked")
def test_after_withdrawal_there_is_no_trace_of_a_person(tmp_path: Path) -> None:
    folder = build_program(
        tmp_path, consent_to(*ConsentScope), withdrawn=MARKERS["participant:withdrawn"]
    )
    assert shown_in(folder) == set()
    assert FIRST.encode() not in everything(folder)


@pytest.mark.parametrize("status", ["proposed", "ended"])
def test_who_has_no_public_part_leaves_no_trace_whatever_they_agreed_to(
    tmp_path: Path, status: str
) -> None:
    """The application form promises it: an accepted application puts nobody on the site."""
    records = planted_program(consent_to(*ConsentScope))
    (pairing,) = records["pairings/2026.yaml"]["pairings"]
    pairing["status"] = status
    for path in [path for path in records if path.startswith(("outputs/", "certificates/"))]:
        del records[path]
    for path, record in records.items():
        if path.startswith("events/"):
            record["sessions"] = []
            record.pop("planning", None)
        if path.startswith("news/"):
            record.pop("output", None)
            record["kind"] = "note"
    write_project(tmp_path, records)
    folder = build_site(tmp_path / "mkdocs.yml", today=DAY).folder
    assert shown_in(folder) == set()
    assert FIRST.encode() not in everything(folder)


def test_of_a_certificate_that_was_taken_back_only_the_day_is_told(tmp_path: Path) -> None:
    records = planted_program(consent_to(*ConsentScope))
    (certificate,) = records["certificates/2026.yaml"]["certificates"]
    certificate["revoked"] = {"day": "2027-05-03", "reason": "planted reason"}
    write_project(tmp_path, records)
    folder = build_site(tmp_path / "mkdocs.yml", today=DAY).folder
    page = (folder / f"certificates/{certificate['id']}/index.html").read_text("utf-8")
    assert "May 3, 2027" in page
    assert FIRST not in page
    assert b"planted reason" not in everything(folder)


KEPT_BACK = (
    ("cohort", "exclusions.0.reason"),
    ("event", "planning.sessions.0.abstract"),
    ("event", "planning.availability.0.name"),
    ("certificates", "certificates.0.override.reason"),
    ("certificates", "certificates.0.override.by"),
    ("certificates", "certificates.0.override.day"),
    ("certificates", "letters.0.override.reason"),
)
"""Fields of the committee alone, one of each part of a record that has some and is published."""


@pytest.mark.parametrize(("kind", "at"), KEPT_BACK, ids=[f"{kind}:{at}" for kind, at in KEPT_BACK])
def test_a_field_of_the_committee_is_found_once_a_view_shows_it(
    kind: str, at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the tests above could not fail. Here the field is shown as the summary of the year."""
    loaded = load_catalog

    def tell(*arguments: Any, **options: Any) -> Loading:
        loading = loaded(*arguments, **options)
        value: Any = getattr(loading.catalog, f"{kind.removesuffix('s')}s")
        value = value["symposium" if kind == "event" else "2026"].record
        for step in at.split("."):
            value = value[int(step)] if step.isdecimal() else getattr(value, step)
        value = f"{value:%B %d, %Y}" if isinstance(value, date) else value
        cohort = loading.catalog.cohorts["2026"]
        told = replace(cohort, record=cohort.record.model_copy(update={"summary": value}))
        return replace(loading, catalog=replace(loading.catalog, cohorts={"2026": told}))

    monkeypatch.setattr("generator.website.plugin.load_catalog", tell)
    folder = build_program(tmp_path, consent_to(*ConsentScope))
    name = ".".join(step for step in at.split(".") if not step.isdecimal())
    assert shown_in(folder) == {*set().union(*SHOWN.values()), f"{kind}:{name}"}


@pytest.mark.usefixtures("_unchecked")
def test_every_field_with_consent_is_found_once_no_view_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the tests above could not fail."""
    monkeypatch.setattr(Consents, "allows", lambda *_: True)
    assert shown_in(build_program(tmp_path, None)) == set().union(*SHOWN.values())


def test_records_that_name_a_person_without_consent_are_refused_at_all(tmp_path: Path) -> None:
    with pytest.raises(CannotBuildError) as refused:
        build_program(tmp_path, consent_to(ConsentScope.NAME))
    errors = [one for one in refused.value.found if one.severity is Severity.ERROR]
    assert {one.code for one in errors} == {"published-without-consent"}
