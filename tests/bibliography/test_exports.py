"""Exports as a whole: keys, order, and works of every type that there is."""

import json
from pathlib import Path
from typing import Any

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from generator.bibliography.exports import citation_keys, entry, export_text, joined
from generator.bibliography.formats import FORMATS
from generator.bibliography.item import Item, Name, When
from generator.bibliography.reading.csl import item_from_csl
from generator.bibliography.sorting import Order, in_order
from generator.records.dates import PartialDate, Period
from generator.records.people import PersonName
from tests.bibliography.bib_readers import by_bibtexparser, by_pybtex
from tests.bibliography.csl_items import csl_items
from tests.bibliography.works import all_works

NAMES = tuple(form.name for form in FORMATS)
ORACLE = json.loads((Path(__file__).parent / "oracle" / "items.json").read_bytes())


@pytest.mark.parametrize(
    ("ids", "keys"),
    [
        (["2026-quiet-hours"], ["2026-quiet-hours"]),
        (["http://example.org/items/A B", "a,b{c}"], ["http://example.org/items/A-B", "a-b-c"]),
        (
            ["Müller2020", "muller2020", "MULLER2020"],
            ["Muller2020", "muller2020-2", "MULLER2020-3"],
        ),
        (["空野", "%"], ["item", "item-2"]),
        (["a", "a-2", "a"], ["a", "a-2", "a-3"]),
    ],
)
def test_keys_are_one_word_and_no_two_the_same(ids: list[str], keys: list[str]) -> None:
    assert citation_keys(ids) == keys


@given(st.lists(st.text(min_size=1), max_size=6))
def test_both_readers_find_every_key(ids: list[str]) -> None:
    keys = citation_keys(ids)
    assert len({key.lower() for key in keys}) == len(ids)
    text = export_text("bibtex", [Item(id_, "book", {"title": "a"}) for id_ in ids])
    assert list(by_bibtexparser(text)) == keys
    assert list(by_pybtex(text)) == keys


@pytest.mark.parametrize("name", NAMES)
def test_no_items_make_an_empty_file(name: str) -> None:
    assert export_text(name, []) == ("[]\n" if name == "csl-json" else "")


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_its_entries_put_together(name: str) -> None:
    items = all_works()
    entries = [entry(name, item, item.id) for item in items]
    assert joined(name, entries) == export_text(name, items)


def test_two_hundred_works_of_all_csl_types_are_read_back() -> None:
    items = [item_from_csl(values)[0] for values in ORACLE]
    assert len(items) > 200
    for flavor in ("bibtex", "biblatex"):
        text = export_text(flavor, items)
        assert len(by_bibtexparser(text)) == len(items)
        assert by_pybtex(text).keys() == by_bibtexparser(text).keys()


def test_nothing_of_two_hundred_works_is_lost_in_bibtex() -> None:
    """Every text of every item stands in some field, whether a style prints it or not."""
    for item in (item_from_csl(values)[0] for values in ORACLE):
        for flavor in ("bibtex", "biblatex"):
            made = export_text(flavor, [item])
            fields = by_bibtexparser(made)[citation_keys([item.id])[0]].fields
            apart = {"language", "status", "shortTitle", "event"}
            wanted = len(item.texts.keys() - apart) + len(item.names) + len(item.dates)
            assert len(fields) >= wanted, made


def person(family: str, given: str = "", **others: str) -> Name:
    return Name(PersonName(family=family, given=given or None, **others))


def book(id_: str, *names: Name, year: int = 0, title: str = "", status: str = "") -> Item:
    texts = {"title": title or id_} | ({"status": status} if status else {})
    dates = {"issued": When(Period(PartialDate(year)))} if year else {}
    return Item(id_, "book", texts, dates, {"author": names} if names else {})


BERG, COLE = person("Bergfiktiv", "Ada"), person("Colefable", "Ben")


@pytest.mark.parametrize(
    ("section", "sorted_items"),
    [
        ("9.44", [book("2", person("Brown", "J.")), book("1", person("Browning", "A."))]),
        ("9.44", [book("2", person("al-Amin", "N.")), book("1", person("Alatas", "B."))]),
        ("9.44", [book("2", person("O’Fable", "A.")), book("1", person("Offset", "A."))]),
        ("9.44", [book("2", person("Åström", "A.")), book("1", person("Bee", "A."))]),
        ("9.44", [book("2", person("Łucka", "A.")), book("1", person("Mee", "A."))]),
        ("9.46", [book("2", BERG, year=2020), book("1", BERG, COLE, year=1999)]),
        ("9.46", [book("2", BERG), book("3", BERG, year=2019), book("1", BERG, status="in press")]),
        ("9.47", [book("2", BERG, year=2020, title="The apple"), book("1", BERG, year=2020, title="Bee")]),
        ("9.48", [book("2", person("Bergfiktiv", "Ada")), book("1", person("Bergfiktiv", "Ben"))]),
        ("9.49", [book("2", title="An apple"), book("1", person("Bee", "A."))]),
        ("9.49", [book("2", Name(organization="The Apple Board")), book("1", person("Bee", "A."))]),
    ],
)  # fmt: skip
def test_references_stand_in_the_order_of_apa(section: str, sorted_items: list[Item]) -> None:
    del section
    assert list(in_order(reversed(sorted_items), Order.AUTHOR)) == sorted_items


def test_a_year_alone_comes_before_a_day_of_it() -> None:
    day = {"issued": When(Period(PartialDate(2026, 6, 11)))}
    names = {"author": (BERG,)}
    talk = Item("1", "speech", {"title": "A talk"}, day, names)
    article = Item(
        "2",
        "article-journal",
        {"title": "Z"},
        {"issued": When(Period(PartialDate(2026, 9)))},
        names,
    )
    assert in_order([talk, article], Order.AUTHOR) == (article, talk)
    assert in_order([article, talk], Order.DATE) == (talk, article)


def test_who_stands_in_the_author_s_place_decides() -> None:
    edited = Item("1", "book", {"title": "Zebra"}, names={"editor": (person("Aardvark", "A."),)})
    site = Item("2", "webpage", {"title": "Aa", "publisher": "Bee Library"})
    assert in_order([site, edited], Order.AUTHOR) == (edited, site)


def test_other_orders() -> None:
    first, second = (
        book("b", COLE, year=2020, title="The apple"),
        book("a", BERG, year=2021, title="Bee"),
    )
    assert in_order([first, second], Order.ID) == (second, first)
    assert in_order([second, first], Order.DATE) == (first, second)
    assert in_order([second, first], Order.TITLE) == (first, second)


@given(st.lists(csl_items(), min_size=1, max_size=3))
def test_whatever_other_tools_wrote_is_read_back_from_every_format(
    values: list[dict[str, Any]],
) -> None:
    items = [item_from_csl(one)[0] for one in values]
    keys = citation_keys(item.id for item in items)
    for flavor in ("bibtex", "biblatex"):
        text = export_text(flavor, items)
        assert list(by_bibtexparser(text)) == keys
        assert list(by_pybtex(text)) == keys
    assert [one["id"] for one in rispy.loads(export_text("ris", items))] == keys
    assert [one["id"] for one in json.loads(export_text("csl-json", items))] == [
        item.id for item in items
    ]
    for order in Order:
        assert sorted(item.id for item in in_order(items, order)) == sorted(
            item.id for item in items
        )
