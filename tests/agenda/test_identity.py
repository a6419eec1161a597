"""What happenings are known by never changes."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.agenda import identity
from generator.agenda.identity import first_id, numbers, uid


def test_a_uid_is_the_one_that_subscribers_have() -> None:
    """If this fails, every calendar out there is about to show everything twice."""
    assert uid("event", "2026-symposium") == "e474c095-ea36-58db-9b02-778e1f6c17fb"
    assert uid("event", "2026-symposium", "keynote") == "29393637-06da-5557-8f02-91077027538a"
    assert uid("cohort", "2026", "call-opens") == "15421278-e0f8-5406-bff0-90950dce9984"


def test_a_uid_is_a_uuid_of_version_5() -> None:
    assert UUID(uid("event", "a")).version == 5


def test_a_renamed_record_keeps_its_first_id() -> None:
    assert first_id("now", ()) == "now"
    assert first_id("now", ("first", "then")) == "first"


@given(st.sets(st.uuids().map(str)), st.sets(st.uuids().map(str)))
def test_numbers_stay_when_others_come(some: set[str], more: set[str]) -> None:
    before, after = numbers(some), numbers(some | more)
    assert {one: after[one] for one in before} == before
    assert len(set(after.values())) == len(after)
    assert all(1 <= number < 2**31 for number in after.values())


def test_two_that_would_have_the_same_number_have_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "_number", lambda _of, attempt: attempt + 1)
    assert numbers(["b", "a", "c", "a"]) == {"a": 1, "b": 2, "c": 3}
