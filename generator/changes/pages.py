"""Which pages say something else, whatever the reason, and how they are named."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.changes.discretion import Discretion
from generator.changes.phrases import cut, quoted, some
from generator.changes.report import Section
from generator.views.wording import counted

_ORDER = ("", "apply", "cohorts", "people", "outputs", "events", "impact", "news", "search")
"""The folders of the site as its navigation has them; others follow by name."""

_TOLD = frozenset(("", "apply", "cohorts", "people", "outputs", "events", "impact", "search"))
"""Folders whose pages are told of by what their views say."""

_CERTIFICATES = "certificates"
PERSON = "Person"
OLD_ADDRESS = "Old address"


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is compared. ``sort`` is what kind of page it is."""

    title: str
    sort: str
    content: str


Pages = Mapping[str, Page]
"""Pages by address."""


def differing(before: Pages, after: Pages) -> tuple[str, ...]:
    """Return the addresses of pages that came, went or say something else, as people read them."""
    found = {
        address
        for address in before.keys() | after.keys()
        if before.get(address) != after.get(address)
    }
    return tuple(sorted(found, key=_place))


def page_titles(
    addresses: tuple[str, ...],
    before: Pages,
    after: Pages,
    discretion: Discretion,
    say: Callable[[str], str] = cut,
) -> tuple[str, ...]:
    """Return how pages are named: nobody's page by a name that will not be there any more.

    ``say`` puts a title into the words around it.
    """
    titles = []
    counts = {"page of somebody who is not named": 0, "old address": 0, "verification page": 0}
    for address in addresses:
        page = after.get(address) or before[address]
        gone = address not in after
        if _folder(address) == _CERTIFICATES:
            counts["verification page"] += 1
        elif page.sort == OLD_ADDRESS:
            counts["old address"] += 1
        elif gone and (page.sort == PERSON or not discretion.may_repeat(page.title)):
            counts["page of somebody who is not named"] += 1
        else:
            titles.append(f"{say(page.title)} (gone)" if gone else say(page.title))
    for what, number in counts.items():
        if number:
            plural = "old addresses" if what == "old address" else what.replace("page", "pages", 1)
            titles.append(counted(number, what, plural))
    return tuple(titles)


def other_sections(
    addresses: tuple[str, ...], before: Pages, after: Pages, discretion: Discretion
) -> Iterator[Section]:
    """Yield what becomes of pages of kinds that nothing else tells of, by their folders."""
    folders = dict.fromkeys(_folder(address) for address in addresses)
    for folder in folders:
        if folder in _TOLD:
            continue
        own = [
            address
            for address in addresses
            if _folder(address) == folder
            and (after.get(address) or before[address]).sort != OLD_ADDRESS
        ]
        # The list of a folder follows from its pages.
        inside = [address for address in own if address != f"{folder}/"] or own
        title = "Verification pages" if folder == _CERTIFICATES else folder.replace("-", " ")
        yield Section(
            title[:1].upper() + title[1:], tuple(_became(inside, before, after, discretion))
        )


def _became(
    addresses: list[str], before: Pages, after: Pages, discretion: Discretion
) -> Iterator[str]:
    kinds = (
        ("removes", [one for one in addresses if one not in after]),
        ("adds", [one for one in addresses if one not in before]),
        ("changes", [one for one in addresses if one in before and one in after]),
    )
    for verb, found in kinds:
        if not found:
            continue
        secret = _folder(found[0]) == _CERTIFICATES
        titles = [(after.get(one) or before[one]).title for one in found]
        told = all(one in after for one in found) or all(map(discretion.may_repeat, titles))
        if secret:
            yield f"{verb} {counted(len(found), 'verification page')}"
        elif told:
            yield f"{verb} {some([quoted(title) for title in titles])}"
        else:
            yield f"{verb} {counted(len(found), 'page')}"


def _folder(address: str) -> str:
    return address.partition("/")[0]


def _place(address: str) -> tuple[int, str, str]:
    folder = _folder(address)
    place = _ORDER.index(folder) if folder in _ORDER else len(_ORDER)
    return (place, folder, address)
