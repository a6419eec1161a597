"""The files that lrrt announce writes: kits, and the records of news."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from generator.announcements import Subject
from generator.announcements.kits import Draw
from generator.announcements.publishing import news_id, news_record, published_before
from generator.catalog import Catalog
from generator.cli.kit_marks import edited_among, marks_file
from generator.cli.made import MADE, refuse_shared_folder
from generator.cli.options import Misuse, shown
from generator.cli.project import Project
from generator.typesetting import FontShelf, Typesetter
from generator.typesetting.share_picture import SharePicture, set_picture


def news_file(
    catalog: Catalog, subject: Subject, today: date, options: Mapping[str, Any]
) -> dict[Path, bytes]:
    """Return the record by which an announcement stands among the news, where there is none yet."""
    until: datetime | None = options["notice_until"]
    if until and until.date() < today:
        message = f"--notice-until {until.date()} is before the day of the news, {today}"
        raise Misuse(message)
    before = published_before(catalog, subject, today)
    if before:
        message = f"{before} tells this already, and follows the records; change or delete that one"
        raise Misuse(message)
    file: Path = options["records"] / "news" / f"{news_id(subject, today)}.yaml"
    if file.exists():
        message = f"{shown(file)} is there already; rename it, or write from another day with --on"
        raise Misuse(message)
    text = news_record(subject, today, until.date() if until else None)
    return {file: text.encode()}


def folder_of_kits(project: Project, options: Mapping[str, Any]) -> Path:
    """Return where kits go; never among what is published, or among the records."""
    folder: Path = options["to"] or MADE / "announcements"
    refuse_shared_folder(folder, (options["records"], *project.published))
    return folder


def kit_files(
    kit: Mapping[str, bytes], name: str, project: Project, options: Mapping[str, Any]
) -> dict[Path, bytes]:
    """Return the files of a kit of a name; refuse to write over what somebody edited."""
    folder = folder_of_kits(project, options)
    files = {folder / name / file: content for file, content in kit.items()}
    edited = edited_among(files, folder)
    if edited and not options["overwrite"]:
        message = (
            f"{shown(edited[0])} is there with another text; keep it by naming another folder "
            "with --to, or write over it with --overwrite"
        )
        raise Misuse(message)
    return files


def with_marks(
    written: Mapping[Path, bytes], project: Project, options: Mapping[str, Any]
) -> dict[Path, bytes]:
    """Return files to be written, and by which files of kits are known again as not edited."""
    folder = folder_of_kits(project, options)
    kits = {file: content for file, content in written.items() if file.is_relative_to(folder)}
    return {**written, **(marks_file(kits, folder) if kits else {})}


def places(written: Mapping[Path, bytes]) -> list[str]:
    """Return what is said to be written: folders of kits, and single records."""
    places = [
        shown(file) if file.suffix == ".yaml" else f"{shown(file.parent)}/" for file in written
    ]
    return list(dict.fromkeys(places))


def drawing(project: Project) -> Draw:
    """Return what draws pictures with the templates and fonts of the theme."""
    documents, name = project.theme / "documents", f"{project.theme_shown}/documents"
    typesetter = Typesetter(documents, FontShelf(documents / "fonts", f"{name}/fonts"), name)

    def draw(picture: SharePicture) -> bytes:
        return set_picture(typesetter, picture)

    return draw
