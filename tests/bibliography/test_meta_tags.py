"""Meta tags of a work's page: what Google Scholar and Zotero read there."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bibliography.item import Item, Name
from generator.bibliography.meta_tags import MetaTag, cite_as, meta_tags
from generator.bibliography.reading.csl import item_from_csl
from generator.bibliography.zotero import item_type
from tests.bibliography.embedded_works import ADDRESS, GOLDEN, ZOTERO
from tests.bibliography.embedded_works import golden_text as embeds
from tests.bibliography.works import ADA, RECORDS, SOLER, work

ORACLE = json.loads((Path(__file__).parent / "oracle" / "items.json").read_bytes())
DECIDING = {
    "citation_journal_title": "journalArticle",
    "citation_inbook_title": "bookSection",
    "citation_conference_title": "conferencePaper",
    "citation_technical_report_institution": "report",
    "citation_dissertation_institution": "thesis",
}
"""Tags from which Zotero takes the type, whatever others say (Embedded Metadata.js, hwType)."""

PEOPLE = ("citation_author", "citation_editor", "eprints.", "z:translators", "z:guests")


def tags(id_: str, **others: object) -> tuple[MetaTag, ...]:
    return meta_tags(work(id_, **others), ADDRESS.format(id_))


def contents(found: Iterable[MetaTag], *names: str) -> list[str]:
    return [tag.content for tag in found if tag.name in names]


def people(found: Iterable[MetaTag]) -> list[tuple[str, str]]:
    return [(tag.name, tag.content) for tag in found if tag.name.startswith(PEOPLE)]


def test_what_stands_in_pages_is_as_in_the_golden_file() -> None:
    """After a change that is meant: 'python -m tests.bibliography.embedded_works', and read it."""
    assert embeds() == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("id_", RECORDS)
def test_a_page_says_its_type_to_zotero_and_no_tag_contradicts_it(id_: str) -> None:
    found = tags(id_)
    assert contents(found, "z:itemType") == [ZOTERO[id_]]
    assert {DECIDING[tag.name] for tag in found if tag.name in DECIDING} <= {ZOTERO[id_]}


def test_no_work_of_any_csl_type_is_contradicted() -> None:
    for item in (item_from_csl(values)[0] for values in ORACLE):
        found = meta_tags(item, "https://example.org/")
        assert contents(found, "z:itemType") == [item_type(item)]
        assert {DECIDING[tag.name] for tag in found if tag.name in DECIDING} <= {item_type(item)}


@pytest.mark.parametrize("id_", RECORDS)
def test_only_a_paper_in_proceedings_has_a_conference_for_scholar(id_: str) -> None:
    has_conference = contents(tags(id_), "citation_conference_title") != []
    assert has_conference is (id_ == "paper")


@pytest.mark.parametrize("id_", RECORDS)
def test_tags_that_are_read_once_stand_once(id_: str) -> None:
    repeated = {"citation_author", "citation_editor", "dc:subject"}
    repeated |= {"eprints.creators_name", "eprints.editors_name"}
    names = [tag.name for tag in tags(id_) if tag.name not in repeated]
    assert sorted(names) == sorted({*names})


def test_each_author_has_a_tag_in_order() -> None:
    assert contents(tags("article"), "citation_author") == [
        "Makebright, Ada Jo",
        "Fingido Soler, Tomás\N{NO-BREAK SPACE}Luis",
        "van ’t Denkbeeld, Ilse",
        "al-Khayali, Noor",
        "Erfunden, Ottilie von",
        "Allegory, Desmond III",
        "Rekaan",
        "Invented, Imagined & Sons: A Cooperative and Others",
    ]


def test_editors_stand_beside_authors() -> None:
    assert people(tags("paper")) == [
        ("citation_author", "Makebright, Ada Jo"),
        ("citation_editor", "van ’t Denkbeeld, Ilse"),
    ]


def test_editors_alone_stand_where_old_and_new_zoteros_look() -> None:
    soler = "Fingido Soler, Tomás\N{NO-BREAK SPACE}Luis"
    assert people(tags("book", contributors=[{**SOLER, "role": "editor"}])) == [
        ("citation_editor", soler),
        ("eprints.editors_name", soler.replace("\N{NO-BREAK SPACE}", " ")),
    ]


def test_a_chair_or_translator_is_not_lost_to_a_tag_for_authors() -> None:
    """Zotero forgets everybody else when it meets one citation_author."""
    assert people(tags("panel")) == [
        ("eprints.creators_name", "Fingido Soler, Tomás Luis"),
        ("eprints.creators_name", "Invented, Imagined & Sons: A Cooperative and Others"),
        ("eprints.contributors_name", "Allegory, Desmond III"),
    ]
    assert people(tags("translated-book")) == [
        ("eprints.creators_name", "Makebright, Ada Jo"),
        ("z:translators", "van ’t Denkbeeld, Ilse"),
    ]


def test_a_name_in_small_letters_is_kept_so() -> None:
    """Zotero sets capitals in citation_author where a name has none."""
    assert people(tags("article-with-gaps")) == [("eprints.creators_name", "inkwell, bell")]


def test_a_range_of_days_is_whole_for_zotero_and_its_first_day_for_scholar() -> None:
    found = tags("talk")
    assert contents(found, "citation_publication_date") == ["2026/06/26"]
    assert contents(found, "citation_date") == ["2026-06-26/2026-07-02"]


def test_a_range_of_months_begins_with_its_first() -> None:
    """Zotero reads days on both sides of a slash, and nothing else."""
    assert contents(tags("talk", date="2026-06/2026-07"), "citation_date") == ["2026-06"]


def test_what_a_work_does_not_have_zotero_does_not_guess() -> None:
    found = tags("in-press")
    assert contents(found, "z:date", "z:abstractNote", "z:language") == [" ", " ", " "]
    assert contents(found, "z:extra") == ["Status: in press"]


def test_a_site_without_a_name_is_not_named_for_this_one() -> None:
    assert contents(tags("guide", publisher=None, genre=None), "prism.publicationName") == [" "]


def test_pages_with_gaps_have_no_last_page() -> None:
    found = tags("article-with-gaps")
    assert contents(found, "citation_firstpage", "citation_lastpage") == []
    assert contents(found, "z:pages") == ["12–15, 20–22"]


def test_a_pdf_is_offered_as_one_and_a_page_as_a_page() -> None:
    open_file = "https://example.org/copies/slips_and%20drawers.pdf"
    assert contents(tags("article"), "citation_pdf_url") == [open_file]
    assert contents(tags("thesis"), "citation_pdf_url") == ["https://example.org/uis/2026-017.pdf"]
    open_page = tags("article", open_copy="https://example.org/copies/1")
    assert contents(open_page, "citation_pdf_url") == []
    assert contents(open_page, "citation_fulltext_html_url") == ["https://example.org/copies/1"]


def test_the_doi_is_cited_and_else_the_page() -> None:
    assert cite_as(work("chapter"), "https://example.org/c/") == (
        "https://doi.org/10.5555/hd.methods.133"
    )
    assert cite_as(work("talk"), "https://example.org/t/") == "https://example.org/t/"


texts = st.text(min_size=1)


@given(title=texts, name=texts, place=texts)
def test_every_text_is_the_content_of_a_tag_and_never_a_name(
    title: str, name: str, place: str
) -> None:
    item = Item(
        id="planted",
        type="speech",
        texts={"title": title, "event-title": place, "genre": name, "note": title},
        names={"author": (Name(organization=name),)},
    )
    known = {tag.name for tag in tags("talk", contributors=[ADA])} | {"z:date", "z:abstractNote"}
    assert {tag.name for tag in meta_tags(item, "https://example.org/")} <= known
    assert contents(meta_tags(item, "https://example.org/"), "z:meetingName") == [place]


def test_the_same_people_are_named_whatever_their_order_of_roles() -> None:
    one = people(tags("panel", contributors=[ADA, {**SOLER, "role": "chair"}]))
    other = people(tags("panel", contributors=[{**SOLER, "role": "chair"}, ADA]))
    assert one == other
