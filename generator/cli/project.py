"""What a command takes from the project around the records: the site's address, the theme."""

from dataclasses import dataclass
from pathlib import Path

from generator.cli.options import Misuse, shown
from generator.website.building import CannotBuildError, configured

CONFIG = Path("mkdocs.yml")


@dataclass(frozen=True, slots=True)
class Project:
    """The site's address on the web, ending in '/', and the folder of the theme.

    ``theme_shown`` is how that folder is named to people. ``published`` are the folders of which
    everything goes onto the site, or is the site.
    """

    address: str
    theme: Path
    theme_shown: str
    published: tuple[Path, ...]


def open_project(config: Path = CONFIG) -> Project:
    """Return what mkdocs.yml says of the project. Raises Misuse where it cannot be used."""
    try:
        found = configured(config)
    except CannotBuildError as fault:
        raise Misuse(str(fault)) from None
    address = found.site_url or ""
    if not address.startswith(("https://", "http://")):
        message = (
            f"{config} does not say where the site is; write its address there as 'site_url', or "
            "set LRRT_SITE_URL"
        )
        raise Misuse(message)
    theme = Path(found.theme.dirs[0])
    published = (Path(found.docs_dir), theme, Path(found.site_dir))
    return Project(f"{address.rstrip('/')}/", theme, shown(theme), published)
