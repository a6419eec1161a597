"""A page whose body is made from records and never passes through Markdown."""

import re
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator.corrections.linking import correction_address
from generator.website.pages import Planned

_ID = re.compile(r'\sid="([^"]+)"')


class Maker(Protocol):
    """Makes a part of a planned page as HTML, once all files are known."""

    def __call__(self, planned: Planned, file: File) -> str:
        """Return the part."""


class RecordPage(Page):
    """A page of MkDocs whose body a template makes from views."""

    def __init__(
        self,
        planned: Planned,
        file: File,
        config: MkDocsConfig,
        make_body: Maker,
        make_head: Maker,
    ) -> None:
        super().__init__(planned.title, file, config)
        self._planned = planned
        self._make_body = make_body
        self._make_head = make_head

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the page's facts from its plan; there is no Markdown to read."""
        address = f"{(config.site_url or '').rstrip('/')}/{self._planned.address}"
        self.markdown = ""
        self.meta: dict[str, Any] = {
            "title": self._planned.title,
            "description": self._planned.description,
            "section": self._planned.section,
            "listed": self._planned.listed,
            "whole": True,
            "published": self._planned.published,
            "address": self._planned.address,
            "correction": self._correction(config.repo_url or "", address),
        }

    def _correction(self, repository: str, address: str) -> str:
        """Return where to suggest a correction; issues would list what is not to be listed."""
        if not self._planned.listed:
            return ""
        return correction_address(repository, self._planned.source, address)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # the signature is MkDocs'
        """Make the body, and what machines read in the head."""
        self.content = self._make_body(self._planned, self.file)
        self.meta["head"] = self._make_head(self._planned, self.file)
        self.present_anchor_ids = set(_ID.findall(self.content))


def add_page(
    planned: Planned, files: Files, config: MkDocsConfig, make_body: Maker, make_head: Maker
) -> RecordPage:
    """Add a planned page to MkDocs' files, outside the navigation."""
    file = File.generated(config, planned.file, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = planned.source or None
    files.append(file)
    return RecordPage(planned, file, config, make_body, make_head)


def is_listed(file: File) -> bool:
    """Tell whether a page is to be found by others than those who have its address."""
    return file.page is None or bool(file.page.meta.get("listed", True))
