"""CSL-JSON and what registrars answer instead of it, as items."""

from typing import Any

import pytest

from generator.bibliography.csl_json import csl_values
from generator.bibliography.reading.answers import item_from_answer
from generator.bibliography.reading.csl import item_from_csl


def read(**values: Any) -> dict[str, Any]:
    """What comes of an item with these values, without its id and type."""
    item, _ = item_from_csl({"id": "x", "type": "book", **values})
    return {key: value for key, value in csl_values(item).items() if key not in ("id", "type")}


def said(**values: Any) -> list[str]:
    return list(item_from_csl({"id": "x", "type": "book", **values})[1])


@pytest.mark.parametrize(
    ("values", "read_as"),
    [
        (
            {"volume": 12, "issue": 3.0, "edition": "2"},
            {"volume": "12", "issue": "3.0", "edition": "2"},
        ),
        ({"title": "", "publisher": None, "author": [], "issued": {}}, {}),
        ({"DOI": "https://doi.org/10.5555/ABC"}, {"DOI": "10.5555/ABC"}),
        ({"DOI": "doi:10.5555/a%2Fb"}, {"DOI": "10.5555/a%2Fb"}),
        ({"DOI": "not one"}, {"DOI": "not one"}),
        ({"issued": "2024-05"}, {"issued": {"date-parts": [[2024, 5]]}}),
        ({"categories": ["a; b", 2, ""]}, {"categories": ["a; b", "2"]}),
        ({"author": {"family": "A"}}, {"author": [{"family": "A"}]}),
        ({"author": "Plato"}, {"author": [{"literal": "Plato"}]}),
        ({"author": ["Aye, Bee"]}, {"author": [{"family": "Aye", "given": "Bee"}]}),
        (
            {"author": [{"name": "A Body", "sequence": "first"}]},
            {"author": [{"literal": "A Body"}]},
        ),
        ({"author": [{}, None, 3, {"given": "Only"}]}, {"author": [{"given": "Only"}]}),
        ({"author": [{"suffix": "Jr."}]}, {"author": [{"literal": "Jr."}]}),
        ({"author": [{"literal": "others"}]}, {}),
        (
            {"custom": {"n": 1, "list": [True, None]}, "ISAN": "1"},
            {"custom": {"ISAN": "1", "n": 1, "list": [True, None]}},
        ),
    ],
)
def test_an_item_is_made_regular(values: dict[str, Any], read_as: dict[str, Any]) -> None:
    assert read(**values) == read_as


def test_what_changes_is_said() -> None:
    assert said(type="nonsense") == ["'nonsense' is no type of CSL: taken as 'document'"]
    assert said(type=None) == ["no type is given: taken as 'document'"]
    assert said(title="<span>x</span>") == ["title: tags: 'x'"]
    assert said(DOI="https://doi.org/10.5555/a") == ["DOI written bare: 10.5555/a"]
    assert said(ISAN="1") == ["kept under 'custom', for CSL has no such variable: ISAN"]
    assert said(author=[{"family": "A", "comma-suffix": True}]) == [
        "author 'A': left out comma-suffix, which styles decide"
    ]
    assert said(author=[{"family": "A", "literal": "A."}]) == [
        "author 'A': left out 'A.', which names the same again"
    ]
    assert said(author=[{"literal": "others"}]) == [
        "author: 'and others' stands for names that are missing; add them"
    ]
    assert said(title="nothing changes", volume=3) == []


ANSWERED: dict[str, Any] = {"indexed": {"timestamp": 1}, "DOI": "10.5555/x"}


def answered(**values: Any) -> dict[str, Any]:
    """What comes of a registrar's answer, without id and DOI."""
    item, _ = item_from_answer({**ANSWERED, **values}, "10.5555/x")
    return {key: value for key, value in csl_values(item).items() if key not in ("id", "DOI")}


@pytest.mark.parametrize(
    ("values", "read_as"),
    [
        ({"type": "journal-article"}, {"type": "article-journal"}),
        ({"type": "proceedings-article"}, {"type": "paper-conference"}),
        ({"type": "posted-content", "subtype": "preprint"}, {"type": "article"}),
        ({"type": "book-chapter"}, {"type": "chapter"}),
        ({"type": "monograph"}, {"type": "book"}),
        ({"type": "peer-review"}, {"type": "review"}),
        ({"type": "report-series"}, {"type": "report"}),
        ({"type": "dissertation", "degree": ["PhD"]}, {"type": "thesis", "genre": "PhD"}),
        ({}, {"type": "document"}),
        ({"type": "book", "title": ["A", "B"]}, {"type": "book", "title": "A"}),
        ({"type": "book", "title": []}, {"type": "book"}),
        (
            {"type": "book", "title": ["A title:"], "subtitle": ["Its  subtitle."]},
            {"type": "book", "title": "A title: Its subtitle"},
        ),
        (
            {"type": "book", "title": ["A title?"], "subtitle": ["Its subtitle"]},
            {"type": "book", "title": "A title? Its subtitle"},
        ),
        (
            {"type": "book", "title": ["A title: Its subtitle"], "subtitle": ["Its subtitle"]},
            {"type": "book", "title": "A title: Its subtitle"},
        ),
        (
            {"type": "book", "title": "Made in the U.S.A."},
            {"type": "book", "title": "Made in the U.S.A."},
        ),
        (
            {"type": "book", "ISBN": ["http://id.crossref.org/isbn/9781234567897"], "ISSN": []},
            {"type": "book", "ISBN": "9781234567897"},
        ),
        (
            {
                "type": "journal-article",
                "container-title": ["J. of X"],
                "ISSN": ["1234-5679", "2345-6789"],
            },
            {
                "type": "article-journal",
                "container-title": "J. of X",
                "ISSN": "1234-5679, 2345-6789",
            },
        ),
        (
            {"type": "book-chapter", "container-title": ["A series", "A book"]},
            {"type": "chapter", "collection-title": "A series", "container-title": "A book"},
        ),
        (
            {
                "type": "journal-article",
                "issued": {"date-parts": [[None]]},
                "published-online": {"date-parts": [[2024, 5]]},
            },
            {"type": "article-journal", "issued": {"date-parts": [[2024, 5]]}},
        ),
        (
            {
                "type": "book",
                "issued": None,
                "published-print": {"date-parts": [["2024"]]},
                "created": {"date-parts": [[2020]]},
            },
            {"type": "book", "issued": {"date-parts": [[2024]]}},
        ),
        (
            {
                "type": "proceedings-article",
                "event": {
                    "name": "A meeting",
                    "location": "Nowhere",
                    "start": {"date-parts": [[2024, 5, 1]]},
                    "end": {"date-parts": [[2024, 5, 3]]},
                },
            },
            {
                "type": "paper-conference",
                "event-title": "A meeting",
                "event-place": "Nowhere",
                "event-date": {"date-parts": [[2024, 5, 1], [2024, 5, 3]]},
            },
        ),
        (
            {
                "type": "book",
                "license": [
                    {"URL": "https://x.example.org/tdm"},
                    {"URL": "http://creativecommons.org/licenses/by-nc/4.0/"},
                ],
            },
            {"type": "book", "custom": {"license": "CC-BY-NC-4.0"}},
        ),
        (
            {
                "type": "dataset",
                "copyright": "Creative Commons Attribution Share Alike 4.0 International",
            },
            {"type": "dataset", "custom": {"license": "CC-BY-SA-4.0"}},
        ),
        ({"type": "book", "URL": "http://dx.doi.org/10.5555/X"}, {"type": "book"}),
        (
            {"type": "book", "URL": "https://example.org/x"},
            {"type": "book", "URL": "https://example.org/x"},
        ),
        (
            {"type": "journal-article", "article-number": "e12", "journal-issue": {"issue": "3"}},
            {"type": "article-journal", "number": "e12", "issue": "3"},
        ),
        (
            {"type": "posted-content", "institution": [{"name": "An archive"}]},
            {"type": "article", "publisher": "An archive"},
        ),
        (
            {"type": "book", "source": "Crossref", "score": 1, "link": [{}], "funder": [{}]},
            {"type": "book"},
        ),
        ({"type": "book", "archive": ["Portico"], "relation": {}}, {"type": "book"}),
    ],
)
def test_an_answer_of_a_registrar_is_made_csl(
    values: dict[str, Any], read_as: dict[str, Any]
) -> None:
    assert answered(**values) == read_as


def test_people_keep_their_identifiers() -> None:
    item, _ = item_from_csl(
        {
            "id": "x",
            "type": "book",
            "author": [
                {"family": "A", "ORCID": "http://orcid.org/0000-0002-1825-0097"},
                {"family": "B", "ORCID": "https://orcid.org/0000-0002-1825-0090"},
                {"name": "C", "id": [{"id": "https://ror.org/05dxps055", "id-type": "ROR"}]},
            ],
        }
    )
    assert [name.identifier for name in item.names["author"]] == [
        "https://orcid.org/0000-0002-1825-0097",
        "",
        "https://ror.org/05dxps055",
    ]


def test_a_title_in_capitals_stays_and_is_pointed_out() -> None:
    item, changes = item_from_answer(
        {**ANSWERED, "type": "book", "title": ["LOUD LIBRARIES."]}, "10.5555/x"
    )
    assert item.text("title") == "LOUD LIBRARIES"
    assert changes == (
        "title: final period taken out",
        "the title is in capitals: 'LOUD LIBRARIES'; write it as it is printed",
    )
