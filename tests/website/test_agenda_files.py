"""The calendars and schedules of the built site, and of one built from a repository."""

import json
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import pytest
import vobject  # type: ignore[import-untyped]  # it ships no types
from bs4 import BeautifulSoup

from generator.agenda.history import UNKNOWN, History
from generator.catalog import Catalog, load_catalog
from generator.records.event import SessionKind
from generator.source import to_yaml, write_text
from generator.views import Site, make_site
from generator.website.agenda_embeds import event_embeds
from generator.website.agenda_files import agenda_texts
from generator.website.files import plan_files
from generator.website.history import read_history
from tests.agenda.apps import dates, event_fahrplan, giggity
from tests.agenda.test_conference import JSON, XSD
from tests.views.sites import Records, records, site_of
from tests.website.project import DAY, ROOT
from tests.website.test_history import Repository, run_git

WEB = "https://example.org/mentorship/"
SUFFIXES = ("calendar.ics", ".ics", "schedule.xml", "schedule.json", "changes.xml")


def absolute(address: str) -> str:
    return f"{WEB}{address}"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The demonstration's records."""
    return load_catalog(ROOT / "records").catalog


@pytest.fixture(scope="module")
def made(site: Path) -> dict[str, str]:
    """Every file of the agenda in the built site, by its address."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes().decode()
        for path in sorted(site.rglob("*"))
        if path.name.endswith(SUFFIXES)
    }


def expected_files(catalog: Catalog) -> Iterator[str]:
    """The addresses that the records ask for."""
    yield "calendar.ics"
    yield from (f"cohorts/{id_}/calendar.ics" for id_ in catalog.cohorts)
    for id_, entry in catalog.events.items():
        attended = [one for one in entry.record.sessions if one.kind is not SessionKind.BREAK]
        yield f"events/{id_}/event.ics"
        yield f"events/{id_}/changes.xml"
        yield from (f"events/{id_}/{one.id}.ics" for one in attended)
        if any(not one.cancelled for one in attended) and not entry.record.cancelled:
            yield f"events/{id_}/schedule.xml"
            yield f"events/{id_}/schedule.json"


def when(value: Any) -> Any:
    """A moment in UTC, or a day."""
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def entries(text: str) -> list[Any]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def by_icalendar(text: str) -> dict[str, tuple[Any, Any]]:
    return {
        str(one["UID"]): (when(one["DTSTART"].dt), when(one["DTEND"].dt)) for one in entries(text)
    }


def by_vobject(text: str) -> dict[str, tuple[Any, Any]]:
    for zone in vobject.readOne(text).contents.get("vtimezone", []):
        vobject.icalendar.registerTzid(zone.tzid.value, zone.tzinfo)
    return {
        one.uid.value: (when(one.dtstart.value), when(one.dtend.value))
        for one in vobject.readOne(text).vevent_list
    }


def test_every_event_session_and_cohort_has_its_files(
    catalog: Catalog, made: dict[str, str]
) -> None:
    assert sorted(made) == sorted(expected_files(catalog))


def test_two_libraries_read_the_same_from_every_calendar(made: dict[str, str]) -> None:
    calendars = {address: text for address, text in made.items() if address.endswith(".ics")}
    assert {address: by_icalendar(text) for address, text in calendars.items()} == {
        address: by_vobject(text) for address, text in calendars.items()
    }


def test_every_session_is_read_back_at_the_instant_of_the_record(
    catalog: Catalog, made: dict[str, str], site: Path
) -> None:
    """The pages say the same, by their own time elements."""
    for id_, entry in catalog.events.items():
        page = (site / "events" / id_ / "index.html").read_text("utf-8")
        read = by_icalendar(made[f"events/{id_}/event.ics"])
        attended = [one for one in entry.record.sessions if one.kind is not SessionKind.BREAK]
        assert len(read) == 1 + len(attended)
        for session in attended:
            start, end = next(iter(by_icalendar(made[f"events/{id_}/{session.id}.ics"]).values()))
            _, _, after = page.partition(f'id="{session.id}"')
            shown = [
                after.partition(f'data-{name}="')[2].partition('"')[0] for name in ("start", "end")
            ]
            assert [datetime.fromisoformat(one).astimezone(UTC) for one in shown] == [start, end]


def test_the_calendar_of_the_program_has_every_event_and_every_date_of_each_year(
    catalog: Catalog, made: dict[str, str]
) -> None:
    read = by_icalendar(made["calendar.ics"])
    assert len(read) == len(catalog.events) + 5 * len(catalog.cohorts)
    for id_ in catalog.cohorts:
        assert by_icalendar(made[f"cohorts/{id_}/calendar.ics"]).items() <= read.items()


def test_an_entry_is_known_by_the_same_uid_in_every_calendar(made: dict[str, str]) -> None:
    whole = by_icalendar(made["events/2026-symposium/event.ics"])
    keynote = by_icalendar(made["events/2026-symposium/keynote.ics"])
    assert keynote.items() <= whole.items()
    assert len(whole.keys() & by_icalendar(made["calendar.ics"]).keys()) == 1


def test_a_cancelled_session_is_in_its_calendar_as_cancelled(made: dict[str, str]) -> None:
    lines = made["events/2026-symposium/student-newspapers.ics"].split("\r\n")
    assert [one for one in lines if one.startswith(("STATUS", "TRANSP"))] == [
        "STATUS:CANCELLED",
        "TRANSP:TRANSPARENT",
    ]


def test_lines_end_as_calendars_want_and_none_is_too_long(made: dict[str, str]) -> None:
    for address, text in made.items():
        if address.endswith(".ics"):
            lines = text.encode().split(b"\r\n")
            assert lines[-1] == b""
            assert max(map(len, lines)) <= 75
            assert not any(b"\n" in one or b"\r" in one for one in lines)


def test_every_schedule_has_the_structure_that_apps_want(made: dict[str, str]) -> None:
    schedules = {address: text for address, text in made.items() if "/schedule." in address}
    faults = {
        address: [str(one.reason) for one in XSD.iter_errors(text)]
        if address.endswith(".xml")
        else [one.message for one in JSON.iter_errors(json.loads(text))]
        for address, text in schedules.items()
    }
    assert len(faults) == 10
    assert [address for address, found in faults.items() if found] == []


def test_apps_read_the_instants_that_calendars_have(made: dict[str, str]) -> None:
    for address, text in made.items():
        if not address.endswith("schedule.xml"):
            continue
        calendar = by_icalendar(made[address.replace("schedule.xml", "event.ics")])
        assert giggity(text) == event_fahrplan(text)
        read = dates(text)
        assert {guid: start.astimezone(UTC) for guid, start in read.items()} == {
            guid: calendar[guid][0] for guid in read
        }
        assert {guid: length for guid, (_, length) in giggity(text).items()} == {
            guid: calendar[guid][1] - calendar[guid][0] for guid in read
        }


def test_every_feed_of_changes_is_a_feed(made: dict[str, str]) -> None:
    feeds = [text for address, text in made.items() if address.endswith("changes.xml")]
    read = [feedparser.parse(text) for text in feeds]
    assert {(one.bozo, one.version) for one in read} == {(False, "atom10")}
    assert len({one.feed.id for one in read}) == len(read)


def test_addresses_of_the_site_lead_to_its_pages_and_files(
    made: dict[str, str], site: Path
) -> None:
    """Those of links in records, which a person wrote, are theirs to keep."""
    ours = re.compile(
        r"^(?:URL:|SOURCE;VALUE=URI:)(.*)\r$|<(?:url|base_url)>([^<]*)|"
        r'rel="(?:self|alternate)"[^>]* href="([^"]*)"|"(?:url|base_url)": "([^"]*)",\n +"(?:title|conf)',
        re.MULTILINE,
    )
    found = {
        next(filter(None, groups)).partition("#")[0]
        for text in made.values()
        for groups in ours.findall(text.replace("\r\n ", ""))
    }
    targets = {one.removeprefix(WEB) for one in found if one.startswith(WEB)}
    assert len(targets) == len(found) > 50
    missing = [
        one
        for one in sorted(targets)
        if not ((site / one).is_file() or (site / one / "index.html").is_file())
    ]
    assert missing == []


def test_json_ld_of_an_event_stands_in_a_script_that_no_text_can_end(tmp_path: Path) -> None:
    program = records()
    program["events/symposium.yaml"]["title"] = "</script><script>alert(1)</script> & <i>more</i>"
    program["events/symposium.yaml"]["summary"] = "</ScRiPt <!--"
    view = site_of(tmp_path, program)
    event = next(one for one in view.events if one.id == "symposium")
    script = str(event_embeds(event, view, absolute))
    head, _, rest = script.partition(">")
    body, _, tail = rest.rpartition("</script>")
    assert (head, tail) == ('<script type="application/ld+json"', "")
    assert set(body) & set("<>&") == set()
    values = json.loads(body)
    assert values["name"] == "</script><script>alert(1)</script> & more"
    assert [one["@type"] for one in values["subEvent"]] == ["Event"]
    assert values["organizer"] == {
        "@type": "Organization",
        "name": "sponsor name",
        "url": "https://example.org/planted",
    }


class TestFromARepository:
    """What a site says of the past, where the records have one."""

    def program(self, **session: str) -> Records:
        program = records()
        del program["outputs/output.yaml"]
        program["events/symposium.yaml"] = {
            "kind": "symposium",
            "title": "Symposium",
            "cohort": "2026",
            "date": "2026-06-11",
            "start": "12:00",
            "end": "16:00",
            "sessions": [
                {
                    "id": "talk",
                    "kind": "talk",
                    "title": "A talk",
                    "start": "13:00",
                    "end": "13:30",
                    **session,
                }
            ],
        }
        return program

    def save(self, repository: Repository, program: Records) -> None:
        for path, record in program.items():
            write_text(repository.records / path, to_yaml(record))
        repository.commit({})

    @pytest.fixture
    def repository(self, tmp_path: Path) -> Repository:
        """A symposium whose talk was moved, and then cancelled."""
        repository = Repository(tmp_path / "project")
        self.save(repository, self.program())
        self.save(repository, self.program(start="14:00", end="14:30"))
        self.save(repository, self.program(start="14:00", end="14:30", cancelled="true"))
        return repository

    def history(self, folder: Path, site: Site) -> History:
        return read_history(folder / "records", {one.id: one.aliases for one in site.events})

    def texts(self, folder: Path, *, with_history: bool = True) -> dict[str, str]:
        site = make_site(load_catalog(folder / "records").catalog, DAY)
        history = self.history(folder, site) if with_history else UNKNOWN
        files = plan_files(site, absolute, history)
        return {one.address: one.content for one in files if one.address.endswith(SUFFIXES)}

    def test_entries_carry_the_number_and_the_time_of_the_last_change(
        self, repository: Repository
    ) -> None:
        texts = self.texts(repository.folder)
        for address in ("events/symposium/event.ics", "events/symposium/talk.ics"):
            for one in entries(texts[address]):
                assert one["SEQUENCE"] == 3
                assert one["LAST-MODIFIED"].dt == datetime(2026, 1, 3, 12, tzinfo=UTC)
        assert "symposium/schedule.xml" not in "".join(texts)

    def test_the_feed_tells_what_changed_newest_first(self, repository: Repository) -> None:
        read = feedparser.parse(self.texts(repository.folder)["events/symposium/changes.xml"])
        assert [(one.updated, one.title) for one in read.entries] == [
            (
                "2026-01-03T12:00:00Z",
                "“A talk”, Thursday, June 11, 2026, 2:00 to 2:30 pm CT, is cancelled.",
            ),
            (
                "2026-01-02T12:00:00Z",
                (
                    "“A talk” moved from Thursday, June 11, 2026, 1:00 to 1:30 pm CT "
                    "to Thursday, June 11, 2026, 2:00 to 2:30 pm CT."
                ),
            ),
        ]

    def test_markup_in_what_changed_stays_text(self, tmp_path: Path) -> None:
        repository = Repository(tmp_path / "project")
        title = "]]><script>hit()</script> & <img src=x onerror=hit()>"
        self.save(repository, self.program(title=title))
        self.save(repository, self.program(title=title, start="14:00", end="14:30"))
        text = self.texts(repository.folder)["events/symposium/changes.xml"]
        (entry,) = feedparser.parse(text, sanitize_html=False).entries
        content = BeautifulSoup(entry.content[0].value, "html.parser")
        assert [tag.name for tag in content.find_all()] == ["ul", "li"]
        assert title in content.get_text()

    def test_the_same_history_gives_the_same_bytes(
        self, repository: Repository, tmp_path: Path
    ) -> None:
        clone = tmp_path / "elsewhere" / "clone"
        run_git(tmp_path, "clone", "-q", str(repository.folder), str(clone))
        assert self.texts(clone) == self.texts(repository.folder)

    def test_a_shallow_clone_and_no_repository_give_the_same_bytes(
        self, repository: Repository, tmp_path: Path
    ) -> None:
        shallow, copied = tmp_path / "shallow", tmp_path / "copied"
        address = f"file://{repository.folder}"
        run_git(tmp_path, "clone", "-q", "--depth", "1", address, str(shallow))
        shutil.copytree(repository.records, copied / "records")
        without = self.texts(copied)
        assert self.texts(shallow) == without == self.texts(copied, with_history=False)
        assert without != self.texts(repository.folder)
        one = entries(without["events/symposium/talk.ics"])[0]
        assert one["SEQUENCE"] == 0
        assert one["LAST-MODIFIED"].dt == one["DTSTAMP"].dt == datetime(2026, 6, 11, tzinfo=UTC)

    def test_search_engines_are_told_that_a_session_moved(self, repository: Repository) -> None:
        self.save(repository, self.program(start="14:00", end="14:30"))
        site = make_site(load_catalog(repository.records).catalog, DAY)
        event = next(one for one in site.events if one.id == "symposium")
        history = self.history(repository.folder, site)
        script = str(event_embeds(event, site, absolute, history))
        values = json.loads(script.partition(">")[2].rpartition("</script>")[0])
        session = values["subEvent"][0]
        assert session["eventStatus"] == "https://schema.org/EventRescheduled"
        assert session["previousStartDate"] == "2026-06-11T13:00:00-05:00"
        assert values["eventStatus"] == "https://schema.org/EventScheduled"


def test_a_site_that_does_not_know_its_address_writes_none(tmp_path: Path) -> None:
    site = site_of(tmp_path, records())
    texts = dict(agenda_texts(site, lambda address: f"/{address}"))
    for address, text in texts.items():
        if address.endswith(".ics"):
            names = {line.partition(":")[0].partition(";")[0] for line in text.split("\r\n")}
            assert names.isdisjoint({"URL", "SOURCE", "REFRESH-INTERVAL"})
    assert list(XSD.iter_errors(texts["events/symposium/schedule.xml"])) == []


def test_whoever_subscribed_under_an_old_id_still_gets_the_calendar(tmp_path: Path) -> None:
    program = records()
    program["events/symposium.yaml"]["aliases"] = ["first", "second"]
    program["cohorts/2026.yaml"]["aliases"] = ["year-one"]
    texts = dict(agenda_texts(site_of(tmp_path, program), absolute))
    names = [
        one.removeprefix("events/symposium/")
        for one in texts
        if one.startswith("events/symposium/")
    ]
    assert len(names) == 5
    for name in names:
        new = texts[f"events/symposium/{name}"]
        assert texts[f"events/first/{name}"] == texts[f"events/second/{name}"] == new
    assert texts["cohorts/year-one/calendar.ics"] == texts["cohorts/2026/calendar.ics"]
    assert (
        f"SOURCE;VALUE=URI:{WEB}cohorts/2026/calendar.ics\r\n" in texts["cohorts/2026/calendar.ics"]
    )


def test_a_year_begins_and_ends_on_whole_days(made: dict[str, str]) -> None:
    days = {
        str(one["SUMMARY"]): (one["DTSTART"].dt, one["DTEND"].dt)
        for one in entries(made["cohorts/2026/calendar.ics"])
        if not isinstance(one["DTSTART"].dt, datetime)
    }
    assert days == {
        "A day for writing": (date(2027, 1, 15), date(2027, 1, 16)),
        "Call for applications opens: Cohort of 2026": (date(2026, 5, 4), date(2026, 5, 5)),
        "Last day to apply: Cohort of 2026": (date(2026, 6, 15), date(2026, 6, 16)),
        "Mentors and mentees are told of their pairs: Cohort of 2026": (
            date(2026, 8, 17),
            date(2026, 8, 18),
        ),
        "Program year begins: Cohort of 2026": (date(2026, 9, 8), date(2026, 9, 9)),
        "Program year ends: Cohort of 2026": (date(2027, 6, 30), date(2027, 7, 1)),
    }
