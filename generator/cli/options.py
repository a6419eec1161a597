"""What every command is told in the same way: where the records lie."""

from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path
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
        del ctx
        folder = Path(value)
        option = param.opts[0] if param else "--records"
        if (folder / "records").is_dir() and not (folder / "program.yaml").exists():
            message = (
                f"'{value}' holds the folder of the records; name it with {option} {folder}/records"
            )
            raise Misuse(message)
        if folder.is_dir():
            return folder
        what = "is not a folder" if folder.exists() else "does not exist"
        message = f"'{value}' {what}; name the folder with {option} DIR, or go to where it lies"
        raise Misuse(message)


FOLDER = _Folder()


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
        type=FOLDER,
        envvar="LRRT_PRIVATE",
        show_envvar=True,
        metavar="DIR",
        help="Second folder, kept private, that holds the applications.",
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
