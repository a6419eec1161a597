"""Serial or monographic: the two ways in which a reference is built (APA 7, 9.18 and 9.25-28)."""

from generator.bibliography.item import Item

SERIAL = frozenset(
    (
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "periodical",
        "post-weblog",
        "review",
        "review-book",
    )
)
ON_THE_WEB = frozenset(("post", "webpage"))
REPORTS = frozenset(("document", "report", "software", "standard"))
TALKS = frozenset(("event", "performance", "speech"))
PLACED = ("issue", "page", "supplement-number", "volume")
"""What says where in a serial a work stands."""

EDITED = ("collection-editor", "compiler", "editor", "editorial-director")
"""Those who make a whole of several works."""


def is_serial(item: Item) -> bool:
    """Tell whether a work stands in a serial: a journal, a blog, or proceedings without editors."""
    if item.type in SERIAL:
        return True
    return item.type in ("interview", "paper-conference") and not item.has(*EDITED)


def is_review(item: Item) -> bool:
    """Tell whether a work reviews another (APA 7, section 10.7)."""
    return item.type in ("review", "review-book") or item.has(
        "reviewed-author", "reviewed-genre", "reviewed-title"
    )


def is_preprint(item: Item) -> bool:
    """Tell whether a work is a preprint, whose repository stands as publisher (APA 7, 10.8)."""
    return item.type == "article" and not item.has(*EDITED)


def container(item: Item) -> str:
    """Return the title of the larger work that a work is a part of."""
    return "" if is_preprint(item) else item.text("container-title")
