"""Title case, where APA wants it: for the names of journals, blogs and series."""

import pytest

from generator.bibliography.apa.typography import curled, in_title_case


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Journal of invented results", "Journal of Invented Results"),
        ("Proceedings of the 5th conference", "Proceedings of the 5th Conference"),
        ("21st-century libraries", "21st-Century Libraries"),
        ("Evidence-based practice: the long view", "Evidence-Based Practice: The Long View"),
        ("iMagination and eLearning", "iMagination and eLearning"),
        ("portal: Libraries and the Academy", "portal: Libraries and the Academy"),
        ("In the Stacks with the Lead Ladder", "In the Stacks with the Lead Ladder"),
        ("Children's libraries", "Children's Libraries"),
        ("Revue d'histoire imaginaire", "Revue d'histoire imaginaire"),
        ("Zeitschrift f\u00fcr Erfundenes", "Zeitschrift f\u00fcr Erfundenes"),
    ],
)
def test_words_that_bear_a_capital_get_one(written: str, shown: str) -> None:
    assert in_title_case(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('The "quiet" car', "The \u201cquiet\u201d car"),
        ("Readers' 'own' shelf isn't", "Readers\u2019 \u2018own\u2019 shelf isn\u2019t"),
        ("In the '90s", "In the \u201990s"),
        ('5" shelves', '5" shelves'),
    ],
)
def test_straight_marks_become_typographic_ones(written: str, shown: str) -> None:
    assert curled(written) == shown
