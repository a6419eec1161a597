"""What surrounds a work, in the terms of schema.org: people, what it stands in, where it was given.

Journals as https://schema.org/PublicationIssue has them: an issue of a volume of a periodical.
"""

from typing import Any

from generator.bibliography.item import Item, Name
from generator.bibliography.items import ONLINE
from generator.bibliography.name_parts import with_particles
from generator.bibliography.plain import plain_title

Values = dict[str, Any]

_HOLDERS = {
    "chapter": "Book",
    "paper-conference": "Book",
    "post-weblog": "Blog",
    "webpage": "WebSite",
}
_PERIODICALS = frozenset(("article-journal", "article-magazine", "article-newspaper", "review"))
_SERIES = {
    "PodcastEpisode": "PodcastSeries",
    "RadioEpisode": "RadioSeries",
    "TVEpisode": "TVSeries",
}


def agent(name: Name) -> Values:
    """Return a person or an organization; whose name is withheld is a person without a number."""
    person = name.person
    if person is None:
        type_ = "Person" if name.withheld else "Organization"
        return _filled({"@type": type_, "@id": name.identifier, "name": name.organization})
    particles = (person.particle, person.dropping_particle)
    return _filled(
        {
            "@type": "Person",
            "@id": name.identifier,
            "name": person.full,
            "givenName": person.given,
            "familyName": with_particles(person.family, *particles) if person.family else "",
            "honorificSuffix": person.suffix,
        }
    )


def may_be(role: str, one: Values) -> bool:
    """Tell whether schema.org lets somebody be an editor, or a director: only persons are."""
    return role not in ("editor", "director") or one["@type"] == "Person"


def holder(item: Item) -> Values | None:
    """Return what an item stands in: the issue of a journal, a book, a site; or its series."""
    title = plain_title(item.text("container-title"))
    if item.type in _PERIODICALS and title:
        return _issue(item, title)
    if item.type == "speech" or not title:
        return _series(item)
    values: Values = {"@type": _HOLDERS.get(item.type, "CreativeWork"), "name": title}
    if values["@type"] == "Book":
        values["isbn"] = item.text("ISBN")
        editors = [agent(name) for name in item.names.get("editor", ())]
        values["editor"] = [one for one in editors if may_be("editor", one)]
        values["contributor"] = [one for one in editors if not may_be("editor", one)]
        values["author"] = [agent(name) for name in item.names.get("container-author", ())]
        values["bookEdition"] = item.text("edition")
        values["isPartOf"] = _series(item)
    if item.type == "paper-conference":
        # Who edited a paper's proceedings is told with the paper.
        del values["editor"], values["contributor"]
    return _filled(values)


def series(item: Item, type_: str) -> Values | None:
    """Return the series that an episode of a type belongs to."""
    title = plain_title(item.text("container-title"))
    return {"@type": _SERIES[type_], "name": title} if title else None


def event(item: Item) -> Values | None:
    """Return the part of an event in which an item was given."""
    whole = item.text("event-title", "event")
    if not whole or item.type not in ("speech", "paper-conference"):
        return None
    around: Values = {"@type": "Event", "name": whole}
    panel = plain_title(item.text("container-title")) if item.type == "speech" else ""
    if panel:
        around = {"@type": "Event", "name": panel, "superEvent": around}
    if item.type == "paper-conference":
        # Its date is that of the proceedings.
        return _filled({**around, "location": _place(item)})
    period = item.issued.period if item.issued else None
    return _filled(
        {
            "@type": "Event",
            "name": plain_title(item.text("title")),
            "startDate": str(period.start) if period else "",
            "endDate": str(period.end) if period and period.end else "",
            "location": _place(item),
            "superEvent": around,
        }
    )


def _issue(item: Item, title: str) -> Values:
    """Return an issue of a volume of a periodical, as far down as an item says."""
    values = _filled({"@type": "Periodical", "name": title, "issn": item.text("ISSN")})
    for type_, key, variable in (
        ("PublicationVolume", "volumeNumber", "volume"),
        ("PublicationIssue", "issueNumber", "issue"),
    ):
        if item.text(variable):
            values = {"@type": type_, key: item.text(variable), "isPartOf": values}
    return values


def _series(item: Item) -> Values | None:
    title = plain_title(item.text("collection-title"))
    if not title:
        return None
    type_ = "BookSeries" if item.type in ("book", "chapter") else "CreativeWorkSeries"
    return _filled({"@type": type_, "name": title, "identifier": item.text("collection-number")})


def _place(item: Item) -> Values | None:
    place = item.text("event-place")
    if not place:
        return None
    return {"@type": "VirtualLocation" if place == ONLINE else "Place", "name": place}


def _filled(values: Values) -> Values:
    return {key: value for key, value in values.items() if value}
