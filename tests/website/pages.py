"""The pages of a built site, parsed, and the addresses they stand at."""

from functools import cached_property
from pathlib import Path

from bs4 import BeautifulSoup, Tag

HOST = "https://example.org/mentorship/"
"""The site_url of mkdocs.yml."""


class BuiltPage:
    """A page of the built site."""

    def __init__(self, folder: Path, file: Path) -> None:
        self.path = file.relative_to(folder).as_posix()
        self.html = file.read_text("utf-8")

    def __repr__(self) -> str:
        return self.path

    @property
    def address(self) -> str:
        """Where the page is found."""
        return HOST + self.path.removesuffix("index.html")

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html.parser")

    @cached_property
    def ids(self) -> list[str]:
        return [str(tag["id"]) for tag in self.soup.find_all(id=True)]

    @property
    def is_redirect(self) -> bool:
        return self.soup.find("meta", attrs={"http-equiv": "refresh"}) is not None

    @property
    def main(self) -> Tag:
        """What the page is about, without its head and foot."""
        main = self.soup.find("main")
        assert isinstance(main, Tag)
        return main

    def one(self, selector: str) -> Tag:
        (found,) = self.soup.select(selector)
        return found

    def text(self, selector: str) -> str:
        return " ".join(self.one(selector).get_text(" ").split())


def read_pages(folder: Path) -> dict[str, BuiltPage]:
    """Every page of a built site by its path."""
    pages = [BuiltPage(folder, file) for file in sorted(folder.rglob("*.html"))]
    return {page.path: page for page in pages}
