"""What every announcement knows: the program, whom to ask, where the site is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.announcements.forms import Form
from generator.announcements.marks import hashtag
from generator.views import Site
from generator.views.wording import weekday

Address = Callable[[str], str]
"""Turns an address within the site into one that a reader can follow."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What an announcement is made from: what may be told, how it is written, where pages are.

    ``site`` is to be one in which people who did not agree to announcements do not exist.
    """

    site: Site
    form: Form
    address: Address


@dataclass(frozen=True, slots=True)
class ProgramFacts:
    """The program, as templates know it. ``hashtag`` is made of its short name.

    ``the_name`` is the name as it stands in a sentence.
    """

    name: str
    the_name: str
    short_name: str
    sponsor: str
    tagline: str
    benefits: tuple[str, ...]
    hashtag: str


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """Whom to ask. ``where`` is an e-mail address, a web address, or empty."""

    name: str
    role: str
    where: str


def common_facts(setting: Setting) -> Mapping[str, Any]:
    """Return what every template may name."""
    site, form = setting.site, setting.form
    program = site.program
    sponsor = ", ".join(
        form.words(one) for one in (program.sponsor.name, program.sponsor.parent) if one
    )
    first = program.contacts[0]
    return {
        "program": ProgramFacts(
            name=form.words(program.name),
            the_name=form.words(program.the_name),
            short_name=form.words(program.short_name),
            sponsor=sponsor,
            tagline=form.words(program.tagline),
            benefits=tuple(map(form.words, program.benefits)),
            hashtag=hashtag(program.short_name),
        ),
        "contact": ContactFacts(
            form.words(first.name), form.words(first.role or ""), first.email or first.url or ""
        ),
        "home": setting.address(""),
        "link": setting.address,
        "sample": program.sample,
        "next_call": weekday(site.next_call) if site.next_call else "",
        "call_is_open": site.call is not None,
    }
