"""Invented records in any number, the same for the same seed."""

import random
from datetime import date, timedelta
from pathlib import Path

from generator.records.fields import ConsentScope
from generator.source import to_yaml, write_text

_GIVEN = ("Ada", "Ben", "Cleo", "Dmitri", "Élodie", "Fatima", "Gwen", "Hoa", "Ifeoma", "Jun")
_FAMILY = ("Okafor", "Larsen", "Marsh", "Öztürk", "Nováková", "van Dijk", "García", "Nguyễn")
_WORDS = (
    "who",
    "reads",
    "what",
    "when",
    "nobody",
    "asks",
    "and",
    "why",
    "the",
    "desk",
    "is",
    "empty",
)
_YEARS = 20


def write_records(folder: Path, number: int, seed: int = 1) -> None:
    """Write a whole program of about ``number`` records: people, outputs, events and pairings."""
    invented = random.Random(seed)  # repeatable, not secret
    people = [f"person-{index:05d}" for index in range(number // 2)]
    cohorts = [str(2000 + index) for index in range(_YEARS)]
    write_text(folder / "program.yaml", _PROGRAM)
    write_text(folder / "vocabulary.yaml", _vocabulary())
    for index, name in enumerate(people):
        _write(folder / f"participants/{name}.yaml", _person(invented, index))
    for position, cohort in enumerate(cohorts):
        of_cohort = people[position :: len(cohorts)]
        pairs = list(zip(of_cohort[::2], of_cohort[1::2], strict=False))
        _write(folder / f"cohorts/{cohort}.yaml", _cohort(int(cohort)))
        _write(
            folder / f"pairings/{cohort}.yaml",
            {"pairings": [_pairing(number, pair) for number, pair in enumerate(pairs)]},
        )
        _write(folder / f"events/{cohort}-symposium.yaml", _event(cohort, pairs))
        for index, pair in enumerate(pairs[: number // 2 // len(cohorts)]):
            for part in range(2):
                _write(
                    folder / f"outputs/{cohort}-{index:04d}-{part}.yaml",
                    _output(invented, cohort, index, pair),
                )


def _write(file: Path, record: dict[str, object]) -> None:
    write_text(file, to_yaml(record, schema=f"../schemas/{file.parent.name}.json"))


def _sentence(invented: random.Random, words: int) -> str:
    return " ".join(invented.choices(_WORDS, k=words)).capitalize()


def _person(invented: random.Random, index: int) -> dict[str, object]:
    return {
        "name": {"given": invented.choice(_GIVEN), "family": f"{invented.choice(_FAMILY)} {index}"},
        "affiliation": {"name": "Example University", "department": "University Library"},
        "position": "Librarian",
        "links": [{"label": "Website", "url": f"https://person-{index}.example.org/"}],
        "bio": _sentence(invented, 40),
        "consent": {
            "given": "2000-01-01",
            "scopes": [str(scope) for scope in ConsentScope],
        },
    }


def _cohort(year: int) -> dict[str, object]:
    return {
        "title": f"Cohort of {year}",
        "call_opens": f"{year}-03-01",
        "call_closes": f"{year}-05-31",
        "pairs_announced": f"{year}-07-01",
        "start": f"{year}-08-01",
        "end": f"{year + 1}-07-31",
        "completion": {"check_ins": 0, "presentation": True, "evaluations": 0},
    }


def _pairing(number: int, pair: tuple[str, str]) -> dict[str, object]:
    return {
        "id": f"pair-{number:04d}",
        "mentors": [pair[0]],
        "mentees": [pair[1]],
        "status": "active",
        "project": {
            "title": f"What readers want, part {number}",
            "topics": [f"topic-{number % 60}"],
        },
    }


def _event(cohort: str, pairs: list[tuple[str, str]]) -> dict[str, object]:
    day = date(int(cohort) + 1, 6, 20)
    sessions = [
        {
            "id": f"session-{index}",
            "kind": "talk",
            "title": f"What readers want, part {index}",
            "date": str(day + timedelta(days=index // 24 % 7)),
            "start": f"{9 + index % 24 // 3:02d}:{index % 3 * 20:02d}",
            "end": f"{9 + index % 24 // 3:02d}:{index % 3 * 20 + 15:02d}",
            "room": f"Room {index // 168}",
            "pairing": f"{cohort}/pair-{index:04d}",
            "speakers": [{"participant": pair[1]}],
        }
        for index, pair in enumerate(pairs[:400])
    ]
    return {
        "kind": "symposium",
        "title": f"Symposium {cohort}",
        "cohort": cohort,
        "date": str(day),
        "end_date": str(day + timedelta(days=6)),
        "start": "09:00",
        "end": "18:00",
        "sessions": sessions,
    }


def _output(
    invented: random.Random, cohort: str, index: int, pair: tuple[str, str]
) -> dict[str, object]:
    return {
        "type": "journal-article",
        "title": f"{_sentence(invented, 9)} {invented.randrange(10**9)}",
        "status": "published",
        "date": f"{int(cohort) + 1}-{invented.randint(1, 12):02d}",
        "contributors": [
            {"participant": pair[0]},
            {"participant": pair[1]},
            {"name": {"given": invented.choice(_GIVEN), "family": invented.choice(_FAMILY)}},
        ],
        "container": {"title": "Journal of Invented Results", "volume": index, "pages": "1-20"},
        "doi": f"10.5555/{cohort}.{index}.{invented.randrange(10**9)}",
        "abstract": _sentence(invented, 120),
        "topics": [f"topic-{index % 60}"],
        "pairings": [f"{cohort}/pair-{index:04d}"],
    }


def _vocabulary() -> str:
    return to_yaml(
        {
            "topics": [{"id": f"topic-{n}", "label": f"Topic {n}"} for n in range(60)],
            "methods": [{"id": "interviews", "label": "Interviews"}],
            "needs": [{"id": "research-design", "label": "Research design"}],
        }
    )


_PROGRAM = """\
name: A Research Mentorship Program
short_name: Mentorship
sponsor:
  name: Example Research Round Table
tagline: A year of research with a mentor at your side.
purpose: The program pairs people who are new to research with people who have done it before.
time_zone: America/Chicago
contacts:
  - name: Chair of the committee
benefits:
  - Mentees finish what they began.
who_may_apply:
  mentees: Anyone who works in a library and has a research question.
  mentors: Anyone who has published in the field.
repository: public
sample: true
"""
