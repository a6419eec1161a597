"""What our own exports say is read back, in every format: all that the format can hold."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bibliography.csl_json import csl_values
from generator.bibliography.exports import export_text
from generator.bibliography.item import Item, Name, When
from generator.bibliography.reading.csl import item_from_csl
from generator.bibliography.reading.files import read_items
from generator.bibliography.reading.text import Sort, clean
from generator.bibliography.references import reference_text
from generator.records.dates import PartialDate, Period
from generator.records.people import PersonName
from tests.bibliography.works import all_works

ORACLE = Path(__file__).parents[1] / "oracle" / "items.json"
ENDINGS = {"bibtex": "a.bib", "biblatex": "a.bib", "ris": "a.ris", "csl-json": "a.json"}
FLAVORS = ("bibtex", "biblatex")
LOST = {
    "csl-json": set(),
    "bibtex": set(),
    "biblatex": {"date-in-press-doi"},  # 'In Press' is written by biblatex's key, in small letters
    "ris": {
        "journal-locator-as-pages",  # 'e0147' as pages is what others write for an article's number
        "kept",  # facts of other tools are notes
        "names-particle-in-given",  # small letters behind a given name are a particle
    },
}
"""The works that are not quite the same after a format, and why."""


def oracle() -> tuple[Item, ...]:
    """The works of the reference set."""
    return tuple(item_from_csl(one)[0] for one in json.loads(ORACLE.read_text("utf-8")))


def read_back(form: str, items: Sequence[Item]) -> dict[str, Item]:
    """The items that a file of an export is read as, by their ids."""
    batch = read_items(export_text(form, items).encode(), ENDINGS[form])
    assert batch.rejected == ()
    return {one.item.id: one.item for one in batch.incoming}


def holds(form: str, item: Item) -> dict[str, Any]:
    """What a format can hold of an item, once it is cleaned as everything is that is read."""
    values = csl_values(item_from_csl(csl_values(item))[0])
    if form != "csl-json" and "page" in values:
        values["page"] = values["page"].replace("\N{EN DASH}", "-")
    if form == "ris":
        for name in ("title", "container-title", "collection-title"):
            values = {**values, name: re.sub(r"</?(?:i|b|sub|sup)>", "", values.get(name, ""))}
        for name in ("abstract", "note"):
            values[name] = " ".join(values.get(name, "").split())
        values["URL"] = values.get("URL", "").replace(";", "%3B")
    return {name: value for name, value in values.items() if value}


@pytest.mark.parametrize("form", ENDINGS)
def test_the_demonstration_is_read_back_whole(form: str, demonstration: tuple[Item, ...]) -> None:
    back = read_back(form, demonstration)
    assert {id_: csl_values(item) for id_, item in back.items()} == {
        item.id: holds(form, item) for item in demonstration
    }
    assert [reference_text(back[item.id]) for item in demonstration] == [
        reference_text(item) for item in demonstration
    ]


@pytest.mark.parametrize("form", ENDINGS)
@pytest.mark.parametrize("works", [all_works(), oracle()], ids=["hard", "references"])
def test_works_of_all_types_are_read_back_but_for_what_is_listed(
    form: str, works: tuple[Item, ...]
) -> None:
    back = read_back(form, works)
    assert back.keys() == {item.id for item in works}
    changed = {item.id for item in works if csl_values(back[item.id]) != holds(form, item)}
    assert changed == LOST[form] & back.keys()


@pytest.mark.parametrize("form", ENDINGS)
def test_references_are_the_same_after_each_format(form: str) -> None:
    works = oracle()
    back = read_back(form, works)
    assert [re.sub(r"</?i>", "", reference_text(back[item.id])) for item in works] == [
        reference_text(item) for item in works
    ]


def talk(**others: Any) -> Item:
    """A talk with nothing but what is given."""
    return Item(
        "a", "speech", {"title": "T", "genre": "Lecture", **others.pop("texts", {})}, **others
    )


DAY = Period(PartialDate(2026, 6, 26), PartialDate(2026, 7, 2))
WAYS = [
    When(DAY),
    When(DAY, circa=True),
    When(Period(PartialDate(2026, 6))),
    When(Period(PartialDate(2026)), season=2),
    When(Period(PartialDate(2026)), season=4, circa=True),
    When(Period(PartialDate(2026)), circa=True),
    When(Period(PartialDate(2019), is_open=True)),
    When(Period(PartialDate(2019, 5), is_open=True)),
    When(Period(PartialDate(2019, 5), is_open=True), circa=True),
    When(literal="Easter term"),
]


@pytest.mark.parametrize("form", ENDINGS)
@pytest.mark.parametrize("when", WAYS, ids=str)
def test_dates_of_all_shapes_are_read_back(form: str, when: When) -> None:
    item = talk(dates={"issued": when})
    assert read_back(form, [item])["a"].dates == item.dates


@pytest.mark.parametrize("form", ENDINGS)
def test_a_date_of_an_event_that_is_that_of_publication_is_read_back(form: str) -> None:
    item = talk(dates={"issued": When(DAY), "event-date": When(DAY)})
    assert read_back(form, [item])["a"].dates == item.dates


@pytest.mark.parametrize("form", FLAVORS)
@pytest.mark.parametrize(
    "tag", ["en", "en-US", "en-IE", "de-CH", "sr", "cy", "uk", "zh-Hant", "nb", "qu"]
)
def test_languages_are_read_back(form: str, tag: str) -> None:
    item = talk(texts={"language": tag})
    assert read_back(form, [item])["a"].texts == item.texts


@pytest.mark.parametrize("form", ENDINGS)
def test_keywords_with_commas_are_read_back(form: str) -> None:
    item = talk(texts={"keyword": "Reading; Surveys, short; Books"})
    assert read_back(form, [item])["a"].texts == item.texts


@pytest.mark.parametrize("form", FLAVORS)
def test_every_sign_that_latex_obeys_is_read_back(form: str) -> None:
    item = talk(texts={"publisher": r"~a ~$5 \ #1 100% a_b a^b {c} d} { \textbf & e~"})
    assert read_back(form, [item])["a"].texts == item.texts


@pytest.mark.parametrize("form", ENDINGS)
def test_whoever_stands_for_an_author_is_read_back_in_their_role(form: str) -> None:
    ada, bo = (Name(PersonName(family=name, given="A")) for name in ("Erdacht", "Fabel"))
    for names in ({"chair": (ada, bo)}, {"host": (ada,), "guest": (bo,)}, {"director": (ada,)}):
        item = talk(names=names)
        assert read_back(form, [item])["a"].names == names
    both = {"author": (ada,), "chair": (ada,)}
    assert read_back(form, [talk(names=both)])["a"].names == both


@pytest.mark.parametrize("form", FLAVORS)
@pytest.mark.parametrize(
    "person",
    [
        PersonName(family="Khayali", given="Noor", particle="al-"),
        PersonName(family="al-Khayali", given="Noor"),
        PersonName(family="Erfunden", given="Ottilie", dropping_particle="von"),
        PersonName(family="Erfunden", given="Ottilie", dropping_particle="von", particle="zu"),
        PersonName(family="Denkbeeld", given="Ilse", particle="van \u2019t"),
        PersonName(family="van Traum", given="Ilse"),
        PersonName(family="Rekaan"),
    ],
    ids=str,
)
def test_particles_are_read_back(form: str, person: PersonName) -> None:
    item = talk(names={"author": (Name(PersonName(family="A", given="B")), Name(person))})
    assert read_back(form, [item])["a"].names == item.names


lines = st.one_of(
    st.text(max_size=40),
    st.text("aB \\{}$^_~%&#\"'`-<>/?!i,;:|@()=", max_size=14),  # what LaTeX obeys or joins
).map(lambda text: clean(text, Sort.LINE))


@pytest.mark.parametrize("form", FLAVORS)
@given(title=lines.filter(bool), publisher=lines, place=lines)
def test_every_text_is_read_back(form: str, title: str, publisher: str, place: str) -> None:
    given_texts = {"title": title, "publisher": publisher, "publisher-place": place}
    texts = {name: text for name, text in given_texts.items() if text}
    (back,) = read_back(form, [Item("a", "book", texts)]).values()
    assert back.texts == texts


@pytest.mark.parametrize("form", FLAVORS)
@pytest.mark.parametrize("pages", ["45-61", "12-15, 20-22", "A-3 & B-4", "S1-S2-S3", "x_1-x_9"])
def test_pages_are_read_back(form: str, pages: str) -> None:
    item = Item("a", "article-journal", {"title": "T", "page": pages})
    assert read_back(form, [item])["a"].texts == item.texts


def test_an_archive_of_an_article_is_taken_for_a_database_that_ris_came_from() -> None:
    """So docs/references.md says; of whatever is no article, it stays."""
    texts = {"title": "T", "archive": "Imagined Archive", "archive_location": "Box 7"}
    assert read_back("ris", [Item("a", "article-journal", texts)])["a"].texts == {
        "title": "T",
        "source": "Imagined Archive",
    }
    assert read_back("ris", [Item("a", "manuscript", texts)])["a"].texts == texts
