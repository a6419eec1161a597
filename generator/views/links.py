"""Addresses of pages within the site, and links to them.

An address is relative to the root of the site and ends in '/'; after '#', it names a place in a
page.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Words and the address they lead to: within the site, or on the web.

    ``kind`` says in a word what is there, as in 'Journal article'.
    """

    label: str
    address: str
    kind: str = ""


def person_address(id_: str) -> str:
    """Return the address of a person's page."""
    return f"people/{id_}/"


def cohort_address(id_: str) -> str:
    """Return the address of a cohort's page."""
    return f"cohorts/{id_}/"


def pairing_address(id_: str) -> str:
    """Return the address of a pairing (cohort/pairing) on its cohort's page."""
    cohort, _, pairing = id_.partition("/")
    return f"{cohort_address(cohort)}#{pairing}"


def output_address(id_: str) -> str:
    """Return the address of an output's page."""
    return f"outputs/{id_}/"


def event_address(id_: str) -> str:
    """Return the address of an event's page."""
    return f"events/{id_}/"


def session_address(id_: str) -> str:
    """Return the address of a session (event/session) on its event's page."""
    event, _, session = id_.partition("/")
    return f"{event_address(event)}#{session}"


def certificate_address(id_: str) -> str:
    """Return the address of the page by which a certificate is verified."""
    return f"certificates/{id_}/"


def news_address(id_: str) -> str:
    """Return the address of a piece of news."""
    return f"news/{id_}/"
