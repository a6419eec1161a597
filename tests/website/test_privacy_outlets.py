"""What a person did not agree to is in nothing else that the program sends out, either.

Beside the bytes of the site, which test_privacy searches: what its pictures say, announcements,
papers, exports, and what a summary of changes tells.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner

from generator.announcements import view_of
from generator.announcements.kits import make_kit, picture_of
from generator.announcements.subject import Subject
from generator.catalog import Catalog, load_catalog
from generator.changes.comparing import compare
from generator.changes.printing import print_markdown, print_text
from generator.cli import main
from generator.credentials import Achievement, Award, Issuer, credential, json_text
from generator.documents.appreciation import make_appreciation
from generator.documents.award import make_award
from generator.records.fields import ConsentScope
from generator.records.news import NewsKind
from generator.source import to_yaml, write_text
from generator.views import make_site
from generator.views.links import certificate_address
from generator.views.pictures import all_pictures, program_picture
from tests.announcements.programs import announcer_of
from tests.changes.sides import side_of
from tests.documents.office import SITE, opened, press_of, text_of
from tests.filling import FIRST
from tests.website.project import DAY
from tests.website.test_privacy import Records, consent_to, markers_in, planted_program

ANNOUNCED = frozenset({ConsentScope.ANNOUNCEMENTS})
DAYS = (date(2026, 1, 10), date(2026, 5, 4), date(2026, 6, 1), date(2026, 6, 20), date(2027, 4, 2))
"""Days in the call, before a check-in, before and after the symposium, and after the year."""

SUBJECTS = {
    NewsKind.CALL_FOR_MENTORS: "2026",
    NewsKind.CALL_FOR_MENTEES: "2026",
    NewsKind.PAIRS_ANNOUNCED: "2026",
    NewsKind.CHECK_IN: "check-in",
    NewsKind.SYMPOSIUM: "symposium",
    NewsKind.OUTPUT: "output",
    NewsKind.YEAR_IN_REVIEW: "2026",
}
FORMATS = ("apa", "bibtex", "biblatex", "ris", "csl-json")


def write(folder: Path, records: Records) -> Catalog:
    for path, record in records.items():
        write_text(folder / path, to_yaml(record))
    return load_catalog(folder, shown="records").catalog


def pictures(folder: Path, records: Records) -> str:
    """What every picture of the site says, and its alternative text."""
    site = make_site(write(folder, records), DAY)
    return repr([*all_pictures(site), program_picture(site.program)])


def announcements(folder: Path, records: Records) -> str:
    """Every file of every kit on every day, pictures in words."""
    catalog = write(folder, records)
    told: list[str] = []
    for day in DAYS:
        site = make_site(catalog, day, always=ANNOUNCED)
        announcer = announcer_of(site)
        for kind, id_ in SUBJECTS.items():
            view = view_of(site, Subject(kind, id_))
            if view is not None:
                kit = make_kit(announcer, Subject(kind, id_), view, lambda _picture: b"")
                told += [text.decode() for text in kit.values()]
                told.append(repr(picture_of(site, kind, view)))
    return "\n".join(told)


def exports(folder: Path, records: Records) -> str:
    """Every export of the command line."""
    write(folder, records)
    told = []
    for form in FORMATS:
        asked = ["export", "outputs", "--records", str(folder), "--format", form]
        told.append(CliRunner().invoke(main, asked, catch_exceptions=False).stdout)
    return "\n".join(told)


def changes(folder: Path, records: Records) -> str:
    """What a summary says when all of it comes, and when all of it goes."""
    bare = {path: record for path, record in records.items() if path.count("/") == 0}
    bare["cohorts/2026.yaml"] = records["cohorts/2026.yaml"]
    sides = []
    for name, program in (("bare", bare), ("whole", records)):
        write(folder / name, program)
        sides.append(side_of(folder / name, DAY))
    one, other = sides
    reports = [compare(one, other), compare(other, one)]
    return "\n".join(f"{print_text(each)}\n{print_markdown(each)}" for each in reports)


OUTLETS: dict[str, Callable[[Path, Records], str]] = {
    "pictures": pictures,
    "announcements": announcements,
    "exports": exports,
    "changes": changes,
}
NAME = {
    f"participant:name.{part}"
    for part in ("given", "particle", "dropping_particle", "family", "suffix")
}
SPOKEN = {
    f"event:sessions.speakers.name.{part}"
    for part in ("given", "particle", "dropping_particle", "family", "suffix")
}
PRINTED = {
    f"output:contributors.name.{part}"
    for part in ("given", "particle", "dropping_particle", "family", "suffix")
}
PROJECT = {"pairings:pairings.project.title"}
TOLD = {
    "pictures": {*SPOKEN, *PRINTED},
    "announcements": {
        *NAME,
        *SPOKEN,
        *PRINTED,
        *PROJECT,
        "pairings:pairings.story",
        "output:recording",
    },
    "exports": {*PRINTED, "participant:orcid"},
    "changes": {*NAME, *PROJECT},
}
"""The fields that each tells where everything was agreed to. Of the others, none does."""


@pytest.fixture
def _unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sites be compared whose records name a person without consent, to see the views alone."""
    monkeypatch.setattr("tests.changes.sides.has_errors", lambda _found: False)


@pytest.mark.parametrize("outlet", OUTLETS)
def test_what_was_agreed_to_is_told_and_nothing_else(outlet: str, tmp_path: Path) -> None:
    told = OUTLETS[outlet](tmp_path, planted_program(consent_to(*ConsentScope)))
    assert markers_in(told.encode()) == TOLD[outlet]


@pytest.mark.usefixtures("_unchecked")
@pytest.mark.parametrize("withdrawn", [False, True], ids=["no consent", "withdrawn"])
@pytest.mark.parametrize("outlet", OUTLETS)
def test_without_consent_nobody_is_told_of(outlet: str, tmp_path: Path, *, withdrawn: bool) -> None:
    consent = consent_to(*ConsentScope) if withdrawn else None
    day = {"withdrawn": "2026-01-02"} if withdrawn else {}
    told = OUTLETS[outlet](tmp_path, planted_program(consent, **day))
    assert len(told) > 500
    assert markers_in(told.encode()) == set()
    assert FIRST not in told


def test_who_did_not_agree_to_be_announced_is_announced_nowhere(tmp_path: Path) -> None:
    scopes = set(ConsentScope) - {ConsentScope.ANNOUNCEMENTS}
    told = announcements(tmp_path, planted_program(consent_to(*scopes)))
    assert markers_in(told.encode()) == set()


def streams(paper: bytes) -> Iterator[bytes]:
    """Everything in a PDF: its text, what it says of itself, and every part of it, unpacked."""
    yield text_of(paper).encode()
    pdf = opened(paper)
    yield str(dict(pdf.docinfo)).encode()
    for part in pdf.objects:
        yield repr(part).encode()
        if isinstance(part, pikepdf.Stream):
            yield part.read_bytes()


def test_a_letter_and_a_credential_tell_no_more(tmp_path: Path) -> None:
    records = planted_program(consent_to(*ConsentScope))
    records["certificates/2026.yaml"]["letters"][0]["issued"] = "2027-04-01"
    catalog = write(tmp_path, records)
    assert catalog.program is not None
    (letter,) = catalog.certificates["2026"].record.letters
    assert letter.override is not None
    outputs = make_site(catalog, DAYS[-1]).outputs
    told = make_appreciation(catalog, letter, "2026/pair", outputs, SITE)
    paper = b"\n".join(streams(press_of(catalog.program.record).letter(told)))
    # A reference has initials in place of given names, and a marker is no initial.
    initials = {"output:contributors.name.given"}
    assert markers_in(paper) - {"participant:name.original"} == {
        *NAME,
        *(PRINTED - initials),
        *PROJECT,
    }
    (certificate,) = catalog.certificates["2026"].record.certificates
    award = make_award(catalog, certificate, SITE)
    signed = credential(
        Issuer(SITE, "A program", "Pairs.", "America/Chicago", sample=True),
        Achievement(award.cohort, award.cohort_title, ()),
        Award(certificate_address(award.id), award.name, award.issued, award.project),
    )
    assert markers_in(json_text(signed).encode()) == {*NAME, *PROJECT}


def test_a_certificate_tells_the_name_and_the_project_alone(tmp_path: Path) -> None:
    catalog = write(tmp_path, planted_program(consent_to(*ConsentScope)))
    assert catalog.program is not None
    (certificate,) = catalog.certificates["2026"].record.certificates
    assert certificate.override is not None
    paper = press_of(catalog.program.record).certificate(make_award(catalog, certificate, SITE))
    whole = b"\n".join(streams(paper))
    original = {"participant:name.original"}
    assert markers_in(whole) - original == {*NAME, *PROJECT}
