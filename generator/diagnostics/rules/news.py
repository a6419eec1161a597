"""Faults of news."""

from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.rule import Rule

NEWS_OF_ANOTHER_KIND = Rule(
    code="news-of-another-kind",
    summary="News whose kind is not that of its event",
    why="It would tell of a check-in as of a symposium.",
    help="correct the kind, or name another event",
    wrong="kind: symposium\nevent: 2025-check-in",
    right="kind: check-in\nevent: 2025-check-in",
)
NEWS_OF_NOTHING_PUBLIC = Rule(
    code="news-of-nothing-public",
    summary="News about something that is not on the site yet",
    why="It is left out of the site, which must not tell of what is not public.",
    help="wait until it is public, or take the record out",
    wrong="status: submitted",
    right="status: published",
    severity=Severity.WARNING,
)
NAMED_IN_NEWS = Rule(
    code="named-in-news",
    summary="A title or text of news that names somebody who did not agree to be announced",
    why="What is typed by hand is shown as it stands, whatever people agreed to.",
    help="write it without the name; or ask the person, and add 'announcements' to their scopes",
    wrong='title: "Ben Larsen speaks about reading aloud"',
    right='title: "A talk about reading aloud"',
    severity=Severity.WARNING,
)

RULES = (NEWS_OF_ANOTHER_KIND, NEWS_OF_NOTHING_PUBLIC, NAMED_IN_NEWS)
