"""Titles in title case are pointed out; those with proper names are not."""

import pytest

from generator.catalog.rules.style import is_in_title_case


@pytest.mark.parametrize(
    "title",
    [
        "Reading Aloud and Listening Well in Small Public Libraries",
        "Quiet Hours: How Night Staff Answer Questions",
        "The <i>Middlemarch</i> Effect: Reading Novels Aloud Together",
    ],
)
def test_title_case_is_seen(title: str) -> None:
    assert is_in_title_case(title, "en")


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Reading aloud and listening well in small public libraries", "en"),
        ("What the Library Research Round Table taught us about Chicago", "en"),
        ("Using MARC, RDA, and BIBFRAME in LRRT and ALA work", "en"),
        ("Quiet Hours", ""),
        ("Quiet hours: How night staff in Sample Harbor answer", ""),
        ("Lautes Lesen in Kleinen Bibliotheken und Abends Besser Zuhören", "de"),
    ],
)
def test_names_acronyms_short_titles_and_other_languages_are_left_alone(
    title: str, language: str
) -> None:
    assert not is_in_title_case(title, language)
