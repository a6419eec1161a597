"""The news of the site, written out: titles, first sentences, and the whole as HTML."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import unescape
from urllib.parse import urlsplit

import regex
from jinja2 import TemplateRuntimeError
from markupsafe import Markup

from generator.announcements import (
    Announced,
    AnnouncementTemplates,
    Subject,
    announcement_templates,
    news_text,
    view_of,
)
from generator.catalog import Catalog
from generator.records.fields import ConsentScope
from generator.records.news import NewsKind
from generator.templates.shortening import shortened
from generator.views import Site, make_site
from generator.views.news import NewsView
from generator.website.markup import prose
from generator.website.theme import Theme

Address = Callable[[str], str]
"""Turns an address within the site into one that a reader of the text can follow."""

_PARAGRAPH = re.compile(r"<(?:p|li)>(.*?)</(?:p|li)>", re.DOTALL)
_UPWARD = re.compile(r"^(?:\.{0,2}/)+")
_TAG = re.compile(r"<[^>]*>")
_SENTENCE = regex.compile(
    r".+?(?:"
    r"(?<=.{25})(?:(?<!\b(?:\p{Lu}|Dr|Mr|Mrs|Ms|No|Prof|St|vs))\.|[!?…])[\"\p{Pe}\p{Pf}]*(?=\s+[^a-z])"
    r"|(?<=.{10})[\u3002\uff01\uff1f][\p{Pe}\p{Pf}]*"  # Chinese and Japanese
    r")|.+",
    regex.DOTALL,
)
"""A sentence that is more than a greeting. After an initial, a point does not end it."""

_LONGEST = 240
_TOLD_AS_IT_STANDS = frozenset((NewsKind.CALL_FOR_MENTORS, NewsKind.CALL_FOR_MENTEES))
"""News that say how things stand on the day of the site; all else speaks from its own day.

Nobody should take a call that has closed for an open one.
"""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A piece of news with its title, as plain text, and its first sentence."""

    view: NewsView
    title: str
    first: str

    @property
    def year(self) -> str:
        """The year it is listed under."""
        return str(self.view.day.year)


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands at the head of every page until a day, YYYY-MM-DD. ``address`` may be empty."""

    text: str
    address: str
    until: str


class NewsDesk:
    """Writes the news of a site.

    ``announced`` is the same site without the people who did not agree to be announced; the words
    are made from it. Raises TemplateFaultError where a template is at fault.
    """

    def __init__(self, site: Site, announced: Site, templates: AnnouncementTemplates) -> None:
        self.announced = announced
        self._templates = templates
        self.items = tuple(self._item(view) for view in site.news)
        self.notice = _notice(site, self.items)

    def html(self, item: NewsItem, address: Address) -> Markup:
        """Return what a piece of news says, with links to where ``address`` says that pages are."""
        return prose(self._written(item.view).markdown, _within(address))

    def _item(self, view: NewsView) -> NewsItem:
        written = self._written(view)
        return NewsItem(view, written.title, _lead(view.record.kind, prose(written.markdown)))

    def _written(self, view: NewsView) -> Announced:
        """Return a piece of news in which links lead to addresses within the site."""
        record = view.record
        about = view_of(self.announced, Subject(record.kind, record.subject))
        if about is None:  # a note, which has all of its words
            return Announced(record.title or "", record.text or "")
        told = self.announced
        if record.kind not in _TOLD_AS_IT_STANDS:
            told = replace(told, today=record.date)
        return news_text(told, record, about, str, self._templates)


def _within(address: Address) -> Callable[[str], str]:
    """Return where links lead: those without a host, typed by hand as they may be, into the site.

    What no page answers to, as a file may be, leads there from the home page on.
    """

    def link(target: str) -> str:
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or not (parts.path or parts.query):
            return target
        path = _UPWARD.sub("", parts.path)
        after = target[len(parts.path) :]
        try:
            return f"{address(path)}{after}"
        except TemplateRuntimeError:
            return f"{address('')}{path}{after}"

    return link


def open_desk(site: Site, catalog: Catalog, theme: Theme) -> NewsDesk:
    """Return the desk of a site, with the announcements' templates of a theme."""
    always = frozenset({ConsentScope.ANNOUNCEMENTS})
    announced = make_site(catalog, site.today, always=always) if site.news else site
    return NewsDesk(site, announced, announcement_templates(theme.folders, theme.shown))


def _lead(kind: NewsKind, html: str) -> str:
    """Return the first sentence of a text as plain words; of a work, the whole reference."""
    paragraph = _PARAGRAPH.search(html)
    text = " ".join(unescape(_TAG.sub("", paragraph[1])).split()) if paragraph else ""
    sentence = None if kind is NewsKind.OUTPUT else _SENTENCE.match(text)
    return shortened(sentence[0] if sentence else text, _LONGEST)


def _notice(site: Site, items: tuple[NewsItem, ...]) -> Notice | None:
    """Return the notice of the day: the program's own, or else that of the newest news with one."""
    own = site.notice
    if own:
        return Notice(own.text, own.link or "", str(own.until))
    for item in items:
        until = item.view.record.notice_until
        if until and until >= site.today:
            return Notice(item.title, item.view.address, str(until))
    return None
