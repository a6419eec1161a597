"""An item as COinS: an OpenURL context object in the title of an empty span.

KEV formats of ANSI/NISO Z39.88-2004, as Zotero reads them (openurl.js, parseContextObject).
"""

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from generator.bibliography.item import Item, Name

_FORMATS = {
    "article-journal": ("journal", "article"),
    "article-magazine": ("journal", "article"),
    "article-newspaper": ("journal", "article"),
    "paper-conference": ("book", "proceeding"),
    "chapter": ("book", "bookitem"),
    "book": ("book", "book"),
    "report": ("book", "report"),
    "thesis": ("dissertation", ""),
}
_ZOTERO = {
    "speech": "presentation",
    "dataset": "dataset",
    "software": "computerProgram",
    "article": "preprint",
    "post-weblog": "blogPost",
    "webpage": "webpage",
    "motion_picture": "videoRecording",
    "broadcast": "podcast",
    "song": "audioRecording",
    "graphic": "artwork",
    "map": "map",
}


def coins_span(item: Item) -> str:
    """Return the span that a citation manager finds an item by, as HTML."""
    pairs = "&".join(f"{key}={quote(value, safe='')}" for key, value in _pairs(item) if value)
    return f'<span class="Z3988" title="{escape(pairs)}"></span>'


def _pairs(item: Item) -> Iterator[tuple[str, str]]:
    format_, genre = _FORMATS.get(item.type, ("dc", ""))
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{format_}"
    doi = item.text("DOI")
    yield "rft_id", f"info:doi/{doi}" if doi else ""
    yield "rft_id", item.text("URL")
    yield "rft.genre", genre
    if format_ == "dc":
        yield "rft.type", _ZOTERO.get(item.type, "document")
        yield "rft.title", item.text("title")
        yield "rft.source", item.text("container-title", "event-title")
    else:
        part = format_ == "journal" or genre in ("proceeding", "bookitem")
        yield "rft.atitle" if part else "rft.title", item.text("title")
        yield "rft.jtitle" if format_ == "journal" else "rft.btitle", item.text("container-title")
    yield "rft.date", _date(item)
    yield from (("rft.au", _name(name)) for name in item.names.get("author", ()))
    for key, variable in (("publisher", "publisher"), ("isbn", "ISBN"), ("issn", "ISSN")):
        yield f"rft.{key}", item.text(variable)


def _date(item: Item) -> str:
    issued = item.issued
    return str(issued.period.start) if issued and issued.period else ""


def _name(name: Name) -> str:
    person = name.person
    if person and person.family and person.given:
        return f"{person.family}, {person.given}"
    return name.full
