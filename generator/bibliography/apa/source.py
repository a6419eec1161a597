"""The source element: where a work is found (APA 7, sections 9.23 to 9.37)."""

from pybtex.richtext import Text

from generator.bibliography.apa import numbers
from generator.bibliography.apa.author import AuthorElement
from generator.bibliography.apa.dates import written_out
from generator.bibliography.apa.description import source_description
from generator.bibliography.apa.rich import joined, linked, rich, wrapped
from generator.bibliography.apa.roles import editors_in_source
from generator.bibliography.apa.sorts import (
    EDITED,
    ON_THE_WEB,
    PLACED,
    SERIAL,
    TALKS,
    container,
    is_preprint,
    is_serial,
)
from generator.bibliography.apa.title import number, placed, volume_title
from generator.bibliography.apa.typography import capitalized, curled, dashed, in_title_case
from generator.bibliography.doi import doi_address
from generator.bibliography.item import Item

_MAKERS = (
    "container-author",
    "executive-producer",
    "series-creator",
    "editor-translator",
    "editor",
    "editorial-director",
    "compiler",
)
_SCREENED = ("broadcast", "graphic", "map", "motion_picture")


def source_elements(item: Item, author: AuthorElement) -> tuple[Text, ...]:
    """Return the sentences of the source, without DOI or address."""
    web = item.type in ON_THE_WEB
    return (
        Text() if web else _serial(item) if is_serial(item) else _larger_work(item, author),
        _advance(item) if is_serial(item) and not web else Text(),
        rich(_publisher(item, author)),
        rich(_archive(item)),
        rich(_event(item)),
        rich(_site(item)) if web else Text(),
    )


def _serial(item: Item) -> Text:
    """Return journal, volume, issue and pages (APA 7, section 9.25)."""
    language = item.text("language")
    names = [item.text(name) for name in ("container-title", "collection-title")]
    titles = ", ".join(in_title_case(name, language) for name in names if name)
    supplement = capitalized(numbers.labeled(item.text("supplement-number"), "Suppl.", "Suppls."))
    within = ", ".join(part for part in (dashed(item.text("issue")), supplement) if part)
    volume = Text(rich(dashed(item.text("volume")), italic=True), wrapped("(", rich(within), ")"))
    return joined(", ", rich(titles, italic=True), volume, _pages_or_number(item))


def _pages_or_number(item: Item) -> str:
    """Return pages, or 'Article e12' for what has a number instead (APA 7, section 9.27)."""
    if item.has("number"):
        number_ = item.text("number")
        named = number_.lower().startswith("article ")
        return number_ if named else f"Article {number_}"
    page = item.text("page")
    return f"Article {page}" if numbers.is_locator(page) else numbers.pages(page)


def _advance(item: Item) -> Text:
    """Return how far an article without a volume has come: 'Advance online publication'."""
    if item.has("collection-title", "number", *PLACED) or item.issued is None:
        return Text()
    return rich(capitalized(item.text("status")))


def _larger_work(item: Item, author: AuthorElement) -> Text:
    """Return 'In A. Berg (Ed.), Title (2nd ed., pp. 3-5)' (APA 7, section 9.28)."""
    if not container(item):
        return Text()
    volume = volume_title(item)
    whole = rich(": ".join(part for part in (container(item), volume) if part), italic=True)
    numbered = number(item) if item.type not in _SCREENED else ""
    identified = wrapped("(", joined("; ", rich(numbered), rich(placed(item))), ")")
    described = wrapped("[", source_description(item), "]")
    in_ = "On" if item.type == "song" else "In"
    by = rich(_makers(item, author))
    return joined(" ", in_, joined(", ", by, whole), identified, described)


def _makers(item: Item, author: AuthorElement) -> str:
    """Return those who made the larger work, unless they stand as authors already."""
    talk = ("chair", "organizer") if item.type in TALKS else ()
    for role in (*_MAKERS, *talk, "curator", "collection-editor"):
        if role in item.names and role not in author.used:
            return editors_in_source(item, role)
    return ""


def _publisher(item: Item, author: AuthorElement) -> str:
    """Return the publisher, unless it is the author (APA 7, section 9.29)."""
    publisher = item.text("publisher")
    if is_preprint(item):
        publisher = publisher or item.text("container-title")
    if not publisher or author.publisher_used or _is_author(item, publisher):
        return ""
    if item.type == "thesis":
        return "" if item.has("archive", "DOI", "URL") else publisher
    if item.type in SERIAL:
        return ""
    published = item.has(*EDITED) or item.type != "paper-conference"
    return publisher if published else ""


def _is_author(item: Item, name: str) -> bool:
    """Tell whether a name is that of an author."""
    authors = item.names.get("author", ())
    return any(_folded(one.full) == _folded(name) for one in authors if one.person is None)


def _folded(name: str) -> str:
    return curled(name).casefold().removeprefix("the ").strip(" .")


def _archive(item: Item) -> str:
    """Return database or archive with the place in it (APA 7, section 9.30)."""
    location = item.text("archive_location")
    placed_ = f"({location})" if location else ""
    collection, archive = item.text("archive_collection"), item.text("archive")
    held = f"{collection or archive} {placed_}".strip()
    parts = (held, archive if collection else "", item.text("archive-place"))
    return ", ".join(part for part in parts if part)


def _event(item: Item) -> str:
    """Return meeting and place of what was presented (APA 7, section 10.5)."""
    name = item.text("event-title", "event")
    if not name or (item.type == "paper-conference" and item.has(*EDITED, *PLACED)):
        return ""
    when = item.dates.get("event-date")
    day = written_out(when) if when else ""
    return ", ".join(part for part in (capitalized(name), item.text("event-place"), day) if part)


def _site(item: Item) -> str:
    """Return the name of the website, unless it is the author (APA 7, section 9.32)."""
    site = item.text("container-title")
    return "" if _is_author(item, site) else in_title_case(site, item.text("language"))


def address_element(item: Item) -> Text:
    """Return the DOI, or else the address, without a period at its end (APA 7, 9.34)."""
    if item.has("DOI"):
        return linked(doi_address(item.text("DOI")), f"https://doi.org/{item.text('DOI')}")
    address = item.text("URL")
    if not address:
        return Text()
    accessed = item.dates.get("accessed")
    undated = item.issued is None and not item.has("status")
    if undated and accessed:
        return joined(" ", f"Retrieved {written_out(accessed)}, from", linked(address, address))
    return linked(address, address)


def history_element(item: Item) -> Text:
    """Return '(Original work published 1900)' and the like (APA 7, sections 9.39 to 9.41)."""
    numbered = item.has("collection-title", "number", *PLACED)
    status = capitalized(item.text("status")) if item.issued and numbered else ""
    history = rich(item.text("references")) if item.has("references") else _original(item)
    return wrapped("(", joined("; ", status, history), ")")


def _original(item: Item) -> Text:
    when = item.dates.get("original-date")
    year = str(when.period.start.year) if when and when.period else when.literal if when else ""
    titled = rich(item.text("original-title"), italic=True)
    as_ = joined(" ", "as", titled) if titled else Text()
    details = joined(", ", joined(" ", as_, year), rich(item.text("original-publisher")))
    return joined(" ", "Original work published", details) if details else Text()
