"""How well texts are matched, and how fast: python tests/benchmarks/text_matching.py [NUMBER …].

Three questions. Which of the mentors of a real cohort did its committee choose for a project
(../shared/data/ols; skipped where absent)? Are invented papers put in the order of their distance
from what a reviewer wrote? How long do all pairs of so many people take?
"""

import random
import resource
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import yaml  # noqa: E402  # after the path is set, so that the script runs by itself

from generator.matching.text import TextModel, Texts, split_into_parts  # noqa: E402  # as above

OLS = ROOT.parent / "shared" / "data" / "ols"
COHORTS = ("ols-1", "ols-2", "ols-3", "ols-4", "ols-5")
ABSTRACTS = ROOT / "tests" / "matching" / "abstracts.yaml"
SAME_FIELD, SAME_FAMILY, OTHER = 5, 3, 1


@dataclass(frozen=True, slots=True)
class Cohort:
    """Projects, the people who could mentor them, and for each project who was chosen."""

    projects: tuple[Texts, ...]
    mentors: tuple[Texts, ...]
    chosen: Mapping[str, frozenset[str]]


def read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)


def read_cohort(name: str, *, wide: bool = False) -> Cohort:
    """Return a cohort of the Open Seeds program.

    A project is its name, keywords and description; a mentor is expertise and bio. The pool are
    all who mentor a project of the cohort; a wide one has those too whom the cohort's metadata
    list as possible mentors. Projects without a mentor are left out.
    """
    people = {str(id_): person for id_, person in read(OLS / "people.yaml").items()}
    projects = [each for each in read(OLS / f"{name}-projects.yaml") if each.get("mentors")]
    pool = {str(mentor) for project in projects for mentor in project["mentors"]}
    if wide:
        pool.update(map(str, read(OLS / f"{name}-metadata.yaml").get("possible-mentors") or ()))
    return Cohort(
        projects=tuple(
            Texts(f"{at}", split_into_parts(*_written(project, "name", "keywords", "description")))
            for at, project in enumerate(projects)
        ),
        mentors=tuple(
            Texts(id_, split_into_parts(*_written(people.get(id_, {}), "expertise", "bio")))
            for id_ in sorted(pool)
        ),
        chosen={
            f"{at}": frozenset(map(str, project["mentors"])) for at, project in enumerate(projects)
        },
    )


def _written(record: Mapping[str, Any], *fields: str) -> list[str]:
    values = (record.get(field) or "" for field in fields)
    return ["; ".join(map(str, each)) if isinstance(each, list) else str(each) for each in values]


def hits(cohort: Cohort, most: int) -> list[bool]:
    """Tell for each project whether one of those chosen is among so many best by text.

    Who ties with the last place is not among them.
    """
    model = TextModel(cohort.projects, cohort.mentors)
    found = []
    for project, chosen in cohort.chosen.items():
        scores = model.scores(project)
        best = max(scores[mentor] for mentor in chosen)
        found.append(sum(score >= best for score in scores.values()) <= most)
    return found


def read_reviews() -> tuple[list[Texts], list[Texts], dict[tuple[str, str], int]]:
    """Return invented papers, reviewers, and for each pair how expert the reviewer is."""
    papers, reviewers = [], []
    grades: dict[tuple[str, str], int] = {}
    fields = read(ABSTRACTS)
    for field in fields:
        reviewers.append(Texts(field["field"], tuple(field["written"])))
        for at, text in enumerate(field["submitted"]):
            paper = Texts(f"{field['field']} {at}", (text,))
            papers.append(paper)
            for other in fields:
                near = SAME_FAMILY if other["family"] == field["family"] else OTHER
                grades[paper.id, other["field"]] = SAME_FIELD if other is field else near
    return papers, reviewers, grades


def loss(
    papers: Sequence[Texts], reviewers: Sequence[Texts], grades: Mapping[tuple[str, str], int]
) -> float:
    """Return how much of the difference in grades is ordered wrongly; ties count half.

    As in Stelmakh, Wieting, Neubig and Shah 2023, arXiv:2303.16750: 0 is best, 0.5 is chance.
    """
    model = TextModel(papers, reviewers)
    lost = whole = 0.0
    for reviewer in reviewers:
        for one, other in combinations(papers, 2):
            difference = grades[one.id, reviewer.id] - grades[other.id, reviewer.id]
            order = model.similarity(one.id, reviewer.id) - model.similarity(other.id, reviewer.id)
            whole += abs(difference)
            if order * difference <= 0:
                lost += abs(difference) / (1 if order else 2)
    return lost / whole


def invented_people(number: int, texts: int, side: str, chance: random.Random) -> list[Texts]:
    """Return people with texts of eighty words, as unevenly frequent as in a language."""
    letters = "abcdefghijklmnoprstuvw"
    words = ["".join(chance.choices(letters, k=chance.randint(4, 9))) for _ in range(20_000)]
    frequency = list(accumulate(1 / (rank + 10) for rank in range(len(words))))
    return [
        Texts(
            f"{side}-{at}",
            tuple(
                " ".join(chance.choices(words, cum_weights=frequency, k=80)) for _ in range(texts)
            ),
        )
        for at in range(number)
    ]


def measure_speed(mentees: int) -> None:
    """Print what all pairs of mentees with three quarters as many mentors take."""
    mentors = mentees * 3 // 4
    seekers = invented_people(mentees, 1, "mentee", random.Random(1))
    offerers = invented_people(mentors, 2, "mentor", random.Random(1))
    started = time.perf_counter()
    model = TextModel(seekers, offerers)
    for seeker in seekers:
        model.scores(seeker.id)
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"  {mentees:,} by {mentors:,}: {seconds:.2f} s, {memory} MiB at most")


def print_hits(*, wide: bool) -> None:
    """Print for each cohort in how many projects one of those chosen is among the first."""
    everything: dict[int, list[bool]] = {1: [], 3: [], 5: []}
    print("  a wide pool:" if wide else "  a pool of the cohort's mentors:")
    for name in COHORTS:
        cohort = read_cohort(name, wide=wide)
        line = f"    {name} {len(cohort.projects):3} projects {len(cohort.mentors):3} mentors"
        for most, found in everything.items():
            these = hits(cohort, most)
            found.extend(these)
            line += f"  hit@{most} {sum(these) / len(these):.3f}"
        print(line)
    total = "  ".join(
        f"hit@{most} {sum(all_) / len(all_):.3f}" for most, all_ in everything.items()
    )
    print(f"    all   {total}")


if __name__ == "__main__":
    if OLS.exists():
        print_hits(wide=False)
        print_hits(wide=True)
    print(f"  loss on invented papers: {loss(*read_reviews()):.3f}")
    for number in map(int, sys.argv[1:] or ("200", "2000")):
        measure_speed(number)
