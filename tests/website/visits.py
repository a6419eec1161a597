"""Visits to pages in Chromium that note what a visitor would never see: messages and requests."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]

_CANDIDATES = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def find_chromium() -> str | None:
    """Look for a browser in the same places, in the same order, as .ci/ensure."""
    names = (os.environ.get("LRRT_CHROMIUM", ""), *_CANDIDATES)
    return next((found for name in names if name and (found := shutil.which(name))), None)


@dataclass
class Visit:
    """A browser page, and what happened behind it."""

    page: Page
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    @property
    def hosts(self) -> set[str]:
        """Every host that was asked for anything."""
        return {urlsplit(address).netloc for address in self.requests} - {""}

    def text(self, selector: str) -> str:
        """The text of the one element that a selector names, as it is set."""
        return self.page.locator(selector).inner_text()

    def texts(self, selector: str) -> list[str]:
        return self.page.locator(selector).all_inner_texts()


@contextmanager
def visiting(  # what a visitor's device can be like
    browser: Browser,
    *,
    width: int = 1280,
    height: int = 900,
    scheme: Scheme = "light",
    javascript: bool = True,
    today: date | None = None,
) -> Iterator[Visit]:
    """Visit with a device of its own: nothing remembered from another visit."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        java_script_enabled=javascript,
    )
    try:
        page = context.new_page()
        page.set_default_timeout(15_000)
        if today:
            page.clock.set_fixed_time(f"{today}T15:00:00")
        visit = Visit(page)
        page.on("console", lambda message: visit.messages.append(message.text))
        page.on("pageerror", lambda error: visit.messages.append(str(error)))
        page.on("request", lambda request: visit.requests.append(request.url))

        def dismiss(dialog: Any) -> None:
            visit.dialogs.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", dismiss)
        yield visit
    finally:
        context.close()
