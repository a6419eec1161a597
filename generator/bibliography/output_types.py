"""Which type of output an item is: the way back from CSL's types to ours."""

from generator.bibliography.item import Item
from generator.records.output import PRESENTED, OutputStatus, OutputType, PresentationForm

_TYPES = {
    **dict.fromkeys(
        ("article-journal", "article-magazine", "article-newspaper", "review", "review-book"),
        OutputType.JOURNAL_ARTICLE,
    ),
    **dict.fromkeys(("article", "manuscript"), OutputType.PREPRINT),
    **dict.fromkeys(("book", "classic", "collection", "periodical"), OutputType.BOOK),
    **dict.fromkeys(
        ("chapter", "entry", "entry-dictionary", "entry-encyclopedia"), OutputType.CHAPTER
    ),
    "thesis": OutputType.THESIS,
    **dict.fromkeys(
        (
            "bill",
            "hearing",
            "legal_case",
            "legislation",
            "pamphlet",
            "patent",
            "regulation",
            "report",
            "standard",
            "treaty",
        ),
        OutputType.REPORT,
    ),
    "dataset": OutputType.DATASET,
    "software": OutputType.SOFTWARE,
    **dict.fromkeys(("post", "post-weblog"), OutputType.BLOG_POST),
    **dict.fromkeys(("document", "webpage"), OutputType.GUIDE),
    **dict.fromkeys(
        (
            "broadcast",
            "figure",
            "graphic",
            "interview",
            "map",
            "motion_picture",
            "musical_score",
            "performance",
            "personal_communication",
            "song",
        ),
        OutputType.MEDIA,
    ),
}
_PRESENTED = frozenset(("event", "paper-conference", "speech"))
_PUBLISHED = ("container-title", "page", "volume", "publisher", "DOI", "ISBN", "ISSN")
"""What a conference paper has that stands in proceedings."""

_FORMS = (
    (PresentationForm.SYMPOSIUM_CONTRIBUTION, ("symposium",)),
    (PresentationForm.PANEL, ("panel",)),
    (PresentationForm.PAPER, ("paper",)),
    (PresentationForm.CONFERENCE_SESSION, ("conference session", "session", "workshop")),
)
_IN_PRESS = ("in press", "forthcoming", "accepted", "inpress", "in-press", "to appear")
_SUBMITTED = ("submitted", "under review", "in review", "in preparation", "draft")


def output_type(item: Item) -> tuple[OutputType, PresentationForm | None]:
    """Return the type of output an item is, and of a presentation the form, if it says so.

    A conference paper that stands in nothing was only presented.
    """
    if item.type == "paper-conference" and item.has(*_PUBLISHED):
        return OutputType.CONFERENCE_PAPER, None
    if item.type not in _PRESENTED:
        return _TYPES[item.type], None
    genre = item.text("genre").lower()
    for sign, type_ in (("poster", OutputType.POSTER), ("webinar", OutputType.WEBINAR)):
        if sign in genre:
            return type_, None
    usual = PresentationForm.PAPER if item.type == "paper-conference" else None
    form = next((form for form, signs in _FORMS if any(sign in genre for sign in signs)), usual)
    return OutputType.PRESENTATION, form


def output_status(item: Item, type_: OutputType) -> OutputStatus:
    """Return how far a work has come, by its ``status`` or by what its type demands."""
    status = " ".join(item.text("status").lower().split())
    if status.startswith(_SUBMITTED):
        return OutputStatus.SUBMITTED
    if type_ in PRESENTED:
        return OutputStatus.PRESENTED
    return OutputStatus.IN_PRESS if status.startswith(_IN_PRESS) else OutputStatus.PUBLISHED
