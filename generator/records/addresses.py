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
_LONGEST = 2000
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
    shown = value if len(value) <= 80 else value[:80] + "…"  # noqa: PLR2004  # what a line holds
    if len(value) > _LONGEST:
        return f"'{shown}' is longer than {_LONGEST} characters", "find its permanent address"
    doubled = _DOUBLED.match(value)
    if doubled:
        rest = re.sub(r"^(https?:?/*)+", "", value, flags=re.IGNORECASE)
        return f"'{shown}' begins with http twice", f"write https://{rest}"
    scheme = _SCHEME.match(value)
    if not value.lower().startswith(("http://", "https://")):
        if scheme and not re.match(r"[^:/]+:[0-9]", value):
            return f"'{shown}' begins with '{scheme[0]}', which cannot be linked to", ""
        return f"'{shown}' does not begin with https://", f"write https://{value.lstrip('/')}"
    if _FORBIDDEN.search(value):
        return f"'{shown}' holds a character that no address has", ""
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return f"'{shown}' names no host that could be reached", ""
    if "@" in parts.netloc:
        return f"'{shown}' has a user name in front of the host", f"take out the part before {host}"
    labels = (host or "").rstrip(".").split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):  # noqa: PLR2004  # name and domain
        return f"'{shown}' names no host that could be reached", ""
    return None


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
