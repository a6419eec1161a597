"""The address behind "Suggest a correction": a form in which the record is filled in already."""

import re
from pathlib import PurePosixPath
from urllib.parse import urlencode

from generator.corrections.correctable import record_name
from generator.corrections.forms import PAGE, PAGE_FORM, RECORD, form_name
from generator.records.kinds import kind_of

_REPOSITORY = re.compile(r"https://github\.com/[A-Za-z0-9-]+/[A-Za-z0-9._-]+")


def correction_address(repository: str, source: str, page: str) -> str:
    """Return the address of the form for a page, or '' where there is none.

    ``repository`` is the address of the repository: only GitHub has such forms. ``source`` is the
    path of the record behind the page, if there is one, ``page`` the page's address on the web.
    """
    home = repository.rstrip("/").removesuffix(".git")
    if not _REPOSITORY.fullmatch(home):
        return ""
    name = record_name(source) if source else ""
    kind = kind_of(PurePosixPath(f"{name}.yaml")) if name else None
    asked = {"template": PAGE_FORM, "title": "Correction", PAGE: page}
    if kind is not None:
        asked = {
            "template": form_name(kind),
            "title": f"Correction: {name}",
            RECORD: name,
            PAGE: page,
        }
    return f"{home}/issues/new?{urlencode(asked)}"
