"""A file that lies where no record does: where it belongs, or what it is to be called."""

from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Place, closest
from generator.diagnostics.rules import files
from generator.records.kinds import FOLDERS, kind_of

_TEXTS = frozenset(("", ".yml", ".yaml", ".txt"))
"""How the names of records end that an editor has named, in small letters."""


def unexpected(path: PurePosixPath, shown: str) -> Diagnostic:
    """Return the fault of a file that is no record; ``path`` leads to it from records/."""
    named = _named_as_record(path)
    if named:
        message = "the name of this file does not end in .yaml"
        return files.UNEXPECTED_FILE.at(Place(shown), message, f"rename it to {named}")
    return files.UNEXPECTED_FILE.at(Place(shown), "no kind of record lives here", _help_for(path))


def _named_as_record(path: PurePosixPath) -> str:
    """Return the name under which a file would be a record where it lies, if it could be one."""
    suffix = path.suffix
    if not suffix[1:].isalpha():
        suffix = ""
    if suffix.lower() not in _TEXTS:
        return ""
    stem = path.name.removesuffix(suffix)
    name = f"{stem.removesuffix('.yaml')}.yaml"
    return name if name != path.name and kind_of(path.with_name(name)) else ""


def _help_for(path: PurePosixPath) -> str:
    folder = path.parts[0]
    if len(path.parts) == 1:
        return ""
    if folder not in FOLDERS:
        meant = closest(folder, FOLDERS)
        return f"did you mean the folder '{meant}'?" if meant else ""
    if path.suffix.lower() != ".yaml":
        return f"only records lie in {folder}/, and their names end in .yaml; move it elsewhere"
    straight = PurePosixPath(folder, path.name)
    return f"move it to {straight}" if kind_of(straight) else ""
