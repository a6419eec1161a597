"""An item as meta tags in the head of its page: for Google Scholar, and for Zotero.

Google Scholar, "Inclusion Guidelines for Webmasters", "Indexing": Highwire Press tags, and Eprints
tags where those will not do. Zotero reads both (Embedded Metadata.js), and takes tags in its own
namespace ``z:`` for what they have no word for (RDF.js).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.bibliography.doi import doi_address
from generator.bibliography.item import Item
from generator.bibliography.plain import plain_prose, plain_title
from generator.bibliography.zotero import fields, item_type
from generator.bibliography.zotero_names import Creator, creators

_CONTAINERS = {
    "journalArticle": "citation_journal_title",
    "bookSection": "citation_inbook_title",
    "conferencePaper": "citation_conference_title",
}
_PUBLISHERS = {
    "thesis": "citation_dissertation_institution",
    "report": "citation_technical_report_institution",
}
_AUTHORS = frozenset(
    ("artist", "author", "cartographer", "director", "interviewee", "inventor", "performer")
) | {"podcaster", "presenter", "programmer"}
_BLANK = " "
"""Keeps Zotero from guessing at what the item does not have; it is trimmed when it is saved."""

_GUESSED = ("abstractNote", "language")
_ON_SITES = frozenset(("blogPost", "newspaperArticle", "webpage"))
"""Types that stand in the site which shows them, for Zotero, unless they say in which."""

_TITLES_AROUND = (
    *("publicationTitle", "bookTitle", "proceedingsTitle", "websiteTitle", "blogTitle"),
    *("programTitle", "encyclopediaTitle", "dictionaryTitle", "forumTitle"),
)


@dataclass(frozen=True, slots=True)
class MetaTag:
    """A meta element's name and content."""

    name: str
    content: str


def meta_tags(item: Item, address: str) -> tuple[MetaTag, ...]:
    """Return the tags of an item's page, which stands at a web address."""
    found = (*_highwire(item, address), *_people(item), *_zotero(item))
    return tuple(MetaTag(name, content) for name, content in found if content)


def cite_as(item: Item, address: str) -> str:
    """Return the address that is to be cited (RFC 8574): the DOI's, or the page's own."""
    doi = item.text("DOI")
    return doi_address(doi) if doi else address


def _highwire(item: Item, address: str) -> Iterator[tuple[str, str]]:
    type_ = item_type(item)
    doi = item.text("DOI")
    yield "citation_title", plain_title(item.text("title"))
    yield from _dates(item)
    container = item.text("container-title")
    if type_ == "conferencePaper":
        container = item.text("event-title", "event") or container
    yield _CONTAINERS.get(type_, ""), plain_title(container) if type_ in _CONTAINERS else ""
    yield _PUBLISHERS.get(type_, "citation_publisher"), item.text("publisher")
    if type_ == "report":
        yield "citation_technical_report_number", item.text("number")
    if type_ in ("journalArticle", "bookSection", "conferencePaper"):
        yield "citation_volume", item.text("volume")
        yield "citation_issue", item.text("issue")
        yield from _pages(item)
    yield "citation_issn", item.text("ISSN")
    yield "citation_isbn", item.text("ISBN")
    yield "citation_doi", doi
    yield "citation_abstract", plain_prose(item.text("abstract"))
    yield "citation_language", item.text("language")
    yield "citation_keywords", item.text("keyword")
    open_copy = item.custom.get("open-copy", "")
    yield "citation_public_url", item.text("URL") or open_copy or (doi and doi_address(doi))
    yield "citation_abstract_html_url", address
    whole = (open_copy, item.text("URL"))
    yield "citation_pdf_url", next((one for one in whole if _is_pdf(one)), "")
    yield "citation_fulltext_html_url", "" if _is_pdf(open_copy) else open_copy


def _is_pdf(address: str) -> bool:
    return address.partition("?")[0].partition("#")[0].lower().endswith(".pdf")


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    """Yield when it came out: as Scholar has it, and as Zotero keeps it (ISO 8601)."""
    online = item.dates.get("available-date")
    if online and online.period:
        yield "citation_online_date", str(online.period.start).replace("-", "/")
    issued = item.issued
    if issued is None or issued.period is None:
        yield "z:date", (issued.literal if issued else "") or _BLANK
        return
    period = issued.period
    yield "citation_publication_date", str(period.start).replace("-", "/")
    whole = period.end is not None and period.start.day and period.end.day
    yield "citation_date", str(period) if whole else str(period.start)


def _pages(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the first page and the last, unless there are gaps between them."""
    pages = item.text("page") or item.text("number")
    first, _, last = pages.replace("\u2013", "-").partition("-")
    if "," not in pages and "-" not in last:
        yield "citation_firstpage", first.strip()
        yield "citation_lastpage", last.strip()


def _unbroken(pages: str) -> str:
    """Return pages with dashes where Zotero, which knows one range only, would cut at hyphens."""
    return pages.replace("-", "\u2013") if "," in pages else pages


def _people(item: Item) -> Iterator[tuple[str, str]]:
    """Yield everybody in their roles.

    As soon as Zotero meets one ``citation_author`` or ``citation_editor`` it forgets everybody
    else. So where others have a part in the work, all stand in tags of Eprints, and of Zotero's
    own for roles that Eprints does not know.
    """
    people = creators(item, item_type(item))
    roles = {one.role for one in people}
    if roles - _AUTHORS <= {"editor"} and not any(_is_recased(one) for one in people):
        for one in people:
            editor = one.role == "editor"
            yield "citation_editor" if editor else "citation_author", _unsplit(_written(one))
            if editor and roles == {"editor"}:
                yield "eprints.editors_name", _written(one)
        return
    for one in people:
        if one.role in _AUTHORS:
            yield "eprints.creators_name", _written(one)
        if one.role in ("editor", "contributor"):
            yield f"eprints.{one.role}s_name", _written(one)
        elif one.role not in ("author", "presenter"):
            yield "so:producer" if one.role == "producer" else f"z:{one.role}s", _written(one)


def _is_recased(one: Creator) -> bool:
    """Tell whether Zotero would set capitals of its own, as in 'bell hooks', in Highwire tags."""
    parts = (one.last, one.first) if one.first else ()
    return any((part.islower() or part.isupper()) and part != part.title() for part in parts)


def _written(one: Creator) -> str:
    """Return a name inverted; Zotero takes one without a comma for a person's, hence the last."""
    if not one.first:
        return f"{one.last}," if " " in one.last and "," not in one.last else one.last
    return f"{one.last}, {one.first.replace(', ', ' ')}"


def _unsplit(name: str) -> str:
    """Return a name that Zotero does not take for two, as it does 'García Márquez, Gabriel José'.

    It looks for spaces on both sides of the comma, but not for those that do not break.
    """
    last, comma, first = name.partition(", ")
    return f"{last}, {first.replace(' ', chr(0xA0))}" if comma and " " in last else name


def _zotero(item: Item) -> Iterator[tuple[str, str]]:
    held = fields(item)
    type_ = item_type(item)
    yield "z:itemType", type_
    for field, value in sorted(held.items()):
        # The property of a tag begins with a small letter for Zotero, so z:ISBN would be lost.
        if field[0].islower() and field not in ("url", "abstractNote"):
            yield f"z:{field}", _unbroken(value) if field == "pages" else value
    yield from ((f"z:{field}", _BLANK) for field in _GUESSED if field not in held)
    container = next((held[field] for field in _TITLES_AROUND if field in held), "")
    yield "prism.publicationName", container or (_BLANK if type_ in _ON_SITES else "")
    yield "dc:publisher", item.text("publisher")
    yield "dc:rights", item.custom.get("license", "")
    yield from (("dc:subject", word) for word in item.text("keyword").split("; "))
