"""Links between pages of the site, checked as they are made."""

from collections.abc import Callable

from jinja2 import TemplateRuntimeError
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_relative_url


class Links:
    """Turns addresses within the site into links from a page."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def from_page(self, page: File) -> Callable[[str], str]:
        """Return what turns an address into a link relative to a page."""

        def link(address: str) -> str:
            if address.startswith(("https://", "http://")):
                return address
            return get_relative_url(self.url(address), page.url)

        return link

    def from_base(self, base: str) -> Callable[[str], str]:
        """Return what turns an address into a link for a page that may be shown at any address.

        ``base`` is the path of the site on its host.
        """

        def link(address: str) -> str:
            if address.startswith(("https://", "http://")):
                return address
            return f"{base.rstrip('/')}/{self.url(address).removeprefix('./')}"

        return link

    def url(self, address: str) -> str:
        """Return the URL of an address. Raises TemplateRuntimeError where no page does."""
        path, mark, place = address.partition("#")
        file = self._file(path)
        if file is None:
            message = f"no page of the site has the address '{address}'"
            raise TemplateRuntimeError(message)
        return f"{file.url}{mark}{place}"

    def _file(self, path: str) -> File | None:
        for candidate in (f"{path}index.md", f"{path.rstrip('/')}.md", path):
            file = self._files.get_file_from_path(candidate)
            if file is not None:
                return file
        return None
