"""What every command is told in the same way: where the records lie."""

import os
from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path
from shlex import quote
from typing import Any, TypeVar

import click

from generator.catalog import Loading, load_catalog
from generator.records.dates import NoDay, read_day

F = TypeVar("F", bound=Callable[..., Any])


class Misuse(click.ClickException):
    """A command that cannot do what it was asked, said in one line. Exit status 2."""

    exit_code = 2


class _Folder(click.ParamType[Path]):
    """A folder that is there."""

    name = "folder"

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        del param, ctx
        folder = Path(value)
        if (folder / "records").is_dir() and not (folder / "program.yaml").exists():
            message = f"'{value}' holds the folder of the records; name it with "
            message += f"--records {folder}/records"
            raise Misuse(message)
        if folder.is_dir():
            return folder
        what = "is not a folder" if folder.exists() else "does not exist"
        message = f"'{value}' {what}; name the folder with --records DIR, or go to where it lies"
        raise Misuse(message)


class _PrivateFolder(click.ParamType[Path]):
    """A folder that is there, and may be the one that holds the folder of the applications."""

    name = "folder"

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        del param, ctx
        folder = Path(value)
        problem = _why_not_private(folder)
        if problem:
            message = f"'{value}' {problem}"
            raise Misuse(message)
        return folder


def _why_not_private(folder: Path) -> str:
    """Return why applications cannot be looked for in a folder, and the way out; or nothing."""
    if not folder.exists():
        make = f"mkdir -p {quote(str(folder))}"
        return f"does not exist; make it ({make}), or name another with --private DIR"
    if not folder.is_dir():
        return "is not a folder; name one with --private DIR"
    for records in (folder, folder / "records"):
        if (records / "program.yaml").exists():
            holds = "is" if records == folder else "holds"
            return (
                f"{holds} the folder of the records, and applications lie elsewhere: choose a "
                "folder outside the repository, as in --private ../mentorship-private"
            )
    whole = folder.absolute()
    above = next((one for one in (whole, whole.parent) if one.name == _APPLICATIONS), None)
    if above is None or (folder / _APPLICATIONS).is_dir():
        return ""
    where = "is" if above == whole else "lies in"
    meant = quote(os.path.relpath(above.parent))
    return f"{where} the folder '{_APPLICATIONS}' itself; name the one above it: --private {meant}"


FOLDER = _Folder()
PRIVATE_FOLDER = _PrivateFolder()
_APPLICATIONS = "applications"


class _Day(click.ParamType[datetime]):
    """A day, in the words of the records; as a moment, which is how click hands days on."""

    name = "date"

    def convert(
        self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        if isinstance(value, datetime):
            return value
        day = read_day(value)
        if isinstance(day, NoDay):
            self.fail(f"{day.message}; {day.help}", param, ctx)
        return datetime.combine(day, time())


DAY = _Day()


def records_option(command: F) -> F:
    """Give a command the option ``--records``: the folder of the records, as ``records: Path``."""
    return click.option(
        "--records",
        type=FOLDER,
        default="records",
        show_default=True,
        metavar="DIR",
        help="Folder of the records.",
    )(command)


def private_option(command: F) -> F:
    """Give a command the option ``--private``: as ``private: Path | None``."""
    return click.option(
        "--private",
        type=PRIVATE_FOLDER,
        envvar="LRRT_PRIVATE",
        show_envvar=True,
        metavar="DIR",
        help="Second folder, kept private, with the folder 'applications' in it.",
    )(command)


def load_records(records: Path, private: Path | None = None) -> Loading:
    """Load the records, naming their files as seen from the working folder where they lie in it."""
    return load_catalog(
        records,
        private,
        shown=shown(records),
        private_shown=shown(private) if private else "",
    )


def shown(path: Path) -> str:
    """Return how a path is named to people: from the working folder on where it lies in it."""
    whole = path.absolute()
    here = Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()
