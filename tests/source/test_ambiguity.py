"""Unquoted values that other tools misread, held against what PyYAML really makes of them."""

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.source.ambiguity import misreading

TEXT = "tag:yaml.org,2002:str"
ALIKE = re.compile(r"-?(0|[1-9][0-9]*)|[0-9]{4}-[0-9]{2}-[0-9]{2}|[Tt]rue|TRUE|[Ff]alse|FALSE|")
"""What is no text to PyYAML and yet safe, or left to the caller."""


def resolved(value: str) -> str:
    """The tag that YAML 1.1 gives to a plain value."""
    loader: Any = yaml.SafeLoader("")
    tag = loader.resolve(yaml.ScalarNode, value, (True, False))
    assert isinstance(tag, str)
    return tag


@pytest.mark.parametrize(
    ("value", "meaning"),
    [
        ("no", "false"),
        ("Yes", "true"),
        ("ON", "true"),
        ("~", "nothing"),
        ("null", "nothing"),
        ("14:30", "the number 870"),
        ("1:00:00", "the number 3600"),
        ("-1:30", "the number -90"),
        ("1:2.5", "a number to the base of sixty"),
        ("1" * 5000 + ":30", "a number to the base of sixty"),
        ("010", "a number in another base"),
        ("08", "a number in another base"),
        ("0x1F", "a number in another base"),
        ("0o17", "a number in another base"),
        ("1e5", "a number with an exponent"),
        ("1.5", "a number, which may be written back otherwise"),
        (".5", "a number, which may be written back otherwise"),
        ("+5", "a number, which may be written back otherwise"),
        ("1_000", "a number, which may be written back otherwise"),
        (".inf", "a number"),
        (".NaN", "a number"),
        ("2026-03-09 14:30:00", "a date and time, which may be written back otherwise"),
        ("=", "a command"),
        ("<<", "a command"),
    ],
)
def test_what_other_tools_make_of_a_value(value: str, meaning: str) -> None:
    assert misreading(value) == meaning


@pytest.mark.parametrize(
    "value",
    [
        "0", "5", "-5", "1984", "2026-03-09", "2026-03", "Norway", "yesterday", "10.5555/lrrt",
        "0000-0002-1825-0097", "978-0-306-40615-7", "12-34", "v1.2.3", "e5", "a:b", "٣:٣٠", "²",
        "n.d.", "No. 5", "12:a", "1:99", "x", "",
    ],
)  # fmt: skip
def test_what_all_tools_read_as_it_stands(value: str) -> None:
    assert misreading(value) is None


@given(
    st.one_of(
        st.text("0123456789+-.:_eExXboaAfFnN~=<tTzZ yYsSulLiI", min_size=1, max_size=12),
        st.from_regex(
            re.compile(
                "|".join(
                    f"(?:{regexp.pattern})"
                    for resolvers in yaml.SafeLoader.yaml_implicit_resolvers.values()
                    for tag, regexp in resolvers
                    if tag != TEXT
                ),
                re.VERBOSE,
            ),
            fullmatch=True,
        ),
    )
)
def test_whatever_pyyaml_reads_as_no_text_is_flagged(value: str) -> None:
    value = value.strip()
    if value in ("!", "&", "*"):
        return  # signs that no plain value can begin with
    if resolved(value) != TEXT and not ALIKE.fullmatch(value):
        assert misreading(value) is not None
