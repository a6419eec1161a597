"""Pages of the site, as visitors see them."""

from pathlib import Path

from playwright.sync_api import Locator

from tests.pictures.studio import CALL, Studio, ring
from tests.website.project import run

_WITHDRAWN = ("withdraw", "calvin-makebright", "--private", "../mentorship-private", "--yes")


def program(studio: Studio) -> bytes:
    with studio.page(studio.demonstration, width=1100, height=760) as page:
        return page.screenshot()


def output(studio: Studio) -> bytes:
    address = f"{studio.demonstration}outputs/2026-trust-then-read/"
    with studio.page(address, width=860, height=1000) as page:
        return page.screenshot()


def symposium(studio: Studio) -> bytes:
    address = f"{studio.demonstration}events/2026-symposium/"
    with studio.page(address, width=390, height=844, scale=2, scheme="dark") as page:
        page.locator("#schedule").evaluate("part => part.scrollIntoView()")
        return page.screenshot()


def page_foot(studio: Studio) -> bytes:
    """The foot of a page, with the two ways to mend it."""
    with studio.page(f"{studio.demonstration}people/lucja-zmyslona/") as page:
        for name in ("Edit this page", "Suggest a correction"):
            ring(page.get_by_role("link", name=name))
        return page.locator("footer.foot").screenshot()


def cohort(studio: Studio) -> bytes:
    with studio.page(f"{studio.demonstration}cohorts/2026/", height=900) as page:
        return page.screenshot()


def news(studio: Studio) -> bytes:
    address = f"{studio.demonstration}news/2026-11-16-bring-a-report/"
    with studio.page(address, height=760) as page:
        return page.screenshot()


def verification(studio: Studio) -> bytes:
    with studio.page(f"{studio.demonstration}certificates/", height=700) as page:
        return page.screenshot()


def apply_form(studio: Studio) -> bytes:
    with studio.page(f"{studio.call}apply/mentee/", height=1150, today=CALL) as page:
        return page.screenshot()


def apply_phone(studio: Studio) -> bytes:
    """Consent, scope by scope, on a phone in the dark."""
    with studio.page(
        f"{studio.call}apply/mentor/", width=390, height=844, scale=2, scheme="dark", today=CALL
    ) as page:
        page.locator("#part-shown").evaluate("part => part.scrollIntoView()")
        return page.screenshot()


def apply_file(studio: Studio) -> bytes:
    """What an applicant sees when the file is made."""
    with studio.page(f"{studio.call}apply/mentee/", today=CALL) as page:
        page.get_by_label("Family name (needed)").fill("Sinombre")
        page.get_by_label("E-mail address").fill("ines@example.org")
        with page.expect_download():
            page.get_by_role("button", name="Make the file").click()
        return page.screenshot()


def withdrawn(studio: Studio) -> bytes:
    """A pair before and after one of its people asked to be removed."""
    before, after = studio.demonstration, studio.site("withdrawn", change=_withdraw)
    cards = []
    for address in (before, after):
        with studio.page(f"{address}cohorts/2025/") as page:
            card = page.locator("#chat-after-hours")
            cards.append((card.locator(".pair-people").inner_html(), _text(card, ".pair-title")))
    return studio.drawn(
        "".join(
            f'<p class="label" style="margin:0 0 6px">{when}</p>'
            f'<article class="pair" style="margin:0 0 24px"><p class="pair-people">{people}</p>'
            f'<h3 class="pair-title">{title}</h3></article>'
            for when, (people, title) in zip(("Before", "After"), cards, strict=True)
        )
    )


def _text(card: Locator, selector: str) -> str:
    return card.locator(selector).inner_text()


def _withdraw(project: Path) -> None:
    run("lrrt", *_WITHDRAWN, cwd=project)
