"""Types of references in RIS as types of CSL.

Sources: the RIS format specification (Research Information Systems, 2001 and 2011 versions), and
the types by which Zotero and EndNote read and write it.
"""

import re

from generator.bibliography.reading.ris_people import Tags, first
from generator.records.csl import CSL_TYPES

_TYPES = {
    "ABST": "article-journal",
    "ADVS": "motion_picture",
    "AGGR": "dataset",
    "ANCIENT": "classic",
    "ART": "graphic",
    "BILL": "bill",
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CASE": "legal_case",
    "CHAP": "chapter",
    "CHART": "figure",
    "CLSWK": "classic",
    "COMP": "software",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "CTLG": "book",
    "DATA": "dataset",
    "DBASE": "dataset",
    "DICT": "entry-dictionary",
    "DIS": "thesis",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "EQUA": "figure",
    "FIGURE": "figure",
    "GEN": "document",
    "GOVDOC": "report",
    "GRANT": "document",
    "GRNT": "document",
    "HEAR": "hearing",
    "ICOMM": "post",
    "INPR": "article-journal",
    "INTV": "interview",
    "JFULL": "periodical",
    "JOUR": "article-journal",
    "LEGAL": "regulation",
    "MANSCPT": "manuscript",
    "MAP": "map",
    "MGZN": "article-magazine",
    "MPCT": "motion_picture",
    "MULTI": "motion_picture",
    "MUSIC": "musical_score",
    "NEWS": "article-newspaper",
    "PAMP": "pamphlet",
    "PAT": "patent",
    "PCOMM": "personal_communication",
    "POD": "broadcast",
    "PODCAST": "broadcast",
    "PREPRINT": "article",
    "RPRT": "report",
    "SER": "book",
    "SLIDE": "speech",
    "SOUND": "song",
    "STAND": "standard",
    "STAT": "legislation",
    "THES": "thesis",
    "TVSHOW": "broadcast",
    "UNBILL": "bill",
    "UNPB": "manuscript",
    "UNPD": "manuscript",
    "VIDEO": "motion_picture",
    "WEB": "webpage",
}
PERIODICALS = frozenset(
    (
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "periodical",
        "review",
        "review-book",
    )
)
CONTAINED = frozenset(
    ("chapter", "entry-dictionary", "entry-encyclopedia", "paper-conference", *PERIODICALS)
)
"""Types that stand in something whose title T2 has."""

_PODCAST = re.compile(r"\b(?:podcast|episode|radio|broadcast)\b", re.IGNORECASE)
_SCREENED = re.compile(r"\b(?:television|tv)\b", re.IGNORECASE)


def ris_kind(type_: str, tags: Tags) -> str:
    """Return the type of CSL for what stands in TY; nothing where it is no type of RIS.

    Types that hold several of CSL's are told apart by what the work says of itself.
    """
    for note in tags.get("N1", ()):  # as our own exports say it
        name, _, own = note.partition(": ")
        if name == "type" and own in CSL_TYPES:
            return own
    sort = first(tags, "M3")
    if type_ == "GEN" and first(tags, "JO", "JF", "T2", "JA") and first(tags, "VL", "IS"):
        return "article-journal"  # as Zotero reads it
    if type_ == "SOUND" and _PODCAST.search(sort):
        return "broadcast"
    if type_ == "VIDEO" and _SCREENED.search(sort):
        return "broadcast"
    if type_ in ("UNPB", "UNPD") and (first(tags, "DO") or "preprint" in sort.lower()):
        return "article"  # what is unpublished, but has a DOI, lies in an archive of preprints
    return _TYPES.get(type_, "")
