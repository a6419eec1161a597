r"""Where a network sees a web address in a text: it counts as 23 there, and all around it as it is.

Sources: twitter-text 3.1, js/src/regexp; mastodon/mastodon, config/initializers/twitter_regex.rb.
Which endings make a word an address changes with the registries. Here any Latin word does, and the
first two letters of any other, so that a text counts too much rather than too little.
"""

import re

_LATIN = (
    r"a-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268"
    r"\u026f\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff"
)
_NOT_BEFORE = r"(?<![A-Za-z0-9@\uff20$#\uff03])"
_ENDING = r"(?:xn--[a-z0-9-]+|[a-z]{2,}(?![a-z0-9@+-])|[^\W\d_a-z]{2})"
_WITH_SCHEME = r"https?://(?:\w(?:[\w-]*\w)?\.)+"
_BARE = rf"(?<![-_./])(?:[{_LATIN}](?:[{_LATIN}-]*[{_LATIN}])?\.)+"
_PORT = r"(?::\d+)?"
_QUERY = r"(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]_.,~|^-]*[a-z0-9_&=#/-])?"


def _path(inner: str, last: str) -> str:
    """Return the pattern of a path of these characters; pairs of round brackets belong to it."""
    bracketed = rf"\({inner}+(?:\({inner}+\){inner}*)?\)"
    return rf"(?:/(?:{inner}*(?:{bracketed}{inner}*)*(?:{last}|{bracketed}))?)?"


_X_PATH = _path(
    rf"[{_LATIN}\u0400-\u04ff!*';:=+,.$/%#\[\]\u2013_~@|&-]", rf"[{_LATIN}\u0400-\u04ff+=_#/-]"
)
_MASTODON_PATH = _path(r"[^\s<>()?]", r"[^\s<>()?!*\"'\u2019\u201d\u300c\u300d;:=,.$%\[\]~&|@]")

ON_X = re.compile(
    rf"{_NOT_BEFORE}(?:{_WITH_SCHEME}|{_BARE}){_ENDING}{_PORT}{_X_PATH}{_QUERY}", re.IGNORECASE
)
"""An address, with or without 'https://'; no letter of Chinese, Arabic or the like is in a path."""

ON_MASTODON = re.compile(
    rf"{_NOT_BEFORE}{_WITH_SCHEME}{_ENDING}{_PORT}{_MASTODON_PATH}{_QUERY}", re.IGNORECASE
)
"""An address with 'https://'; its path holds letters of every alphabet."""
