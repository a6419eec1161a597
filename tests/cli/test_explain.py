"""lrrt explain: what a code means."""

from collections.abc import Callable

import pytest
from click.testing import Result

from generator.diagnostics import RULES
from generator.diagnostics.reference import rule_entry, rule_list

Run = Callable[..., Result]


@pytest.mark.parametrize("code", RULES)
def test_a_code_is_explained_as_in_the_reference(code: str, lrrt: Run) -> None:
    result = lrrt("explain", code)
    assert (result.exit_code, result.stdout) == (0, rule_entry(RULES[code]))


def test_without_a_code_all_are_listed(lrrt: Run) -> None:
    result = lrrt("explain")
    assert (result.exit_code, result.stdout) == (0, rule_list())
