"""JSON-LD: what search engines read, in a script element that no text can end."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from generator.bibliography.item import Item, Name
from generator.bibliography.json_ld import json_ld, json_ld_list, json_ld_script
from generator.bibliography.licenses import license_address
from generator.records.people import PersonName
from tests.bibliography.embedded_works import ADDRESS
from tests.bibliography.works import RECORDS, work

TYPES = {
    "article": "ScholarlyArticle",
    "article-by-number": "ScholarlyArticle",
    "in-press": "ScholarlyArticle",
    "article-with-gaps": "ScholarlyArticle",
    "paper": "ScholarlyArticle",
    "talk": "PresentationDigitalDocument",
    "panel": "PresentationDigitalDocument",
    "poster": "Poster",
    "webinar": "PresentationDigitalDocument",
    "book": "Book",
    "translated-book": "Book",
    "chapter": "Chapter",
    "thesis": "Thesis",
    "report": "Report",
    "dataset": "Dataset",
    "software": "SoftwareSourceCode",
    "preprint": "ScholarlyArticle",
    "post": "BlogPosting",
    "guide": "LearningResource",
    "podcast": "PodcastEpisode",
    "video": "VideoObject",
    "film": "VideoObject",
    "infographic": "VisualArtwork",
    "kept": "CreativeWork",
}


def parsed(html: str) -> Any:
    """The values in the one script element that a text of HTML consists of."""
    (script,) = BeautifulSoup(html, "html.parser").contents
    assert script.name == "script"  # type: ignore[attr-defined]  # bs4 cannot say it is a tag
    return json.loads(script.get_text())


def ld(id_: str, **others: object) -> dict[str, Any]:
    return json_ld(work(id_, **others), ADDRESS.format(id_))


@pytest.mark.parametrize("id_", RECORDS)
def test_a_work_is_of_its_type_and_comes_back_from_its_script(id_: str) -> None:
    assert ld(id_)["@type"] == TYPES[id_]
    assert parsed(json_ld_script(ld(id_))) == ld(id_)


def test_an_article_stands_in_an_issue_of_a_volume_of_a_journal() -> None:
    assert ld("article")["isPartOf"] == {
        "@type": "PublicationIssue",
        "issueNumber": "3–4",
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "14",
            "isPartOf": {
                "@type": "Periodical",
                "name": "Journal of Invented Results & Notes",
                "issn": "9876-5434",
            },
        },
    }


def test_a_talk_is_a_part_of_its_event() -> None:
    assert ld("panel")["subjectOf"] == {
        "@type": "Event",
        "name": "Who is awake?",
        "startDate": "2026-03-12",
        "location": {"@type": "VirtualLocation", "name": "Online"},
        "superEvent": {
            "@type": "Event",
            "name": "Reference after hours",
            "superEvent": {"@type": "Event", "name": "Spring Meeting of Hypothetical Reference"},
        },
    }


def test_the_editors_of_a_book_stand_with_the_book_that_a_chapter_is_in() -> None:
    chapter = ld("chapter")
    assert "editor" not in chapter
    assert chapter["isPartOf"]["editor"] == [
        {
            "@type": "Person",
            "name": "Ottilie von Erfunden",
            "givenName": "Ottilie",
            "familyName": "von Erfunden",
        }
    ]


def test_only_persons_are_editors_for_schema_org() -> None:
    book = ld("book")
    assert [one["name"] for one in book["editor"]] == ["Tomás Luis Fingido Soler"]
    assert [one["name"] for one in book["contributor"]] == ["University of Somewhere North"]


def test_people_and_organizations_are_known_by_their_identifiers() -> None:
    item = Item(
        id="known",
        type="report",
        names={
            "author": (
                Name(
                    PersonName(given="Ada", family="Makebright"),
                    identifier="https://orcid.org/0000-0009-9999-0001",
                ),
                Name(organization="Somewhere North", identifier="https://ror.org/05dxps055"),
                Name(organization="Name withheld", withheld=True),
            )
        },
    )
    assert json_ld(item, "https://example.org/")["author"] == [
        {
            "@type": "Person",
            "@id": "https://orcid.org/0000-0009-9999-0001",
            "name": "Ada Makebright",
            "givenName": "Ada",
            "familyName": "Makebright",
        },
        {
            "@type": "Organization",
            "@id": "https://ror.org/05dxps055",
            "name": "Somewhere North",
        },
        {"@type": "Person", "name": "Name withheld"},
    ]


def test_a_work_is_identified_by_its_doi() -> None:
    chapter = ld("chapter")
    address = "https://doi.org/10.5555/hd.methods.133"
    assert chapter["@id"] == address
    assert chapter["sameAs"] == [address]
    assert chapter["identifier"] == [
        {
            "@type": "PropertyValue",
            "propertyID": "DOI",
            "value": "10.5555/hd.methods.133",
            "url": address,
        }
    ]


@pytest.mark.parametrize(
    ("identifier", "address"),
    [
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC-BY-NC-ND-3.0-US", "https://creativecommons.org/licenses/by-nc-nd/3.0/us/"),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("MIT", "https://spdx.org/licenses/MIT.html"),
    ],
)
def test_a_license_has_its_address(identifier: str, address: str) -> None:
    assert license_address(identifier) == address


def test_a_list_counts_its_works_and_leads_to_each() -> None:
    works = [("Reading <i>Middlemarch</i>", "https://example.org/outputs/a/")]
    assert json_ld_list("Works", "https://example.org/outputs/", works) == {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "@id": "https://example.org/outputs/",
        "url": "https://example.org/outputs/",
        "name": "Works",
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": 1,
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": 1,
                    "name": "Reading Middlemarch",
                    "url": "https://example.org/outputs/a/",
                }
            ],
        },
    }


@given(st.text(), st.text())
def test_no_text_ends_the_script_element(before: str, after: str) -> None:
    for planted in ("</script><script>", "<!--<script>", "]]>", "\u2028\u2029", "&quot;"):
        values = {"name": f"{before}{planted}{after}"}
        html = json_ld_script(values)
        assert parsed(html) == values
        text = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
        assert not set(text) & set("<>&\u2028\u2029")
