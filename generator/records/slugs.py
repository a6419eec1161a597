"""Ids made of words."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "\u00e6": "ae",
        "\u0153": "oe",
        "\u00f8": "o",
        "\u0142": "l",
        "\u0111": "d",
        "\u00f0": "d",
        "\u00fe": "th",
        "\u0131": "i",
        "\u2019": "",
        "'": "",
    }
)


def slug(text: str) -> str:
    """Return a text as an id: a to z and digits, single hyphens between words."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = letters.encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
