"""COinS as Zotero reads them: its rules for types and people, told in other words.

The rules are those of openurl.js in Zotero's utilities (parseContextObject).
"""

import re
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

PARTS = frozenset(("journalArticle", "bookSection", "conferencePaper"))
_GENRES = {
    "bookitem": "bookSection",
    "conference": "conferencePaper",
    "proceeding": "conferencePaper",
    "report": "report",
    "document": "document",
}
_OF_DC = frozenset(("rft.description", "rft.rights", "rft.language", "rft.source"))


def pairs_of(span: str) -> list[tuple[str, str]]:
    """The pairs in the title of the one span that a text of HTML consists of."""
    soup = BeautifulSoup(span, "html.parser")
    (element,) = soup.contents
    assert isinstance(element, Tag)
    assert element.name == "span"
    assert set(element.attrs) == {"class", "title"}
    assert element["class"] == ["Z3988"]
    assert element.contents == []
    assert re.findall("&(?!amp;)", span) == []
    parts = [part.partition("=") for part in str(element["title"]).split("&")]
    return [(key, unquote(value, errors="strict")) for key, _, value in parts]


def read(span: str) -> dict[str, object]:
    """What Zotero makes of a span: type, title, people, and what it stands in."""
    pairs = pairs_of(span)
    type_ = _first_type(dict(pairs))
    people: list[tuple[str, str, str]] = []
    found: dict[str, object] = {}
    for key, raw in pairs:
        value = raw.replace("+", " ")
        if key == "rft.title" or (key == "rft.atitle" and type_ in PARTS):
            found["title"] = value
        elif key == "rft.btitle":
            found["within" if type_ in PARTS else "title"] = value
        elif key in ("rft.jtitle", "rft.source"):
            found["within"] = value
        elif key == "rft.aulast":
            people.append(("author", value, ""))
        elif key == "rft.aufirst":
            people[-1] = (*people[-1][:2], value)
        elif key in ("rft.au", "rft.contributor"):
            role = "author" if key == "rft.au" else "contributor"
            last, first = _taken_apart(value)
            people.append((role, last, first))
        elif key == "rft.type" and type_ != "thesis":
            type_ = value
        elif key in _OF_DC and type_ != "thesis":
            found[key] = value
    return {"type": type_, "people": people, **found}


def _first_type(values: dict[str, str]) -> str:
    match values["rft_val_fmt"].rpartition(":")[2]:
        case "journal":
            return "journalArticle"
        case "book":
            return _GENRES.get(values.get("rft.genre", ""), "book")
        case "dissertation":
            return "thesis"
        case _:
            return "webpage"


def _taken_apart(name: str) -> tuple[str, str]:
    assert "," in name, "Zotero would cut this name at its last space"
    last, _, rest = name.partition(",")
    return last, rest.strip().partition(",")[0]
