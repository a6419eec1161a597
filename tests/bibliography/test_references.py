"""References against citeproc-js in APA 7, the oracle, and the places where APA wants otherwise."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from generator.bibliography.item import Item, Name
from generator.bibliography.reading.csl import item_from_csl
from generator.bibliography.references import reference_html, reference_text
from generator.records.people import PersonName

ORACLE = Path(__file__).parent / "oracle"
ITEMS = {values["id"]: values for values in json.loads((ORACLE / "items.json").read_bytes())}
REFERENCES: dict[str, dict[str, str]] = json.loads((ORACLE / "references.json").read_bytes())
DEVIATIONS: dict[str, Any] = json.loads((ORACLE / "deviations.json").read_bytes())
DOCS = Path(__file__).parents[2] / "docs" / "references.md"


def item(id_: str) -> Item:
    found, _ = item_from_csl(ITEMS[id_])
    return found


def as_ours(html: str) -> str:
    """The oracle's HTML in our spelling: entities, and italics that stand upright in italics."""
    for number, name in (("&#38;", "&amp;"), ("&#60;", "&lt;"), ("&#62;", "&gt;")):
        html = html.replace(number, name)
    upright = re.compile(r'<span style="font-style:normal;">(.*?)</span>')
    return upright.sub(r"</i>\1<i>", html).replace("<i></i>", "")


def without_links(html: str) -> str:
    return re.sub(r"</?a[^>]*>", "", html)


def expected(id_: str) -> dict[str, str]:
    deviation = DEVIATIONS["items"].get(id_)
    if deviation:
        return {"text": deviation["text"], "html": deviation["html"]}
    return {"text": REFERENCES[id_]["text"], "html": as_ours(REFERENCES[id_]["html"])}


@pytest.mark.parametrize("id_", ITEMS)
def test_a_reference_is_what_citeproc_writes_or_what_apa_wants_instead(id_: str) -> None:
    made = {
        "text": reference_text(item(id_)),
        "html": without_links(reference_html(item(id_))),
    }
    assert made == expected(id_)


@pytest.mark.parametrize("id_", DEVIATIONS["items"])
def test_a_deviation_deviates_and_names_its_rule(id_: str) -> None:
    deviation = DEVIATIONS["items"][id_]
    theirs = {"text": REFERENCES[id_]["text"], "html": as_ours(REFERENCES[id_]["html"])}
    assert {"text": deviation["text"], "html": deviation["html"]} != theirs
    assert deviation["rule"] in DEVIATIONS["rules"]


def test_every_rule_of_deviation_is_documented_with_its_section() -> None:
    page = DOCS.read_text("utf-8")
    for rule in DEVIATIONS["rules"].values():
        assert f"| {rule['rule']} | {rule['section']} |" in page


def test_the_numbers_that_the_docs_give_are_those_of_the_set() -> None:
    words = " ".join(DOCS.read_text("utf-8").split())
    assert f"holds {len(ITEMS)} invented works" in words
    assert f"{len(ITEMS) - len(DEVIATIONS['items'])} of ours are the same" in words


def test_the_set_covers_what_it_is_meant_to() -> None:
    types = {values["type"] for values in ITEMS.values()}
    authors = {len(values.get("author", ())) for values in ITEMS.values()}
    assert len(ITEMS) >= 150
    assert types >= {
        "article",
        "article-journal",
        "book",
        "broadcast",
        "chapter",
        "dataset",
        "motion_picture",
        "paper-conference",
        "post-weblog",
        "report",
        "software",
        "speech",
        "thesis",
        "webpage",
    }
    assert authors >= {0, 1, 2, 3, 7, 8, 19, 20, 21, 40}


def test_the_words_of_the_html_are_the_text() -> None:
    for id_ in ITEMS:
        words = BeautifulSoup(reference_html(item(id_)), "html.parser").get_text()
        assert words == reference_text(item(id_))


def test_an_address_is_linked_and_encoded() -> None:
    made = reference_html(item("journal-doi-odd"))
    shown = "https://doi.org/10.5555/(SICI)1097&lt;1::AID-LRRT&gt;3.0.CO;2-#"
    target = "https://doi.org/10.5555/(SICI)1097%3C1::AID-LRRT%3E3.0.CO;2-%23"
    assert f'<a href="{target}">{shown}</a>' in made


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x"]
)
def test_an_address_that_is_not_of_the_web_is_no_link(address: str) -> None:
    made = reference_html(Item("x", "webpage", {"title": "T", "URL": address}))
    assert "<a" not in made
    assert address in made


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
NAME = TEXT.filter(lambda text: "\n" not in text)
HOSTILE = st.sampled_from(
    [
        '"><script>alert(1)</script>',
        "</i></a><img src=x onerror=alert(1)>",
        '<i onclick="alert(1)">x</i>',
        "<i><b></i></b>",
        "</sup>&lt;b&gt;",
        "https://example.org/\"onmouseover='alert(1)'",
    ]
)
VARIABLES = (
    "title",
    "container-title",
    "volume",
    "issue",
    "page",
    "number",
    "publisher",
    "genre",
    "edition",
    "version",
    "event-title",
    "event-place",
    "archive",
    "status",
    "DOI",
    "URL",
)
TYPES = sorted({values["type"] for values in ITEMS.values()})


@given(
    st.sampled_from(TYPES),
    st.dictionaries(st.sampled_from(VARIABLES), TEXT | HOSTILE, min_size=1),
    NAME | HOSTILE,
)
def test_no_text_breaks_out_of_a_reference(type_: str, texts: dict[str, str], name: str) -> None:
    people = (Name(PersonName(family=name, given=name)), Name(organization=name))
    html = reference_html(Item("x", type_, {"title": "T", **texts}, names={"author": people}))
    tree = BeautifulSoup(html, "html.parser")
    assert {tag.name for tag in tree.find_all()} <= {"i", "b", "sub", "sup", "a"}
    for tag in tree.find_all():
        assert set(tag.attrs) <= ({"href"} if tag.name == "a" else set())
        if tag.name == "a":
            assert str(tag["href"]).startswith(("https://", "http://"))


@given(st.sampled_from(TYPES), st.dictionaries(st.sampled_from(VARIABLES), TEXT))
def test_a_reference_stands_on_one_line(type_: str, texts: dict[str, str]) -> None:
    made = reference_text(Item("x", type_, {"title": "T", **texts}))
    assert made == " ".join(made.split())
