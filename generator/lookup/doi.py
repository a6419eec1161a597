"""A DOI's metadata by content negotiation (https://citation.doi.org/docs.html).

Whoever resolves a DOI and accepts CSL-JSON is sent on to its registrar, Crossref, DataCite, mEDRA
or another, which answers with what it knows.
"""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import Any, NoReturn
from urllib.parse import quote

import httpx

from generator import __version__
from generator.bibliography.reading.codes import bare_doi
from generator.records.identifiers import is_doi

PUBLIC = "https://doi.org"
"""The resolver of the DOI Foundation."""

_ACCEPTED = "application/vnd.citationstyles.csl+json"
_LARGEST = 5 << 20
_MOST_HOPS = 10
_TRIES = 3
_PATIENCE = 4
_LONGEST_PAUSE = 30.0
_BUSY = frozenset((429, 500, 502, 503, 504))
_WITHOUT_CSL = frozenset((204, 406, 415))
_UNKNOWN = frozenset((404, 410))
_LEFT_TO_CALLER = "fill the record in with 'lrrt new output'"


class LookupFailed(Exception):  # noqa: N818  # says what happened, as Misuse does
    """A DOI that could not be looked up; says in one line why, and what to do."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """Where DOIs are looked up, and with how much patience.

    Only https is spoken; http only where the resolver itself is this machine, for tests.
    ``timeout`` is in seconds and holds for connecting and for each wait for data; the whole answer
    may take four times as long. ``pause`` waits between tries. ``transport`` stands for the network
    where there must be none.
    """

    address: str = PUBLIC
    timeout: float = 15.0
    pause: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.time
    transport: httpx.BaseTransport | None = None

    def __post_init__(self) -> None:
        if not self.address.startswith("https://") and not self.is_local:
            message = f"'{self.address}' is no https address of a resolver, nor on this machine"
            raise LookupFailed(message)

    @property
    def is_local(self) -> bool:
        """Whether it is on this machine."""
        try:
            return _is_loopback(httpx.URL(self.address))
        except httpx.InvalidURL:
            return False


def look_up(written: str, resolver: Resolver) -> Mapping[str, Any]:
    """Return what its registrar knows of a DOI, as it was answered: CSL-JSON, more or less.

    Two more tries where a server is busy or slow, after a pause that it may name itself
    (RFC 9110, section 10.2.3). Raises LookupFailed.
    """
    doi = bare_doi(written.strip())
    if not is_doi(doi):
        _fail(f"'{written}' is not a DOI; write it from '10.' on, as in 10.5555/12345678")
    address = f"{resolver.address.rstrip('/')}/{quote(doi, safe='/:;()._-')}"
    headers = {"Accept": _ACCEPTED, "User-Agent": f"lrrt-mentorship/{__version__}"}
    with httpx.Client(
        timeout=resolver.timeout,
        headers=headers,
        trust_env=not resolver.is_local,
        transport=resolver.transport,
    ) as client:
        for attempt in range(_TRIES):
            answer = _ask(client, address, doi, resolver)
            if isinstance(answer, bytes):
                return _read(answer, doi)
            if attempt + 1 == _TRIES:
                _fail(answer.reason)
            resolver.pause(answer.wait if answer.wait is not None else 2.0**attempt)
    raise AssertionError  # the last attempt has returned or raised


@dataclass(frozen=True, slots=True)
class _Again:
    """An answer after which it is worth to try again, after so many seconds if it says so."""

    reason: str
    wait: float | None = None


def _ask(client: httpx.Client, address: str, doi: str, resolver: Resolver) -> bytes | _Again:
    """Return the body of the answer after all redirects."""
    url = httpx.URL(address)
    try:
        for hop in range(_MOST_HOPS):
            url = _safe(url, resolver)
            with client.stream("GET", url) as response:
                if response.has_redirect_location:
                    url = url.join(response.headers["Location"])
                    continue
                return _body(response, doi, resolver, is_resolver=not hop)
    except httpx.TimeoutException:
        host = url.host
        return _Again(f"{host} did not answer within {resolver.timeout:g} seconds; try again later")
    except httpx.InvalidURL:
        _fail(f"the resolver sent on to no address that could be read ({doi})")
    except httpx.HTTPError as fault:
        reason = str(fault).strip() or "no reason given"
        _fail(f"{url.host} cannot be reached ({reason}); is this machine online?")
    reason = f"{doi} leads from one address to the next without an end"
    raise LookupFailed(reason)


def _safe(url: httpx.URL, resolver: Resolver) -> httpx.URL:
    """Return an address over https, to which some registrars still send on without it."""
    if url.scheme == "https" or (url.scheme == "http" and resolver.is_local and _is_loopback(url)):
        return url
    if url.scheme != "http" or url.port not in (None, 80) or resolver.is_local:
        _fail(f"'{url}' is no https address, so it was not asked")
    return url.copy_with(scheme="https", port=None)


def _is_loopback(url: httpx.URL) -> bool:
    """Tell whether an address is on this machine (RFC 6761, section 6.3; RFC 1122, 3.2.1.3)."""
    try:
        return url.host == "localhost" or ip_address(url.host).is_loopback
    except ValueError:
        return False


def _body(
    response: httpx.Response, doi: str, resolver: Resolver, *, is_resolver: bool
) -> bytes | _Again:
    """Return the body of an answer, of the resolver itself or of a registrar."""
    status = response.status_code
    host = response.url.host
    if status in _BUSY:
        wait = _wait(response.headers.get("Retry-After", ""), resolver)
        return _Again(f"{host} is busy (status {status}); try again later", wait)
    if status in _UNKNOWN and is_resolver:
        _fail(f"there is no DOI {doi}; check it letter by letter")
    if status in _UNKNOWN:
        _fail(f"there is a DOI {doi}, but {host} knows nothing of it; {_LEFT_TO_CALLER}")
    sort = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if status in _WITHOUT_CSL or (status == httpx.codes.OK and "html" in sort):
        _fail(f"the registrar of {doi} does not say in CSL-JSON what it is; {_LEFT_TO_CALLER}")
    if status != httpx.codes.OK:
        _fail(f"{host} refused to answer (status {status}); {_LEFT_TO_CALLER}")
    content = bytearray()
    begun = resolver.clock()
    for chunk in response.iter_bytes():
        content += chunk
        if resolver.clock() - begun > resolver.timeout * _PATIENCE:
            return _Again(f"{host} answers too slowly; try again later")
        if len(content) > _LARGEST:
            _fail(f"the answer about {doi} is over {_LARGEST >> 20} MiB; {_LEFT_TO_CALLER}")
    return bytes(content)


def _wait(written: str, resolver: Resolver) -> float | None:
    """Return the seconds that a server asks for, at most half a minute."""
    if written.isascii() and written.isdigit():
        return min(float(written), _LONGEST_PAUSE)
    try:
        moment = parsedate_to_datetime(written).timestamp()
    except ValueError:
        return None
    return min(max(moment - resolver.clock(), 0.0), _LONGEST_PAUSE)


def _read(content: bytes, doi: str) -> Mapping[str, Any]:
    try:
        values = json.loads(
            content.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_nothing
        )
    except (ValueError, RecursionError):
        _fail(f"the answer about {doi} is no JSON; {_LEFT_TO_CALLER}")
    if isinstance(values, list) and len(values) == 1:
        values = values[0]
    inner: Any = values.get("message") if isinstance(values, dict) else None
    if isinstance(inner, dict) and "title" in inner:
        values = inner  # Crossref's REST answer stands in an envelope
    if not isinstance(values, dict) or not values:
        _fail(f"the answer about {doi} describes no work; {_LEFT_TO_CALLER}")
    return values


def _fail(reason: str) -> NoReturn:
    raise LookupFailed(reason) from None


def _nothing(_constant: str) -> None:
    return None
