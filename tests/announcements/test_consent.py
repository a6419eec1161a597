"""Nobody is in any announcement who did not agree to be announced."""

from pathlib import Path

import pytest

from generator.announcements import view_of
from generator.announcements.kits import make_kit, picture_of
from generator.announcements.timing import milestones
from generator.typesetting.share_picture import SharePicture
from tests.announcements.programs import announcer_of, records, site_of

MARKER = "quietmarker"
"""Part of the name, and of what is told only where everybody agreed."""

DAYS = ("2030-02-10", "2030-04-15", "2030-09-03", "2031-03-20", "2031-05-02")


def told(folder: Path, day: str, *, agrees: bool) -> str:
    """Everything that is told of a cohort on a day: every file of every kit, pictures in words."""
    program = records()
    if agrees:
        program["participants/cleo-quiet.yaml"]["consent"]["scopes"].append("announcements")
    site = site_of(folder, program, day)
    announcer = announcer_of(site)
    cohort = next(one for one in site.cohorts if one.id == "2030")

    def draw(picture: SharePicture) -> bytes:
        return repr(picture).encode()

    texts: list[bytes] = []
    for milestone in milestones(cohort, site.today):
        view = view_of(site, milestone.subject)
        assert view is not None
        texts += make_kit(announcer, milestone.subject, view, draw).values()
        texts.append(repr(picture_of(site, milestone.subject.kind, view)).encode())
    return b"\n".join(texts).decode().lower()


@pytest.mark.parametrize("day", DAYS)
def test_who_did_not_agree_is_in_no_kit(day: str, tmp_path: Path) -> None:
    text = told(tmp_path, day, agrees=False)
    assert (MARKER in text, "cleo" in text, "a project that is withheld" in text) == (
        False,
        False,
        False,
    )


def test_who_agreed_is_told_of(tmp_path: Path) -> None:
    """Else the test above could not fail."""
    text = told(tmp_path, "2031-05-02", agrees=True)
    assert (MARKER in text, "cleo" in text, "a project that is withheld" in text) == (
        True,
        True,
        True,
    )


def test_others_are_counted_instead(tmp_path: Path) -> None:
    text = told(tmp_path, "2031-04-20", agrees=False)
    assert "one other pair belongs to the cohort as well" in text
    assert "ben notional and a colleague" in text
