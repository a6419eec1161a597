"""Faults of events and their sessions."""

from generator.diagnostics.rule import Rule

SESSION_OUTSIDE_EVENT = Rule(
    code="session-outside-event",
    summary="A session before its event begins or after it ends",
    why="People would find the door closed.",
    help="correct the time of the session or of the event",
    wrong='    start: "17:30"\n    end: "18:00"',
    right='    start: "13:15"\n    end: "13:45"',
)
ROOM_CLASH = Rule(
    code="room-clash",
    summary="Two sessions in one room at once",
    why="One of them would have nowhere to meet.",
    help="move one of the two, or give it another 'room'",
    wrong='    start: "13:10"\n    end: "13:45"',
    right='    start: "13:15"\n    end: "13:45"',
)
PERSON_CLASH = Rule(
    code="person-clash",
    summary="One person in two sessions at once",
    why="Nobody can speak in two places.",
    help="move one of the two sessions, or take the person out of one",
    wrong="    speakers:\n      - participant: ben-larsen\n    room: Annex",
    right="    speakers:\n      - participant: ada-okafor\n    room: Annex",
)
WISH_FOR_ITSELF = Rule(
    code="wish-for-itself",
    summary="A session that should stand before, after or next to itself",
    why="No schedule can do that.",
    help="name the other session of the two, or delete the key",
    wrong="    - session: reading-aloud\n      after: reading-aloud",
    right="    - session: reading-aloud\n      after: opening",
)

RULES = (SESSION_OUTSIDE_EVENT, ROOM_CLASH, PERSON_CLASH, WISH_FOR_ITSELF)
