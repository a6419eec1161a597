"""Every kind of announcement, in every form that people read most, as it is to read.

After a change of wording: LRRT_WRITE_GOLDEN=1 writes the files anew; read them aloud before you
commit them.
"""

import os
from pathlib import Path

import pytest

from generator.announcements import Announcer, Subject, view_of
from generator.announcements.networks import Network
from generator.announcements.subject import View
from generator.records.news import NewsKind
from tests.announcements.programs import announcer_of, records, site_of

GOLDEN = Path(__file__).parent / "golden"
NETWORKS = (Network.MASTODON, Network.BLUESKY, Network.X, Network.LINKEDIN)

CASES = [
    ("call-for-mentors", "2030", "2030-02-01", "call-for-mentors-coming"),
    ("call-for-mentors", "2030", "2030-02-04", "call-for-mentors"),
    ("call-for-mentees", "2030", "2030-02-10", "call-for-mentees"),
    ("pairs-announced", "2030", "2030-04-15", "pairs-announced"),
    ("check-in", "2030-check-in", "2030-09-03", "check-in"),
    ("check-in", "2030-check-in-2", "2030-12-03", "check-in-cancelled"),
    ("symposium", "2031-symposium", "2031-03-20", "symposium"),
    ("symposium", "2031-symposium", "2031-04-20", "symposium-over"),
    ("output", "2031-lamps", "2031-03-01", "output"),
    ("output", "2031-crowd", "2031-04-01", "output-crowd"),
    ("output", "2031-poster", "2031-03-01", "output-coming"),
    ("year-in-review", "2030", "2031-05-02", "year-in-review"),
]


def written(announcer: Announcer, kind: NewsKind, view: View) -> str:
    news = announcer.news(kind, view)
    texts = {
        "e-mail": announcer.email(kind, view),
        "news": f"# {news.title}\n\n{news.markdown}",
        **{network.value: announcer.post(kind, view, network) for network in NETWORKS},
    }
    return "\n".join(f"===== {name}\n{text}" for name, text in texts.items())


@pytest.mark.parametrize(("kind", "id_", "day", "name"), CASES, ids=[case[3] for case in CASES])
def test_an_announcement_reads_as_it_did(
    kind: str, id_: str, day: str, name: str, tmp_path: Path
) -> None:
    site = site_of(tmp_path, records(), day)
    view = view_of(site, Subject(NewsKind(kind), id_))
    assert view is not None
    text = written(announcer_of(site), NewsKind(kind), view)
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("LRRT_WRITE_GOLDEN"):
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")


def test_every_golden_text_is_tried() -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == {case[3] for case in CASES}


def test_every_kind_is_tried() -> None:
    assert {case[0] for case in CASES} == {kind.value for kind in NewsKind} - {"note"}
