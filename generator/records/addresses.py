"""Web and e-mail addresses."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, WithJsonSchema

from generator.records.fields import Holds, fault

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_DOUBLED = re.compile(r"https?:/*(https?:?//?|www\.https?)", re.IGNORECASE)
_FORBIDDEN = re.compile(r"[\s<>\"{}|\\^`\x00-\x1f\x7f]")
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
_PORT = re.compile(r"[^:/]+:[0-9]")
_LONGEST = 2000
_LONGEST_SHOWN = 80
_LABEL = re.compile(r"[^\W_]([\w-]*[^\W_])?")


def _url(value: str) -> str:
    problem = url_problem(value)
    if problem:
        raise fault("bad-url", *problem)
    return value


def url_problem(value: str) -> tuple[str, str] | None:
    """Return what keeps a text from being a link (message and help), or None if nothing does.

    Only http and https are followed (RFC 9110, section 4.2); no user name in front of the host
    (RFC 3986, section 3.2.1, and 7.6 on its use to mislead).
    """
    problem = _scheme_problem(value) or _host_problem(value)
    if len(value) > _LONGEST:
        problem = f"is longer than {_LONGEST:,} characters", "find its permanent address"
    if problem is None:
        return None
    shown = value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…"
    message, help_ = problem
    return f"'{shown}' {message}", help_


def _scheme_problem(value: str) -> tuple[str, str] | None:
    if _DOUBLED.match(value):
        rest = re.sub(r"^(https?:?/*)+", "", value, flags=re.IGNORECASE)
        return "begins with http twice", f"write https://{rest}"
    if value.lower().startswith(("http://", "https://")):
        return None
    scheme = _SCHEME.match(value)
    if scheme and not _PORT.match(value):
        return f"begins with '{scheme[0]}', which cannot be linked to", ""
    help_ = f"write https://{value.lstrip('/')}" if "." in value else ""
    return "does not begin with https://", help_


def _host_problem(value: str) -> tuple[str, str] | None:
    unreachable = "names no host that could be reached", ""
    if _FORBIDDEN.search(value):
        return "holds a character that no address has", ""
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return unreachable
    if "@" in parts.netloc:
        return "has a user name in front of the host", f"take out the part before {host}"
    name, _, domain = host.rstrip(".").rpartition(".")
    labels = (*name.split("."), domain)
    return None if all(_LABEL.fullmatch(label) for label in labels) else unreachable


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise fault("bad-email", f"'{value}' is not an e-mail address")
    return value


Url = Annotated[
    str,
    AfterValidator(_url),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
    Holds("a web address"),
]
Email = Annotated[
    str,
    AfterValidator(_email),
    WithJsonSchema({"type": "string", "format": "email"}),
    Holds("an e-mail address"),
]
