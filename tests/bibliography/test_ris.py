"""RIS: read back by rispy, typed as Zotero and EndNote understand it, whatever a record holds."""

from typing import Any

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from generator.bibliography.exports import export_text
from generator.bibliography.item import Item, Name, When
from generator.bibliography.ris import ris_date, ris_name
from generator.bibliography.ris_tags import ris_type
from generator.records.csl import CSL_TEXTS, CSL_TYPES
from generator.records.dates import PartialDate, Period
from generator.records.people import PersonName
from tests.bibliography.exported_works import GOLDEN, TYPES
from tests.bibliography.works import all_works, work

HARD = st.text() | st.lists(
    st.sampled_from(
        (
            "TY  - JOUR",
            "ER  - ",
            "\nER  - \n",
            "\r\n",
            "\n",
            "\r",
            "\x0b",
            "\x0c",
            "\x1c",
            "\x85",
            "\u2028",
            "\u2029",
            "AU  - x",
            ";",
            ",",
            "  - ",
            "a ",
            "日本",
            "\u00a0",
            "<i>",
            "</i>",
        )
    )
).map("".join)


def read(items: list[Item]) -> list[dict[str, Any]]:
    text = export_text("ris", items)
    assert "\n" not in text.replace("\r\n", "")
    found: list[dict[str, Any]] = rispy.loads(text)
    assert all("unknown_tag" not in one for one in found)
    return found


def words(text: str) -> str:
    return " ".join(
        "".join(" " if ord(sign) < 32 or 127 <= ord(sign) < 160 else sign for sign in text).split()
    )


def test_works_of_every_type_are_written_as_they_always_were() -> None:
    assert export_text("ris", all_works()).encode() == (GOLDEN / "works.ris").read_bytes()


def test_every_work_is_found_with_its_type() -> None:
    assert {one["id"]: one["type_of_reference"] for one in read(list(all_works()))} == {
        id_: types[2] for id_, types in TYPES.items()
    }


def test_an_article_comes_back_as_it_is_in_the_record() -> None:
    item = work("article")
    (found,) = read([item])
    assert found == {
        "type_of_reference": "JOUR",
        "id": "article",
        "title": "Reading Middlemarch aloud: What 5% of 100_000 readers & others said",
        "authors": [
            "Makebright, Ada Jo",
            "Fingido Soler, Tomás Luis",
            "van ’t Denkbeeld, Ilse",
            "al-Khayali, Noor",
            "Erfunden, Ottilie von",
            "Allegory, Desmond, III",
            "Rekaan",
            "Invented, Imagined & Sons: A Cooperative and Others",
        ],
        "secondary_title": "Journal of Invented Results & Notes",
        "abstract": words(item.text("abstract")),
        "date": "2026/03/09/",
        "year": "2026",
        "doi": "10.5555/jir(2026)<14>:3_a%b",
        "volume": "14",
        "number": "3–4",
        "start_page": "201",
        "end_page": "224",
        "language": "en-US",
        "issn": "9876-5434",
        "urls": ["https://example.org/jir_14/a%20b?id=3&part=2#sec_1%3Bv=2"],
        "file_attachments2": "https://example.org/copies/slips_and%20drawers.pdf",
        "keywords": ["Reading", "Surveys, short"],
        "notes": [
            "person: Rekaan",
            "organization: Invented, Imagined & Sons: A Cooperative and Others",
            "Award: First Prize, 100% deserved",
            "License: CC-BY-4.0",
            "Open copy: https://example.org/copies/slips_and%20drawers.pdf",
        ],
    }


def test_a_talk_is_a_presentation_with_its_event() -> None:
    """SLIDE is what Zotero takes for a presentation, T2 the meeting, M3 the type, CY the place."""
    (found,) = read([work("talk")])
    assert found == {
        "type_of_reference": "SLIDE",
        "id": "talk",
        "title": "Subject headings in two languages",
        "authors": ["Fingido Soler, Tomás Luis", "Makebright, Ada Jo"],
        "secondary_title": "Annual Meeting of Hypothetical Readers",
        "place_published": "Example City",
        "date": "2026/06/26/to 2026-07-02",
        "year": "2026",
        "type_of_work": "Paper presentation",
        "urls": ["https://example.org/meeting#two_languages"],
        "keywords": ["Reading", "Surveys, short"],
        "notes": [
            "chair: Allegory, Desmond, III",
            "Slides: https://slides.example.org/two_languages",
        ],
    }


def test_a_paper_has_its_conference_and_its_proceedings() -> None:
    (found,) = read([work("paper")])
    assert (found["secondary_title"], found["custom3"], found["tertiary_title"]) == (
        "Third Imaginary Conference",
        "Proceedings of the Third Conference",
        "Imaginary Proceedings",
    )


@pytest.mark.parametrize(
    ("id_", "field", "value"),
    [
        ("book", "tertiary_authors", ["Fingido Soler, Tomás Luis", "University of Somewhere North"]),
        ("book", "secondary_title", "Studies in Nothing"),
        ("chapter", "secondary_authors", ["Erfunden, Ottilie von"]),
        ("chapter", "subsidiary_authors", ["Fingido Soler, Tomás Luis"]),
        ("chapter", "start_page", "133-152, 160"),
        ("thesis", "type_of_work", "Master’s thesis"),
        ("report", "issn", "2026-03"),
        ("dataset", "edition", "1.2"),
        ("dataset", "date", "2024///to present"),
        ("software", "edition", "0.4.1"),
        ("article-by-number", "start_page", "e0147"),
        ("article-by-number", "custom7", "e0147"),
        ("film", "authors", ["Makebright, Ada Jo"]),
        ("film", "tertiary_authors", ["Fingido Soler, Tomás Luis"]),
        ("kept", "authors", ["Fingido Soler, Tomás Luis"]),
        ("kept", "access_date", "2026/01/02/"),
    ],
)  # fmt: skip
def test_facts_stand_where_managers_look_for_them(id_: str, field: str, value: object) -> None:
    (found,) = read([work(id_)])
    assert found[field] == value


def test_every_type_of_csl_is_one_that_ris_knows() -> None:
    types = {ris_type(Item("a", type_)) for type_ in CSL_TYPES}
    assert types - rispy.TYPE_OF_REFERENCE_MAPPING.keys() == set()


@pytest.mark.parametrize(
    ("type_", "genre", "expected"),
    [
        ("broadcast", "Audio podcast episode", "SOUND"),
        ("broadcast", "TV series episode", "VIDEO"),
        ("motion_picture", "Film", "MPCT"),
        ("motion_picture", "Video", "VIDEO"),
        ("paper-conference", "", "CPAPER"),
    ],
)
def test_the_genre_tells_types_apart(type_: str, genre: str, expected: str) -> None:
    assert ris_type(Item("a", type_, {"genre": genre})) == expected


@pytest.mark.parametrize(
    ("when", "written"),
    [
        (When(Period(PartialDate(2026))), "2026///"),
        (When(Period(PartialDate(2026, 6))), "2026/06//"),
        (When(Period(PartialDate(800, 6, 5))), "0800/06/05/"),
        (When(Period(PartialDate(2020)), season=2, circa=True), "2020///Summer circa"),
        (When(literal="soon"), ""),
    ],
)
def test_dates_have_three_slashes(when: When, written: str) -> None:
    assert ris_date(when) == written


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (PersonName(family="Rekaan"), "Rekaan"),
        (PersonName(given="Yumeko"), "Yumeko"),
        (PersonName(display="Nguyễn Thị Hoa"), "Nguyễn Thị Hoa"),
        (PersonName(family="Ficticia", given="Ana", particle="de la"), "de la Ficticia, Ana"),
        (PersonName(family="Makebright", suffix="Jr."), "Makebright, , Jr."),
    ],
)
def test_names_are_written_family_first(name: PersonName, written: str) -> None:
    assert ris_name(Name(name)) == written


def test_every_line_is_a_tag_and_a_value_or_parts_two_references() -> None:
    lines = export_text("ris", all_works()).split("\r\n")
    assert [line for line in lines if line and line[2:6] != "  - "] == []
    assert lines[-1] == ""


@given(
    texts=st.dictionaries(st.sampled_from(CSL_TEXTS), HARD, max_size=8),
    custom=st.dictionaries(HARD, HARD, max_size=2),
    type_=st.sampled_from(sorted(CSL_TYPES)),
    name=HARD,
)
def test_no_text_leaves_its_line(
    texts: dict[str, str], custom: dict[str, str], type_: str, name: str
) -> None:
    people = (Name(PersonName.model_construct(family=name, given=name)), Name(organization=name))
    item = Item("first", type_, texts, names={"author": people, "chair": people}, custom=custom)
    first, last = read([item, work("film")])
    plain = Item(
        "first",
        type_,
        {variable: "words" for variable, text in texts.items() if words(text)},
        names={"author": people, "chair": people},
        custom=custom,
    )
    others = {"notes", "start_page", "end_page", "keywords", "file_attachments2"}
    assert first.keys() - others <= read([plain])[0].keys()
    assert last == read([work("film")])[0]


@given(HARD)
def test_texts_come_back(text: str) -> None:
    item = Item("key", "report", {"publisher": f"x{text}", "abstract": f"x{text}"})
    (found,) = read([item])
    assert words(found["publisher"]) == words(f"x{text}")
    assert words(found["abstract"]) == words(f"x{text}")


def test_the_demonstration_comes_back(demonstration: tuple[Item, ...]) -> None:
    found = read(list(demonstration))
    assert [one["id"] for one in found] == [item.id for item in demonstration]
    for one, item in zip(found, demonstration, strict=True):
        assert one["title"] == item.text("title").replace("<i>", "").replace("</i>", "")
        assert one.get("doi", "") == item.text("DOI")
        assert one["abstract"] == words(item.text("abstract"))
