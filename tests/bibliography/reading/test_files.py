"""Files of all formats: how they are told apart and decoded, what is broken, and no surprises."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bibliography.csl_json import csl_values
from generator.bibliography.reading.files import read_items

BIB = "@book{a, title={É}}"
RIS = "TY  - BOOK\nTI  - É\nER  - \n"
JSON = '[{"id":"a","type":"book","title":"É"}]'


def titles(content: bytes, path: str) -> list[str]:
    return [one.item.text("title") for one in read_items(content, path).incoming]


def faults(content: bytes | str, path: str) -> list[str]:
    written = content.encode() if isinstance(content, str) else content
    return [f"{one.place}: {one.label}: {one.reason}" for one in read_items(written, path).rejected]


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (BIB, "a.bib"),
        (BIB, "A.BIB"),
        (BIB, "a.txt"),
        (f"% a comment\n{BIB}", "a"),
        (RIS, "a.ris"),
        (RIS, "a.txt"),
        (JSON, "a.json"),
        (JSON, "a.txt"),
        (JSON, "a.csljson"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_file_is_known_by_its_ending_or_beginning_in_every_unicode(
    content: str, path: str, encoding: str
) -> None:
    assert titles(content.encode(encoding), path) == ["É"]


def test_another_encoding_is_named_with_its_line() -> None:
    content = b"@book{a,\n  title = {caf\xe9}}"
    assert faults(content, "a.bib") == [
        "a.bib:2:15: the file: byte 0xE9 is not UTF-8 (in Windows-1252 it would be 'é'); save the file as UTF-8"
    ]
    assert faults(codecs.BOM_UTF16_LE + b"a", "a.bib") == [
        "a.bib:1:1: the file: it begins as UTF-16 does, but is damaged; save it as UTF-8"
    ]


def test_what_is_none_of_the_three_is_refused() -> None:
    assert faults("hello", "a.txt") == [
        "a.txt:1:1: the file: it is neither BibTeX (.bib) nor RIS (.ris) nor CSL-JSON (.json)"
    ]


@pytest.mark.parametrize(
    ("content", "read", "said"),
    [
        ("", [], ["a.bib:1:1: the file: no entry of BibTeX stands in it"]),
        (
            "@book{a, title={A}}\n@book{b, title={B\n@book{c, title={C}}\n",
            ["A", "C"],
            ["a.bib:2:1: b: a brace or quotation mark of this entry is never closed"],
        ),
        (
            '@book{a, title="A" year=2020}\n@book{c, title={C}}\n',
            ["C"],
            ["a.bib:1:20: a: '}' expected"],
        ),
        ("@book{, title={A}}", ["A"], []),
        ("@book(a, title={A})", ["A"], []),
        ("mail me@example.org {here}\n@book{a, title={A}} trailing", ["A"], []),
        (
            "@book a, title={A}}\n@book{c, title={C}}",
            ["C"],
            ["a.bib:1:7: an entry: '(' or '{' expected"],
        ),
        ("@comment{@book{a, title={A}}}", ["A"], []),
    ],
)
def test_a_broken_entry_of_bibtex_costs_only_itself(
    content: str, read: list[str], said: list[str]
) -> None:
    assert titles(content.encode(), "a.bib") == read
    assert faults(content, "a.bib") == said


@pytest.mark.parametrize(
    ("content", "read", "said"),
    [
        ("\n", [], ["a.ris:1:1: the file: no reference of RIS stands in it"]),
        ("TY  - BOOK\nTI  - A\nTY  - BOOK\nTI  - B\n", ["A", "B"], []),
        (
            "TI  - stray\nmore\n\nTY  - BOOK\nTI  - A\nER  - \nrest\n",
            ["A"],
            [
                "a.ris:1:1: 'TI - stray': this belongs to no reference, which begins with 'TY  - ' and ends with 'ER  - '",
                "a.ris:7:1: 'rest': this belongs to no reference, which begins with 'TY  - ' and ends with 'ER  - '",
            ],
        ),
        ("TY  - BOOK\rTI  - A\rER  - \r", ["A"], []),
        ("TY - BOOK\nTI - A CD - ROM\nCD - ROM\nER -\n", ["A CD - ROM CD - ROM"], []),
    ],
)
def test_a_broken_reference_of_ris_costs_only_itself(
    content: str, read: list[str], said: list[str]
) -> None:
    assert titles(content.encode(), "a.ris") == read
    assert faults(content, "a.ris") == said


@pytest.mark.parametrize(
    ("content", "read", "said"),
    [
        ("", [], ["a.json:1:1: item 1: the file is empty"]),
        ("[]", [], []),
        ('{"id":"a","title":"A"}', ["A"], []),
        ('{"items":[{"id":"a","title":"A"}],"more":1}', ["A"], []),
        ('{"id":"a","title":"A"}\n{"id":"b","title":"B"}\n', ["A", "B"], []),
        (
            '[{"id":"a","title":"A"},\n {"id":"b" "title":"B"},\n {"id":"c","title":"C"}]',
            ["A", "C"],
            ["a.json:2:12: item 2: this is not JSON: Expecting ',' delimiter"],
        ),
        (
            '[{"id":"a","title":"A"}',
            ["A"],
            ["a.json:1:23: item 2: the list is not closed with ']'"],
        ),
        ("[1]", [], ["a.json:1:2: item 1: 1 is no item, which is a group in braces"]),
        ("[" * 100000, [], ["a.json:1:2: item 1: this is nested too deeply to be an item"]),
        (
            f'[{{"id":"a","custom":{"[" * 200}{"]" * 200}}}]',
            [],
            ["a.json:1:2: item 1: this is nested too deeply to be an item"],
        ),
        ('[{"id":"a","title":"A","volume":' + "9" * 5000 + "}]", ["A"], []),
    ],
    ids=range(11),
)
def test_a_broken_item_of_json_costs_only_itself(
    content: str, read: list[str], said: list[str]
) -> None:
    assert titles(content.encode(), "a.json") == read
    assert faults(content, "a.json") == said


FRAGMENTS = st.sampled_from(
    (
        b"@article{", b"@string{", b"@", b"a=", b"{", b"}", b'"', b",", b"=", b"#", b"title={x}",
        b"author={A and {B} and C, D}", b"\n", b"\\", b"\\'", b"$", b"%", b"TY  - JOUR\n", b"TY - ",
        b"ER  - \n", b"AU  - A, B\n", b"TI  - x\n", b"KW  - ", b"PY  - 2020", b"[", b"]",
        b'{"id":"a","type":"book"', b'"title":"x"', b'"author":[{"family":"A"}]', b":", b"null",
        b"1e999", b"NaN", b'"issued":{"date-parts":[[2020]]}', b"\xff", b"\xef\xbb\xbf", b"\x00",
        "é".encode(), b"crossref={a}", b"xdata={a}", b"year=2020", b"month=jan", b"date={2020/}",
    )
)  # fmt: skip
CONTENTS = st.lists(FRAGMENTS, max_size=25).map(b"".join) | st.binary()


@given(CONTENTS, st.sampled_from(("a.bib", "a.ris", "a.json", "a.txt")))
def test_whatever_stands_in_a_file_is_read_or_reported(content: bytes, path: str) -> None:
    batch = read_items(content, path)
    says_nothing = content.strip(b" \r\n\t[]{},") == b""
    assert batch.incoming or batch.rejected or says_nothing


def test_what_a_database_adds_to_an_article_stays_behind() -> None:
    content = (
        b"TY  - JOUR\nTI  - Night reference\nAU  - Imaginary, Ann\nJF  - Quarterly of Nothing\n"
        b"AD  - University of Nowhere. ann@example.org\nDB  - Abstracts of Nothing\nAN  - 99887766\n"
        b"ID  - 12\nM3  - Article\nPY  - 2024\nY2  - 2024/11/03/12:01:59\nER  - \n"
    )
    (incoming,) = read_items(content, "export.ris").incoming
    assert csl_values(incoming.item) == {
        "id": "",
        "type": "article-journal",
        "accessed": {"date-parts": [[2024, 11, 3]]},
        "author": [{"family": "Imaginary", "given": "Ann"}],
        "container-title": "Quarterly of Nothing",
        "issued": {"date-parts": [[2024]]},
        "source": "Abstracts of Nothing",
        "title": "Night reference",
    }
    assert incoming.changes == ("left out what programs keep for themselves: AD, AN, M3",)
