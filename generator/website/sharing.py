"""What networks read in the head of a page when somebody shares its address."""

import re
from dataclasses import dataclass

from generator.templates.shortening import shortened
from generator.typesetting.share_picture import HEIGHT, WIDTH
from generator.website.pictures import PagePicture

_REGION = re.compile(r"-([A-Z]{2})\b")
_LONGEST = 420
"""Characters of an alternative text that X takes."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """The tags of the Open Graph protocol (https://ogp.me) and of X's cards, but for the texts.

    A page has them only where the site knows its own address. ``image`` is empty where there is
    no picture. ``published`` is the day of an article, if it has one.
    """

    url: str
    type: str
    locale: str
    image: str
    alternative_text: str
    published: str = ""
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def short_alternative_text(self) -> str:
        """The alternative text within X's limit."""
        return shortened(self.alternative_text, _LONGEST)


def share_page(
    url: str, language: str, picture: PagePicture | None, image: str, *, published: str | None
) -> Sharing:
    """Return the tags of a page. ``published`` is None for what is no article."""
    return Sharing(
        url=url,
        type="website" if published is None else "article",
        locale=_locale(language),
        image=image if picture else "",
        alternative_text=picture.alternative_text if picture else "",
        published=published or "",
    )


def _locale(language: str) -> str:
    """Return 'en_US' for 'en-US': the protocol wants a region; without one there is no locale."""
    region = _REGION.search(language)
    return f"{language.partition('-')[0]}_{region[1]}" if region else ""
