"""Where the pictures of the guides are taken: the demonstration as it is, in a real browser."""

import io
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Locator, Page

from generator.website.building import build_site
from tests.website.admin_site import ON
from tests.website.hosting import hosted
from tests.website.project import DAY, ROOT, copy_project, run

Taking = Callable[["Studio"], bytes]
IMAGES = ROOT / "docs" / "images"
CALL = date(2026, 5, 20)
"""A day on which the call of the demonstration is open."""

_COLORS = 160
_RING = """(element) => {
  element.style.outline = "3px solid #c2410c";
  element.style.outlineOffset = "5px";
  element.style.borderRadius = "3px";
}"""


@dataclass
class Studio:
    """A browser, and the sites that pictures are taken of; each is built when it is first asked for."""

    browser: Browser
    folder: Path
    addresses: dict[str, str] = field(default_factory=dict)
    _hosts: list[Any] = field(default_factory=list)

    def project(self, name: str) -> Path:
        """A copy of the demonstration of one's own, with its private applications beside it."""
        folder = self.folder / name / "mentorship"
        if not folder.exists():
            copy_project(folder)
            shutil.copytree(ROOT / "tests/fixtures/private", folder.parent / "mentorship-private")
        return folder

    def site(
        self, name: str, *, today: date = DAY, change: Callable[[Path], None] | None = None
    ) -> str:
        """The address of a site, built from a copy of the demonstration that may be changed first."""
        if name not in self.addresses:
            project = self.project(name)
            if change:
                change(project)
            host = hosted(build_site(project / "mkdocs.yml", today=today).folder)
            self.addresses[name] = host.__enter__()
            self._hosts.append(host)
        return self.addresses[name]

    @cached_property
    def demonstration(self) -> str:
        return self.site("demonstration")

    @cached_property
    def call(self) -> str:
        """The site while applications are taken, sent by mail to an address of the contact."""

        def with_address(project: Path) -> None:
            program = project / "records/program.yaml"
            text = program.read_text("utf-8")
            program.write_text(
                text.replace(
                    "contacts:\n  - name:", "contacts:\n  - email: chair@example.org\n    name:"
                ),
                "utf-8",
            )

        return self.site("call", today=CALL, change=with_address)

    @cached_property
    def editing(self) -> str:
        def turned_on(project: Path) -> None:
            program = project / "records/program.yaml"
            program.write_text(program.read_text("utf-8") + ON, "utf-8")

        return self.site("editing", change=turned_on)

    @contextmanager
    def page(
        self,
        address: str,
        *,
        width: int = 1000,
        height: int = 700,
        scale: float = 1.5,
        scheme: Any = "light",
        today: date | None = DAY,
    ) -> Iterator[Page]:
        """A page as a visitor with such a device sees it."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            device_scale_factor=scale,
            color_scheme=scheme,
            timezone_id="America/Chicago",
            reduced_motion="reduce",
        )
        page = context.new_page()
        if today:
            page.clock.set_fixed_time(f"{today}T15:00:00")
        answer = page.goto(address)
        assert answer is None or answer.ok, address
        page.evaluate("document.fonts.ready")
        try:
            yield page
        finally:
            context.close()

    def drawn(self, body: str, *, width: int = 1100) -> bytes:
        """Draw a body of HTML in the fonts and colors of the site."""
        with self.page(f"{self.demonstration}privacy/", width=width) as page:
            page.evaluate(
                "body => { document.body.innerHTML = body; document.body.removeAttribute('class') }",
                f'<main><div id="drawn" style="padding:24px;display:flow-root">{body}</div></main>',
            )
            page.evaluate("document.fonts.ready")
            return page.locator("#drawn").screenshot()

    def lrrt(self, name: str, *arguments: str) -> str:
        """What a command says in a project of its own."""
        return run("lrrt", *arguments, cwd=self.project(name)).stdout

    def close(self) -> None:
        for host in self._hosts:
            host.__exit__(None, None, None)


def ring(element: Locator) -> None:
    """Draw a ring around what the text beside the picture speaks of."""
    element.evaluate(_RING)


def keep(name: str, picture: bytes) -> Path:
    """Write a picture, with fewer colors, which nobody sees and everybody loads faster."""
    path = IMAGES / f"{name}.png"
    with Image.open(io.BytesIO(picture)) as whole:
        whole.convert("RGB").quantize(_COLORS, dither=Image.Dither.NONE).save(path, optimize=True)
    return path
