"""Which type an item has in RIS, and in which tag it holds what CSL knows.

RIS Format Specifications (2001, and the reference types of 2011). Where the two leave several tags,
the one is taken that Zotero reads into the right field of that type (its translator RIS.js), and
then EndNote.
"""

from collections.abc import Mapping

from generator.bibliography.item import Item

_TYPES = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "SOUND",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "collection": "AGGR",
    "dataset": "DATA",
    "entry": "ENCYC",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "VIDEO",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "post": "ICOMM",
    "post-weblog": "BLOG",
    "regulation": "LEGAL",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "treaty": "LEGAL",
    "webpage": "ELEC",
}
_SCREENED = ("television", "tv ", "video")
_FILMS = ("film", "movie", "documentary")

_EVERYWHERE = {
    "title": "TI",
    "title-short": "ST",
    "shortTitle": "ST",
    "container-title": "T2",
    "container-title-short": "J2",
    "journalAbbreviation": "J2",
    "collection-title": "T3",
    "abstract": "AB",
    "archive": "DB",
    "archive_location": "AN",
    "call-number": "CN",
    "DOI": "DO",
    "edition": "ET",
    "event-place": "CY",
    "publisher-place": "CY",
    "genre": "M3",
    "ISBN": "SN",
    "ISSN": "SN",
    "issue": "IS",
    "language": "LA",
    "number": "M1",
    "number-of-volumes": "NV",
    "original-title": "OP",
    "publisher": "PB",
    "reviewed-title": "RI",
    "section": "SE",
    "source": "DP",
    "URL": "UR",
    "volume": "VL",
}
_CONFERENCE = {
    "event-title": "T2",
    "event": "T2",
    "container-title": "C3",
    "publisher-place": "C1",
}
_FIELDS: Mapping[str, Mapping[str, str]] = {
    "BOOK": {"collection-title": "T2", "collection-number": "M1", "number-of-pages": "SP"},
    "COMP": {"collection-title": "T2", "container-title": "", "version": "ET", "medium": "M1"},
    "CONF": _CONFERENCE,
    "CPAPER": _CONFERENCE,
    "DATA": {"version": "ET", "number": "NV"},
    "HEAR": {"event-title": "T2", "event": "T2"},
    "JOUR": {"number": "C7"},
    "MAP": {"scale": "C1"},
    "MANSCPT": {"number-of-pages": "SP"},
    "MGZN": {"number": "C7"},
    "MPCT": {"genre": "C4", "dimensions": "SP", "medium": "C5"},
    "NEWS": {"number": "C7"},
    "PAT": {"number": "SN"},
    "RPRT": {"collection-title": "T2", "number": "SN", "issue": ""},
    "SLIDE": {"event-title": "T2", "event": "T2"},
    "SOUND": {"container-title": "T3", "medium": "C5"},
    "STAND": {"number": "SN"},
    "THES": {"number-of-pages": "SP"},
    "VIDEO": {"medium": "C5"},
}
_ROLES: Mapping[str, Mapping[str, str]] = {
    "BOOK": {"editor": "A3", "collection-editor": "A2"},
    "CHAP": {"editor": "A2", "collection-editor": "A3", "container-author": "C2"},
    "CONF": {"editor": "A2", "collection-editor": "A3", "contributor": "A4"},
    "CPAPER": {"editor": "A2", "collection-editor": "A3", "contributor": "A4"},
    "DATA": {"contributor": "A4"},
    "DICT": {"editor": "A2", "collection-editor": "A3"},
    "ENCYC": {"editor": "A2", "collection-editor": "A3"},
    "JOUR": {"editor": "A2"},
    "MPCT": {"director": "AU", "producer": "A3", "contributor": "A4"},
    "PCOMM": {"interviewer": "A2", "recipient": "A2"},
    "RPRT": {"collection-editor": "A2"},
    "SOUND": {"composer": "AU", "performer": "A2", "host": "AU"},
    "THES": {"contributor": "A3"},
    "VIDEO": {"director": "AU", "producer": "A3"},
}
NUMBERED = frozenset(("JOUR", "MGZN", "NEWS"))
"""Types whose number is that of an article."""

_OTHERS = frozenset(("CONF", "CPAPER", "DATA", "MPCT"))
"""Types whose fourth people are no translators."""


def ris_type(item: Item) -> str:
    """Return the type of an item. A paper that stands in proceedings is CONF, any other CPAPER."""
    genre = f"{item.text('genre').lower()} "
    if item.type == "paper-conference" and item.has("container-title"):
        return "CONF"
    if item.type == "broadcast" and any(sign in genre for sign in _SCREENED):
        return "VIDEO"
    if item.type == "motion_picture" and any(sign in genre for sign in _FILMS):
        return "MPCT"
    return _TYPES.get(item.type, "GEN")


def text_tags(type_: str) -> Mapping[str, str]:
    """Return the tag for each variable that a type holds; of several for one, the first stands.

    None stands for a variable that another would be taken for.
    """
    own = _FIELDS.get(type_, {})
    return {**own, **{name: tag for name, tag in _EVERYWHERE.items() if name not in own}}


def role_tags(type_: str) -> Mapping[str, str]:
    """Return the tag for each role of people that a type holds."""
    everywhere = {"author": "AU"}
    if type_ not in _OTHERS:
        everywhere["translator"] = "A4"
    return {**everywhere, **_ROLES.get(type_, {})}
