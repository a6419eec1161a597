"""An item as COinS: an OpenURL context object in the title of an empty span.

ANSI/NISO Z39.88-2004, the matrices journal, book, dissertation and dc of its KEV formats; COinS
0.5. Where a matrix leaves several ways, the one is taken that Zotero understands (openurl.js,
parseContextObject): it reads a type of its own from ``rft.type``, and fields that a matrix does
not know from the keys of another.
"""

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from generator.bibliography.item import Item
from generator.bibliography.plain import plain_prose
from generator.bibliography.zotero import item_type
from generator.bibliography.zotero_names import Creator, creators

_MATRICES = {
    "journalArticle": ("journal", "article"),
    "conferencePaper": ("book", "proceeding"),
    "bookSection": ("book", "bookitem"),
    "book": ("book", "book"),
    "report": ("book", "report"),
    "thesis": ("dissertation", ""),
}
_SAME_WORDS = (
    ("rft.volume", "volume"),
    ("rft.issue", "issue"),
    ("rft.edition", "edition"),
    ("rft.series", "collection-title"),
    ("rft.tpages", "number-of-pages"),
    ("rft.isbn", "ISBN"),
    ("rft.issn", "ISSN"),
    ("rft.stitle", "container-title-short"),
)
_BESIDE = frozenset(("contributor", "editor", "seriesEditor", "translator", "bookAuthor"))
"""Roles that are not the author's; the format has one key for them all."""


def coins_span(item: Item) -> str:
    """Return the span that a citation manager finds an item by, as HTML."""
    pairs = "&".join(f"{key}={quote(value, safe='')}" for key, value in _pairs(item) if value)
    return f'<span class="Z3988" title="{escape(pairs)}"></span>'


def _pairs(item: Item) -> Iterator[tuple[str, str]]:
    type_ = item_type(item)
    matrix, genre = _MATRICES.get(type_, ("dc", ""))
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{matrix}"
    doi = item.text("DOI")
    yield "rft_id", f"info:doi/{doi}" if doi else ""
    yield "rft_id", item.text("URL") or item.custom.get("open-copy", "")
    yield "rft.genre", genre
    yield from _titles(item, matrix, genre)
    yield from _people(creators(item, type_))
    yield "rft.date", _date(item)
    yield from ((key, item.text(variable)) for key, variable in _SAME_WORDS)
    yield from _pages(item, matrix)
    yield "rft.place", item.text("publisher-place", "event-place")
    yield "rft.inst" if matrix == "dissertation" else "rft.pub", item.text("publisher")
    yield "rft.degree", item.text("genre") if matrix == "dissertation" else ""
    yield "rft.language", item.text("language")
    if matrix == "dc":
        yield "rft.description", plain_prose(item.text("abstract"))
        yield "rft.rights", item.custom.get("license", "")
        # Last: after it, Zotero reads the other keys as those of the type it names.
        yield "rft.type", type_


def _titles(item: Item, matrix: str, genre: str) -> Iterator[tuple[str, str]]:
    """Yield the title, and that of what the work stands in or where it was given."""
    title, container = item.text("title"), item.text("container-title", "event-title", "event")
    if matrix == "journal":
        yield "rft.atitle", title
        yield "rft.jtitle", container
    elif genre in ("proceeding", "bookitem"):
        yield "rft.atitle", title
        yield "rft.btitle", container
    elif matrix == "book":
        yield "rft.btitle", title
    elif matrix == "dissertation":
        yield "rft.title", title
    else:
        yield "rft.title", title
        # Web pages and talks have no publisher in Zotero, so theirs stands for the site or series.
        around = item.text("event-title", "event", "container-title")
        alone = item_type(item) in ("webpage", "blogPost", "presentation")
        yield "rft.source", around or (item.text("publisher") if alone else "")


def _people(people: tuple[Creator, ...]) -> Iterator[tuple[str, str]]:
    """Yield everybody in order.

    ``aulast`` and ``aufirst`` hold any name whole; Zotero takes what stands in ``au`` apart. So
    the first author, and names that would come out otherwise, stand in the two.
    """
    authors = [one for one in people if one.role not in _BESIDE]
    # Zotero takes namesakes in the two ways for one person.
    whole = {one.last for index, one in enumerate(authors) if index == 0 or not _is_plain(one)}
    for one in authors:
        if one.last in whole:
            yield "rft.aulast", one.last
            yield "rft.aufirst", one.first
        else:
            yield "rft.au", f"{one.last}, {one.first}"
    for one in people:
        if one.role in _BESIDE:
            # A comma at the end tells Zotero that the name has no first part; it knows no third.
            yield "rft.contributor", f"{one.last}, {one.first.replace(', ', ' ')}".rstrip(" ")


def _is_plain(one: Creator) -> bool:
    return bool(one.first) and "," not in one.last + one.first


def _pages(item: Item, matrix: str) -> Iterator[tuple[str, str]]:
    pages = item.text("page")
    first, dash, last = pages.replace("\u2013", "-").partition("-")
    if dash and "," not in pages and "-" not in last:
        yield "rft.spage", first
        yield "rft.epage", last
    if matrix == "journal" and not pages:
        yield "rft.artnum", item.text("number")
        yield "rft.pages", item.text("number")
    yield "rft.pages", pages


def _date(item: Item) -> str:
    """Return the day on which it came out, or on which the event began (ISO 8601-1)."""
    issued = item.issued
    return str(issued.period.start) if issued and issued.period else ""
