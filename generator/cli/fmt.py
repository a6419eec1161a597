"""lrrt fmt: every record in the one form that all commands write."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import click

from generator.cli.options import Misuse, private_option, records_option, shown
from generator.cli.progress import watched
from generator.cli.report import show
from generator.records.canonical import format_as
from generator.records.kinds import SCHEMAS, Kind, kind_of
from generator.source import change_files, read_record
from generator.source.formatting import Formatted, LostInFormattingError
from generator.source.reader import LARGEST


@dataclass(frozen=True, slots=True)
class _Record:
    """A record's file, its kind, and whether it lies in the private folder."""

    file: Path
    kind: Kind
    is_private: bool

    @property
    def path(self) -> str:
        """How the file is named to people."""
        return shown(self.file)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@records_option
@private_option
@click.option("--check", is_flag=True, help="Write nothing; show what would change, and fail.")
@click.pass_context
def fmt(
    context: click.Context,
    paths: Sequence[Path],
    records: Path,
    private: Path | None,
    *,
    check: bool,
) -> None:
    """Bring records into the form that all commands write.

    Keys stand in the order of docs/records.md, lists one entry to a line, long texts folded, and
    quotes around what other programs would misread. What a record says stays the same, and so does
    every comment: it moves with what it stands beside or above. A file that cannot be read for
    certain is left as it is, and named.

    Without PATH, all records; otherwise these files, and those in these folders.

    Exit status: 0 if every record is in this form now, 1 if one is not, 2 for wrong usage.

    \b
    Example:
      lrrt fmt
      lrrt fmt records/participants
      lrrt fmt --check
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    chosen = _chosen(paths, [records, *([private] if private else [])])
    changed: dict[Path, bytes] = {}
    left = 0
    for record in watched("Formatting")(chosen):
        made = _formatted(record)
        if made is None:
            left += 1
        elif made != (content := record.file.read_bytes()):
            changed[record.file] = made
            if check:
                click.echo(_difference(record.path, content, made))
    if not check:
        _write(changed)
    _sum_up(changed, len(chosen), left, check=check)
    context.exit(1 if left or (check and changed) else 0)


def _chosen(paths: Sequence[Path], folders: Sequence[Path]) -> list[_Record]:
    """Return the records in some places, or all; each once, in the order of their paths."""
    found: dict[Path, _Record] = {}
    for path in paths or folders:
        folder = next((one for one in folders if _lies_in(path, one)), None)
        if folder is None:
            message = (
                f"'{path}' does not lie in {shown(folders[0])}/; name the folder of its records "
                "with --records DIR"
            )
            raise Misuse(message)
        records = list(_records_in(path, folder, is_private=folder is not folders[0]))
        if not records and not path.is_dir():
            what = "no kind of record lives there" if path.exists() else "it does not exist"
            message = f"'{path}' cannot be formatted: {what}"
            raise Misuse(message)
        found.update({record.file.absolute(): record for record in records})
    return [found[file] for file in sorted(found)]


def _lies_in(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _records_in(path: Path, folder: Path, *, is_private: bool) -> Iterator[_Record]:
    """Yield the record that a file is, or those in a folder; hidden files and schemas are none."""
    for file in sorted(path.rglob("*.yaml")) if path.is_dir() else [path]:
        within = PurePosixPath(file.resolve().relative_to(folder.resolve()))
        kind = kind_of(within)
        hidden = any(part.startswith(".") for part in within.parts)
        if kind and file.is_file() and not hidden and within.parts[0] != SCHEMAS:
            yield _Record(file, kind, is_private)


def _formatted(record: _Record) -> bytes | None:
    """Return the canonical content of a record; None, having said why, where there is none."""
    try:
        made = _form(record)
    except LostInFormattingError:
        click.echo(
            f"{record.path}: left as it is, for its comments could not all be kept; "
            "please report this",
            err=True,
        )
        return None
    if made.text is None:
        show(made.found)
        return None
    return made.text.encode()


def _form(record: _Record) -> Formatted:
    try:
        content = record.file.read_bytes()
    except OSError:
        return Formatted(None, read_record(record.file, record.path).found)
    if len(content) > LARGEST:
        return Formatted(None, read_record(record.file, record.path).found)
    return format_as(record.kind, content, record.path, is_apart=record.is_private)


def _difference(path: str, before: bytes, after: bytes) -> str:
    """Return what would change, as a unified diff; line ends and the end of the file in words."""
    old, new = before.decode("utf-8-sig").splitlines(), after.decode().splitlines()
    lines = list(difflib.unified_diff(old, new, path, f"{path} (formatted)", lineterm="", n=1))
    return "\n".join(lines) or f"{path}: its line ends, or the end of the file"


def _write(changed: dict[Path, bytes]) -> None:
    """Write all files or none."""
    try:
        change_files(written=changed, deleted=())
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        message = f"{fault.filename} cannot be written: {reason}; nothing was written"
        raise Misuse(message) from None
    for file in changed:
        click.echo(f"{shown(file)} written", err=True)


def _sum_up(changed: dict[Path, bytes], number: int, left: int, *, check: bool) -> None:
    outcomes = (
        (len(changed), "would change" if check else "written"),
        (number - len(changed) - left, "in form already"),
        (left, "left as it is" if left == 1 else "left as they are"),
    )
    first, *others = [(many, how) for many, how in outcomes if many] or [(0, "there")]
    parts = [f"{_counted(first[0])} {first[1]}", *(f"{many:,} {how}" for many, how in others)]
    click.echo(f"{', '.join(parts)}.", err=True)
    if check and changed:
        click.echo("Run 'lrrt fmt' to change them.", err=True)


def _counted(number: int) -> str:
    return f"{number:,} record{'' if number == 1 else 's'}"
