"""The editing page, at work on a copy of the records that lies in the browser."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.pictures.studio import Studio
from tests.website.admin_site import Editor, records_in
from tests.website.project import ROOT


def admin_sign_in(studio: Studio) -> bytes:
    with studio.page(f"{studio.editing}admin/", width=1280, height=640) as page:
        page.get_by_role("button", name="Work with Local Repository").wait_for()
        page.wait_for_timeout(1500)  # until it has faded in
        return page.screenshot()


def admin_records(studio: Studio) -> bytes:
    with _editor(studio) as editor:
        editor.page.evaluate("location.hash = '#/collections/outputs'")
        editor.page.get_by_text("Trust, then read?").first.wait_for()
        return editor.page.screenshot()


def admin_form(studio: Studio) -> bytes:
    with _editor(studio) as editor:
        editor.open("outputs/entries/2026-trust-then-read")
        return editor.page.screenshot()


@contextmanager
def _editor(studio: Studio) -> Iterator[Editor]:
    with studio.page("about:blank", width=1280, height=900, today=None) as page:
        yield Editor(page, studio.editing.rstrip("/"), records_in(ROOT / "records"))
