"""One value, one help; and whoever follows it is done."""

from pathlib import Path

import pytest

from generator.catalog import load_catalog


def change(program: Path, name: str, old: str, new: str) -> list[str]:
    """Replace a part of a file; what is then found, as 'code | help'."""
    file = program / "records" / name
    content = file.read_text("utf-8")
    assert old in content
    file.write_text(content.replace(old, new, 1), "utf-8")
    found = load_catalog(program / "records", shown="records").found
    return [f"{each.code} | {each.help}" for each in found]


TOPICS = ("outputs/2026-reading-aloud.yaml", "topics: [reading]")
EVENT = ("events/2026-symposium.yaml", "kind: symposium")


@pytest.mark.parametrize(
    ("name", "right", "wrong", "told", "mended"),
    [
        (
            *EVENT,
            "kind: symposium\ncancelled: yes",
            "bad-boolean | write true, without quotes",
            "kind: symposium\ncancelled: true",
        ),
        (
            *EVENT,
            'kind: symposium\ncancelled: "No"',
            "bad-boolean | write false, without quotes",
            "kind: symposium\ncancelled: false",
        ),
        (
            *TOPICS,
            "topics: Reading for pleasure",
            "term-by-label | write [reading]",
            "topics: [reading]",
        ),
        (
            *TOPICS,
            "topics: shared-reading, Leisure reading",
            "term-by-label | write [shared-reading, reading]",
            "topics: [shared-reading, reading]",
        ),
        (
            *TOPICS,
            "topics: Leisure reading\n  - shared-reading",
            "term-by-label | write [reading, shared-reading]",
            "topics: [reading, shared-reading]",
        ),
        (*TOPICS, "topics: readng", "unknown-term | write [reading]", "topics: [reading]"),
        (
            *TOPICS,
            "topics: shared-reading, reading",
            "wrong-shape | write [shared-reading, reading]",
            "topics: [shared-reading, reading]",
        ),
        (
            "events/2025-check-in.yaml",
            'start: "13:00"',
            "start: 9:30",
            'bad-time | write "09:30"',
            'start: "09:30"',
        ),
        (
            "outputs/2026-reading-aloud.yaml",
            "  - participant: ada-okafor",
            "  - Oda Invention",
            (
                "wrong-shape | write 'name:' and, indented in the lines below it, 'given: Oda' and "
                "'family: Invention'; for an organization, 'organization: Oda Invention'"
            ),
            "  - name:\n      given: Oda\n      family: Invention",
        ),
        (
            "outputs/2026-reading-aloud.yaml",
            "  title: Journal of Invented Results\n  issn: 0378-5955",
            "  Journal of Invented Results",
            "wrong-shape | write 'title: Journal of Invented Results'",
            "  title: Journal of Invented Results",
        ),
    ],
)
def test_the_help_once_followed_leaves_no_fault(
    program: Path, name: str, right: str, wrong: str, told: str, mended: str
) -> None:
    assert change(program, name, right, wrong) == [told]
    assert change(program, name, wrong, mended) == []


def test_quotes_are_no_help_where_a_date_belongs(program: Path) -> None:
    name = "participants/ada-okafor.yaml"
    assert change(program, name, "consent:", "withdrawn: yes\nconsent:")[0] == (
        "bad-date | write year-month-day, as in 2026-03-09"
    )


def test_a_name_that_nothing_comes_near_is_told_with_the_brackets(program: Path) -> None:
    assert change(program, *TOPICS, "topics: zzz") == [
        "unknown-term | choose an id from vocabulary.yaml, or add the term there, in brackets: [zzz]"
    ]
