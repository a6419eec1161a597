"""A DOI looked up on a server of this machine: answers, patience, and every way to fail."""

import socket

import httpx
import pytest

from generator.lookup import LookupFailed, Resolver, look_up
from tests.lookup.conftest import Answer, Makes, Registrar

DOI = "10.5555/x"
FILL = "fill the record in with 'lrrt new output'"


@pytest.fixture
def pauses() -> list[float]:
    """The seconds that were waited between tries, of which none really are."""
    return []


@pytest.fixture
def resolver(registrar: Registrar, pauses: list[float]) -> Resolver:
    return Resolver(registrar.address, timeout=0.5, pause=pauses.append, clock=lambda: 1_000_000.0)


def failure(doi: str, resolver: Resolver) -> str:
    with pytest.raises(LookupFailed) as caught:
        look_up(doi, resolver)
    said = str(caught.value)
    assert "\n" not in said
    return said


def test_the_registrar_is_asked_for_csl_json(
    registrar: Registrar, resolver: Resolver, csl: Makes
) -> None:
    registrar.says(f"/registrar/{DOI}", csl('\ufeff{"title": "A"}'))
    assert look_up(DOI, resolver) == {"title": "A"}
    accepted = "application/vnd.citationstyles.csl+json"
    assert registrar.asked == [(f"/{DOI}", accepted), (f"/registrar/{DOI}", accepted)]


@pytest.mark.parametrize(
    "written", ["https://doi.org/10.5555/a%3Cb", "doi:10.5555/a<b", " 10.5555/a<b "]
)
def test_a_doi_is_asked_for_however_it_is_written(
    written: str, registrar: Registrar, resolver: Resolver, csl: Makes
) -> None:
    registrar.says("/10.5555/a%3Cb", csl('{"title": "A"}'))
    assert look_up(written, resolver) == {"title": "A"}


@pytest.mark.parametrize(
    "body", ['[{"title": "A"}]', '{"message": {"title": "A"}, "status": "ok"}']
)
def test_an_answer_in_an_envelope_is_taken_out(
    body: str, registrar: Registrar, resolver: Resolver, csl: Makes
) -> None:
    registrar.says(f"/{DOI}", csl(body))
    assert look_up(DOI, resolver) == {"title": "A"}


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again_after_a_pause(
    status: int, registrar: Registrar, resolver: Resolver, pauses: list[float], csl: Makes
) -> None:
    registrar.says(f"/{DOI}", Answer(status), Answer(status), csl('{"title": "A"}'))
    assert look_up(DOI, resolver) == {"title": "A"}
    assert pauses == [1.0, 2.0]


@pytest.mark.parametrize(
    ("after", "pause"),
    [
        ("7", 7.0),
        ("0", 0.0),
        ("3600", 30.0),
        ("Mon, 12 Jan 1970 13:46:45 GMT", 5.0),
        ("Mon, 12 Jan 1970 13:46:00 GMT", 0.0),
        ("nonsense", 1.0),
        ("-3", 1.0),
    ],
)
def test_the_server_may_say_how_long_to_wait(
    after: str,
    pause: float,
    registrar: Registrar,
    resolver: Resolver,
    pauses: list[float],
    csl: Makes,
) -> None:
    registrar.says(f"/{DOI}", Answer(429, headers={"Retry-After": after}), csl('{"title": "A"}'))
    look_up(DOI, resolver)
    assert pauses == [pause]


def test_after_three_tries_it_is_left(
    registrar: Registrar, resolver: Resolver, pauses: list[float]
) -> None:
    registrar.says(f"/{DOI}", Answer(503))
    assert failure(DOI, resolver) == "127.0.0.1 is busy (status 503); try again later"
    assert len(registrar.asked) == 3
    assert pauses == [1.0, 2.0]


def test_a_silent_server_is_not_waited_for(registrar: Registrar, pauses: list[float]) -> None:
    registrar.says(f"/{DOI}", Answer(delay=20.0))
    quick = Resolver(registrar.address, timeout=0.05, pause=pauses.append)
    said = failure(DOI, quick)
    assert said == "127.0.0.1 did not answer within 0.05 seconds; try again later"
    assert len(registrar.asked) == 3


def test_an_answer_that_never_ends_is_not_waited_for(
    registrar: Registrar, pauses: list[float], csl: Makes
) -> None:
    registrar.says(f"/{DOI}", csl('{"title": "A"}'))
    hours = iter(range(0, 1_000_000, 3600))
    slow = Resolver(registrar.address, pause=pauses.append, clock=lambda: float(next(hours)))
    assert failure(DOI, slow) == "127.0.0.1 answers too slowly; try again later"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(404), f"there is no DOI {DOI}; check it letter by letter"),
        (Answer(406), f"the registrar of {DOI} does not say in CSL-JSON what it is; {FILL}"),
        (Answer(204), f"the registrar of {DOI} does not say in CSL-JSON what it is; {FILL}"),
        (
            Answer(200, b"<html></html>", {"Content-Type": "text/html; charset=utf-8"}),
            f"the registrar of {DOI} does not say in CSL-JSON what it is; {FILL}",
        ),
        (Answer(403), f"127.0.0.1 refused to answer (status 403); {FILL}"),
        (Answer(200, b"no json"), f"the answer about {DOI} is no JSON; {FILL}"),
        (Answer(200, b"\xff\xfe"), f"the answer about {DOI} is no JSON; {FILL}"),
        (Answer(200, b"[" * 100_000), f"the answer about {DOI} is no JSON; {FILL}"),
        (Answer(200, b"[]"), f"the answer about {DOI} describes no work; {FILL}"),
        (Answer(200, b'"text"'), f"the answer about {DOI} describes no work; {FILL}"),
        (Answer(200, b" " * (5 << 20) + b"{}"), f"the answer about {DOI} is over 5 MiB; {FILL}"),
        (
            Answer(302, headers={"Location": f"/{DOI}"}),
            f"{DOI} leads from one address to the next without an end",
        ),
        (
            Answer(302, headers={"Location": "http://registrar.example.org/"}),
            "'http://registrar.example.org/' is no https address, so it was not asked",
        ),
        (
            Answer(302, headers={"Location": "file:///etc/passwd"}),
            "'file:/etc/passwd' is no https address, so it was not asked",
        ),
    ],
)
def test_every_failure_is_one_line_with_the_way_out(
    answer: Answer, said: str, registrar: Registrar, resolver: Resolver
) -> None:
    registrar.says(f"/{DOI}", answer)
    assert failure(DOI, resolver) == said


def test_a_registrar_that_does_not_know_its_doi_is_told_from_a_wrong_doi(
    registrar: Registrar, resolver: Resolver
) -> None:
    registrar.says(f"/registrar/{DOI}", Answer(404))
    assert (
        failure(DOI, resolver) == f"there is a DOI {DOI}, but 127.0.0.1 knows nothing of it; {FILL}"
    )


@pytest.mark.parametrize("written", ["abc", "", "https://example.org/10.5555", "10.5555"])
def test_what_is_no_doi_is_not_asked_for(
    written: str, registrar: Registrar, resolver: Resolver
) -> None:
    assert failure(written, resolver) == (
        f"'{written}' is not a DOI; write it from '10.' on, as in 10.5555/12345678"
    )
    assert registrar.asked == []


def test_without_a_network_it_says_so() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = failure(DOI, Resolver(f"http://127.0.0.1:{port}"))
    assert said.startswith("127.0.0.1 cannot be reached (")
    assert said.endswith("); is this machine online?")


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org",
        "ftp://127.0.0.1",
        "http://[",
        "nonsense",
        "http://localhost.example.org",
    ],
)
def test_only_this_machine_may_be_asked_without_https(address: str) -> None:
    if address == "ftp://127.0.0.1":
        assert "is no https address" in failure(DOI, Resolver(address))
        return
    with pytest.raises(LookupFailed) as caught:
        Resolver(address)
    assert (
        str(caught.value) == f"'{address}' is no https address of a resolver, nor on this machine"
    )


def test_where_a_registrar_sends_on_without_https_it_is_asked_with_it() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        if request.url.host == "doi.org":
            return httpx.Response(302, headers={"Location": "http://data.example.org/x"})
        return httpx.Response(200, json={"title": "A"})

    resolver = Resolver(transport=httpx.MockTransport(answer))
    assert look_up(DOI, resolver) == {"title": "A"}
    assert asked == ["https://doi.org/10.5555/x", "https://data.example.org/x"]
