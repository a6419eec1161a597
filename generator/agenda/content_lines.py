"""The lines of an iCalendar object: values escaped, lines folded (RFC 5545, 3.1 and 3.3.11)."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

_LONGEST = 75
"""Octets that a line may have, its break left out (RFC 5545, 3.1)."""

_BREAK = re.compile(r"\r\n?|\n")
_NOT_IN_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""Controls that no text may hold (RFC 5545, 3.1, "CONTROL"); tab and line feed are none here."""

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Halves of characters, which UTF-8 cannot hold."""


def text(value: str) -> str:
    """Return a TEXT value: backslash, semicolon, comma and line breaks escaped."""
    kept = _SURROGATE.sub("\ufffd", _NOT_IN_TEXT.sub("", _BREAK.sub("\n", value)))
    escaped = kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def day(value: date) -> str:
    """Return a DATE value (RFC 5545, 3.3.4)."""
    return f"{value.year:04d}{value:%m%d}"


def clock_time(value: datetime) -> str:
    """Return a DATE-TIME value without a zone, as a clock shows it (RFC 5545, 3.3.5)."""
    return f"{day(value)}T{value:%H%M%S}"


def utc_time(value: datetime) -> str:
    """Return a DATE-TIME value in UTC (RFC 5545, 3.3.5, "Form #2")."""
    return f"{clock_time(value.astimezone(UTC))}Z"


def offset(value: timedelta) -> str:
    """Return a UTC-OFFSET value; seconds, which old local times have, only where there are any."""
    seconds = int(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("+", seconds)
    whole = f"{sign}{seconds // 3600:02d}{seconds // 60 % 60:02d}"
    return f"{whole}{seconds % 60:02d}" if seconds % 60 else whole


def line(name: str, value: str, **parameters: str) -> str:
    """Return a content line, not folded yet.

    The value is to be escaped already. Values of parameters are names, which need no quotes.
    """
    return f"{name}{''.join(f';{key}={word}' for key, word in parameters.items())}:{value}"


def written(lines: Iterable[str]) -> str:
    """Return lines as they are in a file: folded, and each ended by CRLF."""
    return "".join(f"{_folded(one)}\r\n" for one in lines)


def _folded(whole: str) -> str:
    """Return a line broken so that no part has more than 75 octets, and no character is split.

    Every part but the first begins with a space, which counts.
    """
    if len(whole.encode()) <= _LONGEST:
        return whole
    parts: list[str] = []
    part, octets = "", 0
    for character in whole:
        size = len(character.encode())
        if octets + size > _LONGEST:
            parts.append(part)
            part, octets = "", 1
        part += character
        octets += size
    return "\r\n ".join((*parts, part))
