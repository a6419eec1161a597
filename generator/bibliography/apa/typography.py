"""Quotation marks, dashes and capitals as a printed reference has them."""

import re

_OPENS_AFTER = " \u00a0([{\u2013\u2014-/\u201c\u2018"
_WORD = re.compile(r"[^\W\d_][\w\u2019'.]*", re.UNICODE)
_LEFT_SMALL = """
a about above across after against along amid among an and around as at before behind below beside
between beyond but by down during for from if in into like near nor of off on onto or out over past
per plus since so than the through throughout till to toward towards under until up upon versus via
vs with within without yet
"""
_MINOR = frozenset(_LEFT_SMALL.split())
"""Words that stay as the record has them: journals differ over longer prepositions."""

_FOREIGN = """
aan che da das de degli dei del della den der des det di die do dos du e een el en et für
het i la las le les los na och og sur und van voor von w y z zur zum
"""
_OTHER_LANGUAGES = frozenset(_FOREIGN.split())
_ELIDED = re.compile(r"\b[dl]['\u2019]\w")
_TAG = r"(?:</?(?:i|b|sub|sup)>)*"
_FIRST_WORD = re.compile(rf"^({_TAG}[^\w<]*{_TAG})(\w[\w:.\u2019']*)")
_RANGE = re.compile(r"(?<=[\w])\s*(?:--?|[\u2010-\u2013])\s*(?=[\w])")


def curled(text: str) -> str:
    """Return a text with typographic quotation marks and apostrophes (APA 7, section 6.6).

    A double quotation mark without a partner stays as it is: it may be inches.
    """
    if '"' in text:
        text = _curl_double(text)
    return _curl_single(text) if "'" in text else text


def _curl_double(text: str) -> str:
    opened = -1
    characters = list(text)
    for position, character in enumerate(text):
        if character != '"':
            continue
        before = text[position - 1] if position else " "
        if opened < 0 and (before in _OPENS_AFTER or before == ">"):
            opened = position
        elif opened >= 0:
            characters[opened], characters[position] = "\u201c", "\u201d"
            opened = -1
    return "".join(characters)


def _curl_single(text: str) -> str:
    characters = list(text)
    opened = -1
    for position, character in enumerate(text):
        if character != "'":
            continue
        before = text[position - 1] if position else " "
        after = text[position + 1] if position + 1 < len(text) else " "
        if before in _OPENS_AFTER and after.isalnum():
            opened = position
            characters[position] = "\u2019"
        else:
            if opened >= 0 and not after.isalnum():
                characters[opened] = "\u2018"
                opened = -1
            characters[position] = "\u2019"
    return "".join(characters)


def dashed(text: str) -> str:
    """Return numbers or pages with en dashes in their ranges (APA 7, section 6.6)."""
    return _RANGE.sub("\u2013", text)


def capitalized(text: str) -> str:
    """Return a text whose first word begins with a capital, unless it has capitals of its own."""
    return _FIRST_WORD.sub(
        lambda match: (
            match[1] + (match[2][0].upper() + match[2][1:] if match[2].islower() else match[2])
        ),
        text,
        count=1,
    )


def in_title_case(text: str, language: str = "") -> str:
    """Return words with the capitals of title case (APA 7, section 6.17), in English only.

    All but articles, conjunctions and prepositions begin with a capital; words with capitals of
    their own stay as they are. A first word in lower case, with capitals after it, is meant so
    ('portal: Libraries and the Academy').
    """
    if not is_english(text, language):
        return text
    capitals_follow = any(word[0].isupper() for word in _WORD.findall(text)[1:])
    end_of_part = True
    first = True

    def cased(match: re.Match[str]) -> str:
        nonlocal end_of_part, first
        word, starts, leads = match[0], end_of_part, first
        end_of_part = text[match.end() : match.end() + 1] in tuple(":.?!\u2014")
        first = False
        before = text[match.start() - 1] if match.start() else " "
        if (
            len(word) == 1
            or before in "'\u2019<&/"
            or before.isdigit()  # the ending of '5th'
            or not word.islower()
            or (leads and capitals_follow)
        ):
            return word
        return word if word in _MINOR and not starts else word[0].upper() + word[1:]

    return _WORD.sub(cased, text)


def is_english(text: str, language: str) -> bool:
    """Tell whether words are English as far as can be seen."""
    if language:
        return language.lower().startswith("en")
    if _ELIDED.search(text):
        return False
    return not any(word in _OTHER_LANGUAGES for word in text.split())
