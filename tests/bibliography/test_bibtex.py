"""BibTeX and biblatex: read back by pybtex and bibtexparser, whatever stands in a record."""

from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string as parse_bibtexparser
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from generator.bibliography.bibtex_names import bibtex_name
from generator.bibliography.exports import export_text
from generator.bibliography.item import Item, Name, When
from generator.bibliography.languages import babel_name
from generator.bibliography.latex import latex, latex_prose, latex_title, verbatim
from generator.records.csl import CSL_TEXTS
from generator.records.dates import PartialDate, Period
from generator.records.people import PersonName
from tests.bibliography.bib_readers import by_bibtexparser, by_pybtex, unlatex
from tests.bibliography.exported_works import GOLDEN, TYPES
from tests.bibliography.works import RECORDS, all_works, work

FLAVORS = ("bibtex", "biblatex")
READERS = (by_pybtex, by_bibtexparser)
HARD = st.text() | st.lists(
    st.sampled_from(
        (
            "{",
            "}",
            "\\",
            "\\}",
            "%",
            '"',
            "@misc{x,",
            "@misc(x,",
            "\n",
            "\n\n",
            "and",
            ",",
            "=",
            "#",
            "~",
            "$",
            "^",
            "_",
            "&",
            "},",
            "<i>",
            "</i>",
            "İ",
            "日本",
            "A",
            "a ",
            " ",
            "\u00a0",
            "\u2028",
            "\x0b",
            "\x1c",
            "TeX",
            "--",
        )
    )
).map("".join)


def words(text: str) -> str:
    return " ".join(text.split())


def value_of(item: Item, field: str, flavor: str = "bibtex") -> str:
    (entry,) = by_bibtexparser(export_text(flavor, [item])).values()
    return entry.fields[field]


@pytest.mark.parametrize(("flavor", "suffix"), [("bibtex", ".bib"), ("biblatex", ".biblatex.bib")])
def test_works_of_every_type_are_written_as_they_always_were(flavor: str, suffix: str) -> None:
    assert export_text(flavor, all_works()) == (GOLDEN / f"works{suffix}").read_text("utf-8")


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(("flavor", "place"), [("bibtex", 0), ("biblatex", 1)])
def test_both_readers_find_every_work_and_its_type(read: Any, flavor: str, place: int) -> None:
    found = read(export_text(flavor, all_works()))
    assert {key: entry.type for key, entry in found.items()} == {
        id_: types[place] for id_, types in TYPES.items()
    }


@pytest.mark.parametrize("flavor", FLAVORS)
def test_both_readers_find_the_same_in_every_field(flavor: str) -> None:
    text = export_text(flavor, all_works())
    ours, others = by_pybtex(text), by_bibtexparser(text)
    for id_ in RECORDS:
        plain = {
            name: words(value)
            for name, value in others[id_].fields.items()
            if name not in ("author", "editor", "month")
        }
        assert {name: ours[id_].fields[name] for name in plain} == plain


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("flavor", FLAVORS)
def test_an_article_comes_back_as_it_is_in_the_record(read: Any, flavor: str) -> None:
    item = work("article")
    fields = read(export_text(flavor, [item]))["article"].fields
    journal = "journal" if flavor == "bibtex" else "journaltitle"
    assert unlatex(fields["title"]) == item.text("title").replace("<i>", "").replace("</i>", "")
    assert unlatex(fields[journal]) == item.text("container-title")
    assert unlatex(fields["abstract"]) == words(item.text("abstract"))
    assert fields["url"] == item.text("URL")
    assert fields["doi"] == item.text("DOI")
    assert fields["opencopy"] == item.custom["open-copy"]
    assert unlatex(fields["award"]) == item.custom["award"]
    assert (fields["issn"], fields["volume"], fields["pages"]) == ("9876-5434", "14", "201--224")


def test_pybtex_takes_names_apart_as_they_are_in_the_record() -> None:
    people = parse_string(export_text("bibtex", [work("article")]), "bibtex").entries["article"]
    parts = [
        (one.first_names + one.middle_names, one.prelast_names, one.last_names, one.lineage_names)
        for one in people.persons["author"]
    ]
    assert parts == [
        (["Ada", "Jo"], [], ["Makebright"], []),
        (["Tomás", "Luis"], [], ["Fingido", "Soler"], []),
        (["Ilse"], ["van", "’t"], ["Denkbeeld"], []),
        (["Noor"], [], ["al-Khayali"], []),
        (["Ottilie"], ["von"], ["Erfunden"], []),
        (["Desmond"], [], ["Allegory"], ["III"]),
        ([], [], ["Rekaan"], []),
        ([], [], [r"{Invented, Imagined \& Sons: A Cooperative and Others}"], []),
    ]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (PersonName(family="Rekaan"), "Rekaan"),
        (PersonName(given="Yumeko"), "Yumeko"),
        (PersonName(family="Two Words"), "{Two Words}"),
        (PersonName(display="Nguyễn Thị Hoa"), "{Nguyễn Thị Hoa}"),
        (PersonName(family="bin Vymysl", given="Omar"), "{bin Vymysl}, Omar"),
        (PersonName(family="Ficticia", given="Ana", particle="de la"), "de la Ficticia, Ana"),
        (PersonName(family="Esempio", given="Ada", particle="D’"), "D’Esempio, Ada"),
        (PersonName(family="Makebright", suffix="Jr."), "Makebright, Jr.,"),
        (PersonName(family="Makebright", given="Ada, PhD"), "Makebright, {Ada, PhD}"),
        (PersonName(family="Ampersand", given="Rope and"), "Ampersand, {Rope and}"),
        (PersonName(family="O{dd", given="B_b"), r"O{\textbraceleft}dd, B\_b"),
    ],
)
def test_names_are_written_so_that_their_parts_are_kept(name: PersonName, written: str) -> None:
    assert bibtex_name(Name(name)) == written


def test_an_organization_is_one_name_in_double_braces() -> None:
    text = export_text("bibtex", [work("poster")])
    assert "author = {{University of Somewhere North}}," in text
    assert (
        by_bibtexparser(text)["poster"].fields["author+an:ror"] == '1="https://ror.org/0n0rth720"'
    )


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Plain words only", "Plain words only"),
        ("A talk at LRRT: Who came?", "A talk at {LRRT:} {Who} came?"),
        ("iSchools and LaTeX", "{iSchools} and {LaTeX}"),
        ("COVID-19 at work", "{COVID-19} at work"),
        ("Reading <i>Middlemarch</i> aloud", r"Reading \emph{Middlemarch} aloud"),
        ("<i>Emma</i> Again", r"\emph{Emma} {Again}"),
        ("H<sub>2</sub>O and x<sup>2</sup>", r"H\textsubscript{2}{O} and x\textsuperscript{2}"),
        ("<b>Bold <i>and</i></b> plain", r"\textbf{Bold \emph{and}} plain"),
        ("a < b and <i>open", "a < b and <i>open"),
        ("closed</i> <b>too</i>", "closed</i> <b>too</i>"),
        ("crossed <i>a <b>b</i> c</b>", r"crossed \emph{a <b>b} c</b>"),
        ("Sets {A, b} and } alone", r"{Sets \{A, b\} and {\textbraceright} alone}"),
        ("¿Qué es?", "{¿Qué} es?"),
    ],
)  # fmt: skip
def test_titles_keep_their_capitals_and_marks(title: str, written: str) -> None:
    assert latex_title(title) == written


def test_the_capitals_of_journals_and_series_stand_without_braces() -> None:
    fields = by_bibtexparser(export_text("bibtex", all_works()))
    assert fields["article"].fields["journal"] == r"Journal of Invented Results \& Notes"
    assert fields["paper"].fields["series"] == "Imaginary Proceedings"
    assert fields["paper"].fields["booktitle"] == "Proceedings of the {Third} {Conference}"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("50% of R&D, #1_a $5", r"50\% of R\&D, \#1\_a \$5"),
        ("~ ^ \\", r"{\textasciitilde} {\textasciicircum} {\textbackslash}"),
        ("{a {b} c}", r"\{a \{b\} c\}"),
        ("}a{", r"{\textbraceright}a{\textbraceleft}"),
        ("a\r\nb\t c\u2028d\x1ce", "a b c d e"),
        ("1\u00a0000 <x>", "1\u00a0000 <x>"),
    ],
)
def test_what_means_something_to_latex_is_escaped(text: str, written: str) -> None:
    assert latex(text) == written


def test_paragraphs_are_kept_apart() -> None:
    assert latex_prose("One\nline.\n\n\nTwo.\n") == r"One line.\par Two."


def test_addresses_stay_as_they_are_but_for_what_would_break_the_file() -> None:
    address = "https://example.org/a_b/%7Ec?x=1&y=$2#d~e^f"
    assert verbatim(address) == address
    assert verbatim("https://example.org/{a} b\\") == "https://example.org/%7Ba%7D%20b%5C"


@pytest.mark.parametrize(
    ("when", "classic", "whole"),
    [
        (When(Period(PartialDate(2026))), {"year": "2026"}, "2026"),
        (When(Period(PartialDate(2026, 6))), {"year": "2026", "month": "jun"}, "2026-06"),
        (When(Period(PartialDate(2026, 6, 5))), {"year": "2026", "month": "jun", "date": "2026-06-05"}, "2026-06-05"),
        (When(Period(PartialDate(2024), is_open=True)), {"year": "2024", "date": "2024/.."}, "2024/.."),
        (When(Period(PartialDate(2025), PartialDate(2026))), {"year": "2025", "date": "2025/2026"}, "2025/2026"),
        (When(Period(PartialDate(2020)), season=1, circa=True), {"year": "2020", "date": "2020-21~"}, "2020-21~"),
    ],
)  # fmt: skip
def test_dates_are_whole_in_both(when: When, classic: dict[str, str], whole: str) -> None:
    item = Item("a", "book", {"title": "a"}, {"issued": when})
    fields = by_bibtexparser(export_text("bibtex", [item]))["a"].fields
    assert {name: fields[name] for name in fields if name != "title"} == classic
    assert value_of(item, "date", "biblatex") == whole


def test_a_date_in_words_stands_as_year() -> None:
    item = Item("a", "book", {"title": "a"}, {"issued": When(literal="soon & later")})
    assert value_of(item, "year") == r"soon \& later"
    assert value_of(item, "year", "biblatex") == r"soon \& later"


def test_pybtex_knows_the_month() -> None:
    assert (
        by_pybtex(export_text("bibtex", [work("thesis")]))["thesis"].fields["month"] == "February"
    )


def test_what_is_in_press_says_so() -> None:
    assert value_of(work("in-press"), "year") == "in press"
    assert value_of(work("in-press", date="2026"), "year") == "2026"
    assert value_of(work("in-press", date="2026"), "note") == "In press"
    assert value_of(work("in-press"), "pubstate", "biblatex") == "inpress"


def test_a_talk_keeps_its_event_in_both() -> None:
    event = {
        "eventtitle": "Annual Meeting of Hypothetical Readers",
        "eventdate": "2026-06-26/2026-07-02",
        "venue": "Example City",
        "type": "Paper presentation",
        "slides": "https://slides.example.org/two_languages",
        "chair": "Allegory, III, Desmond",
    }
    for flavor in FLAVORS:
        fields = by_bibtexparser(export_text(flavor, [work("talk")]))["talk"].fields
        assert {name: fields[name] for name in event} == event


def test_bibtex_prints_what_it_has_no_field_for() -> None:
    assert (
        value_of(work("podcast"), "howpublished") == "Audio podcast episode, Overdue and out loud"
    )
    assert value_of(work("podcast"), "container-title") == "Overdue and out loud"
    assert (
        value_of(work("talk"), "howpublished")
        == "Paper presentation, Annual Meeting of Hypothetical Readers, Example City"
    )


@pytest.mark.parametrize(
    ("tag", "name"),
    [("en", ("english", True)), ("en-US", ("american", True)), ("en-IE", ("english", False)), ("tlh", ("", False))],
)  # fmt: skip
def test_languages_have_the_names_of_latex(tag: str, name: tuple[str, bool]) -> None:
    assert babel_name(tag) == name


def test_a_language_without_a_name_keeps_its_tag() -> None:
    fields = by_bibtexparser(export_text("biblatex", [work("book", language="en-IE")]))[
        "book"
    ].fields
    assert (fields["langid"], fields["language"]) == ("english", "en-IE")


@pytest.mark.parametrize("flavor", FLAVORS)
@given(
    texts=st.dictionaries(st.sampled_from(CSL_TEXTS), HARD, max_size=8),
    type_=st.sampled_from([item.type for item in all_works()]),
    custom=st.dictionaries(st.sampled_from(("award", "slides", "license", "other}")), HARD),
)
def test_no_text_leaves_its_field(
    flavor: str, texts: dict[str, str], type_: str, custom: dict[str, str]
) -> None:
    """Every field that plain words would make is there, no other, and the next entry too."""
    item = Item("first", type_, texts, custom=custom)
    said = {name: "words" for name, text in texts.items() if unlatex(latex(text))}
    plain = Item(
        "first", type_, said, custom={name: "words" for name in custom if custom[name].strip()}
    )
    after = work("film")
    found = by_bibtexparser(export_text(flavor, [item, after]))
    assert list(found) == ["first", "film"]
    others = {"langid", "language", "eprint", "eprinttype", "entrysubtype", "year", "howpublished", "custom", "award", "slides", "license", "note", "pubstate"}  # fmt: skip
    wanted = by_bibtexparser(export_text(flavor, [plain, after]))["first"].fields.keys() - others
    kept = {name for name, value in found["first"].fields.items() if value.strip()} - others
    assert kept <= wanted
    assert by_pybtex(export_text(flavor, [item, after])).keys() == found.keys()


@given(HARD, HARD)
def test_texts_come_back_from_both_readers(title: str, abstract: str) -> None:
    item = Item(
        "key",
        "report",
        {"title": f"x{title}", "abstract": f"x{abstract}", "publisher": f"x{title}"},
    )
    for read in READERS:
        fields = read(export_text("bibtex", [item]))["key"].fields
        assert unlatex(fields["institution"]) == words(latex_free(f"x{title}"))
        assert unlatex(fields["abstract"]) == words(latex_free(f"x{abstract}"))
        if "<" not in title:
            assert unlatex(fields["title"]) == words(latex_free(f"x{title}"))


def latex_free(text: str) -> str:
    """Return a text as it may come back: control characters and line ends are spaces."""
    return "".join(" " if ord(sign) < 32 or 127 <= ord(sign) < 160 else sign for sign in text)


@given(st.lists(HARD.filter(str.strip), min_size=1, max_size=4), st.booleans())
def test_names_stay_names_whatever_they_hold(names: list[str], given_too: bool) -> None:  # noqa: FBT001  # hypothesis hands it over
    people = tuple(
        Name(PersonName.model_construct(family=one, given=one if given_too else None))
        for one in names
    )
    bodies = tuple(Name(organization=one) for one in names)
    item = Item("key", "book", {"title": "a"}, names={"author": people, "editor": bodies})
    (entry,) = parse_string(export_text("bibtex", [item]), "bibtex").entries.values()
    there = [one for one in names if words(latex_free(one))]
    assert len(entry.persons.get("author", ())) == len(there)
    assert [unlatex(str(one)) for one in entry.persons.get("editor", ())] == [
        words(latex_free(one)) for one in there
    ]


def test_the_latex_reader_of_bibtexparser_finds_the_words_of_the_demonstration(
    demonstration: tuple[Item, ...],
) -> None:
    library = parse_bibtexparser(
        export_text("biblatex", demonstration), append_middleware=[LatexDecodingMiddleware()]
    )
    for item in demonstration:
        fields = library.entries_dict[item.id].fields_dict
        marked = item.text("title").replace("<i>", "").replace("</i>", "")
        assert words(fields["title"].value) == marked
        assert fields["abstract"].value == words(item.text("abstract"))
        if item.has("URL"):
            assert fields["url"].value == item.text("URL")
