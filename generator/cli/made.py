"""Where papers and announcements are written: under made/, and never among what others can read."""

from collections.abc import Iterable
from pathlib import Path

from generator.cli.options import Misuse, shown

MADE = Path("made")
"""The folder for what is made; git leaves it out."""


def folder_of_papers(word: str, cohort: str) -> Path:
    """Return where the papers of a cohort go unless another folder is named."""
    return MADE / f"{word}s-{cohort}"


def files_of_paper(folder: Path, word: str, person: str) -> tuple[Path, ...]:
    """Return the files of a person's paper that are in a folder."""
    name = f"{word}-{person}"
    return tuple(file for file in sorted(folder.glob(f"{name}.*")) if file.stem == name)


def refuse_shared_folder(folder: Path, public: Iterable[Path]) -> None:
    """Raise Misuse where files would lie among what is published, or could be committed.

    ``public`` are folders that are published or hold the records.
    """
    target, here = folder.resolve(), Path.cwd().resolve()
    for place in public:
        if target.is_relative_to(place.resolve()):
            message = (
                f"--to {folder} lies in {shown(place)}/, which is public or holds the records; "
                f"name a folder elsewhere, or one under {MADE}/"
            )
            raise Misuse(message)
    if target.is_relative_to(here) and not target.is_relative_to(here / MADE):
        message = (
            f"--to {folder} lies in the repository, and would be published with it; name a folder "
            f"elsewhere, or one under {MADE}/"
        )
        raise Misuse(message)
