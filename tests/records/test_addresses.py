"""Web and e-mail addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.records.addresses import Email, url_problem


@pytest.mark.parametrize(
    "value",
    [
        "https://example.org",
        "http://example.org/",
        "HTTPS://Example.ORG/Path",
        "https://example.org:8443/a?b=c&d=e#f",
        "https://example.org/a(b)c,d;e~f",
        "https://example.org/%C3%A9",
        "https://пример.рф/страница",
        "https://xn--e1afmkfd.xn--p1ai/",
        "https://192.0.2.1/",
        "https://web.archive.org/web/2020/https://example.org/",
        "https://example.org/@name",
        "https://my_lab.example.org/",
    ],
)
def test_addresses_that_can_be_followed(value: str) -> None:
    assert url_problem(value) is None


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("", ("'' does not begin with https://", "")),
        ("example.org/a", ("'example.org/a' does not begin with https://", "write https://example.org/a")),
        ("//example.org", ("'//example.org' does not begin with https://", "write https://example.org")),
        ("example.org:8080/a", ("'example.org:8080/a' does not begin with https://", "write https://example.org:8080/a")),
        ("https://https://example.org", ("'https://https://example.org' begins with http twice", "write https://example.org")),
        ("http://https//example.org", ("'http://https//example.org' begins with http twice", "write https://example.org")),
        ("https:https://example.org", ("'https:https://example.org' begins with http twice", "write https://example.org")),
        ("javascript:alert(1)", ("'javascript:alert(1)' begins with 'javascript:', which cannot be linked to", "")),
        ("data:text/html,x", ("'data:text/html,x' begins with 'data:', which cannot be linked to", "")),
        ("mailto:ada@example.org", ("'mailto:ada@example.org' begins with 'mailto:', which cannot be linked to", "")),
        ("ftp://example.org/", ("'ftp://example.org/' begins with 'ftp:', which cannot be linked to", "")),
        ("JavaScript://example.org/%0Aalert(1)", ("'JavaScript://example.org/%0Aalert(1)' begins with 'JavaScript:', which cannot be linked to", "")),
        ("https://example.org/a b", ("'https://example.org/a b' holds a character that no address has", "")),
        ("https://example.org/<script>", ("'https://example.org/<script>' holds a character that no address has", "")),
        ('https://example.org/"onclick', ("'https://example.org/\"onclick' holds a character that no address has", "")),
        ("https://example.org\\@evil.example", ("'https://example.org\\@evil.example' holds a character that no address has", "")),
        ("https://example", ("'https://example' names no host that could be reached", "")),
        ("https://", ("'https://' names no host that could be reached", "")),
        ("https:///a", ("'https:///a' names no host that could be reached", "")),
        ("https://.example.org", ("'https://.example.org' names no host that could be reached", "")),
        ("https://example..org", ("'https://example..org' names no host that could be reached", "")),
        ("https://[::1", ("'https://[::1' names no host that could be reached", "")),
        ("https://example.org:port/", ("'https://example.org:port/' names no host that could be reached", "")),
        ("https://bank.example@evil.example/", ("'https://bank.example@evil.example/' has a user name in front of the host", "take out the part before evil.example")),
    ],
)  # fmt: skip
def test_addresses_that_cannot_be_followed(value: str, problem: tuple[str, str]) -> None:
    assert url_problem(value) == problem


def test_a_long_address_is_refused_and_quoted_in_short() -> None:
    problem = url_problem("https://example.org/" + "a" * 2000)
    assert problem is not None
    assert len(problem[0]) < 140


@given(st.text(max_size=60))
def test_no_text_raises(value: str) -> None:
    for text in (value, f"https://{value}", f"https://example.org/{value}"):
        assert url_problem(text) is None or text != "https://example.org"


@pytest.mark.parametrize("value", ["ada@example.org", "a.b+c@mail.example.co.uk", "o'neil@x.org"])
def test_email_addresses(value: str) -> None:
    assert TypeAdapter(Email).validate_python(value) == value


@pytest.mark.parametrize(
    "value", ["ada", "ada@example", "ada@@example.org", "ada @example.org", "a@b.c\n", "é@x.org"]
)
def test_what_is_no_email_address(value: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Email).validate_python(value)
