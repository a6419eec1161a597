"""Texts are as long as each network says."""

import pytest

from generator.announcements.counting import (
    code_units,
    graphemes,
    mastodon_length,
    threads_length,
    x_weight,
)

FAMILY = "👨\u200d👩\u200d👧\u200d👦"


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        # twitter-text, conformance/validate.yml, "lengths", and 280 characters that are valid
        ("This is a test.", 15),
        ("http://test.com", 23),
        ("https://test.com", 23),
        ("test.com", 23),
        ("Test https://test.com test https://test.com test.com test", 86),
        ("の" * 140, 280),
        ("\U0001f431" * 140, 280),
        # the same, weighed by config/v3.json: all beyond U+10FF two, but for some marks
        ("저찀쯿쿿", 8),
        ("H\U0001f431☺", 5),
        ("\U00010000\U0010fffd", 4),
        ("“quoted” – ‘so’", 15),
        ("…", 2),
        ("Кириллица عربية", 15),
        # version 3: an emoji weighs two, of whatever it is made
        (FAMILY, 2),
        ("👍🏽", 2),
        ("🇺🇳", 2),
        ("1\ufe0f\u20e3", 2),
        # in NFC: one letter
        ("e\u0301", 1),
    ],
)
def test_x_weighs_a_text(text: str, weight: int) -> None:
    assert x_weight(text) == weight


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("See https://example.org/a/very/long/path?with=more#than, and", 4 + 23 + 5),
        ("(https://example.org/a)", 25),
        ("“https://example.org/a”", 25),
        ("The end.Of it", 4 + 23 + 3),
        ("https://example.org/a" + "漢" * 200, 23 + 400),
        ("https://example.org/?a=b" + "漢" * 9, 23 + 18),
        ("https://example.org" + "漢" * 9, 23 + 18),
        ("日https://a.co", 2 + 23),
        ("日https://a.co日", 2 + 23 + 2),
        ("日a.co日", 2 + 23 + 2),
        ("https://图书馆.org/a", 23),
        ("https://图书馆.中国/a", 23),
        ("例.xn--fiqs8s", 2 + 1 + 10),
        ("https://例.xn--fiqs8s/", 23),
        ("https://ru.example.org/wiki/Библиотека_(здание)", 23),
        ("(https://example.org/a_(b))", 25),
        ("(see https://example.org/a_(b).)", 5 + 23 + 2),
        ("xhttps://a.co", 13),
        ("me@example.org", 14),
        ("#example.org", 12),
    ],
)
def test_x_counts_an_address_without_what_stands_around_it(text: str, weight: int) -> None:
    assert x_weight(text) == weight


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("https://example.org/a/very/long/path/that/goes/on", 23),
        (f"{FAMILY} e\u0301", 3),
        ("test.com", 8),
        ("https://example.org/a.", 24),
        ("(https://example.org/a)", 25),
        ("“https://example.org/a”, then", 31),
        ("(https://example.org/a_(b)).", 26),
        ("https://example.org/a?b=c&d!", 24),
        ("日https://example.org/a", 24),
        ("https://example.org/图书馆的夜晚", 23),
        ("https://example.org/?a=图书馆", 23 + 3),
        ("xhttps://example.org/a", 22),
        ("http://localhost/", 17),
    ],
)
def test_mastodon_counts_characters_and_every_address_as_23(text: str, length: int) -> None:
    assert mastodon_length(text) == length


def test_graphemes_are_what_a_reader_sees() -> None:
    assert graphemes(f"a{FAMILY}e\u0301नि한") == 5


@pytest.mark.parametrize(("text", "length"), [("abc", 3), ("👍", 4), (f"a{FAMILY}", 26), ("夜", 1)])
def test_threads_counts_an_emoji_as_its_bytes(text: str, length: int) -> None:
    assert threads_length(text) == length


def test_code_units_are_those_of_utf_16() -> None:
    assert code_units("a夜👍") == 4
