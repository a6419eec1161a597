"""Where applications go: one way, and one that nobody can listen in on."""

from pathlib import Path

import pytest

from generator.catalog import load_catalog
from generator.records.program import with_the
from generator.source import to_yaml, write_text
from tests.filling import fill_program


@pytest.mark.parametrize(
    ("applications", "said"),
    [
        (
            {"endpoint": "http://forms.example.org/f"},
            "bad-url: 'http://forms.example.org/f' does not begin with https://",
        ),
        (
            {"form": "http://forms.example.org/f"},
            "bad-url: 'http://forms.example.org/f' does not begin with https://",
        ),
        (
            {"endpoint": "https://a.example.org/", "form": "https://b.example.org/"},
            "invalid-value: applications can go to an endpoint or to a form, not to both",
        ),
        ({"endpoint": "forms"}, "bad-url: 'forms' does not begin with https://"),
    ],
    ids=["endpoint in the open", "form in the open", "both", "no address"],
)
def test_applications_go_one_way_over_https(
    tmp_path: Path, applications: dict[str, str], said: str
) -> None:
    for path, record in fill_program().items():
        whole = {**record, "applications": applications} if path == "program.yaml" else record
        write_text(tmp_path / path, to_yaml(whole))
    found = [one for one in load_catalog(tmp_path).found if one.place.path.endswith("program.yaml")]
    assert [f"{one.code}: {one.message}" for one in found] == [said]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mentorship Program", "the Mentorship Program"),
        ("A Mentorship Program", "A Mentorship Program"),
        ("An Invented Program", "An Invented Program"),
        ("The Program", "The Program"),
        ("Another Program", "the Another Program"),
        ("Theory Program", "the Theory Program"),
    ],
)
def test_in_a_sentence_a_name_has_one_article(name: str, expected: str) -> None:
    assert with_the(name) == expected
