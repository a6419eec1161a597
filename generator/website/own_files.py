"""Which of the files that MkDocs found go into the site."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.diagnostics import Place
from generator.diagnostics.rules import site as rules
from generator.website.pages import Planned
from generator.website.refusing import BuildRefusedError


def keep_own_assets(files: Files, config: MkDocsConfig) -> None:
    """Leave out the base theme's scripts and styles, and templates that are not pages."""
    own = Path(config.theme.dirs[0])
    docs = Path(config.docs_dir)
    for file in list(files):
        source = Path(file.abs_src_path or "")
        if file.is_documentation_page() or source.is_relative_to(docs):
            continue
        if not source.is_relative_to(own / "assets"):
            files.remove(file)


def refuse_collision(files: Files, planned: Planned) -> None:
    """Refuse the build where somebody wrote a page at the address of one that the records make."""
    for candidate in (planned.file, f"{planned.address.rstrip('/')}.md"):
        taken = files.get_file_from_path(candidate)
        if taken is not None:
            place = Place(f"content/{taken.src_uri}")
            message = f"the records make a page at '{planned.address}' already"
            raise BuildRefusedError((rules.PAGE_COLLISION.at(place, message),))
