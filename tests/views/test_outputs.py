"""Publications and presentations: their order, and the line that says where they stand."""

from pathlib import Path
from typing import Any

import pytest

from generator.catalog import load_catalog
from generator.source import to_yaml, write_text
from generator.views import make_site
from generator.views.licenses import license_link
from generator.views.links import Link
from tests.filling import FIRST, SECOND
from tests.views.sites import DAY, records, site_of

ARTICLE = {
    "type": "journal-article",
    "title": "A title",
    "status": "published",
    "contributors": [{"name": {"given": "Nora", "family": "Elsewhere"}}],
    "container": {"title": "The Journal"},
}


def test_outputs_stand_newest_first_in_press_on_top_and_undated_last(tmp_path: Path) -> None:
    program = records()
    del program["outputs/output.yaml"]
    dates = {"a": "2024", "b": "2025-06", "c": "2025-06-02", "d": "", "e": "2026-01/2026-03"}
    for id_, day in dates.items():
        program[f"outputs/{id_}.yaml"] = {
            **ARTICLE,
            "title": f"Title {id_}",
            **({"date": day} if day else {}),
        }
    program["outputs/f.yaml"] = {**ARTICLE, "title": "Title f", "status": "in-press"}
    outputs = site_of(tmp_path, program).outputs
    assert [(one.id, one.year, one.when) for one in outputs] == [
        ("f", "In press", "In press"),
        ("e", "2026", "January 2026 to March 2026"),
        ("c", "2025", "June 2, 2025"),
        ("b", "2025", "June 2025"),
        ("a", "2024", "2024"),
        ("d", "Without a date", ""),
    ]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "The Journal"),
        (
            {"container": {"title": "The Journal", "volume": "12", "issue": "3", "pages": "4-19"}},
            "The Journal, 12(3), 4–19",
        ),
        (
            {"container": {"title": "The Journal", "volume": "12", "article_number": "e7"}},
            "The Journal, 12, Article e7",
        ),
        (
            {
                "type": "presentation",
                "status": "presented",
                "date": "2026",
                "container": None,
                "event": {"name": "The Conference", "place": "Chicago, IL"},
            },
            "The Conference, Chicago, IL",
        ),
        (
            {
                "type": "poster",
                "status": "presented",
                "date": "2026",
                "container": None,
                "event": {"name": "The Conference", "online": "true"},
            },
            "The Conference, online",
        ),
        ({"type": "book", "container": None, "publisher": "The Press"}, "The Press"),
        (
            {"type": "chapter", "container": {"title": "The Book"}, "publisher": "The Press"},
            "The Book. The Press",
        ),
    ],
)
def test_where_a_work_stands_is_one_line(
    tmp_path: Path, changes: dict[str, Any], line: str
) -> None:
    program = records()
    whole = {**ARTICLE, **changes}
    program["outputs/output.yaml"] = {key: value for key, value in whole.items() if value}
    assert site_of(tmp_path, program).outputs[0].source_line == line


def test_a_doi_is_a_link_in_which_nothing_breaks_out(tmp_path: Path) -> None:
    program = records()
    program["outputs/output.yaml"] = {
        **ARTICLE,
        "doi": "10.1002/(SICI)1097<355::AID-ASI1>3.0.CO;2-#",
    }
    (doi,) = site_of(tmp_path, program).outputs[0].identifiers
    assert doi.label == "doi:10.1002/(SICI)1097<355::AID-ASI1>3.0.CO;2-#"
    assert doi.address == "https://doi.org/10.1002/(SICI)1097%3C355::AID-ASI1%3E3.0.CO;2-%23"


def test_a_work_is_filed_under_its_year_type_terms_people_and_cohorts(tmp_path: Path) -> None:
    program = records()
    program["outputs/output.yaml"] = {
        **ARTICLE,
        "status": "in-press",
        "contributors": [{"participant": FIRST}, {"participant": SECOND, "role": "editor"}],
        "topics": ["topic-one"],
        "methods": ["method-one"],
        "pairings": ["2026/pair"],
    }
    site = site_of(tmp_path, program)
    filed = site.outputs[0].filed
    assert {
        facet: [(term.key, term.label) for term in terms] for facet, terms in filed.items()
    } == {
        "year": [("in-press", "In press")],
        "type": [("journal-article", "Journal article")],
        "topic": [("topic-one", "topics label")],
        "method": [("method-one", "methods label")],
        "person": [(FIRST, site.outputs[0].contributors[0].name), (SECOND, "Somebody Else")],
        "cohort": [("2026", "title")],
    }


def test_a_person_who_did_not_agree_is_nobody_to_filter_by(tmp_path: Path) -> None:
    program = records()
    scopes = program[f"participants/{FIRST}.yaml"]["consent"]["scopes"]
    scopes.remove("outputs")
    program["outputs/output.yaml"] = {
        **ARTICLE,
        "contributors": [{"participant": FIRST}, {"participant": SECOND}],
    }
    (tmp_path / "records").mkdir()
    for path, record in program.items():
        write_text(tmp_path / "records" / path, to_yaml(record))
    site = make_site(load_catalog(tmp_path / "records").catalog, DAY)
    assert [term.key for term in site.outputs[0].filed["person"]] == [SECOND]
    assert [(one.person.name, one.identifier) for one in site.outputs[0].credits] == [
        ("Name withheld", None),
        ("Somebody Else", None),
    ]


def test_people_are_credited_with_their_roles_and_identifiers(tmp_path: Path) -> None:
    program = records()
    program["outputs/output.yaml"] = {
        **ARTICLE,
        "contributors": [
            {"participant": FIRST},
            {"name": {"family": "Elsewhere"}, "role": "editor-translator"},
            {"organization": "The Group", "ror": "https://ror.org/05dxps055"},
        ],
    }
    credits_ = site_of(tmp_path, program).outputs[0].credits
    assert [(one.role, one.identifier) for one in credits_] == [
        (
            "author",
            Link("0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097", "ORCID"),
        ),
        ("editor translator", None),
        ("author", Link("ror.org/05dxps055", "https://ror.org/05dxps055", "ROR")),
    ]


def test_facets_offer_only_what_leaves_a_choice(tmp_path: Path) -> None:
    program = records()
    del program["outputs/output.yaml"]
    for id_, date_, topics in (("a", "2025", ["topic-one"]), ("b", "2026", []), ("c", "2026", [])):
        program[f"outputs/{id_}.yaml"] = {**ARTICLE, "title": id_, "date": date_, "topics": topics}
    (year,) = site_of(tmp_path, program).facets
    assert (year.key, [(one.term.label, one.number) for one in year.choices]) == (
        "year",
        [("2026", 2), ("2025", 1)],
    )


def test_related_works_are_first_of_the_same_pairing_then_of_most_in_common(
    tmp_path: Path,
) -> None:
    program = records()
    del program["outputs/output.yaml"]
    both = {"topics": ["topic-one"], "methods": ["method-one"]}
    works: dict[str, dict[str, Any]] = {
        "this": {**both, "pairings": ["2026/pair"]},
        "pair": {"pairings": ["2026/pair"], "date": "2001"},
        "both-old": {**both, "date": "2020"},
        "both-new": {**both, "date": "2021"},
        "topic": {"topics": ["topic-one"], "date": "2026"},
        "nothing": {},
        "method-1": {"methods": ["method-one"], "date": "2019"},
        "method-2": {"methods": ["method-one"], "date": "2018"},
    }
    for id_, changes in works.items():
        program[f"outputs/{id_}.yaml"] = {**ARTICLE, "title": id_, **changes}
    related = site_of(tmp_path, program).related
    assert [(one.work.id, one.why) for one in related["this"]] == [
        ("pair", "From the same pairing"),
        ("both-new", "Also on topics label; also using methods label"),
        ("both-old", "Also on topics label; also using methods label"),
        ("topic", "Also on topics label"),
        ("method-1", "Also using methods label"),
    ]
    assert related["nothing"] == ()


@pytest.mark.parametrize(
    ("identifier", "name", "address"),
    [
        (
            "CC-BY-4.0",
            "Creative Commons Attribution 4.0 International",
            "https://creativecommons.org/licenses/by/4.0/",
        ),
        (
            "CC-BY-NC-ND-3.0",
            "Creative Commons Attribution-NonCommercial-NoDerivatives 3.0 Unported",
            "https://creativecommons.org/licenses/by-nc-nd/3.0/",
        ),
        (
            "CC-BY-3.0-US",
            "Creative Commons Attribution 3.0 US",
            "https://creativecommons.org/licenses/by/3.0/us/",
        ),
        (
            "CC-BY-SA-2.0",
            "Creative Commons Attribution-ShareAlike 2.0 Generic",
            "https://creativecommons.org/licenses/by-sa/2.0/",
        ),
        (
            "CC0-1.0",
            "Creative Commons CC0 1.0 Universal",
            "https://creativecommons.org/publicdomain/zero/1.0/",
        ),
        ("MIT", "MIT", "https://spdx.org/licenses/MIT.html"),
    ],
)
def test_a_license_is_named_and_leads_to_its_text(identifier: str, name: str, address: str) -> None:
    assert license_link(identifier) == Link(name, address)


@pytest.mark.parametrize(
    ("facts", "is_open"),
    [
        ({"license": "CC-BY-NC-4.0"}, True),
        ({"license": "CC0-1.0"}, True),
        ({"license": "OCCT-PL"}, False),
        ({"license": "MIT"}, False),
        ({"open_copy": "https://example.org/copy"}, True),
        ({}, False),
    ],
)
def test_open_access_is_what_has_an_open_copy_or_a_license_of_creative_commons(
    tmp_path: Path, facts: dict[str, str], *, is_open: bool
) -> None:
    program = records()
    program["outputs/output.yaml"] = {
        "type": "report",
        "title": "A report",
        "status": "published",
        "publisher": "The Press",
        **facts,
    }
    assert site_of(tmp_path, program).outputs[0].open_access is is_open


def test_the_facts_of_a_work_stand_in_the_order_of_a_card(tmp_path: Path) -> None:
    program = records()
    program["outputs/output.yaml"] = {
        "type": "report",
        "title": "A report",
        "status": "published",
        "date": "2026-03",
        "publisher": "The Press",
        "genre": "Evaluation report",
        "series": {"title": "The Series", "number": "7"},
        "number": "2026-1",
        "edition": "2",
        "doi": "10.5555/report",
        "isbn": "978-3-16-148410-0",
        "license": "CC-BY-4.0",
        "award": "A prize",
    }
    facts = site_of(tmp_path, program).outputs[0].facts
    assert [(fact.label, [one.label for one in fact.values]) for fact in facts] == [
        ("Form", ["Evaluation report"]),
        ("Date", ["March 2026"]),
        ("Series", ["The Series, 7"]),
        ("Publisher", ["The Press"]),
        ("Edition", ["2"]),
        ("Number", ["2026-1"]),
        ("Award", ["A prize"]),
        ("Identifiers", ["doi:10.5555/report", "ISBN 978-3-16-148410-0"]),
        ("License", ["Creative Commons Attribution 4.0 International"]),
    ]


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"type": "media", "genre": "podcast episode"}, "Podcast episode"),
        ({"type": "media"}, "Media"),
        ({"type": "report", "genre": "Evaluation report"}, "Report"),
    ],
)
def test_media_are_called_what_they_are(values: dict[str, str], kind: str, tmp_path: Path) -> None:
    program = records()
    program["outputs/output.yaml"] = {**ARTICLE, "url": "https://example.org/a", **values}
    (output,) = site_of(tmp_path, program).outputs
    assert (output.type, output.filed["type"][0].key) == (kind, values["type"])
