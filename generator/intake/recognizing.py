"""Which target a heading names, by the words of both."""

import difflib
import re
import unicodedata
from collections.abc import Sequence
from functools import cache

import snowballstemmer

from generator.diagnostics import fold
from generator.intake.targets import KEPT, LEFT_OUT, LEFT_OUT_HEADINGS, TARGETS

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_STOP_WORDS = """
    a an and any are as at be been by can choose do does enter every for from give have how i if in
    into is it its list me my of on or other please provide select should so some that the their
    them there these they this to us we what when where which who whom will with would write you
    your yours optional required check apply all
"""
_STOP = frozenset(_STOP_WORDS.split())
_ALIKE = 0.86
_SHORTEST_ALIKE = 5
_ENOUGH = 0.66
_BARE = 0.34
"""Part of a heading that a single word must be, to name what the whole heading is about."""

_ALONE = frozenset(
    (
        "name",
        "email",
        "username",
        "finished",
        "title",
        "role",
        "applying as",
        "participate as",
        "project",
        "preferences",
        "about you",
        "tell about you",
        "where do you work",
    )
)
"""Words that tell of the applicant only where they stand alone: 'Name of your supervisor'."""

_ASKS_CONSENT = re.compile(
    r"\b(?:(?:may|can|could) (?:we|your|the program)|consent|agree|permission|permit)\b"
    r"|^\W*(?:may|can|do|does|would|will|are|is|should)\b.*\b(?:appear|appearing|publish)\b"
)
_TO_SHOW = re.compile(
    r"\b(?:show|shown|showing|display|displayed|appear|appears|appearing|publish|published|"
    r"website|web site|web page|homepage|site|listed|public|publicly)\b"
)
_OF_CONSENT = "consent."
_NOT_ASKED_FOR = re.compile(
    r"\b(?:tele)?phones?\b|\bmobile\b|\bfax\b|\baccessibility\b|\bdietary\b|\bdiet\b|"
    r"\ballerg(?:y|ies)\b|\baccommodations?\b|\bspecial needs?\b|\bemergency\b|"
    r"\b(?:mailing|postal|street|home) address\b|\b(?:type|kind) of\b|"
    r"\b(?:institution|library|organization) type\b|\bin the past\b|\bpreviously\b|\bso far\b"
)
"""What no key of an application holds, whatever else the heading speaks of: 'Work phone'."""


def recognize(heading: str) -> str:
    """Return the target that a heading names best, or that its answers are to be kept as they are.

    What stands in brackets is passed over, unless nothing else is there. Of a column that stands
    for one choice, as in 'Topics - Reading', the question counts where the whole says nothing. A
    question for leave, as in 'May we show your name?', is of consent or of nothing.
    """
    if fold(heading) in LEFT_OUT_HEADINGS:
        return LEFT_OUT
    for name in TARGETS:
        if fold(name) == fold(heading):
            return name
    lowered = " ".join(heading.casefold().split())
    if _ASKS_CONSENT.search(lowered):
        return _of_consent(heading, lowered)
    if _NOT_ASKED_FOR.search(lowered):
        return KEPT
    found = _named_best(heading)
    question, dash, _ = heading.partition(" - ")
    return _named_best(question) if found == KEPT and dash else found


def _of_consent(heading: str, lowered: str) -> str:
    if _TO_SHOW.search(lowered) and "date" not in _words(heading):
        return "consent.scopes"
    found = _named_best(heading)
    return found if found.startswith(_OF_CONSENT) else KEPT


def _named_best(heading: str) -> str:
    words = _words(_ASIDE.sub(" ", heading)) or _words(heading)
    scored = [
        (score, -position, name)
        for position, (name, target) in enumerate(TARGETS.items())
        if (
            score := max(
                (
                    max(_score(words, phrase), _spelled_alike(heading, phrase))
                    for phrase in target.phrases
                ),
                default=0,
            )
        )
    ]
    return max(scored)[2] if scored else KEPT


def choice_in(heading: str) -> str:
    """Return the choice that a heading ends in, as in 'Topics - Reading', or nothing."""
    _, dash, choice = heading.rpartition(" - ")
    if dash:
        return choice.strip()
    bracketed = re.search(r"\[([^\[\]]+)\]\s*$", heading)
    return bracketed[1].strip() if bracketed else ""


def _score(words: Sequence[str], phrase: str) -> float:
    """Return how well a phrase is found among the words of a heading, from 0 to 1."""
    wanted = _words(phrase)
    if not wanted or not words:
        return 0
    found = sum(1 for word in wanted if any(_same(word, other) for other in words))
    recall, precision = found / len(wanted), min(1, found / len(words))
    if recall < 1 and (len(wanted) < 3 or recall < _ENOUGH or precision < _ENOUGH):  # noqa: PLR2004  # of two words, both
        return 0
    if precision < 1 and phrase in _ALONE:
        return 0
    if len(wanted) == 1 and precision < _BARE:
        return 0
    return recall * 0.6 + precision * 0.3 + min(len(wanted), 3) * 0.03


def _spelled_alike(heading: str, phrase: str) -> float:
    """Return 0.5 where a heading is a phrase with a slip of the pen, else 0."""
    one, other = fold(heading), fold(phrase)
    if min(len(one), len(other)) < _SHORTEST_ALIKE or abs(len(one) - len(other)) > 2:  # noqa: PLR2004  # letters
        return 0
    return 0.5 * (difflib.SequenceMatcher(None, one, other).ratio() >= _ALIKE)


@cache
def _words(text: str) -> tuple[str, ...]:
    """Return the stems of the words of a text that carry its meaning."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("e-mail", "email")
    words = [word.replace("-", "") for word in _WORD.findall(plain)]
    telling = [word for word in words if word not in _STOP] or words
    return tuple(snowballstemmer.stemmer("english").stemWords(telling))


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST_ALIKE:
        return False
    return difflib.SequenceMatcher(None, one, other).ratio() >= _ALIKE
