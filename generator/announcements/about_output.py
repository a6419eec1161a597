"""What is told of a publication or presentation."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.announcements.marks import hashtag
from generator.announcements.people import UNNAMED, names, several
from generator.announcements.setting import Setting
from generator.records.output import OutputType
from generator.views.cohorts import CohortView
from generator.views.outputs import OutputView
from generator.views.pairings import PairingView
from generator.views.people import WITHHELD, PersonLabel
from generator.views.wording import listed

_AN = "aeiou"
_SENTENCE_END = re.compile(r"(?<=[.!?\u2026])\s+(?=[^a-z])")


@dataclass(frozen=True, slots=True)
class WorkFacts:
    """A publication or presentation.

    ``a_type`` is its type with the article, as in 'a journal article'; ``link`` leads to it: its
    DOI, else where it is found, else its page. ``open_copy`` is one elsewhere that is open to
    everybody; ``is_open`` says that the work is so where ``link`` leads. ``by`` is the word before
    ``people``: 'by' or 'edited by'. ``reference`` is empty where somebody's name is withheld.
    """

    title: str
    type: str
    a_type: str
    reference: str
    people: str
    by: str
    where: str
    when: str
    link: str
    open_copy: str
    recording: str
    slides: str
    award: str
    abstract: str
    address: str
    hashtags: tuple[str, ...]
    presented: bool
    is_open: bool
    is_coming: bool
    is_in_press: bool


@dataclass(frozen=True, slots=True)
class OriginFacts:
    """A pairing that a work came of. What people did not agree to is empty.

    ``opening`` is the first sentence of its story.
    """

    mentors: str
    mentors_count: int
    mentees: str
    project: str
    story: str
    opening: str
    cohort: str
    address: str


def work_facts(setting: Setting, work: OutputView) -> WorkFacts:
    """Return a work, as it stands on the day of the site."""
    form = setting.form
    links = {one.label: one.address for one in work.links}
    doi = next((one.address for one in work.identifiers if one.label.startswith("doi:")), "")
    page = setting.address(work.address)
    link = doi or links.get("Read it", "") or page
    open_copy = links.get("Open copy", "")
    elsewhere = "" if open_copy == link else open_copy
    dated, first_day, _ = work.recency
    return WorkFacts(
        title=form.title(work.title),
        type=work.type,
        a_type=_with_article(_type_words(work)),
        reference="" if _withholds(work) else form.reference(work.item),
        people=names(work.makers, form),
        by=work.made_by,
        where=form.words(work.source_line),
        when=work.when,
        link=link,
        open_copy=elsewhere,
        recording=links.get("Recording", ""),
        slides=links.get("Slides", ""),
        award=form.words(work.award),
        abstract=form.prose(work.abstract),
        address=page,
        hashtags=tuple(map(hashtag, work.topics)),
        presented=work.presented,
        is_open=work.open_access and not elsewhere,
        is_coming=dated and not work.in_press and setting.site.today < first_day,
        is_in_press=work.in_press,
    )


def about_output(setting: Setting, work: OutputView) -> Mapping[str, Any]:
    """Return what is told of a work: what it is, and of which pairings it came."""
    origins = [_origin(setting, cohort, pair) for cohort, pair in _pairings(setting, work)]
    return {
        "work": work_facts(setting, work),
        "origins": origins,
        "origins_words": several(len(origins), "pair"),
        "named_pairs": _named_pairs(origins),
        "opening": next((one.opening for one in origins if one.opening), ""),
    }


def _withholds(work: OutputView) -> bool:
    return any(one.name == WITHHELD for one in work.contributors)


def _named_pairs(origins: Sequence[OriginFacts]) -> str:
    """Return the pairs of which both sides may be named: 'Ada with Ben, and another pair'."""
    named = [f"{one.mentees} with {one.mentors}" for one in origins if one.mentees and one.mentors]
    others = len(origins) - len(named)
    rest = "another pair" if others == 1 else several(others, "other pair")
    return listed([*named, rest] if others else named) if named else ""


def _pairings(setting: Setting, work: OutputView) -> Iterator[tuple[CohortView, PairingView]]:
    addresses = {link.address for link in work.pairings}
    for cohort in setting.site.cohorts:
        for pair in cohort.pairings:
            if pair.address in addresses:
                yield cohort, pair


def _origin(setting: Setting, cohort: CohortView, pair: PairingView) -> OriginFacts:
    form = setting.form
    return OriginFacts(
        mentors=_named(pair.mentors, setting),
        mentors_count=len(pair.mentors),
        mentees=_named(pair.mentees, setting),
        project=form.title(pair.title),
        story=form.prose(pair.story),
        opening=_opening(form.prose(pair.story)),
        cohort=form.words(cohort.title),
        address=setting.address(pair.address),
    )


def _named(labels: tuple[PersonLabel, ...], setting: Setting) -> str:
    """Return the names of those who agreed to be named."""
    return listed([setting.form.words(one.name) for one in labels if one.name not in UNNAMED])


def _type_words(work: OutputView) -> str:
    """Return what a work is, as a sentence says it: 'media' is no word for one."""
    if work.filed["type"][0].key != OutputType.MEDIA:
        return work.type.lower()
    genre = work.item.text("genre")
    return genre[:1].lower() + genre[1:] if genre else "recording"


def _opening(story: str) -> str:
    """Return the first sentence of a story."""
    return _SENTENCE_END.split(story.strip(), maxsplit=1)[0]


def _with_article(words: str) -> str:
    if words == "software":
        return words
    return f"{'an' if words[0] in _AN else 'a'} {words}"
