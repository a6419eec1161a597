"""Items in CSL-JSON as hypothesis makes them: every type, every variable, every sort of date."""

from typing import Any

from hypothesis import strategies as st

from generator.records.csl import CSL_DATES, CSL_TEXTS, CSL_TYPES
from generator.records.output import ContributorRole

WORDS = st.text(min_size=1, max_size=40)
PIECES = st.lists(
    st.sampled_from(
        (
            "<i>",
            "</i>",
            "<em>x</em>",
            "&amp;",
            "&lt;b&gt;",
            "Ã©",
            "\u200b",
            "e\u0301",
            "\n",
            "\t",
            "---",
            "a: b",
            "# c",
            "yes",
            "1.10",
            "010",
            "12:30",
            "{x}",
            "\\",
            "'",
            '"',
            "日本",
            "<jats:p>",
            "</jats:p>",
            "10.5555/x",
            "https://example.org/a?b=%20&c_d",
            " ",
        )
    ),
    min_size=1,
    max_size=6,
).map("".join)
TEXTS = WORDS | PIECES
NUMBERS = st.integers(0, 10**6) | st.floats(0, 1000, allow_nan=False)
YEARS = st.integers(-200, 2300)
PARTS = st.lists(
    st.lists(st.integers(-2, 32) | YEARS | st.none() | WORDS, max_size=3), max_size=3
) | st.lists(
    st.tuples(YEARS, st.integers(1, 24), st.integers(1, 31)).map(list), min_size=1, max_size=2
)
DATES = st.fixed_dictionaries(
    {},
    optional={
        "date-parts": PARTS,
        "season": st.sampled_from((1, 4, "2", "spring", "Fall", 21, 13, "Michaelmas", 99)),
        "circa": st.sampled_from((True, False, 1, "1", "ca.", 0)),
        "literal": TEXTS | st.just("2019\u2013present"),
        "raw": TEXTS | st.sampled_from(("2020-05-06", "May 2020", "2020/2021", "2020-05-06/..")),
    },
) | st.sampled_from(("2020-05", "2020~", "2020-21", "2020-05-01/2020-06-02", "n.d."))
PARTS_OF_NAMES = (
    "family",
    "given",
    "suffix",
    "dropping-particle",
    "non-dropping-particle",
    "literal",
)
PEOPLE = st.fixed_dictionaries({}, optional=dict.fromkeys(PARTS_OF_NAMES, TEXTS))
CUSTOM = st.dictionaries(
    WORDS,
    st.recursive(
        st.none() | st.booleans() | st.integers() | TEXTS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
        max_leaves=5,
    ),
    max_size=4,
)


def csl_items() -> st.SearchStrategy[dict[str, Any]]:
    """Items with a title and any number of variables, most of them as tools really write them."""
    optional: dict[str, st.SearchStrategy[Any]] = {
        **{name: TEXTS | NUMBERS for name in CSL_TEXTS if name != "title"},
        **dict.fromkeys(CSL_DATES, DATES),
        **{str(role): st.lists(PEOPLE, max_size=3) for role in ContributorRole},
        "categories": st.lists(TEXTS, max_size=3),
        "custom": CUSTOM,
    }
    return st.lists(st.sampled_from(sorted(optional)), unique=True, max_size=12).flatmap(
        lambda names: st.fixed_dictionaries(
            {
                "id": TEXTS | st.integers(0, 10**9),
                "type": st.sampled_from(sorted(CSL_TYPES)),
                "title": st.text("abcdefghij <>&;", min_size=1, max_size=600) | TEXTS,
                **{name: optional[name] for name in names},
            }
        )
    )
