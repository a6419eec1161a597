"""Announcements written out: for e-mail lists, for each network, and for the site's news."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.announcements.fitting import fitted
from generator.announcements.forms import MARKDOWN, PLAIN, POST
from generator.announcements.layout import flowing, wrapped
from generator.announcements.marks import HASHTAG, unmarked
from generator.announcements.networks import ALTERNATIVE, LIMITS, Network
from generator.announcements.setting import Address, Setting
from generator.announcements.subject import View, facts_of
from generator.announcements.template_folder import AnnouncementTemplates
from generator.diagnostics import Place
from generator.diagnostics.rules import site as rules
from generator.records.news import News, NewsKind
from generator.templates import TemplateFaultError
from generator.views import Site

_SUBJECT = "Subject: "
_LONGEST_SUBJECT = 78
"""Characters of a header's line (RFC 5322, section 2.1.1)."""

_SAMPLE = "[Sample] "
_HASHTAG = re.compile(rf"{HASHTAG}(#\w*)")
_SPACES = re.compile(" {2,}")
_EMPTY_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Announced:
    """A piece of news: its title as plain text, what it says as Markdown."""

    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Announcer:
    """Writes announcements.

    ``site`` is to be made with ``always=frozenset({ConsentScope.ANNOUNCEMENTS})``: people who did
    not agree to be announced do not exist in it.
    """

    site: Site
    templates: AnnouncementTemplates
    address: Address

    def email(self, kind: NewsKind, view: View) -> str:
        """Return an e-mail: its subject, an empty line, and its text. Raises TemplateFaultError."""
        template = f"{kind}.email.txt"
        facts = facts_of(Setting(self.site, PLAIN, self.address), kind, view)
        subject, body = self._headed(template, self._rendered(template, facts), _SUBJECT)
        sample = _SAMPLE if self.site.program.sample else ""
        subject = self.templates.fit(
            template,
            f"{_SUBJECT}{sample}{subject}",
            lambda line: len(line) <= _LONGEST_SUBJECT,
            "a subject line of 78 characters",
        )
        signature = self._rendered("signature.txt", facts)
        notice = self._rendered("sample.txt", facts) if sample else ""
        text = wrapped(unmarked(f"{notice}\n\n{body}"))
        lines = "\n".join(map(wrapped, signature.strip().split("\n")))
        return f"{subject}\n\n{text}\n\n-- \n{lines}\n"

    def post(self, kind: NewsKind, view: View, network: Network) -> str:
        """Return a post that a network takes. Raises TemplateFaultError."""
        limits = LIMITS[network]
        template = f"{kind}.{'short' if limits.is_short else 'long'}.txt"
        facts = facts_of(Setting(self.site, POST, self.address), kind, view)
        told = self.templates.render(template, {**facts, "network": limits})
        sample = _SAMPLE if self.site.program.sample else ""

        def finished(text: str) -> str:
            return _with_hashtags(flowing(text), limits.hashtags)

        return (
            finished(
                self.templates.fit(
                    template,
                    f"{sample}{told.lstrip()}",
                    lambda text: limits.fits(finished(text)),
                    limits.name,
                )
            )
            + "\n"
        )

    def news(self, kind: NewsKind, view: View) -> Announced:
        """Return a piece of news for the site. Raises TemplateFaultError."""
        template = f"{kind}.news.md"
        context = Setting(self.site, MARKDOWN, self.address)
        title, body = self._headed(
            template, self._rendered(template, facts_of(context, kind, view)), "# "
        )
        return Announced(
            _plain(unmarked(title)), _EMPTY_LINES.sub("\n\n", _trimmed(unmarked(body)))
        )

    def _rendered(self, template: str, facts: Mapping[str, Any]) -> str:
        """Return what a template says where hashtags are words like others."""
        return self.templates.render(template, facts).replace(HASHTAG, "")

    def _headed(self, template: str, text: str, mark: str) -> tuple[str, str]:
        """Return the first line without its mark, and the rest."""
        head, _, body = text.lstrip().partition("\n")
        if not head.startswith(mark) or not head.removeprefix(mark).strip():
            message = f"the text does not begin with a line '{mark}…'"
            place = Place(f"{self.templates.shown}/{template}")
            help_ = f"begin it with '{mark}' and a few words"
            raise TemplateFaultError(rules.BAD_TEMPLATE.at(place, message, help_))
        return " ".join(head.removeprefix(mark).split()), body


def news_text(
    site: Site, news: News, view: View, address: Address, templates: AnnouncementTemplates
) -> Announced:
    """Return a piece of news as the site shows it: its title, and Markdown.

    A record's own title stands instead of the usual one, its text at the end. ``view`` is what it
    is about in ``site`` (`view_of`). Raises TemplateFaultError.
    """
    told = Announcer(site, templates, address).news(news.kind, view)
    added = f"\n\n{news.text.strip()}\n" if news.text else ""
    return Announced(news.title or told.title, f"{told.markdown.rstrip()}{added}")


def alternative_text(text: str) -> str:
    """Return the alternative text of a picture, so that every network takes it."""
    return fitted(f"\x0e{text}\x0f", lambda shown: len(shown) <= ALTERNATIVE)


def _with_hashtags(text: str, most: int) -> str:
    """Return a post with no more hashtags than its network heeds, each once.

    What a record says is no hashtag of ours, and stays.
    """
    seen: list[str] = []

    def kept(match: re.Match[str]) -> str:
        if match[1].lower() in seen or len(seen) >= most:
            return ""
        seen.append(match[1].lower())
        return match[1]

    lines = _HASHTAG.sub(kept, text).split("\n")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in lines).strip()


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().split("\n")) + "\n"


def _plain(markdown: str) -> str:
    """Return a title without Markdown's marks."""
    return re.sub(r"\\(.)|\*", lambda match: match[1] or "", markdown)
