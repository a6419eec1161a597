"""Types of entries in BibTeX and biblatex as types of CSL, with the words that describe them.

Sources: BibTeXing, section 3.1; the biblatex manual, section 2.1; where a type of ours is stored
under a wider one, the conventions by which Zotero and Better BibTeX write and read it.
"""

import re
from collections.abc import Mapping

from generator.records.csl import CSL_TYPES

_JOURNALS = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
_TYPES = {
    "article": "article-journal",
    "suppperiodical": "article-journal",
    **dict.fromkeys(
        (
            "book",
            "collection",
            "commentary",
            "manual",
            "mvbook",
            "mvcollection",
            "mvproceedings",
            "mvreference",
            "proceedings",
            "reference",
        ),
        "book",
    ),
    **dict.fromkeys(
        ("bookinbook", "inbook", "incollection", "suppbook", "suppcollection"), "chapter"
    ),
    "booklet": "pamphlet",
    **dict.fromkeys(("conference", "inproceedings"), "paper-conference"),
    "inreference": "entry-encyclopedia",
    **dict.fromkeys(("bachelorsthesis", "mastersthesis", "phdthesis", "thesis"), "thesis"),
    **dict.fromkeys(("report", "techreport"), "report"),
    "unpublished": "manuscript",
    **dict.fromkeys(("electronic", "online", "www"), "webpage"),
    "periodical": "periodical",
    "dataset": "dataset",
    **dict.fromkeys(("software", "softwaremodule", "softwareversion"), "software"),
    **dict.fromkeys(("artwork", "image"), "graphic"),
    **dict.fromkeys(("audio", "music"), "song"),
    **dict.fromkeys(("movie", "video"), "motion_picture"),
    "performance": "performance",
    "standard": "standard",
    "patent": "patent",
    "legislation": "legislation",
    "jurisdiction": "legal_case",
    "legal": "treaty",
    "letter": "personal_communication",
    "review": "review",
    "misc": "document",
}
GENRES = {
    "bachelorsthesis": "Bachelor's thesis",
    "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate thesis",
    "mastersthesis": "Master's thesis",
    "mathesis": "Master's thesis",
    "phdthesis": "Doctoral dissertation",
    "techreport": "Technical report",
    "techrep": "Technical report",
    "resreport": "Research report",
    "software": "Computer software",
    "datacd": "Data CD",
    "audiocd": "Audio CD",
}
"""Words for the types that need them, and for biblatex's keys for them (manual, 4.9.2.13)."""

ON_THE_WEB = frozenset(("post", "post-weblog", "webpage"))
"""Types whose site stands in ``titleaddon`` or ``organization``."""

DESCRIBED = frozenset(("bachelorsthesis", "mastersthesis", "phdthesis", "techreport"))
"""Types of entries that say in words what a work is, where ``type`` does not (BibTeXing, 3.1)."""

_TALK = re.compile(
    r"\b(?:poster|presentation|presented|talk|webinar|panel|keynote|workshop|lightning)\b",
    re.IGNORECASE,
)
_PODCAST = re.compile(r"\b(?:podcast|episode|radio|broadcast)\b", re.IGNORECASE)
_BLOG = re.compile(r"\bblog", re.IGNORECASE)
_DATA = re.compile(r"\bdata ?set\b", re.IGNORECASE)
_SOFTWARE = re.compile(r"\b(?:computer )?(?:software|program)\b", re.IGNORECASE)
_PREPRINT = re.compile(r"\bpreprint\b", re.IGNORECASE)
_SAYING = (
    (_TALK, "speech"),
    (_PODCAST, "broadcast"),
    (_BLOG, "post-weblog"),
    (_DATA, "dataset"),
    (_SOFTWARE, "software"),
    (_PREPRINT, "article"),
)
_VAGUE = frozenset(("booklet", "misc", "online", "unpublished", "audio", "electronic", "www"))


def csl_type_of(type_: str, fields: Mapping[str, str]) -> str:
    """Return the type of CSL for an entry; nothing where the type is none that is known.

    What 'misc' and other vague types are is read off what they say of themselves.
    """
    known = _TYPES.get(type_, "")
    if says_type(fields):
        return fields["entrysubtype"].lower()
    if type_ == "article":
        return _JOURNALS.get(fields.get("entrysubtype", "").lower(), known)
    return (_own_words(type_, fields) or known) if type_ in _VAGUE else known


def says_type(fields: Mapping[str, str]) -> bool:
    """Tell whether an entry says its type of CSL in ``entrysubtype``, as our own exports do."""
    return fields.get("entrysubtype", "").lower() in CSL_TYPES


def _own_words(type_: str, fields: Mapping[str, str]) -> str:
    said = " ".join(fields.get(name, "") for name in ("type", "howpublished", "entrysubtype"))
    found = next((kind for pattern, kind in _SAYING if pattern.search(said)), "")
    if found or type_ == "audio":
        return found or ("broadcast" if _PODCAST.search(" ".join(fields.values())) else "")
    if "eventtitle" in fields:
        return "speech"
    if _is_preprint(fields):
        return "article"
    on_the_web = fields.get("url") and fields.get("urldate") and not fields.get("publisher")
    return "webpage" if type_ == "misc" and on_the_web else ""


def is_archive_of_preprints(name: str) -> bool:
    """Tell whether the archive of an e-print is one of preprints."""
    return any(sign in name.lower() for sign in ("rxiv", "preprint"))


def _is_preprint(fields: Mapping[str, str]) -> bool:
    kind = fields.get("eprinttype") or fields.get("archiveprefix") or ""
    return bool(fields.get("eprint")) and is_archive_of_preprints(kind)
