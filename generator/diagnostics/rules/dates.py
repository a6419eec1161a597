"""Faults of dates, times and time zones."""

from generator.diagnostics.rule import Rule

BAD_DATE = Rule(
    code="bad-date",
    summary="Not a date",
    why="Everything on the calendar comes from it.",
    help="write year-month-day, as in 2026-03-09",
    wrong="date: 2025-02-30",
    right="date: 2025-02-28",
)
BAD_TIME = Rule(
    code="bad-time",
    summary="Not a time of day",
    why="People would come at the wrong hour.",
    help='write hours and minutes of the 24-hour day in quotes, as in "14:30"',
    wrong='start: "2:30 pm"',
    right='start: "14:30"',
)
BAD_TIME_ZONE = Rule(
    code="bad-time-zone",
    summary="Not the name of a time zone",
    why="Abbreviations such as CST mean different hours in different places and seasons.",
    help="write an IANA name such as America/Chicago or Europe/Berlin",
    wrong="time_zone: Central",
    right="time_zone: America/Chicago",
)
MISSING_TIME = Rule(
    code="missing-time",
    summary="A date without the time it needs",
    why="Nobody can come to an event without an hour.",
    help="add start and end; or, for something that lasts all day, 'all_day: true'",
    wrong="kind: check-in\ntitle: First check-in\ndate: 2025-11-12",
    right='kind: check-in\ntitle: First check-in\ndate: 2025-11-12\nstart: "13:00"\nend: "14:00"',
)
DATES_OUT_OF_ORDER = Rule(
    code="dates-out-of-order",
    summary="An end before its beginning",
    why="One of the two is wrong.",
    help="check both",
    wrong="call_opens: 2025-07-01\ncall_closes: 2025-06-15",
    right="call_opens: 2025-05-01\ncall_closes: 2025-06-15",
)
DATE_OUTSIDE_COHORT = Rule(
    code="date-outside-cohort",
    summary="A date outside the program year it belongs to",
    why="It is most often last year's date, copied.",
    help="correct the date, or name another cohort",
    wrong='kind: check-in\ntitle: First check-in\ncohort: "2025"\ndate: 2024-11-12',
    right='kind: check-in\ntitle: First check-in\ncohort: "2025"\ndate: 2025-11-12',
)
TIME_DOES_NOT_EXIST = Rule(
    code="time-does-not-exist",
    summary="A time that the change to daylight saving leaves out",
    why="Calendars would each choose another hour.",
    help="choose a time before or after the clocks are set forward",
    wrong='date: 2026-03-08\nstart: "02:30"\nend: "04:00"',
    right='date: 2026-03-08\nstart: "03:30"\nend: "04:00"',
)
TIME_EXISTS_TWICE = Rule(
    code="time-exists-twice",
    summary="A time that the change from daylight saving repeats",
    why="Half the people would come an hour late.",
    help="choose a time before or after the hour that is repeated",
    wrong='date: 2025-11-02\nstart: "01:30"\nend: "03:00"',
    right='date: 2025-11-02\nstart: "02:30"\nend: "03:00"',
)

RULES = (
    BAD_DATE,
    BAD_TIME,
    BAD_TIME_ZONE,
    MISSING_TIME,
    DATES_OUT_OF_ORDER,
    DATE_OUTSIDE_COHORT,
    TIME_DOES_NOT_EXIST,
    TIME_EXISTS_TWICE,
)
