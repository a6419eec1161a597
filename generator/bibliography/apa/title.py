"""The title element: title, what identifies the work, what it is (APA 7, sections 9.18 to 9.22)."""

import re

from pybtex.richtext import Text

from generator.bibliography.apa import numbers
from generator.bibliography.apa.description import bears_genre, description
from generator.bibliography.apa.names import natural_list
from generator.bibliography.apa.rich import joined, rich, wrapped
from generator.bibliography.apa.roles import aside, edited_and_translated
from generator.bibliography.apa.sorts import (
    ON_THE_WEB,
    SERIAL,
    container,
    is_review,
    is_serial,
)
from generator.bibliography.apa.typography import capitalized, in_title_case
from generator.bibliography.item import Item

_BRACKETED = re.compile(r"(.*?)\s*(\[[^\[\]]+\])")
_SCREENED = ("broadcast", "graphic", "map", "motion_picture")
_UNNUMBERED = frozenset(("broadcast", "event", "patent", "performance", "speech", *ON_THE_WEB))


def title_element(item: Item, used: frozenset[str], *, moved: bool) -> Text:
    """Return title, identifier and description.

    ``used`` are the roles that stand in the author element. ``moved`` says that the title stands
    there, so that only the description is left.
    """
    described = wrapped("[", description(item), "]")
    if moved:
        return described
    return joined(" ", title(item), identifier(item, used), described)


def title(item: Item) -> Text:
    """Return the title, in italics where the work stands alone (APA 7, section 9.19)."""
    if is_review(item) and not item.has("reviewed-genre", "reviewed-title"):
        return Text()
    written = item.text("title")
    alone = item.type in ON_THE_WEB or not container(item)
    if item.type in ON_THE_WEB or is_serial(item):
        written = _with_part(item, written)
    elif alone:
        written = _with_volume(item, written)
    return _in_italics(written) if alone else rich(written)


def _in_italics(written: str) -> Text:
    """Return a title in italics, but for a translation or description of it in square brackets.

    APA 7, sections 9.19 (works without a title) and 9.38 (translated titles).
    """
    match = _BRACKETED.fullmatch(written)
    if not match:
        return rich(written, italic=True)
    return joined(" ", rich(match[1], italic=True), rich(match[2]))


def _with_part(item: Item, written: str) -> str:
    return ": ".join(part for part in (written, _part(item)) if part)


def _with_volume(item: Item, written: str) -> str:
    """Return a title with that of its volume: 'Title: Vol. 2. Volume title' (APA 7, ex. 30)."""
    return ": ".join(part for part in (written, volume_title(item)) if part)


def volume_title(item: Item) -> str:
    """Return the volume's own title, or a volume or part that has words instead of a number."""
    volume, part = item.text("volume"), item.text("part-number")
    if item.has("volume-title"):
        named = ". ".join(one for one in (_volume(volume), item.text("volume-title")) if one)
        return ": ".join(one for one in (named, _part(item)) if one)
    if item.has("part-title"):
        return ", ".join(one for one in (_volume(volume), _part(item)) if one)
    worded = [capitalized(one) for one in (volume, part) if one and not numbers.is_numeric(one)]
    return ", ".join(worded)


def _part(item: Item) -> str:
    part = item.text("part-number")
    if item.has("part-title"):
        numbered = capitalized(numbers.labeled(part, "Pt.", "Pts.")) if part else ""
        return ". ".join(one for one in (numbered, capitalized(item.text("part-title"))) if one)
    return "" if numbers.is_numeric(part) else capitalized(part)


def _volume(volume: str) -> str:
    return capitalized(numbers.labeled(volume, "Vol.", "Vols.")) if volume else ""


def identifier(item: Item, used: frozenset[str]) -> Text:
    """Return what identifies a work, in parentheses after its title (APA 7, section 9.19)."""
    parts: list[Text | str] = [_contributors(item, used)]
    if item.type == "patent":
        parts = [_patent(item)]
    elif item.type == "report" and container(item):
        pass
    elif container(item) and item.type not in ON_THE_WEB:
        if item.type in _SCREENED:
            parts.append(rich(number(item)))
        parts.append(_part_number(item) if is_serial(item) else "")
    else:
        parts += [rich(number(item)), rich(placed(item))]
        parts.append(_part_number(item) if is_serial(item) else "")
    return wrapped("(", joined("; ", *parts), ")")


def _patent(item: Item) -> str:
    what = capitalized(item.text("genre")) or "Patent"
    named = numbers.labeled(item.text("number"), "No.", "Nos.")
    return " ".join(part for part in (item.text("authority"), what, named) if part)


def _contributors(item: Item, used: frozenset[str]) -> Text:
    """Return further contributors: 'A. Berg, Ed.; B. Cole, Trans.' (APA 7, section 9.10)."""
    roles: tuple[str, ...] = ("interviewer", "translator", "narrator")
    if not is_serial(item):
        roles = ("interviewer", "illustrator", "narrator")
        if container(item) and item.type not in ON_THE_WEB:
            roles += () if edited_and_translated(item) else ("translator",)
        else:
            roles += ("container-author", "editor", "translator", "compiler", "chair")
            roles += ("organizer", "curator", "series-creator", "executive-producer")
    shown = [role for role in roles if role not in used]
    if edited_and_translated(item) and ("editor" in shown or "editor" in used):
        shown = [role for role in shown if role != "translator"]
    return joined("; ", *(_aside(item, role) for role in shown))


def _aside(item: Item, role: str) -> Text:
    people = item.names.get(role, ())
    if role == "container-author" and people:
        return Text(f"By {natural_list(people)}")
    return aside(item, role)


def number(item: Item) -> str:
    """Return the number, of a report with the name of its sort: 'Report No. 12' (APA 7, 9.19).

    A number that begins with letters ('ED545393') bears no label; one with a hyphen is one number.
    """
    written = item.text("number")
    if not written:
        return ""
    labeled = item.type != "standard" and written[0].isdigit() and numbers.is_numeric(written)
    sort = item.text("genre") if bears_genre(item) else ""
    if item.type == "thesis":
        sort = "Publication" if item.has("genre") else ""
    sort = in_title_case(capitalized(sort), item.text("language"))
    shown = f"No. {written}" if labeled else capitalized(written)
    return " ".join(part for part in (sort, shown) if part)


def placed(item: Item) -> str:
    """Return version, edition, series, volume and pages of a monograph (APA 7, section 9.19)."""
    if item.type in SERIAL or item.type in _UNNUMBERED:
        return ""
    if is_serial(item):
        return ""
    parts = (
        _version(item.text("version")),
        _edition(item.text("edition")),
        _series(item),
        capitalized(numbers.labeled(item.text("supplement-number"), "Suppl.", "Suppls.")),
        _volumes(item),
        _part_number(item),
        f"Issue {item.text('issue')}" if item.has("issue") else "",
        _pages(item),
    )
    return ", ".join(part for part in parts if part)


def _version(version: str) -> str:
    if not version:
        return ""
    return version if version.lower().startswith("version") else f"Version {version}"


def _edition(edition: str) -> str:
    if not edition:
        return ""
    return f"{numbers.ordinal(edition)} ed." if numbers.is_numeric(edition) else edition


def _series(item: Item) -> str:
    """Return the series of a report (APA 7, example 52)."""
    if item.type not in ("document", "report", "standard"):
        return ""
    title_ = in_title_case(item.text("collection-title"), item.text("language"))
    return " ".join(part for part in (title_, item.text("collection-number")) if part)


def _volumes(item: Item) -> str:
    volume = item.text("volume")
    if volume:
        titled = item.has("volume-title", "part-title")
        return "" if titled or not numbers.is_numeric(volume) else _volume(volume)
    several = item.text("number-of-volumes")
    if several and numbers.is_numeric(several):
        return f"Vols. 1\u2013{several}" if several != "1" else "Vol. 1"
    return several


def _part_number(item: Item) -> str:
    part = item.text("part-number")
    if item.has("part-title") or not numbers.is_numeric(part):
        return ""
    return numbers.labeled(part, "Pt.", "Pts.")


def _pages(item: Item) -> str:
    page = item.text("page")
    if page:
        several = numbers.is_several(page)
        shown = numbers.pages(page)
        return f"{'pp.' if several else 'p.'} {shown}"
    chapter = item.text("chapter-number")
    called = "Track" if item.type == "song" else "Chapter"
    return numbers.labeled(chapter, called, f"{called}s") if chapter else ""
