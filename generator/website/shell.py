"""What the shell around every page is given."""

from dataclasses import dataclass
from typing import Any

from generator.views import Site
from generator.website.news import NewsDesk
from generator.website.page_templates import Linker
from generator.website.sharing import Sharing


@dataclass(frozen=True, slots=True)
class Shell:
    """The shell of a page; ``section`` is the part of the site it belongs to, if it does."""

    title: str
    link: Linker
    section: str = ""
    sharing: Sharing | None = None

    def context(self, site: Site, desk: NewsDesk) -> dict[str, Any]:
        """Return what the template of the shell asks for."""
        return {
            "site": site,
            "program": site.program,
            "section": self.section,
            "link": self.link,
            "title": self.title,
            "notice": desk.notice,
            "sharing": self.sharing,
        }
