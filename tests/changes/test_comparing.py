"""Each change of a record is told once, where its page stands, in words that say what it does."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from generator.changes import people, schedules, works, years
from generator.views.cohorts import CohortView
from generator.views.events import EventView, SessionView
from generator.views.outputs import OutputView
from generator.views.pairings import PairingView
from generator.views.people import PersonView
from tests.changes.reports import (
    BENCHES,
    Said,
    named_records,
    report_of,
    said_of,
    take_tri_away,
)
from tests.views.sites import Records, person

UNA, DUO, TRI = (
    f"participants/{name}.yaml" for name in ("una-planted", "duo-planted", "tri-spoken")
)
WORK, EVENT, COHORT, PAIRS = (
    "outputs/output.yaml",
    "events/symposium.yaml",
    "cohorts/2026.yaml",
    "pairings/2026.yaml",
)
PAIR = "the pair of Duo Ekstra with Una Planted"


def put(path: str, **values: Any) -> Callable[[Records], None]:
    """Set keys of a record; None takes one out."""

    def change(program: Records) -> None:
        for key, value in values.items():
            if value is None:
                del program[path][key]
            else:
                program[path][key] = value

    return change


def put_session(**values: Any) -> Callable[[Records], None]:
    def change(program: Records) -> None:
        program[EVENT]["sessions"][0] |= values

    return change


def put_pair(**values: Any) -> Callable[[Records], None]:
    def change(program: Records) -> None:
        program[PAIRS]["pairings"][0] |= values

    return change


def put_project(**values: Any) -> Callable[[Records], None]:
    def change(program: Records) -> None:
        program[PAIRS]["pairings"][0]["project"] |= values

    return change


def renamed(old: str, new: str, **values: Any) -> Callable[[Records], None]:
    """Move a record to another id."""

    def change(program: Records) -> None:
        program[new] = program.pop(old) | values

    return change


def drop(path: str) -> Callable[[Records], None]:
    def change(program: Records) -> None:
        del program[path]

    return change


def add(path: str, record: dict[str, Any]) -> Callable[[Records], None]:
    def change(program: Records) -> None:
        program[path] = record

    return change


def works_of_many(program: Records) -> None:
    for number in range(9):
        program[f"outputs/work-{number}.yaml"] = {
            "type": "report",
            "title": f"Work {number}",
            "status": "published",
            "date": "2026-01",
            "publisher": "Chair Press",
            "contributors": [{"name": {"family": "Outsider"}}],
        }


def rewritten(old: str, new: str) -> Callable[[Records], None]:
    """Rename a record, with its earlier id kept, and everything that refers to it."""
    before, now = PurePosixPath(old).stem, PurePosixPath(new).stem

    def follow(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: one if key == "kind" else follow(one) for key, one in value.items()}
        if isinstance(value, list):
            return [follow(one) for one in value]
        refers = value == before or str(value).startswith(f"{before}/")
        return value.replace(before, now, 1) if refers else value

    def change(program: Records) -> None:
        for path in list(program):
            record = program.pop(path)
            parts = [now if part == before else part for part in path[: -len(".yaml")].split("/")]
            program["/".join(parts) + ".yaml"] = follow(record)
        program[new]["aliases"] = [before]

    return change


def add_nova(program: Records) -> None:
    """Somebody new, with a part that the site shows."""
    program["participants/new.yaml"] = person("Nova", "Novotny")
    program[BENCHES]["contributors"].append({"participant": "new"})


THURSDAY = "Thursday, June 11, 2026"
WEDNESDAY = "Wednesday, June 10, 2026"
WORKSHOP = {
    "kind": "workshop",
    "title": "Reading day",
    "date": "2026-09-01",
    "start": "09:00",
    "end": "11:30",
}
TALK = {
    "id": "more",
    "kind": "talk",
    "title": "On tables",
    "date": "2026-06-11",
    "start": "11:30",
    "end": "12:30",
}


def add_talk(program: Records) -> None:
    program[EVENT]["sessions"].append(dict(TALK))


def drop_talk(program: Records) -> None:
    program[EVENT]["sessions"].pop()


CASES: dict[str, tuple[Callable[[Records], None], Said]] = {
    "nothing": (lambda _: None, {}),
    "committee": (put_pair(check_ins=[]), {}),
    "notice": (
        put("program.yaml", notice={"text": "The call is open.", "until": "2026-09-30"}),
        {"Every page": ["the notice now says “The call is open.”, until September 30, 2026"]},
    ),
    "notice down": (put("program.yaml", notice=None), {"Every page": ["takes the notice down"]}),
    "program": (
        put("program.yaml", tagline="A year of work.", benefits=["Tea."]),
        {"Program page": ["changes the sentence at the top to “A year of work.”", "changes what comes of taking part"]},
    ),
    "cohort dates": (
        put(COHORT, call_closes="2026-02-08"),
        {"Cohort of 2026": ["moves “Call for applications” from January 1 to February 1, 2026, to January 1 to February 8, 2026"]},
    ),
    "cohort renamed": (
        put(COHORT, title="Cohort 2026"),
        {"Cohort 2026": ["has a new title (until now “Cohort of 2026”)"]},
    ),
    "cohort added": (
        add("cohorts/2027.yaml", {**named_records()[COHORT], "title": "Cohort of 2027", "start": "2027-04-01", "end": "2028-03-31", "call_opens": "2027-01-01", "call_closes": "2027-02-01", "pairs_announced": "2027-03-01", "exclusions": []}),
        {"Cohorts": ["adds “Cohort of 2027” (April 1, 2027, to March 31, 2028)"]},
    ),
    "pair completed": (
        put_pair(status="completed"),
        {"Cohort of 2026": [f"{PAIR}: changes the status from “At work” to “Completed”"]},
    ),
    "project": (
        put_project(title="Counting tables"),
        {"Cohort of 2026": [f"{PAIR}: changes the project's title to “Counting tables”"]},
    ),
    "mentor added": (
        put_pair(mentors=["duo-planted", "tri-spoken"]),
        {"Cohort of 2026": [f"{PAIR.replace(' with', ' and Tri Spoken with')}: names Tri Spoken as mentor"]},
    ),
    "person added": (
        add_nova,
        {"Publications": ["“Benches”: names Nova Novotny as contributor"], "People": ["adds Nova Novotny"]},
    ),
    "person changed": (
        put(UNA, position="Head Librarian", bio="She counts chairs.", pronouns=None),
        {"People": ["Una Planted: takes out the pronouns and changes the position to Head Librarian and the biography"]},
    ),
    "person renamed": (
        put(UNA, name={"given": "Una", "family": "Sown"}),
        {"People": ["Una Sown: changes the name"]},
    ),
    "person moved": (
        rewritten(TRI, "participants/tri.yaml"),
        {"People": ["Tri Spoken: gives the page a new address (the old one leads there)"]},
    ),
    "person removed": (
        take_tri_away,
        {"Publications": ["“Benches”: no longer names 1 contributor"], "People": ["takes 1 person off the site (no names here: this summary stays public)"]},
    ),
    "work added": (
        add("outputs/new.yaml", {"type": "journal-article", "title": "Tables", "status": "in-press", "container": {"title": "Journal"}, "contributors": [{"participant": "una-planted"}]}),
        {"Publications": ["adds “Tables” (journal article, in press)"]},
    ),
    "works added": (
        works_of_many,
        {"Publications": ["adds 9 works: “Work 0” (report, 2026), “Work 1” (report, 2026), “Work 2” (report, 2026), and 6 more"]},
    ),
    "work removed": (
        drop(WORK),
        {"Publications": ["removes “Chairs, counted” (report, 2026)"]},
    ),
    "work moved": (
        renamed(WORK, "outputs/chairs.yaml", aliases=["output"]),
        {"Publications": ["“Chairs, counted”: gives the page a new address (the old one leads there)"]},
    ),
    "work under a new id": (
        renamed(WORK, "outputs/chairs.yaml"),
        {"Publications": ["removes “Chairs, counted” (report, 2026)", "adds “Chairs, counted” (report, 2026)"]},
    ),
    "abstract": (
        put(WORK, abstract="How many."),
        {"Publications": ["“Chairs, counted”: changes the abstract"]},
    ),
    "contributor added": (
        put(WORK, contributors=[{"participant": "una-planted"}, {"name": {"family": "Outsider"}}, {"participant": "tri-spoken"}]),
        {"Publications": ["“Chairs, counted”: names Tri Spoken as contributor"]},
    ),
    "contributor printed otherwise": (
        put(WORK, contributors=[{"participant": "una-planted", "name": {"family": "Planted", "given": "U. N."}}, {"name": {"family": "Outsider"}}]),
        {"Publications": ["“Chairs, counted”: changes how 1 contributor is named"]},
    ),
    "contributor gone": (
        put(WORK, contributors=[{"participant": "una-planted"}]),
        {"Publications": ["“Chairs, counted”: no longer names 1 contributor"]},
    ),
    "order": (
        put(WORK, contributors=[{"name": {"family": "Outsider"}}, {"participant": "una-planted"}]),
        {"Publications": ["“Chairs, counted”: changes the order of the contributors"]},
    ),
    "type": (
        put_session(kind="panel"),
        {"Symposium of 2026": ["“On chairs”: changes the kind to panel"]},
    ),
    "award": (
        put(WORK, award="Best Chair of 2026"),
        {"Publications": ["“Chairs, counted”: changes the award to “Best Chair of 2026”"]},
    ),
    "old address": (
        put(TRI, aliases=["tri", "tri-s"]),
        {"People": ["Tri Spoken: lets 2 old addresses lead to the page"]},
    ),
    "event added": (
        add("events/reading-day.yaml", WORKSHOP),
        {"Events": ["adds “Reading day” (Tuesday, September 1, 2026, 9:00 to 11:30 am CT)"]},
    ),
    "event removed": (
        lambda program: (put_pair(check_ins=[])(program), drop("events/check-in.yaml")(program))[0],
        {"Events": ["removes “Check-in” (Tuesday, May 5, 2026, noon to 1:00 pm CT)"]},
    ),
    "event moved": (
        put("events/check-in.yaml", date="2026-05-06"),
        {"Check-in": ["moves it from Tuesday, May 5, 2026, noon to 1:00 pm CT to Wednesday, May 6, 2026, noon to 1:00 pm CT"]},
    ),
    "event later": (
        put("events/check-in.yaml", start="13:00", end="14:00"),
        {"Check-in": ["moves it from noon to 1:00 pm CT on Tuesday, May 5, 2026"]},
    ),
    "event longer": (
        put("events/check-in.yaml", end="13:30"),
        {"Check-in": ["it now lasts from noon to 1:30 pm CT on Tuesday, May 5, 2026 (until now: noon to 1:00 pm)"]},
    ),
    "event on another clock": (
        put("events/check-in.yaml", time_zone="America/New_York"),
        {"Check-in": ["moves it from Tuesday, May 5, 2026, noon to 1:00 pm CT to Tuesday, May 5, 2026, noon to 1:00 pm ET"]},
    ),
    "event without hours": (
        put("events/check-in.yaml", start=None, end=None, all_day="true"),
        {"Check-in": ["moves it from Tuesday, May 5, 2026, noon to 1:00 pm CT to Tuesday, May 5, 2026"]},
    ),
    "event with its sessions": (
        lambda program: (put(EVENT, start="09:30", end="17:30")(program), put_session(start="10:30", end="11:30")(program))[0],
        {"Symposium of 2026": [f"moves it from {WEDNESDAY}, 9:00 am to {THURSDAY}, 5:00 pm CT to {WEDNESDAY}, 9:30 am to {THURSDAY}, 5:30 pm CT", "moves 1 session with it"]},
    ),
    "event cancelled": (
        put("events/check-in.yaml", cancelled="true"),
        {"Check-in": ["says that it is cancelled (Tuesday, May 5, 2026, noon to 1:00 pm CT)"]},
    ),
    "symposium cancelled": (
        put(EVENT, cancelled="true"),
        {"Symposium of 2026": [f"says that it is cancelled ({WEDNESDAY}, 9:00 am to {THURSDAY}, 5:00 pm CT)"]},
    ),
    "event retitled": (
        put(EVENT, title="Symposium <i>of</i> 2027"),
        {"Symposium of 2027": ["has a new title (until now “Symposium of 2026”)"]},
    ),
    "session moved": (
        put_session(start="10:30", end="11:30"),
        {"Symposium of 2026": [f"moves “On chairs” from 10:00 to 10:30 am CT on {WEDNESDAY}"]},
    ),
    "session moved past noon": (
        put_session(start="14:00", end="15:00"),
        {"Symposium of 2026": [f"moves “On chairs” from 10:00 am to 2:00 pm CT on {WEDNESDAY}"]},
    ),
    "session longer": (
        put_session(end="11:30"),
        {"Symposium of 2026": [f"“On chairs” now lasts from 10:00 to 11:30 am CT on {WEDNESDAY} (until now: 10:00 to 11:00 am)"]},
    ),
    "session on another day": (
        put_session(date="2026-06-11"),
        {"Symposium of 2026": [f"moves “On chairs” from {WEDNESDAY}, 10:00 to 11:00 am CT to {THURSDAY}, 10:00 to 11:00 am CT"]},
    ),
    "session cancelled": (
        put_session(cancelled="true"),
        {"Symposium of 2026": [f"cancels “On chairs” ({WEDNESDAY}, 10:00 to 11:00 am CT)"]},
    ),
    "session retitled": (
        put_session(title="On tables"),
        {"Symposium of 2026": ["“On tables”: has a new title (until now “On chairs”)"]},
    ),
    "session's room": (
        put_session(room="Cellar"),
        {"Symposium of 2026": ["“On chairs”: changes the room to Cellar"]},
    ),
    "speaker": (
        put_session(speakers=[{"participant": "tri-spoken"}], moderator={"participant": "una-planted"}),
        {"Symposium of 2026": ["“On chairs”: names Tri Spoken as speaker, no longer names 1 speaker, names Una Planted as moderator, and no longer names 1 moderator"]},
    ),
    "session added": (
        add_talk,
        {"Symposium of 2026": [f"adds “On tables” ({THURSDAY}, 11:30 am to 12:30 pm CT)"]},
    ),
}  # fmt: skip


def test_who_is_paired_comes_onto_the_site_and_who_is_only_accepted_does_not(
    tmp_path: Path,
) -> None:
    accept = add("participants/new.yaml", person("Nova", "Novotny"))
    assert said_of(tmp_path / "accepted", accept) == {}
    pair = put_pair(mentors=["duo-planted", "new"])
    assert said_of(tmp_path / "paired", pair, first=accept) == {
        "Cohort of 2026": [
            f"{PAIR.replace(' with', ' and Nova Novotny with')}: names Nova Novotny as mentor"
        ],
        "People": ["adds Nova Novotny"],
    }


@pytest.mark.parametrize("case", CASES)
def test_a_change_is_told_once_where_its_page_stands(case: str, tmp_path: Path) -> None:
    change, said = CASES[case]
    assert said_of(tmp_path, change) == said


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        (UNA, "participants/una.yaml", "People"),
        (COHORT, "cohorts/spring-2026.yaml", "Cohort of 2026"),
        (EVENT, "events/chairs.yaml", "Symposium of 2026"),
    ],
)
def test_what_refers_to_a_record_that_was_renamed_has_not_changed(
    old: str, new: str, title: str, tmp_path: Path
) -> None:
    moved = "gives the page a new address (the old one leads there)"
    line = f"Una Planted: {moved}" if old == UNA else moved
    assert said_of(tmp_path, rewritten(old, new)) == {title: [line]}


def test_an_event_without_hours_has_no_clock_to_be_told_of(tmp_path: Path) -> None:
    day = {"kind": "workshop", "title": "Day", "date": "2026-09-01", "all_day": "true"}
    zone = put("events/day.yaml", time_zone="America/New_York")
    assert said_of(tmp_path, zone, first=add("events/day.yaml", day)) == {}


def test_events_of_one_title_are_told_apart_by_their_day(tmp_path: Path) -> None:
    def first(program: Records) -> None:
        program["events/one.yaml"] = dict(WORKSHOP)
        program["events/two.yaml"] = {**WORKSHOP, "date": "2026-09-02"}

    assert said_of(tmp_path, put("events/two.yaml", summary="Bring a page."), first=first) == {
        "Reading day, Wednesday, September 2, 2026": ["adds the summary"]
    }


def test_a_session_that_is_gone_is_told_with_its_time(tmp_path: Path) -> None:
    assert said_of(tmp_path, drop_talk, first=add_talk) == {
        "Symposium of 2026": [f"removes “On tables” ({THURSDAY}, 11:30 am to 12:30 pm CT)"]
    }


BARE = put(
    WORK, **dict.fromkeys(("volume", "genre", "number", "version", "edition", "series", "archive"))
)


def test_another_reference_is_told_with_the_one_before(tmp_path: Path) -> None:
    (line,) = said_of(tmp_path, put(WORK, publisher="Chair Press"), first=BARE)["Publications"]
    assert line == (
        "“Chairs, counted” is now cited as “Planted, U., & Outsider. (2026). Chairs, counted. "
        "Chair Press. https://doi.org/10.5555/planted” (until now: “Planted, U., & Outsider. "
        "(2026). Chairs, counted. publisher. https://doi.org/10.5555/planted”)"
    )


def test_what_comes_out_is_no_longer_in_press(tmp_path: Path) -> None:
    said = said_of(tmp_path / "back", put(WORK, status="in-press"))["Publications"]
    assert said[0] == "“Chairs, counted”: says that it is in press"
    came = put(WORK, status="published")
    said = said_of(tmp_path / "out", came, first=put(WORK, status="in-press"))["Publications"]
    assert said[0] == "“Chairs, counted”: no longer says that it is in press"


def test_a_doi_is_told_beside_the_reference(tmp_path: Path) -> None:
    lines = said_of(tmp_path, put(WORK, doi="10.5555/new"), first=put(WORK, doi=None))
    first, second = lines["Publications"]
    assert first == "“Chairs, counted”: adds doi:10.5555/new"
    assert second.startswith("“Chairs, counted” is now cited as “Planted, U., & Outsider.")


def test_a_term_that_is_called_otherwise_is_told_once(tmp_path: Path) -> None:
    label = named_records()["vocabulary.yaml"]["topics"][0]["label"]

    def change(program: Records) -> None:
        program["vocabulary.yaml"]["topics"][0]["label"] = "Seating"

    report = report_of(tmp_path, change, terms={label: "Seating"})
    assert [(one.title, one.lines) for one in report.sections] == [
        ("Publications", (f"calls the term “{label}” “Seating” from now on",))
    ]


@pytest.mark.parametrize(
    ("facts", "view"),
    [
        (people.FACTS, PersonView),
        (works.FACTS, OutputView),
        (years.FACTS, CohortView),
        (years.PAIR_FACTS, PairingView),
        (schedules.FACTS, EventView),
        (schedules.SESSION_FACTS, SessionView),
    ],
)
def test_every_fact_is_one_of_its_view(facts: dict[str, Any], view: type) -> None:
    assert set(facts) - set(view.__dataclass_fields__) == set()  # type: ignore[attr-defined]  # a dataclass


def test_somebody_who_withdrew_is_told_of_without_a_name(tmp_path: Path) -> None:
    assert said_of(tmp_path, put(UNA, withdrawn="2027-06-01")) == {
        "Cohort of 2026": [
            f"{PAIR.replace('Una Planted', 'a mentee')}: withholds the name of 1 mentee, no longer shows the project, and takes out the story"
        ],
        "People": ["takes 1 person off the site (no names here: this summary stays public)"],
        "Publications": ["“Chairs, counted”: withholds the name of 1 contributor"],
        "Symposium of 2026": [
            "takes out the link “Recording”",
            "“On chairs”: withholds the name of 1 speaker and takes out the link “Recording”",
        ],
    }
