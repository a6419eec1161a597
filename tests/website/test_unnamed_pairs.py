"""A pair of which not everybody is named: it reads as a sentence, and leads to nothing withheld."""

from pathlib import Path

import pytest

from generator.website.building import build_site
from tests.website.pages import BuiltPage
from tests.website.project import DAY, copy_project

MENTOR, MENTEE = "joost-van-der-verzinsel", "calvin-makebright"
SENTENCE = "A mentor mentored Łucja Zmyślona and a mentee"
COHORT, OUTPUT = "cohorts/2025", "outputs/2025-night-chat-dataset"
PERSON = "people/lucja-zmyslona"


@pytest.fixture(scope="module")
def unnamed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a program of which a mentor and a mentee did not agree to have pairings shown."""
    folder = copy_project(tmp_path_factory.mktemp("unnamed"))
    for person in (MENTOR, MENTEE):
        record = folder / "records/participants" / f"{person}.yaml"
        text = record.read_text("utf-8")
        assert "    - pairing\n" in text
        record.write_text(text.replace("    - pairing\n", ""), "utf-8")
    build_site(folder / "mkdocs.yml", today=DAY)
    return folder / "site"


@pytest.mark.parametrize("address", [COHORT, OUTPUT, PERSON])
def test_a_capital_stands_only_where_the_sentence_begins(unnamed: Path, address: str) -> None:
    page = BuiltPage(unnamed, unnamed / address / "index.html")
    said = [" ".join(one.get_text().split()) for one in page.main.select("p.pair-people")]
    assert SENTENCE in said


def test_no_link_of_a_publication_names_a_project_that_is_not_shown(unnamed: Path) -> None:
    page = BuiltPage(unnamed, unnamed / OUTPUT / "index.html")
    links = {one.get_text().strip(): one["href"] for one in page.main.select("#mentoring ~ div a")}
    assert links["Cohort of 2025"] == "../../cohorts/2025/#chat-after-hours"
    assert not any("project" in words for words in links)
