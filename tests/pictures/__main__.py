"""Take the pictures of the guides anew, all or some: python -m tests.pictures [NAME …]."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.pictures.album import ALBUM
from tests.pictures.studio import Studio, keep
from tests.website.visits import ARGUMENTS, find_chromium


def take(names: list[str]) -> None:
    """Take the pictures with these names; without names, all."""
    unknown = sorted(set(names) - set(ALBUM))
    if unknown:
        sys.exit(f"There is no picture '{unknown[0]}'. There are: {', '.join(sorted(ALBUM))}.")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        studio = Studio(chromium, Path(folder))
        try:
            for name in names or sorted(ALBUM):
                path = keep(name, ALBUM[name](studio))
                print(f"{path.name}: {path.stat().st_size // 1000} kB", flush=True)
        finally:
            studio.close()
            chromium.close()


if __name__ == "__main__":
    take(sys.argv[1:])
