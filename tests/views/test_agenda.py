"""Views as happenings: at the instants of the records, known by their first ids, without the withheld."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from generator.agenda.happening import Attendee, Happening
from generator.agenda.history import UNKNOWN, Commit, History, Version
from generator.agenda.identity import uid
from generator.catalog import load_catalog
from generator.records.event import Event
from generator.records.fields import ConsentScope
from generator.source import to_yaml, write_text
from generator.views import Site, make_site
from generator.views.agenda import EventAgenda, cohort_dates, event_agenda, has_schedule
from generator.views.calendars import session_calendar
from generator.views.schedule_changes import schedule_changes
from tests.filling import FIRST
from tests.views.sites import DAY, Records, records, site_of

ZONE = "America/Chicago"


def absolute(address: str) -> str:
    return f"https://example.org/{address}"


def with_event(*sessions: Mapping[str, Any], **event: Any) -> Records:
    program = records()
    del program["events/symposium.yaml"]
    del program["outputs/output.yaml"]
    usual = {
        "kind": "symposium",
        "title": "The <i>small</i> symposium",
        "date": "2026-06-11",
        "start": "12:00",
        "end": "16:00",
    }
    whole = {**usual, **event, "sessions": [dict(one) for one in sessions]}
    program["events/event.yaml"] = {key: value for key, value in whole.items() if value}
    return program


def talk(**others: Any) -> dict[str, Any]:
    usual = {"id": "talk", "kind": "talk", "title": "A talk", "start": "13:00", "end": "13:30"}
    return {key: value for key, value in {**usual, **others}.items() if value}


def agenda_of(site: Site, history: History = UNKNOWN) -> EventAgenda:
    event = next(one for one in site.events if one.id == "event")
    return event_agenda(event, absolute, history, ZONE)


def agenda(folder: Path, program: Records, history: History = UNKNOWN) -> EventAgenda:
    return agenda_of(site_of(folder, program), history)


def unchecked_site(folder: Path, program: Records) -> Site:
    """The site of records that have faults, to see the views alone."""
    for path, record in program.items():
        write_text(folder / path, to_yaml(record))
    return make_site(load_catalog(folder).catalog, DAY)


def utc(when: object) -> str:
    assert isinstance(when, datetime)
    return f"{when.astimezone(UTC):%Y-%m-%d %H:%M}"


def test_an_event_and_its_sessions_are_what_the_record_says(tmp_path: Path) -> None:
    program = with_event(
        talk(
            title="A <b>bold</b> talk",
            room="Main room",
            abstract="One *word* and a [link](https://example.org/x).",
            speakers=[{"participant": FIRST}, {"organization": "The committee"}],
            moderator={"name": {"given": "Maud", "family": "Makebright"}},
            slides="https://slides.example.org/",
        ),
        talk(id="pause", kind="break", title="Break", start="13:30", end="13:40"),
        link="https://example.org/register",
    )
    made = agenda(tmp_path, program)
    first = made.event
    assert first == Happening(
        uid=uid("event", "event"),
        name="event",
        kind="Symposium",
        title="The small symposium",
        start=first.start,
        end=first.end,
        place="Online",
        is_online=True,
        links=first.links,
        url="https://example.org/events/event/",
        has_parts=True,
    )
    assert (utc(first.start), utc(first.end)) == ("2026-06-11 17:00", "2026-06-11 21:00")
    assert first.zone == ZONE
    assert [(one.label, one.address) for one in first.links] == [
        ("Event page", "https://example.org/register")
    ]
    session = made.sessions[0]
    assert session == replace(
        first,
        uid=uid("event", "event", "talk"),
        name="talk",
        kind="Talk",
        title="A bold talk",
        start=session.start,
        end=session.end,
        room="Main room",
        description="One word and a link.",
        speakers=session.speakers,
        moderators=(Attendee("Maud Makebright"),),
        links=session.links,
        url="https://example.org/events/event/#talk",
        parent=first.uid,
        has_parts=False,
    )
    assert (utc(session.start), utc(session.end)) == ("2026-06-11 18:00", "2026-06-11 18:30")
    assert [(one.id, one.address) for one in session.speakers] == [
        (FIRST, f"https://example.org/people/{FIRST}/"),
        ("", ""),
    ]
    assert [one.label for one in session.links] == ["Slides"]
    assert [one.name for one in made.attended] == ["talk"]


def test_an_event_at_a_place_is_not_online(tmp_path: Path) -> None:
    made = agenda(tmp_path, with_event(place={"name": "The Hall", "city": "Chicago, IL"}))
    assert (made.event.place, made.event.is_online) == ("The Hall, Chicago, IL", False)


def test_an_event_without_times_has_days(tmp_path: Path) -> None:
    program = with_event(start=None, end=None, all_day="true", end_date="2026-06-12")
    made = agenda(tmp_path, program).event
    assert (made.start, made.end) == (date(2026, 6, 11), date(2026, 6, 12))
    assert made.is_all_day


def test_an_event_over_midnight_ends_on_its_last_day(tmp_path: Path) -> None:
    program = with_event(
        talk(date="2026-06-12", start="00:30", end="01:00"),
        start="22:00",
        end="01:30",
        end_date="2026-06-12",
    )
    made = agenda(tmp_path, program)
    assert (utc(made.event.start), utc(made.event.end)) == ("2026-06-12 03:00", "2026-06-12 06:30")
    assert utc(made.sessions[0].start) == "2026-06-12 05:30"


@pytest.mark.parametrize(
    ("day", "start", "end", "expected"),
    [
        ("2026-03-08", "02:30", "04:00", ("2026-03-08 08:30", "2026-03-08 09:00")),
        ("2026-11-01", "01:30", "03:00", ("2026-11-01 06:30", "2026-11-01 09:00")),
    ],
    ids=["a time that does not exist", "a time that exists twice"],
)
def test_a_time_that_the_rules_refuse_still_means_one_instant(
    tmp_path: Path, day: str, start: str, end: str, expected: tuple[str, str]
) -> None:
    """The offset from before the gap, and the first of two (RFC 5545, 3.3.5)."""
    site = unchecked_site(tmp_path, with_event(date=day, start=start, end=end))
    made = agenda_of(site).event
    assert (utc(made.start), utc(made.end)) == expected


def test_an_event_in_its_own_zone_stays_there(tmp_path: Path) -> None:
    made = agenda(tmp_path, with_event(talk(), time_zone="Europe/Dublin"))
    assert {made.event.zone, made.sessions[0].zone} == {"Europe/Dublin"}
    assert utc(made.sessions[0].start) == "2026-06-11 12:00"


def test_the_sessions_of_a_cancelled_event_are_cancelled(tmp_path: Path) -> None:
    made = agenda(tmp_path, with_event(talk(), cancelled="true"))
    assert (made.event.cancelled, made.sessions[0].cancelled) == (True, True)


def test_a_renamed_event_keeps_the_uids_of_its_first_id(tmp_path: Path) -> None:
    before = agenda(tmp_path / "before", with_event(talk()))
    program = with_event(talk(), aliases=["first", "second"])
    after = agenda(tmp_path / "after", program)
    assert after.event.uid == uid("event", "first")
    assert after.sessions[0].uid == uid("event", "first", "talk")
    assert before.event.uid == uid("event", "event")


@pytest.mark.parametrize("scope", [ConsentScope.NAME, ConsentScope.SESSIONS])
def test_whose_name_is_withheld_is_left_out(tmp_path: Path, scope: ConsentScope) -> None:
    program = with_event(talk(speakers=[{"participant": FIRST}], moderator={"participant": FIRST}))
    person = program[f"participants/{FIRST}.yaml"]
    scopes = [one for one in ConsentScope if one != scope] if scope != ConsentScope.NAME else []
    person["consent"] = {"given": "2026-01-02", "scopes": [str(one) for one in scopes]}
    made = agenda_of(unchecked_site(tmp_path, program))
    assert (made.sessions[0].speakers, made.sessions[0].moderators) == ((), ())


def test_history_tells_how_often_a_record_was_changed(tmp_path: Path) -> None:
    commits = tuple(Commit(str(n), datetime(2026, 1, n, tzinfo=UTC)) for n in (1, 2, 3))
    history = History(
        touched={
            "events/event.yaml": commits[1:],
            "events/first.yaml": commits[:2],
            "cohorts/2026.yaml": commits[:1],
        }
    )
    program = with_event(talk(), aliases=["first"])
    site = site_of(tmp_path, program)
    made = agenda_of(site, history)
    assert {(one.changes, one.modified) for one in (made.event, *made.sessions)} == {
        (3, commits[2].when)
    }
    dates = cohort_dates(site.cohorts[0], absolute, history)
    assert {(one.changes, one.modified) for one in dates} == {(1, commits[0].when)}


def test_a_year_has_the_days_that_are_no_events(tmp_path: Path) -> None:
    cohort = site_of(tmp_path, records()).cohorts[0]
    dates = cohort_dates(cohort, absolute, UNKNOWN)
    assert [(one.name, one.start, one.end, one.url) for one in dates] == [
        (name, day, day, f"https://example.org/{page}")
        for name, day, page in (
            ("call-opens", date(2026, 1, 1), "apply/"),
            ("call-closes", date(2026, 2, 1), "apply/"),
            ("pairs-announced", date(2026, 3, 1), "cohorts/2026/"),
            ("start", date(2026, 4, 1), "cohorts/2026/"),
            ("end", date(2027, 3, 31), "cohorts/2026/"),
        )
    ]
    assert [one.title for one in dates] == [
        "Call for applications opens: title",
        "Last day to apply: title",
        "Mentors and mentees are told of their pairs: title",
        "Program year begins: title",
        "Program year ends: title",
    ]
    assert {one.uid for one in dates} == {uid("cohort", "2026", one.name) for one in dates}


@pytest.mark.parametrize(
    ("sessions", "event", "expected"),
    [
        ([], {}, False),
        ([talk()], {}, True),
        ([talk(cancelled="true")], {}, False),
        ([talk(kind="break")], {}, False),
        ([talk()], {"cancelled": "true"}, False),
    ],
)
def test_an_event_has_a_schedule_if_something_in_it_takes_place(
    tmp_path: Path,
    sessions: list[dict[str, Any]],
    event: dict[str, Any],
    expected: bool,  # noqa: FBT001  # what is expected is not a switch
) -> None:
    site = site_of(tmp_path, with_event(*sessions, **event))
    view = next(one for one in site.events if one.id == "event")
    assert has_schedule(view) is expected
    assert agenda_of(site).has_schedule is expected


def test_a_session_named_event_makes_way_for_its_event() -> None:
    assert session_calendar("2026/keynote") == "events/2026/keynote.ics"
    assert session_calendar("2026/event") == "events/2026/event.session.ics"


class TestChanges:
    """What changed, told in sentences."""

    def sentences(self, folder: Path, before: Records, after: Records) -> list[str]:
        made = agenda(folder, after, history_of(before, after))
        return [line for one in schedule_changes(made) for line in one.sentences]

    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            ([talk()], [talk(speakers=[{"organization": "The committee"}])], []),
            (
                [talk()],
                [talk(start="14:00", end="14:45")],
                [
                    (
                        "“A talk” moved from Thursday, June 11, 2026, 1:00 to 1:30 pm CT "
                        "to Thursday, June 11, 2026, 2:00 to 2:45 pm CT."
                    )
                ],
            ),
            (
                [talk(room="A"), talk(id="b", title="B", room="A", start="15:00", end="15:30")],
                [talk(room="B"), talk(id="b", title="B", room="A", start="15:00", end="15:30")],
                ["“A talk” moved from A to B."],
            ),
            ([talk(room="Gone")], [talk(room="B")], ["“A talk” is now in B."]),
            ([talk(room="Gone")], [talk()], ["“A talk” has another room."]),
            ([talk(title="An old title")], [talk()], ["“A talk” has a new title."]),
            (
                [talk()],
                [talk(cancelled="true")],
                ["“A talk”, Thursday, June 11, 2026, 1:00 to 1:30 pm CT, is cancelled."],
            ),
            (
                [talk(cancelled="true")],
                [talk()],
                ["“A talk” takes place after all, Thursday, June 11, 2026, 1:00 to 1:30 pm CT."],
            ),
            (
                [talk()],
                [talk(), talk(id="b", title="Another", start="15:00", end="15:30", room="B")],
                ["Added: “Another”, Thursday, June 11, 2026, 3:00 to 3:30 pm CT, B."],
            ),
            (
                [talk(), talk(id="b", kind="questions", title="Gone", start="15:00", end="15:30")],
                [talk()],
                [
                    (
                        "A session (questions), Thursday, June 11, 2026, 3:00 to 3:30 pm CT, "
                        "is no longer on the program."
                    )
                ],
            ),
        ],
    )
    def test_each_kind_of_change_is_told(
        self,
        tmp_path: Path,
        before: list[dict[str, Any]],
        after: list[dict[str, Any]],
        expected: list[str],
    ) -> None:
        found = self.sentences(tmp_path, with_event(*before), with_event(*after))
        assert found == expected

    def test_days_are_told_as_days(self, tmp_path: Path) -> None:
        days = {"start": None, "end": None, "all_day": "true"}
        found = self.sentences(
            tmp_path, with_event(**days), with_event(**days, end_date="2026-06-12")
        )
        assert found == [
            "“The small symposium” moved from Thursday, June 11, 2026, to June 11 to 12, 2026."
        ]

    def test_a_night_is_told_with_both_days(self, tmp_path: Path) -> None:
        night = {"start": "22:00", "end": "01:30", "end_date": "2026-06-12"}
        found = self.sentences(tmp_path, with_event(), with_event(**night))
        assert found == [
            (
                "“The small symposium” moved from Thursday, June 11, 2026, noon to 4:00 pm CT "
                "to Thursday, June 11, 2026, 10:00 pm to Friday, June 12, 2026, 1:30 am CT."
            )
        ]

    def test_nothing_that_only_an_earlier_version_said_is_repeated(self, tmp_path: Path) -> None:
        name = {"given": "Withdrawn", "family": "Person"}
        before = with_event(
            talk(
                title="Withdrawn Person speaks",
                room="Withdrawn Person’s room",
                speakers=[{"name": name}],
                abstract="By Withdrawn Person.",
            ),
            talk(id="b", title="With Withdrawn Person", start="15:00", end="15:30"),
            title="In honor of Withdrawn Person",
        )
        after = with_event(talk(room="B"), title="The symposium")
        made = agenda(tmp_path, after, history_of(before, after))
        found = schedule_changes(made)
        assert [len(one.sentences) for one in found] == [4]
        assert "Withdrawn" not in repr(found)

    def test_a_session_that_was_moved_knows_from_when(self, tmp_path: Path) -> None:
        before, after = with_event(talk(start="14:00", end="14:30")), with_event(talk())
        made = agenda(tmp_path, after, history_of(before, after))
        assert utc(made.sessions[0].previous_start) == "2026-06-11 19:00"
        assert made.event.previous_start is None


def history_of(*versions: Records) -> History:
    """The history of an event that was published once a day."""
    published = tuple(
        Version(
            Commit(f"c{number}", datetime(2026, 5, number, tzinfo=UTC)),
            Event.model_validate(version["events/event.yaml"]),
        )
        for number, version in enumerate(versions, 1)
    )
    return History(published={"event": published})
