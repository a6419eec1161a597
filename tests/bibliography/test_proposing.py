"""Items as proposed records: nothing is lost, all fits, and people are linked only when sure."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from generator.bibliography.csl_json import csl_values
from generator.bibliography.items import make_item
from generator.bibliography.linking import People
from generator.bibliography.proposing import Proposal, Surroundings, propose, shown_names, spellings
from generator.bibliography.reading.csl import item_from_csl
from generator.diagnostics import Severity
from generator.records.checking import check_document
from generator.records.csl import CSL_DATES, CSL_TEXTS, CSL_TYPES, KEPT
from generator.records.kinds import Kind
from generator.records.output import ContributorRole, Output
from generator.records.pages import bare_pages
from generator.records.participant import Participant
from generator.source import read_bytes
from tests.bibliography.csl_items import csl_items

SCHEMA = Path(__file__).parent / "csl-data.json"
"""The schema of CSL-JSON, as the project that keeps it publishes it."""

ALL = ("name", "affiliation", "links", "pairing", "sessions", "outputs")


def participant(given: str, family: str, scopes: tuple[str, ...] = ALL, **more: Any) -> Participant:
    values = {
        "name": {"given": given, "family": family},
        "consent": {"given": "2026-01-02", "scopes": list(scopes)},
        **more,
    }
    return Participant.model_validate(values)


PEOPLE = {
    "calvin-makebright": participant("Calvin", "Makebright", orcid="0000-0009-9999-0011"),
    "vera-vymyslova": participant("Vera", "Výmyslová"),
    "xu-gousi": participant("Gousi", "Xu", scopes=("name",)),
}
TERMS = {
    "topics": spellings([("reading", "Reading aloud", ("Read-alouds",))]),
    "methods": spellings([("survey", "Surveys", ())]),
}
NOBODY = Surroundings(People({}), {}, ())
SOMEBODY = Surroundings(People(PEOPLE), TERMS, ())


def proposed(around: Surroundings = SOMEBODY, /, **values: Any) -> Proposal:
    item, _ = item_from_csl({"id": "a1", "type": "book", "title": "A title", **values})
    proposal = propose(item, around)
    assert proposal is not None
    return proposal


def values_of(proposal: Proposal, *without: str) -> dict[str, Any]:
    return {key: value for key, value in proposal.values.items() if key not in without}


def read_back(proposal: Proposal) -> Output:
    """The record as its file is read; a fault in the file fails the test."""
    reading = read_bytes(proposal.text.encode(), "output.yaml")
    assert reading.found == ()
    assert reading.document
    checked = check_document(reading.document, Kind.OUTPUT)
    assert [one for one in checked.found if one.severity is Severity.ERROR] == []
    assert isinstance(checked.record, Output)
    return checked.record


def exported(proposal: Proposal, people: dict[str, Participant] | None = None) -> dict[str, Any]:
    """What an export of the record says, by way of its file."""
    record = read_back(proposal)
    item = make_item(proposal.id, record, shown_names(record, people or {}), ())
    values = csl_values(item)
    json.dumps(values)
    return values


@given(csl_items())
def test_every_item_comes_back_from_its_record_as_it_came(values: dict[str, Any]) -> None:
    item, _ = item_from_csl(values)
    regular = csl_values(item)
    assert csl_values(item_from_csl(regular)[0]) == regular
    proposal = propose(item, NOBODY)
    if proposal is None:
        assert "title" not in item.texts
        return
    back = exported(proposal)
    if "page" in regular:
        regular["page"] = bare_pages(regular["page"])
    if "title" not in item.texts:  # what stands for a title is exported as one
        del back["title"]
    assert back == {**regular, "id": item.id or proposal.id}


def everything(type_: str) -> dict[str, Any]:
    """An item with every variable of CSL, all in regular form."""
    name = {
        "family": "Verzinsel",
        "given": "Joost",
        "non-dropping-particle": "van der",
        "dropping-particle": "von",
        "suffix": "Jr.",
    }
    return {
        "id": "ref-001",
        "type": type_,
        **{variable: f"{variable} of a work" for variable in CSL_TEXTS},
        "title": "A <i>title</i>",
        "DOI": "10.5555/x",
        "status": "in press",
        **{variable: {"date-parts": [[2024, 5, 17], [2024, 6, 2]]} for variable in CSL_DATES},
        **{str(role): [name, {"literal": "A body"}] for role in ContributorRole},
        "categories": ["one", "two; three"],
        "custom": {"n": 1, "true": True, "list": [None, "x"]},
    }


@pytest.mark.parametrize("type_", sorted(CSL_TYPES))
def test_every_type_keeps_every_variable(type_: str) -> None:
    whole = everything(type_)
    assert exported(proposed(NOBODY, **whole)) == whole
    bare = {"id": "ref-001", "type": type_, "title": "A title"}
    assert exported(proposed(NOBODY, **bare)) == bare


@pytest.mark.parametrize(
    ("item", "type_", "more"),
    [
        ({"type": "article-journal"}, "journal-article", {}),
        ({"type": "article-magazine"}, "journal-article", {"csl": {"type": "article-magazine"}}),
        ({"type": "review-book"}, "journal-article", {"csl": {"type": "review-book"}}),
        ({"type": "article"}, "preprint", {}),
        ({"type": "manuscript"}, "preprint", {"csl": {"type": "manuscript"}}),
        (
            {"type": "paper-conference", "container-title": "P"},
            "conference-paper",
            {"container": {"title": "P"}},
        ),
        (
            {"type": "paper-conference"},
            "presentation",
            {"form": "paper", "csl": {"type": "paper-conference"}},
        ),
        (
            {"type": "speech", "genre": "Poster presentation"},
            "poster",
            {"genre": "Poster presentation"},
        ),
        ({"type": "speech", "genre": "Webinar"}, "webinar", {"genre": "Webinar"}),
        ({"type": "speech", "genre": "Panel"}, "presentation", {"form": "panel", "genre": "Panel"}),
        ({"type": "speech"}, "presentation", {}),
        ({"type": "entry-encyclopedia"}, "chapter", {"csl": {"type": "entry-encyclopedia"}}),
        ({"type": "patent"}, "report", {"csl": {"type": "patent"}}),
        ({"type": "post-weblog"}, "blog-post", {}),
        ({"type": "post"}, "blog-post", {"csl": {"type": "post"}}),
        ({"type": "motion_picture"}, "media", {}),
        ({"type": "broadcast", "genre": "Podcast"}, "media", {"genre": "Podcast"}),
        ({"type": "interview"}, "media", {"csl": {"type": "interview"}}),
        ({"type": "webpage"}, "guide", {}),
        ({"type": "document"}, "guide", {"csl": {"type": "document"}}),
        ({"type": "dataset"}, "dataset", {}),
    ],
)
def test_types_find_their_way(item: dict[str, Any], type_: str, more: dict[str, Any]) -> None:
    made = values_of(proposed(**item), "title", "status")
    assert made == {"type": type_, **more}


@pytest.mark.parametrize(
    ("type_", "status", "expected"),
    [
        ("book", None, "published"),
        ("speech", None, "presented"),
        ("book", "In press", "in-press"),
        ("book", "forthcoming", "in-press"),
        ("book", "submitted for review", "submitted"),
        ("speech", "accepted", "presented"),
        ("speech", "under review", "submitted"),
        ("book", "retracted", "published"),
    ],
)
def test_the_status_follows_from_what_is_said(
    type_: str, status: str | None, expected: str
) -> None:
    said = {"status": status} if status else {}
    assert proposed(type=type_, **said).values["status"] == expected


def test_a_record_is_written_as_people_write_it() -> None:
    proposal = proposed(
        id="Makebright2024",
        type="article-journal",
        title="Who asks the night desk?",
        author=[{"family": "Makebright", "given": "Calvin"}, {"literal": "A body"}],
        editor=[{"family": "Someone", "given": "S."}],
        issued={"date-parts": [[2024, 3, 15]]},
        volume=12,
        issue="1-2",
        page="101-119",
        ISSN="98765434",
        DOI="10.5555/jilr.2024.0101",
        keyword="read-alouds; surveys; something else",
        PMID="12345",
        **{"container-title": "Journal of Invented Library Results"},
    )
    assert (
        proposal.text
        == """\
# yaml-language-server: $schema=../schemas/output.json
type: journal-article
title: Who asks the night desk?
status: published
date: 2024-03-15
contributors:
  - participant: calvin-makebright
  - organization: A body
  - name:
      given: S.
      family: Someone
    role: editor
container:
  title: Journal of Invented Library Results
  volume: 12
  issue: 1-2
  pages: 101-119
  issn: 9876-5434
doi: 10.5555/jilr.2024.0101
topics:
  - reading
methods:
  - survey
csl:
  id: Makebright2024
  ISSN: 98765434
  keyword: read-alouds; surveys; something else
  PMID: 12345
"""
    )
    assert proposal.notes == (
        "'Calvin Makebright' is linked to participant 'calvin-makebright' (same name); check that it is so",
        "topics by keyword: reading",
        "methods by keyword: survey",
        "ISSN '98765434' is kept as it came; the record has '9876-5434'",
        "kept under 'csl': ISSN, keyword, PMID",
    )


@pytest.mark.parametrize(
    ("variable", "value", "key", "taken", "said"),
    [
        ("DOI", "11.5555/x", "doi", None, "DOI is kept as it came, for '11.5555/x' is not a DOI"),
        ("URL", "ftp://example.org/x", "url", None, "URL is kept as it came, for 'ftp://example.org/x' begins with 'ftp:', which cannot be linked to"),
        ("ISBN", "9781234567890", "isbn", None, "ISBN is kept as it came, for '9781234567890' is no ISBN: its check digit does not match"),
        ("ISBN", "978-99999-01-12-3 9789999901120", "isbn", "978-99999-01-12-3", "ISBN '978-99999-01-12-3 9789999901120' is kept as it came; the record has '978-99999-01-12-3'"),
        ("language", "en_US", "language", "en-US", "language 'en_US' is kept as it came; the record has 'en-US'"),
        ("language", "English", "language", "en", "language 'English' is kept as it came; the record has 'en'"),
        ("publisher", "P" * 301, "publisher", None, f"publisher '{'P' * 60}…' is kept as it came, for string should have at most 300 characters"),
        ("abstract", "A" * 20_001, "abstract", None, f"abstract '{'A' * 60}…' is kept as it came, for string should have at most 20000 characters"),
    ],
)  # fmt: skip
def test_what_no_key_takes_is_kept_and_said(
    variable: str, value: str, key: str, taken: str | None, said: str
) -> None:
    proposal = proposed(**{variable: value})
    assert proposal.values.get(key) == taken
    assert proposal.values["csl"][variable] == value
    assert proposal.notes == (said, f"kept under 'csl': {variable}")
    assert exported(proposal)[variable] == value


@pytest.mark.parametrize("pages", ["pp. 31-48", "31-48 pp.", "31-48."])
def test_pages_come_in_without_their_label(pages: str) -> None:
    more = {"type": "article-journal", "container-title": "A journal"}
    proposal = proposed(page=pages, **more)
    assert proposal.values["container"]["pages"] == "31-48"
    assert "csl" not in proposal.values
    assert proposal.notes == ()


def test_what_is_no_page_is_kept_and_said() -> None:
    proposal = proposed(page="31-", **{"container-title": "A book", "type": "chapter"})
    assert "pages" not in proposal.values["container"]
    assert proposal.notes == (
        "page is kept as it came, for '31-' has no last page",
        "kept under 'csl': page",
    )


def test_facts_of_ours_come_in_and_go_out_under_custom() -> None:
    facts = {"license": "CC-BY-4.0", "slides": "https://example.org/s", "award": "A prize"}
    proposal = proposed(custom={**facts, "open-copy": "nowhere", "more": "x"})
    assert values_of(proposal, "type", "title", "status") == {
        **facts,
        "csl": {"custom": {"open-copy": "nowhere", "more": "x"}},
    }
    assert exported(proposal)["custom"] == {**facts, "open-copy": "nowhere", "more": "x"}


def test_a_title_too_long_for_a_record_is_whole_in_exports() -> None:
    title = "word " * 150 + "end"
    proposal = proposed(title=title)
    assert len(proposal.values["title"]) <= 500
    assert exported(proposal)["title"] == title


def test_without_a_title_something_else_stands_for_it_or_nothing_is_proposed() -> None:
    item, _ = item_from_csl({"id": "x", "type": "review-book", "reviewed-title": "A book"})
    proposal = propose(item, NOBODY)
    assert proposal is not None
    assert proposal.values["title"] == "A book"
    assert "it has no title; 'A book' stands for one" in proposal.notes
    nothing, _ = item_from_csl({"id": "x", "type": "book", "publisher": "P"})
    assert propose(nothing, NOBODY) is None


@pytest.mark.parametrize(
    ("id_", "taken", "chosen"),
    [
        ("ref-001", (), "ref-001"),
        ("Smith2020", (), "smith2020"),
        ("Müller_2020:a", (), "muller-2020-a"),
        ("http://zotero.org/users/1/items/ABC", (), "2024-night-desk-and-its-people"),
        ("10.5555/x", (), "2024-night-desk-and-its-people"),
        ("https://doi.org/10.5555/x", (), "2024-night-desk-and-its-people"),
        (1234, (), "2024-night-desk-and-its-people"),
        ("", (), "2024-night-desk-and-its-people"),
        ("日本", (), "2024-night-desk-and-its-people"),
        ("x" * 90, (), "2024-night-desk-and-its-people"),
        ("ref-001", ("ref-001", "ref-001-2"), "ref-001-3"),
        ("y" * 80, ("y" * 80,), "y" * 78 + "-2"),
    ],
)
def test_the_id_is_the_one_that_came_if_it_can_serve(
    id_: str | int, taken: tuple[str, ...], chosen: str
) -> None:
    around = Surroundings(People({}), {}, taken)
    title = "The <i>night</i> desk and its people: A study"
    proposal = proposed(around, id=id_, title=title, issued={"date-parts": [[2024]]})
    assert proposal.id == chosen
    assert exported(proposal)["id"] == (str(id_) or chosen)


@pytest.mark.parametrize(
    ("name", "entry", "said"),
    [
        (
            {"family": "Makebright", "given": "Calvin"},
            {"participant": "calvin-makebright"},
            "is linked",
        ),
        (
            {"family": "MAKEBRIGHT", "given": "Calvin B."},
            {
                "participant": "calvin-makebright",
                "name": {"given": "Calvin B.", "family": "MAKEBRIGHT"},
            },
            "is linked",
        ),
        (
            {"family": "Anders", "given": "C.", "ORCID": "https://orcid.org/0000-0009-9999-0011"},
            {"participant": "calvin-makebright", "name": {"given": "C.", "family": "Anders"}},
            "same ORCID iD",
        ),
        (
            {
                "family": "Makebright",
                "given": "Calvin",
                "ORCID": "https://orcid.org/0000-0009-9999-002X",
            },
            {"name": {"given": "Calvin", "family": "Makebright"}, "orcid": "0000-0009-9999-002X"},
            "",
        ),
        (
            {"family": "Vymyslova", "given": "V."},
            {"name": {"given": "V.", "family": "Vymyslova"}},
            "did you mean participant 'vera-vymyslova'?",
        ),
        (
            {"family": "Makebright", "given": "Calvin", "suffix": "Jr."},
            {"name": {"given": "Calvin", "family": "Makebright", "suffix": "Jr."}},
            "did you mean participant 'calvin-makebright'?",
        ),
        (
            {"family": "Xu", "given": "Gousi"},
            {"name": {"given": "Gousi", "family": "Xu"}},
            "who has not agreed to 'outputs': not linked",
        ),
        ({"literal": "Calvin Makebright"}, {"organization": "Calvin Makebright"}, "did you mean"),
        (
            {"family": "Somebody", "given": "Else"},
            {"name": {"given": "Else", "family": "Somebody"}},
            "",
        ),
    ],
)
def test_a_name_is_linked_only_when_it_is_sure(
    name: dict[str, str], entry: dict[str, Any], said: str
) -> None:
    proposal = proposed(author=[name])
    assert proposal.values["contributors"] == [entry]
    assert said in " ".join(proposal.notes)
    assert bool(said) == bool(proposal.notes)
    name.pop("ORCID", "")
    assert exported(proposal, PEOPLE)["author"] == [name]


def test_a_name_that_two_people_have_is_not_linked() -> None:
    twins = People(
        {
            "a-b": participant("A.", "Bee"),
            "ab-b": participant("Ab", "Bee"),
            "ab-b-2": participant("Ab", "Bee"),
        }
    )
    proposal = proposed(Surroundings(twins, {}, ()), author=[{"family": "Bee", "given": "Ab"}])
    assert proposal.values["contributors"] == [{"name": {"given": "Ab", "family": "Bee"}}]
    assert proposal.notes == (
        "'Ab Bee' is not linked; did you mean participant 'ab-b' or 'ab-b-2'?",
    )


def test_who_withdrew_is_not_linked() -> None:
    gone = People({"ab-b": participant("Ab", "Bee", withdrawn="2026-02-03")})
    proposal = proposed(Surroundings(gone, {}, ()), author=[{"family": "Bee", "given": "Ab"}])
    assert proposal.notes == ("'Ab Bee' looks like participant 'ab-b', who withdrew: not linked",)


def test_every_type_and_variable_of_the_schema_has_its_place() -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))["items"]["properties"]
    assert frozenset(schema["type"]["enum"]) == CSL_TYPES
    assert schema.keys() <= KEPT | {str(role) for role in ContributorRole}


def test_a_date_that_cannot_be_read_is_filed_under_its_year() -> None:
    proposal = proposed(issued={"literal": "Michaelmas 2023"})
    assert proposal.values["date"] == "2023"
    assert exported(proposal)["issued"] == {"literal": "Michaelmas 2023"}
    assert (
        "the date 'Michaelmas 2023' cannot be read; the record is filed under 2023"
        in proposal.notes
    )


def test_a_note_that_will_be_public_is_pointed_out() -> None:
    proposal = proposed(note="Ask Ann about this one")
    assert (
        "note 'Ask Ann about this one' will be public; "
        "delete it if it was meant for you alone" in proposal.notes
    )
