"""What the commands make: certificates, letters, pictures to share."""

import io
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it has no types
from PIL import Image

from tests.pictures.studio import Studio
from tests.website.project import run


def certificate(studio: Studio) -> bytes:
    project = studio.project("papers")
    run(
        "lrrt",
        "certificates",
        "2025",
        "--for",
        "wendell-fablewood",
        "--to",
        "../papers",
        cwd=project,
    )
    (paper,) = (project.parent / "papers").glob("*.pdf")
    sheet: Image.Image = pypdfium2.PdfDocument(paper)[0].render(scale=1.6).to_pil()
    return _png(sheet)


def share_picture(studio: Studio) -> bytes:
    """The picture that goes with a post about a work."""
    site = studio.folder / "demonstration/mentorship/site"
    assert studio.demonstration
    (picture,) = site.rglob("2026-trust-then-read*.png")
    return Path(picture).read_bytes()


def _png(picture: Image.Image) -> bytes:
    held = io.BytesIO()
    picture.save(held, "png")
    return held.getvalue()
