"""Works that are there already, and works that only look so."""

from typing import Any

import pytest

from generator.bibliography.duplicates import Works
from generator.bibliography.item import Item
from generator.bibliography.reading.csl import item_from_csl

ARTICLE: dict[str, Any] = {
    "id": "a",
    "type": "article-journal",
    "title": "Who asks the night desk?",
    "author": [{"family": "Výmyslová", "given": "Vera"}],
    "issued": {"date-parts": [[2024, 5]]},
    "DOI": "10.5555/ABC",
    "volume": "12",
    "page": "1-9",
}


def item(**values: Any) -> Item:
    return item_from_csl({key: value for key, value in {**ARTICLE, **values}.items() if value})[0]


def works() -> Works:
    known = Works()
    known.add(item(), "records/outputs/a.yaml")
    return known


@pytest.mark.parametrize(
    ("values", "how"),
    [
        (
            {"DOI": "https://doi.org/10.5555/abc", "title": "Another", "volume": "1"},
            "same DOI 10.5555/abc",
        ),
        ({"DOI": None}, "same title, type, people and year"),
        (
            {"DOI": None, "title": "WHO ASKS THE NIGHT-DESK", "volume": None},
            "same title, type, people and year",
        ),
        (
            {"DOI": None, "author": [{"family": "Vymyslova", "given": "V."}]},
            "same title, type, people and year",
        ),
        ({"DOI": None, "page": "1\u20139"}, "same title, type, people and year"),
    ],
)
def test_the_same_work_is_found(values: dict[str, Any], how: str) -> None:
    found = works().same(item(**values))
    assert found
    assert (found[0].where, found[1]) == ("records/outputs/a.yaml", how)


@pytest.mark.parametrize(
    ("values", "differing"),
    [
        ({"DOI": "10.5555/other"}, "DOI"),
        ({"DOI": None, "volume": "13", "page": "2"}, "volume, page"),
        ({"DOI": None, "author": [{"family": "Vymyslova"}, {"family": "More"}]}, "people"),
    ],
)
def test_a_work_much_alike_is_another_one(values: dict[str, Any], differing: str) -> None:
    values = {**values, "id": "b"}
    assert works().same(item(**values)) is None
    alike = works().alike(item(**values))
    assert alike
    assert alike[1] == differing


@pytest.mark.parametrize(
    "values",
    [
        {"type": "speech"},
        {"issued": {"date-parts": [[2023]]}},
        {"title": "Who asks the day desk?"},
        {"author": [{"family": "Else"}]},
    ],
)
def test_another_work_is_not_taken_for_it(values: dict[str, Any]) -> None:
    assert works().same(item(id="b", DOI=None, **values)) is None
    assert works().alike(item(id="b", DOI=None, **values)) is None


@pytest.mark.parametrize(
    ("values", "is_same"),
    [
        ({"id": "b", "DOI": None, "abstract": "Told twice."}, True),
        ({"id": "b", "DOI": None, "page": "1-10"}, False),
        ({"id": "b", "DOI": None, "page": None}, False),
        ({"id": "b", "DOI": None, "publisher": "Placeholder Press"}, False),
    ],
)
def test_of_one_file_only_copies_are_one_work(values: dict[str, Any], *, is_same: bool) -> None:
    known = Works()
    known.add(item(DOI=None), "records/outputs/a.yaml (to be written)", beside=True)
    assert bool(known.same(item(**values))) is is_same
    assert known.alike(item(**values))


@pytest.mark.parametrize(
    "corrected",
    [
        {"title": "Who asks the night desk, and why?"},
        {"title": "Who asked the night desk?", "volume": "13"},
        {"issued": {"date-parts": [[2023]]}, "author": [{"family": "Vymyslova-Else"}]},
    ],
)
def test_a_record_that_was_corrected_is_known_by_the_id_it_came_with(
    corrected: dict[str, Any],
) -> None:
    found = works().same(item(**{"DOI": None, **corrected}))
    assert found
    assert found[1] == "same id 'a', and nearly the same title"
    assert works().same(item(**{"DOI": None, "id": "b", **corrected})) is None


@pytest.mark.parametrize("other", [{"title": "On ladders", "DOI": None}, {"DOI": "10.5555/other"}])
def test_one_id_for_two_works_does_not_make_them_one(other: dict[str, Any]) -> None:
    assert works().same(item(**{**other, "page": "50"})) is None
