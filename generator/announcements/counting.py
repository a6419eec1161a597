"""How long a text is, as each network counts."""

import unicodedata

import regex

from generator.announcements.addresses import ON_MASTODON, ON_X

_GRAPHEME = regex.compile(r"\X")
_EMOJI = regex.compile(
    r"\p{Extended_Pictographic}|\p{Emoji_Presentation}|\p{Regional_Indicator}|[0-9#*]\uFE0F?\u20E3"
)

ADDRESS_WEIGHT = 23
"""What an address counts, however long it is, on X and on Mastodon."""

_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
_LIGHT_WEIGHT, _HEAVY_WEIGHT, _SCALE = 100, 200, 100


def graphemes(text: str) -> int:
    """Return how many characters a reader sees (UAX 29, extended grapheme clusters)."""
    return len(_GRAPHEME.findall(text))


def code_units(text: str) -> int:
    """Return the length in UTF-16, as a browser counts it: no network counts more."""
    return len(text.encode("utf-16-le")) // 2


def x_weight(text: str) -> int:
    """Return the length of a post on X.

    Source: twitter-text 3.1, config/v3.json. The text is taken in NFC; letters of most alphabets
    count one, all others two; an emoji counts two, of whatever it is made; an address counts 23,
    also one without 'https://'.
    """
    weight, position = 0, 0
    text = unicodedata.normalize("NFC", text)
    for match in ON_X.finditer(text):
        weight += _characters_weight(text[position : match.start()])
        weight += ADDRESS_WEIGHT * _SCALE
        position = match.end()
    return (weight + _characters_weight(text[position:])) // _SCALE


def _characters_weight(text: str) -> int:
    return sum(
        _HEAVY_WEIGHT if _EMOJI.search(one) else sum(map(_weight, one))
        for one in _GRAPHEME.findall(text)
    )


def _weight(character: str) -> int:
    code = ord(character)
    return _LIGHT_WEIGHT if any(low <= code <= high for low, high in _LIGHT) else _HEAVY_WEIGHT


def mastodon_length(text: str) -> int:
    """Return the length of a post on Mastodon: graphemes, with every address as 23.

    Source: mastodon/mastodon, app/validators/status_length_validator.rb; Mastodon's documentation,
    "Posting to your profile".
    """
    return graphemes(ON_MASTODON.sub("x" * ADDRESS_WEIGHT, text))


def threads_length(text: str) -> int:
    """Return the length of a post on Threads: characters, with each emoji as its bytes in UTF-8.

    Source: Meta, Threads API, "Posts", Limitations.
    """
    return sum(
        len(one.encode()) if _EMOJI.search(one) else len(one) for one in _GRAPHEME.findall(text)
    )
