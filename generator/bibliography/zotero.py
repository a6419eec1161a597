"""How Zotero names types of items, and the fields in which each type holds what CSL knows.

Zotero's own schema (schema.json: "itemTypes" and "csl"). What a type has no field for stands in
its field Extra, as Zotero reads it from there ("Citing Fields from Extra").
"""

from collections.abc import Iterator, Mapping

from generator.bibliography.item import Item

_TYPES = {
    "article": "preprint",
    "article-journal": "journalArticle",
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "bill": "bill",
    "book": "book",
    "broadcast": "podcast",
    "chapter": "bookSection",
    "dataset": "dataset",
    "entry": "encyclopediaArticle",
    "entry-dictionary": "dictionaryEntry",
    "entry-encyclopedia": "encyclopediaArticle",
    "figure": "artwork",
    "graphic": "artwork",
    "hearing": "hearing",
    "interview": "interview",
    "legal_case": "case",
    "legislation": "statute",
    "manuscript": "manuscript",
    "map": "map",
    "motion_picture": "videoRecording",
    "paper-conference": "conferencePaper",
    "patent": "patent",
    "personal_communication": "letter",
    "post": "forumPost",
    "post-weblog": "blogPost",
    "report": "report",
    "review": "journalArticle",
    "review-book": "journalArticle",
    "software": "computerProgram",
    "song": "audioRecording",
    "speech": "presentation",
    "standard": "standard",
    "thesis": "thesis",
    "webpage": "webpage",
}
_BY_GENRE = {
    "broadcast": (
        ("television", "tvBroadcast"),
        ("tv ", "tvBroadcast"),
        ("radio", "radioBroadcast"),
    ),
    "motion_picture": (("film", "film"), ("movie", "film"), ("documentary", "film")),
}

_EVERYWHERE = {
    "abstract": "abstractNote",
    "archive": "archive",
    "archive_location": "archiveLocation",
    "call-number": "callNumber",
    "language": "language",
    "shortTitle": "shortTitle",
    "title-short": "shortTitle",
    "URL": "url",
}
_PRINTED = {
    "collection-number": "seriesNumber",
    "collection-title": "series",
    "edition": "edition",
    "ISBN": "ISBN",
    "number-of-volumes": "numberOfVolumes",
    "publisher": "publisher",
    "publisher-place": "place",
    "volume": "volume",
}
_RECORDED = {
    "collection-title": "seriesTitle",
    "dimensions": "runningTime",
    "ISBN": "ISBN",
    "number-of-volumes": "numberOfVolumes",
    "publisher-place": "place",
    "volume": "volume",
}
_ON_AIR = {
    "container-title": "programTitle",
    "dimensions": "runningTime",
    "number": "episodeNumber",
    "publisher": "network",
    "publisher-place": "place",
}
_FIELDS: Mapping[str, Mapping[str, str]] = {
    "artwork": {"dimensions": "artworkSize", "medium": "artworkMedium"},
    "audioRecording": {**_RECORDED, "medium": "audioRecordingFormat", "publisher": "label"},
    "blogPost": {"container-title": "blogTitle", "genre": "websiteType"},
    "book": {**_PRINTED, "number-of-pages": "numPages"},
    "bookSection": {**_PRINTED, "container-title": "bookTitle", "page": "pages"},
    "computerProgram": {
        "collection-title": "seriesTitle",
        "ISBN": "ISBN",
        "medium": "system",
        "publisher": "company",
        "publisher-place": "place",
        "version": "versionNumber",
    },
    "conferencePaper": {
        "collection-title": "series",
        "container-title": "proceedingsTitle",
        "DOI": "DOI",
        "event-place": "place",
        "event-title": "conferenceName",
        "ISBN": "ISBN",
        "page": "pages",
        "publisher": "publisher",
        "publisher-place": "place",
        "volume": "volume",
    },
    "dataset": {
        "DOI": "DOI",
        "genre": "type",
        "medium": "format",
        "number": "identifier",
        "publisher": "repository",
        "publisher-place": "repositoryLocation",
        "version": "versionNumber",
    },
    "dictionaryEntry": {**_PRINTED, "container-title": "dictionaryTitle", "page": "pages"},
    "document": {"publisher": "publisher"},
    "encyclopediaArticle": {**_PRINTED, "container-title": "encyclopediaTitle", "page": "pages"},
    "film": {
        "dimensions": "runningTime",
        "genre": "genre",
        "medium": "videoRecordingFormat",
        "publisher": "distributor",
    },
    "forumPost": {"container-title": "forumTitle", "genre": "postType"},
    "interview": {"medium": "interviewMedium"},
    "journalArticle": {
        "collection-title": "series",
        "container-title": "publicationTitle",
        "container-title-short": "journalAbbreviation",
        "DOI": "DOI",
        "ISSN": "ISSN",
        "issue": "issue",
        "journalAbbreviation": "journalAbbreviation",
        "page": "pages",
        "volume": "volume",
    },
    "letter": {"genre": "letterType"},
    "magazineArticle": {
        "container-title": "publicationTitle",
        "ISSN": "ISSN",
        "issue": "issue",
        "page": "pages",
        "volume": "volume",
    },
    "manuscript": {
        "genre": "manuscriptType",
        "number-of-pages": "numPages",
        "publisher-place": "place",
    },
    "map": {
        "collection-title": "seriesTitle",
        "edition": "edition",
        "genre": "mapType",
        "ISBN": "ISBN",
        "publisher": "publisher",
        "publisher-place": "place",
        "scale": "scale",
    },
    "newspaperArticle": {
        "container-title": "publicationTitle",
        "edition": "edition",
        "ISSN": "ISSN",
        "page": "pages",
        "publisher-place": "place",
        "section": "section",
    },
    "podcast": {
        "container-title": "seriesTitle",
        "dimensions": "runningTime",
        "medium": "audioFileType",
        "number": "episodeNumber",
    },
    "preprint": {
        "collection-number": "seriesNumber",
        "collection-title": "series",
        "container-title": "repository",
        "DOI": "DOI",
        "genre": "genre",
        "number": "archiveID",
        "publisher": "repository",
        "publisher-place": "place",
    },
    "presentation": {
        "event-place": "place",
        "event-title": "meetingName",
        "genre": "presentationType",
    },
    "radioBroadcast": {**_ON_AIR, "medium": "audioRecordingFormat"},
    "report": {
        "collection-title": "seriesTitle",
        "genre": "reportType",
        "number": "reportNumber",
        "page": "pages",
        "publisher": "institution",
        "publisher-place": "place",
    },
    "standard": {
        "DOI": "DOI",
        "genre": "type",
        "number": "number",
        "number-of-pages": "numPages",
        "publisher": "publisher",
        "publisher-place": "place",
        "version": "versionNumber",
    },
    "thesis": {
        "genre": "thesisType",
        "number-of-pages": "numPages",
        "publisher": "university",
        "publisher-place": "place",
    },
    "tvBroadcast": {**_ON_AIR, "medium": "videoRecordingFormat"},
    "videoRecording": {**_RECORDED, "medium": "videoRecordingFormat", "publisher": "studio"},
    "webpage": {"container-title": "websiteTitle", "genre": "websiteType"},
}
_ELSEWHERE = frozenset(("id", "keyword", "note", "title", "status", "citation-key"))
"""Variables that no field of their own holds, or that are written in another way."""


def item_type(item: Item) -> str:
    """Return the type that an item has in Zotero."""
    words = f"{item.text('genre').lower()} "
    signs = _BY_GENRE.get(item.type, ())
    meant = next((type_ for sign, type_ in signs if sign in words), "")
    return meant or _TYPES.get(item.type, "document")


def fields(item: Item) -> dict[str, str]:
    """Return what Zotero's fields hold of an item; title, date and people apart."""
    type_ = item_type(item)
    known = {**_EVERYWHERE, **_FIELDS.get(type_, {})}
    held: dict[str, str] = {}
    left: list[tuple[str, str]] = []
    for variable, value in sorted(item.texts.items()):
        field = known.get(variable, "")
        if field and held.get(field, value) == value:
            held[field] = value
        elif variable not in _ELSEWHERE:
            left.append((variable, value))
    if type_ in ("webpage", "blogPost") and "container-title" not in item.texts:
        # The one place in which Zotero's web pages can tell who publishes them.
        held[known["container-title"]] = item.text("publisher")
        left = [one for one in left if one[0] != "publisher"]
    if "pages" in known.values() and "page" not in item.texts:
        held["pages"] = item.text("number")
    held["rights"] = item.custom.get("license", "")
    held["extra"] = "\n".join(_extra(item, left))
    return {field: value for field, value in held.items() if value}


def _extra(item: Item, left: list[tuple[str, str]]) -> Iterator[str]:
    """Yield the lines of the field Extra: first variables as Zotero reads them, then words."""
    for variable, value in left:
        # Zotero's own reader adds the DOI of a type that has no field for one.
        if variable != "DOI":
            yield f"{_label(variable)}: {value}"
    if "status" in item.texts:
        yield f"Status: {item.texts['status']}"
    for label, fact in (("Award", "award"), ("Slides", "slides"), ("Open copy", "open-copy")):
        # Without an address of its own, a work is found where its open copy is.
        if fact in item.custom and (fact != "open-copy" or "URL" in item.texts):
            yield f"{label}: {item.custom[fact]}"
    if "note" in item.texts:
        yield item.texts["note"]


def _label(variable: str) -> str:
    return variable.replace("-", " ").title() if variable.islower() else variable
