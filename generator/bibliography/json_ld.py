"""An item in the terms of schema.org, as JSON-LD for its page, and a list of items.

Types and properties of https://schema.org (version 29), in JSON-LD 1.1.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.bibliography.doi import doi_address
from generator.bibliography.item import Item
from generator.bibliography.json_ld_parts import agent, event, holder, may_be, series
from generator.bibliography.licenses import license_address
from generator.bibliography.plain import plain_prose, plain_title

Values = dict[str, Any]

_TYPES = {
    "article": "ScholarlyArticle",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "broadcast": "PodcastEpisode",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "graphic": "ImageObject",
    "map": "Map",
    "motion_picture": "VideoObject",
    "paper-conference": "ScholarlyArticle",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "review": "Review",
    "review-book": "Review",
    "software": "SoftwareSourceCode",
    "song": "AudioObject",
    "speech": "PresentationDigitalDocument",
    "thesis": "Thesis",
    "webpage": "LearningResource",
}
_BY_GENRE = {
    "speech": (("poster", "Poster"),),
    "broadcast": (("television", "TVEpisode"), ("tv ", "TVEpisode"), ("radio", "RadioEpisode")),
    "graphic": (("infographic", "VisualArtwork"),),
}
_PAGED = frozenset(("Article", "Chapter", "NewsArticle", "Report", "ScholarlyArticle"))
_PEOPLE = ("author", "editor", "translator", "producer")
_DIRECTED = frozenset(("PodcastEpisode", "RadioEpisode", "TVEpisode", "VideoObject"))
_ESCAPES = {ord(one): f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"}


def json_ld(item: Item, address: str) -> Values:
    """Return an item, whose page stands at a web address, as the values of JSON-LD."""
    doi = item.text("DOI")
    found = {
        "@context": "https://schema.org",
        "@type": schema_type(item),
        "@id": doi_address(doi) if doi else address,
        "mainEntityOfPage": address,
        **dict(_facts(item)),
        **dict(_dates(item)),
        **dict(_people(item)),
        **dict(_extent(item)),
        **dict(_surroundings(item)),
        "identifier": list(_identifiers(item)),
        "url": item.text("URL") or address,
        "sameAs": [one for one in (doi and doi_address(doi), item.text("URL")) if one],
        "encoding": list(_copies(item)),
    }
    return {key: value for key, value in found.items() if value}


def json_ld_list(title: str, address: str, works: Sequence[tuple[str, str]]) -> Values:
    """Return a page that lists works, each a title and the address of its page."""
    elements = [
        {"@type": "ListItem", "position": place, "name": plain_title(name), "url": url}
        for place, (name, url) in enumerate(works, 1)
    ]
    return {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "@id": address,
        "url": address,
        "name": title,
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": len(elements),
            "itemListElement": elements,
        },
    }


def json_ld_script(values: Mapping[str, Any]) -> str:
    """Return a script element that holds the values, as HTML.

    Whatever could end the element, or begin one, is escaped as JSON has it (HTML, 4.12.1.3,
    "Restrictions for contents of script elements").
    """
    text = json.dumps(values, ensure_ascii=False).translate(_ESCAPES)
    return f'<script type="application/ld+json">{text}</script>'


def schema_type(item: Item) -> str:
    """Return the type of schema.org that says most exactly what an item is."""
    words = f"{item.text('genre').lower()} "
    signs = _BY_GENRE.get(item.type, ())
    meant = next((type_ for sign, type_ in signs if sign in words), "")
    return meant or _TYPES.get(item.type, "CreativeWork")


def _facts(item: Item) -> Iterator[tuple[str, Any]]:
    license_ = item.custom.get("license", "")
    yield "name", plain_title(item.text("title"))
    if schema_type(item) in ("Article", "BlogPosting", "NewsArticle", "ScholarlyArticle"):
        yield "headline", plain_title(item.text("title"))
    yield "abstract", plain_prose(item.text("abstract"))
    yield "inLanguage", item.text("language")
    yield "genre", item.text("genre")
    yield "keywords", [word for word in item.text("keyword").split("; ") if word]
    yield "license", license_address(license_) if license_ else ""
    if "open-copy" in item.custom or license_.startswith("CC"):
        yield "isAccessibleForFree", True
    yield "award", item.custom.get("award", "")
    yield "creativeWorkStatus", "In press" if item.text("status") == "in press" else ""
    publisher = item.text("publisher")
    yield "publisher", {"@type": "Organization", "name": publisher} if publisher else None


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    issued = item.issued
    if issued and issued.period:
        yield "datePublished", str(issued.period.start)
        if schema_type(item) == "VideoObject" and issued.period.start.day:
            yield "uploadDate", str(issued.period.start)


def _people(item: Item) -> Iterator[tuple[str, Any]]:
    """Yield everybody by what they did; the editors of what a chapter stands in stand there."""
    type_ = schema_type(item)
    roles = (*_PEOPLE, "director") if type_ in _DIRECTED else _PEOPLE
    within = ("editor", "container-author") if type_ == "Chapter" else ()
    others: list[Values] = []
    for role, names in sorted(item.names.items()):
        if role in within:
            continue
        agents = [agent(name) for name in names]
        fitting = [one for one in agents if may_be(role, one)] if role in roles else []
        yield role, fitting
        others += [one for one in agents if one not in fitting]
    yield "contributor", others


def _extent(item: Item) -> Iterator[tuple[str, Any]]:
    """Yield what only some types have."""
    type_ = schema_type(item)
    if type_ in _PAGED:
        pages = item.text("page") or (item.text("number") if type_ == "ScholarlyArticle" else "")
        first, _, last = pages.replace("\u2013", "-").partition("-")
        yield "pagination", pages
        if last and "," not in pages and "-" not in last:
            yield "pageStart", first
            yield "pageEnd", last
    if type_ == "Book":
        yield "bookEdition", item.text("edition")
        yield "isbn", item.text("ISBN")
        pages = item.text("number-of-pages")
        yield "numberOfPages", int(pages) if pages.isdecimal() and pages.isascii() else None
    if type_ in ("Report", "Dataset", "SoftwareSourceCode"):
        yield "version", item.text("version")
    if type_ == "Report":
        yield "reportNumber", item.text("number")
    if type_ in _DIRECTED - {"VideoObject"}:
        yield "episodeNumber", item.text("number")
    if type_ == "Thesis":
        yield "inSupportOf", item.text("genre")
    if type_ == "LearningResource":
        yield "learningResourceType", item.text("genre")


def _surroundings(item: Item) -> Iterator[tuple[str, Any]]:
    """Yield what the work stands in, and where it was given."""
    type_ = schema_type(item)
    if type_ in _DIRECTED - {"VideoObject"}:
        yield "partOfSeries", series(item, type_)
    else:
        yield "isPartOf", holder(item)
    yield "subjectOf", event(item)


def _identifiers(item: Item) -> Iterator[Values]:
    doi = item.text("DOI")
    if doi:
        yield {
            "@type": "PropertyValue",
            "propertyID": "DOI",
            "value": doi,
            "url": doi_address(doi),
        }
    kept = (("ISBN", item.text("ISBN")), ("PMID", item.text("PMID")), ("PMCID", item.text("PMCID")))
    for kind, value in kept:
        if value and not (kind == "ISBN" and schema_type(item) == "Chapter"):
            yield {"@type": "PropertyValue", "propertyID": kind, "value": value}
    if schema_type(item) not in _PAGED | _DIRECTED and item.text("number"):
        yield {"@type": "PropertyValue", "name": "number", "value": item.text("number")}


def _copies(item: Item) -> Iterator[Values]:
    for name, fact in (("Open copy", "open-copy"), ("Slides", "slides")):
        if fact in item.custom:
            yield {"@type": "MediaObject", "name": name, "contentUrl": item.custom[fact]}
