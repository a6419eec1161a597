"""The pictures of the guides: each is taken by 'make pictures', shown somewhere, and described."""

import re
from pathlib import Path

import pytest

from tests.pictures.album import ALBUM

ROOT = Path(__file__).resolve().parents[2]
IMAGES = ROOT / "docs" / "images"
GUIDES = sorted(path for path in (ROOT / "docs/guides").glob("*.md") if path.name != "README.md")
SHOWN = re.compile(
    r"!\[(?P<alt>[^\]]*)\]\((?P<path>[^)]+\.png)\)"
    r'|<img src="(?P<source>[^"]+)"[^>]* alt="(?P<said>[^"]*)">'
)
SHORTEST_DESCRIPTION = 40
LARGEST_PICTURE = 250_000


def shown_in(page: Path) -> dict[str, str]:
    """What a page shows: the name of each picture with what is said of it for who cannot see it."""
    return {
        Path(found["path"] or found["source"]).stem: found["alt"] or found["said"]
        for found in SHOWN.finditer(page.read_text("utf-8"))
    }


def test_every_picture_can_be_taken_anew() -> None:
    assert {path.stem for path in IMAGES.iterdir()} == set(ALBUM)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_every_guide_shows_what_it_speaks_of(guide: Path) -> None:
    shown = shown_in(guide)
    assert shown
    short = [name for name, said in shown.items() if len(said) < SHORTEST_DESCRIPTION]
    assert short == []


def test_no_picture_lies_there_unused() -> None:
    pages = [*GUIDES, ROOT / "README.md"]
    assert set().union(*map(shown_in, pages)) == set(ALBUM)


def test_pictures_are_small() -> None:
    pictures = sorted(IMAGES.iterdir())
    assert [path.name for path in pictures if path.stat().st_size > LARGEST_PICTURE] == []
