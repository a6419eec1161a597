"""Rules across records, beyond the one example that each has in tests/records."""

from collections.abc import Callable

import pytest

Write = Callable[[dict[str, str]], list[str]]

CLEO = (
    "name: {given: Cleo, family: Marsh}\nconsent:\n  given: 2025-07-03\n  scopes: [name, pairing]\n"
)
APPLICATION = "role: mentor\nemail: ada@example.org\n"
CHECK, SYMPOSIUM = "events/2025-check-in.yaml", "events/2026-symposium.yaml"
COHORT, PAIRINGS = "cohorts/2025.yaml", "pairings/2025.yaml"
OUTPUT = "outputs/2026-reading-aloud.yaml"
ADA, BEN = "participants/ada-okafor.yaml", "participants/ben-larsen.yaml"
PRIVATE = "private/applications/2025/ada-okafor.yaml"
NOTE = "date: 2026-01-05\nkind: note\ntitle: A note\ntext: It says.\naliases: [x]\n"


@pytest.mark.parametrize(
    ("files", "faults"),
    [
        pytest.param(
            {"cohorts/2026.yaml": "x: z"},
            [
                "cohorts/2026.yaml:1:1 missing-key the key 'call_closes' is missing",
                "cohorts/2026.yaml:1:1 missing-key the key 'call_opens' is missing",
                "cohorts/2026.yaml:1:1 missing-key the key 'completion' is missing",
                "cohorts/2026.yaml:1:1 missing-key the key 'end' is missing",
                "cohorts/2026.yaml:1:1 missing-key the key 'pairs_announced' is missing",
                "cohorts/2026.yaml:1:1 missing-key the key 'start' is missing",
                "cohorts/2026.yaml:1:1 missing-key the key 'title' is missing",
                "cohorts/2026.yaml:1:1 unknown-key there is no key 'x' here",
            ],
            id="every missing key is named",
        ),
        pytest.param(
            {ADA: "orcid: -> aliases: [ada-obi]\norcid:", PAIRINGS: "[ada-okafor] -> [ada-obi]"},
            ["pairings/2025.yaml:3:15 unknown-participant 'ada-obi' has another id now"],
            id="a reference by an earlier id",
        ),
        pytest.param(
            {ADA: "orcid: -> aliases: [ben-larsen]\norcid:"},
            ["participants/ada-okafor.yaml:9:11 duplicate-id the id 'ben-larsen' is that of 'ben-larsen'"],
            id="an earlier id that is another's now",
        ),
        pytest.param(
            {ADA: "orcid: -> aliases: [x]\norcid:", BEN: "consent: -> aliases: [x]\nconsent:"},
            ["participants/ben-larsen.yaml:6:11 duplicate-id the id 'x' is that of 'ada-okafor'"],
            id="an earlier id that two have",
        ),
        pytest.param(
            {ADA: "orcid: -> aliases: [ada-okafor]\norcid:"},
            ["participants/ada-okafor.yaml:9:11 duplicate-id the id 'ada-okafor' is that of 'ada-okafor'"],
            id="an earlier id that is the id itself",
        ),
        pytest.param(
            {f"news/{id_}.yaml": NOTE for id_ in ("one", "two")},
            ["news/two.yaml:5:11 duplicate-id the id 'x' is that of 'one'"],
            id="an earlier id that two pieces of news have",
        ),
        pytest.param(
            {PAIRINGS: "[ada-okafor] -> [Ada Okafor]"},
            ["pairings/2025.yaml:3:15 id-differs-in-case 'Ada Okafor' is not written exactly as the id 'ada-okafor'"],
            id="a reference by name",
        ),
        pytest.param(
            {PAIRINGS: "topics: [reading] -> topics: [leisure reading]"},
            ["pairings/2025.yaml:10:16 term-by-label 'leisure reading' is a label or synonym, not an id"],
            id="a term by a synonym",
        ),
        pytest.param(
            {PAIRINGS: "methods: [interviews] -> methods: [reading]"},
            ["pairings/2025.yaml:11:17 unknown-term no method 'reading'"],
            id="a topic among the methods",
        ),
        pytest.param(
            {"pairings/2026.yaml": "pairings: []\n"}, [], id="a file of no pairings"
        ),
        pytest.param(
            {"pairings/2062.yaml": "pairings:\n- {id: a, mentors: [ada-okafor], mentees: [ben-larsen], status: proposed}\n"},
            ["pairings/2062.yaml:1:1 unknown-cohort no cohort '2062', which this file is named after"],
            id="pairings of no cohort",
        ),
        pytest.param(
            {PAIRINGS: "pairings:\n -> pairings:\n  - {id: reading-aloud, mentors: [ada-okafor], mentees: [ben-larsen], status: proposed}\n"},
            ["pairings/2025.yaml:3:9 duplicate-id the id 'reading-aloud' is taken already in this file"],
            id="two pairings of one id",
        ),
        pytest.param(
            {PAIRINGS: "[ben-larsen]\n    status: active -> [ben-larsen]\n    ended: 2027-01-01\n    status: ended"},
            ["pairings/2025.yaml:5:12 date-outside-cohort 2027-01-01 is outside the cohort '2025', which runs from 2025-05-01 to 2026-07-31"],
            id="a pairing ended after its cohort",
        ),
        pytest.param(
            {CHECK: 'end: "14:00" -> end: "12:00"'},
            ["events/2025-check-in.yaml:6:6 dates-out-of-order end 12:00 is not after start 13:00"],
            id="an event that ends before it begins",
        ),
        pytest.param(
            {CHECK: 'end: "14:00" -> end: "12:00"\nend_date: 2025-11-13'}, [], id="an event over midnight"
        ),
        pytest.param(
            {CHECK: 'end: "14:00" -> end: "14:00"\nend_date: 2025-11-11'},
            ["events/2025-check-in.yaml:7:11 dates-out-of-order end_date 2025-11-11 is before date 2025-11-12"],
            id="an event that ends the day before",
        ),
        pytest.param(
            {CHECK: 'start: "13:00"\nend: "14:00" -> all_day: true'}, [], id="an event of all day"
        ),
        pytest.param(
            {CHECK: 'end: "14:00" -> end: "14:00"\nall_day: true'},
            ["events/2025-check-in.yaml:7:10 invalid-value an event with start and end is not one of all day"],
            id="an event of all day with times",
        ),
        pytest.param(
            {CHECK: '\nend: "14:00" -> '},
            ["events/2025-check-in.yaml:4:7 missing-time the check-in has a date, but no end"],
            id="an event without an end",
        ),
        pytest.param(
            {CHECK: 'start: "13:00"\n -> '},
            ["events/2025-check-in.yaml:4:7 missing-time the check-in has a date, but no start"],
            id="an event without a start",
        ),
        pytest.param(
            {SYMPOSIUM: 'end: "13:45" -> end: "13:10"'},
            ["events/2026-symposium.yaml:19:10 dates-out-of-order end 13:10 is not after start 13:15"],
            id="a session that ends before it begins",
        ),
        pytest.param(
            {SYMPOSIUM: 'start: "13:00"\n    end: "13:15" -> start: "12:00"\n    end: "13:15"'},
            ["events/2026-symposium.yaml:13:12 session-outside-event the session begins at 12:00, before the event does at 13:00"],
            id="a session before its event",
        ),
        pytest.param(
            {SYMPOSIUM: "kind: talk -> kind: talk\n    date: 2026-06-27"},
            ["events/2026-symposium.yaml:17:11 session-outside-event 2026-06-27 is not a day of the event (2026-06-26 to 2026-06-26)"],
            id="a session on another day",
        ),
        pytest.param(
            {SYMPOSIUM: 'start: "13:15"\n -> start: "13:05"\n    cancelled: true\n'}, [], id="a clash with a cancelled session"
        ),
        pytest.param(
            {SYMPOSIUM: 'end: "13:15" -> end: "13:15"\n    room: Hall', COHORT: "title -> title"}, [], id="sessions one after the other"
        ),
        pytest.param(
            {SYMPOSIUM: 'end: "13:15" -> end: "15:00"\n    room: " Hall"'},
            ["events/2026-symposium.yaml:15:11 edge-whitespace space at an edge of 'Hall'"],
            id="sessions at once in two rooms",
        ),
        pytest.param(
            {PAIRINGS: "pairings:\n -> pairings:\n  - {id: other, mentors: [ben-larsen], mentees: [ada-okafor], status: ended}\n"},
            [],
            id="parts exchanged in a pairing that was ended",
        ),
        pytest.param(
            {PAIRINGS: "pairings:\n -> pairings:\n  - {id: other, mentors: [ben-larsen], mentees: [ada-okafor], status: active}\n"},
            [
                "pairings/2025.yaml:2:50 mentor-is-mentee 'ada-okafor' is a mentor in 2025/reading-aloud too",
                "pairings/2025.yaml:5:15 mentor-is-mentee 'ben-larsen' is a mentor in 2025/other too",
            ],
            id="parts exchanged in another pairing",
        ),
        pytest.param(
            {PRIVATE: APPLICATION.replace("mentor", "mentee") + "capacity: {maximum: 0}\n"},
            [],
            id="capacity of somebody who applied as a mentee",
        ),
        pytest.param(
            {PRIVATE: APPLICATION + "capacity: {maximum: 0}\n"},
            ["pairings/2025.yaml:3:15 capacity-exceeded 'ada-okafor' offered to take 0 in all, but has 1"],
            id="a mentor who offered to take nobody",
        ),
        pytest.param(
            {PAIRINGS: "active -> completed", COHORT: "evaluations: 1 -> evaluations: 2"},
            ["pairings/2025.yaml:5:13 completed-without-evidence not completed: 1 of 2 evaluations received"],
            id="completed without the evaluations",
        ),
        pytest.param(
            {PAIRINGS: "active -> completed", SYMPOSIUM: "    pairing: 2025/reading-aloud\n -> "},
            ["pairings/2025.yaml:5:13 completed-without-evidence not completed: no session at a symposium names this pairing"],
            id="completed without a talk",
        ),
        pytest.param(
            {PAIRINGS: "active -> completed", CHECK: "kind: check-in -> kind: workshop"},
            ["pairings/2025.yaml:5:13 completed-without-evidence not completed: 0 of 1 check-ins attended"],
            id="completed with a workshop for a check-in",
        ),
        pytest.param({PAIRINGS: "active -> completed"}, [], id="completed with all evidence"),
        pytest.param(
            {BEN: "sessions, recording, outputs] -> recording, outputs]"},
            ["events/2026-symposium.yaml:22:22 published-without-consent 'ben-larsen' has not agreed to 'sessions'"],
            id="a speaker who has not agreed",
        ),
        pytest.param(
            {BEN: "recording, outputs] -> outputs]", OUTPUT: "doi: -> recording: https://video.example.org/1\ndoi:"},
            ["outputs/2026-reading-aloud.yaml:11:12 published-without-consent 'ben-larsen' is in this recording, but has not agreed to 'recording'"],
            id="a recording of somebody who has not agreed",
        ),
        pytest.param(
            {BEN: "sessions, recording, outputs] -> sessions]", OUTPUT: "status: published -> status: submitted"},
            [],
            id="an output that is not public yet",
        ),
        pytest.param(
            {OUTPUT: "doi: 10.5555/lrrt.2025 -> doi: 10.5555/LRRT.2025", "outputs/b.yaml": "type: book\ntitle: B\nstatus: published\nisbn: 9783161484100\npublisher: Example Press\ndoi: 10.5555/lrrt.2025\ncontributors: [{organization: Example}]\n"},
            ["outputs/b.yaml:6:6 duplicate-doi this DOI is that of '2026-reading-aloud' (records/outputs/2026-reading-aloud.yaml)"],
            id="a DOI in capitals is the same DOI",
        ),
        pytest.param(
            {OUTPUT: "type: journal-article\ncontainer:\n  title: Journal of Invented Results\n  issn: 0378-5955\n -> type: blog-post\n"},
            [
                "outputs/2026-reading-aloud.yaml:1:7 missing-for-type an output of type 'blog-post' needs 'container'",
                "outputs/2026-reading-aloud.yaml:1:7 missing-for-type an output of type 'blog-post' needs 'url'",
            ],
            id="everything a type needs is named",
        ),
        pytest.param(
            {"vocabulary.yaml": "    label: Reading for pleasure\n -> \n    label: Reading for pleasure\n    broader: [shared-reading]\n"},
            ["vocabulary.yaml:5:14 vocabulary-cycle 'reading' is broader than itself: reading → shared-reading → reading"],
            id="a cycle of two terms, said once",
        ),
        pytest.param(
            {"vocabulary.yaml": "- id: shared-reading\n    label: Shared reading\n    broader: [reading] -> - id: reading\n    label: Other reading"},
            ["vocabulary.yaml:5:9 duplicate-id the id 'reading' is taken already among the topics"],
            id="two terms of one id",
        ),
        pytest.param(
            {"vocabulary.yaml": "also: [Leisure reading] -> also: [reading for Pleasure]"},
            ["vocabulary.yaml:4:12 ambiguous-term 'reading for Pleasure' already stands for the term 'reading'"],
            id="a synonym that repeats the label",
        ),
        pytest.param(
            {ADA: "family: Okafor -> family: OKAFOR"},
            ["participants/ada-okafor.yaml:3:11 all-capitals 'OKAFOR' is in capitals throughout"],
            id="a family name in capitals",
        ),
        pytest.param(
            {ADA: "family: Okafor -> family: Ng", BEN: "given: Ben -> given: BJ"}, [], id="short names"
        ),
        pytest.param(
            {"program.yaml": "email: committee@example.org -> email: other@example.org"}, [], id="the committee's own address"
        ),
        pytest.param(
            {"program.yaml": 'tagline: "Research -> tagline: "Write to other@example.org. Research'},
            ["program.yaml:5:20 email-in-record 'other@example.org' looks like an e-mail address"],
            id="another address in the program's own record",
        ),
        pytest.param(
            {"program.yaml": "repository: public -> repository: private", ADA: "position: Librarian -> position: ada@example.org, +1 312 555 0142"},
            [],
            id="addresses in a private repository",
        ),
        pytest.param(
            {"program.yaml": "repository: public -> repository: private", "applications/2025/ada-okafor.yaml": APPLICATION},
            [],
            id="an application in a private repository",
        ),
        pytest.param(
            {"applications/2025/ada-okafor.yaml": "a: b: c"},
            [
                "applications/2025/ada-okafor.yaml:1:1 public-application an application lies in a repository that everybody can read",
                "applications/2025/ada-okafor.yaml:1:5 syntax-error a second ': ' in one line",
            ],
            id="an application that is broken is still one",
        ),
        pytest.param(
            {"private/applications/2025/cleo-marsh.yaml": APPLICATION}, [], id="an applicant without a record yet"
        ),
        pytest.param(
            {"participants/cleo-marsh.yaml": CLEO, "private/applications/2025/cleo-marsh.yaml": APPLICATION},
            [],
            id="a participant who has only applied",
        ),
    ],
)  # fmt: skip
def test_a_rule_across_records(
    files: dict[str, str], faults: list[str], faults_with: Write
) -> None:
    assert faults_with(files) == faults


@pytest.mark.parametrize(
    ("written", "quoted"),
    [
        ("ada@example.org", "ada@example.org"),
        ("ada.okafor+lib@mail.example.co.uk", "ada.okafor+lib@mail.example.co.uk"),
        ("ada (at) example.org", "ada (at) example.org"),
        ("ada[at]example[dot]org", "ada[at]example[dot]org"),
        ("ada at example dot org", "ada at example dot org"),
        ("ADA AT EXAMPLE DOT ORG", "ADA AT EXAMPLE DOT ORG"),
        ("ada&#64;example.org", "ada&#64;example.org"),
        ("ada%40example.org", "ada%40example.org"),
        ("ada＠example.org", "ada＠example.org"),  # a fullwidth sign
    ],
)
def test_email_addresses_are_found_however_they_are_spelled(
    written: str, quoted: str, faults_with: Write
) -> None:
    assert faults_with({ADA: f"Librarian -> Write to {written} soon"}) == [
        f"participants/ada-okafor.yaml:8:20 email-in-record '{quoted}' looks like an e-mail address"
    ]


@pytest.mark.parametrize(
    "written",
    [
        "312-555-0142",
        "(312) 555-0142",
        "312.555.0142",
        "1-312-555-0142",
        "+1 312 555 0142",
        "+44 20 7946 0958",
        "+49 (30) 901820",
        "+2348012345678",
    ],
)
def test_telephone_numbers_are_found_however_they_are_written(
    written: str, faults_with: Write
) -> None:
    assert faults_with({ADA: f"Librarian -> Call {written} now"}) == [
        f"participants/ada-okafor.yaml:8:16 phone-in-record '{written}' looks like a telephone number"
    ]


@pytest.mark.parametrize(
    "written",
    [
        "https://social.example.org/@ada",
        "meet at noon, look at dot plots",
        "pages 312-555 and 0142-0199",
        "in 2019-2021, 1,000,000 visits",
        "0000-0002-1825-0097",
        "978-0-306-40615-7",
        "10.1002/312-555-0142",
        "https://example.org/312-555-0142",
        "C++11, +1 for libraries",
    ],
)
def test_what_only_resembles_an_address_or_a_number_is_left_alone(
    written: str, faults_with: Write
) -> None:
    assert faults_with({ADA: f"Librarian -> See {written}"}) == []


def test_a_comment_may_not_hold_an_address_either(faults_with: Write) -> None:
    assert faults_with({ADA: "position: -> # ask ada@example.org\nposition:"}) == [
        "participants/ada-okafor.yaml:8:7 email-in-record 'ada@example.org' looks like an e-mail address"
    ]
