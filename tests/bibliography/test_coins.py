"""COinS: every work comes out of a list in Zotero as what it is, and no text leaves its span."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bibliography.coins import coins_span
from generator.bibliography.item import Item, Name, When
from generator.bibliography.reading.csl import item_from_csl
from generator.bibliography.zotero import item_type
from generator.records.dates import PartialDate, Period
from generator.records.people import PersonName
from tests.bibliography.context_objects import pairs_of, read
from tests.bibliography.embedded_works import ZOTERO
from tests.bibliography.works import RECORDS, work

ORACLE = json.loads((Path(__file__).parent / "oracle" / "items.json").read_bytes())


@pytest.mark.parametrize("id_", RECORDS)
def test_a_work_of_every_type_is_of_its_type_in_zotero(id_: str) -> None:
    assert read(coins_span(work(id_)))["type"] == ZOTERO[id_]


def test_two_hundred_works_of_all_csl_types_are_of_their_types() -> None:
    items = [item_from_csl(values)[0] for values in ORACLE]
    assert len(items) > 200
    wrong = [item.id for item in items if read(coins_span(item))["type"] != item_type(item)]
    assert wrong == []


def test_an_article_holds_what_the_journal_matrix_holds() -> None:
    assert pairs_of(coins_span(work("article"))) == [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"),
        ("rft_id", "info:doi/10.5555/jir(2026)<14>:3_a%b"),
        ("rft_id", "https://example.org/jir_14/a%20b?id=3&part=2#sec_1;v=2"),
        ("rft.genre", "article"),
        (
            "rft.atitle",
            "Reading <i>Middlemarch</i> aloud: What 5% of 100_000 readers & others said",
        ),
        ("rft.jtitle", "Journal of Invented Results & Notes"),
        ("rft.aulast", "Makebright"),
        ("rft.aufirst", "Ada Jo"),
        ("rft.au", "Fingido Soler, Tomás Luis"),
        ("rft.au", "van ’t Denkbeeld, Ilse"),
        ("rft.au", "al-Khayali, Noor"),
        ("rft.au", "Erfunden, Ottilie von"),
        ("rft.aulast", "Allegory"),
        ("rft.aufirst", "Desmond, III"),
        ("rft.aulast", "Rekaan"),
        ("rft.aulast", "Invented, Imagined & Sons: A Cooperative and Others"),
        ("rft.date", "2026-03-09"),
        ("rft.volume", "14"),
        ("rft.issue", "3–4"),
        ("rft.issn", "9876-5434"),
        ("rft.spage", "201"),
        ("rft.epage", "224"),
        ("rft.pages", "201–224"),
        ("rft.language", "en-US"),
    ]


def test_a_talk_keeps_its_meeting_its_place_and_its_first_day() -> None:
    span = coins_span(work("talk"))
    assert read(span)["within"] == "Annual Meeting of Hypothetical Readers"
    pairs = dict(pairs_of(span))
    assert (pairs["rft.place"], pairs["rft.date"]) == ("Example City", "2026-06-26")


def test_a_part_is_told_from_what_it_stands_in() -> None:
    assert read(coins_span(work("chapter"))) == {
        "type": "bookSection",
        "title": "What the night shift wrote",
        "within": "Methods for reference research",
        "people": [
            ("author", "Makebright", "Ada Jo"),
            ("contributor", "Erfunden", "Ottilie von"),
            ("contributor", "Fingido Soler", "Tomás Luis"),
        ],
    }


def test_editors_of_a_book_are_not_its_authors() -> None:
    assert read(coins_span(work("book")))["people"] == [
        ("contributor", "Fingido Soler", "Tomás Luis"),
        ("contributor", "University of Somewhere North", ""),
    ]


def test_pages_with_gaps_stay_whole() -> None:
    pairs = pairs_of(coins_span(work("article-with-gaps")))
    assert [(key, value) for key, value in pairs if "page" in key] == [
        ("rft.pages", "12-15, 20-22")
    ]


def test_an_article_number_stands_for_pages() -> None:
    pairs = dict(pairs_of(coins_span(work("article-by-number"))))
    assert (pairs["rft.artnum"], pairs["rft.pages"]) == ("e0147", "e0147")


def test_namesakes_are_two_people() -> None:
    people = [{"name": {"given": given, "family": "Li"}} for given in ("A.", "A. B.")]
    assert read(coins_span(work("article", contributors=people)))["people"] == [
        ("author", "Li", "A."),
        ("author", "Li", "A. B."),
    ]


texts = st.text(min_size=1, max_size=30)


@given(title=texts, name=texts, place=texts, address=texts)
def test_no_text_leaves_the_span_or_its_own_pair(
    title: str, name: str, place: str, address: str
) -> None:
    item = Item(
        id="planted",
        type="speech",
        texts={"title": title, "event-title": place, "URL": address, "abstract": name},
        dates={"issued": When(Period(PartialDate(2026)))},
        names={
            "author": (
                Name(PersonName.model_construct(family=name, given=title)),
                Name(organization=place),
            ),
            "chair": (Name(organization=name),),
        },
    )
    pairs = pairs_of(coins_span(item))
    assert {key for key, _ in pairs} <= {
        *("ctx_ver", "rft_val_fmt", "rft_id", "rft.title", "rft.source", "rft.aulast"),
        *("rft.aufirst", "rft.au", "rft.contributor", "rft.date", "rft.description", "rft.type"),
    }
    values = dict(pairs)
    assert values["rft.title"] == title
    assert values["rft.source"] == place
    assert values["rft_id"] == address
    assert ("rft.aulast", name) in pairs
