"""The editing page: a folder of the site that is there only if the program record turns it on."""

from collections.abc import Iterator
from pathlib import Path

from generator.editing.config import config_text, content_policy
from generator.records.program import Program
from generator.templates import TemplateFolder
from generator.website.theme import Theme

FOLDER = "admin"
_TEMPLATE = f"{FOLDER}/index.html"


def admin_texts(program: Program, theme: Theme, records: str) -> Iterator[tuple[str, str]]:
    """Yield address and text of what is made for the editing page; nothing if it is off.

    ``records`` is the folder of records within the repository. Raises TemplateFaultError.
    """
    editing = program.editing
    if editing is None:
        return
    templates = TemplateFolder(theme.folders, theme.shown, escaping=True, filters={})
    context = {
        "language": program.language,
        "name": program.short_name,
        "policy": content_policy(editing),
    }
    yield _TEMPLATE, templates.render(_TEMPLATE, context)
    yield f"{FOLDER}/config.json", config_text(program, editing, records)


def admin_files(program: Program, theme: Theme) -> Iterator[tuple[str, Path]]:
    """Yield address and file of what the editing page brings along; nothing if it is off."""
    if program.editing is None:
        return
    folder = theme.own / FOLDER
    for file in sorted(folder.rglob("*")):
        address = f"{FOLDER}/{file.relative_to(folder).as_posix()}"
        if file.is_file() and address != _TEMPLATE:
            yield address, file
