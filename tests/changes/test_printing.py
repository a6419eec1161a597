"""A report as Markdown and as text; somebody's words are shown and do nothing."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.changes.printing import escaped, print_markdown, print_text
from generator.changes.report import Report, Section

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
JOINER = "\u2060"
CALLS = re.compile(r"[@#]\w|(?i:\bgh-\d)|(?i:https?|ftp|mailto):|(?i:\bwww)\.|:[\w+-]+:")
"""What a code host makes something of, in text: people, issues, addresses, pictures."""

REPORT = Report(
    sections=(
        Section("Publications", ("adds “A & B” (report, 2026)",)),
        Section("Events", ("removes “C”", "adds “D”")),
    ),
    pages=("People", "Publications"),
    look=True,
)


def test_markdown_is_a_list_of_pages() -> None:
    assert print_markdown(REPORT) == (
        "- **Publications**: adds “A &amp; B” (report, 2026).\n"
        "- **Events**:\n"
        "  - removes “C”.\n"
        "  - adds “D”.\n"
        "\n"
        "The look or the generator changed; every page may differ.\n"
        "\n"
        "2 pages differ: People; Publications.\n"
    )


def test_text_says_the_same() -> None:
    assert print_text(REPORT) == (
        "Publications: adds “A & B” (report, 2026).\n"
        "Events:\n"
        "  - removes “C”.\n"
        "  - adds “D”.\n"
        "\n"
        "The look or the generator changed; every page may differ.\n"
        "\n"
        "2 pages differ: People; Publications.\n"
    )


@pytest.mark.parametrize("printed", [print_markdown, print_text])
def test_nothing_is_said_in_three_words(printed: object) -> None:
    assert callable(printed)
    assert printed(Report()) == "No visible change.\n"


def test_a_new_look_alone_is_told() -> None:
    assert print_text(Report(look=True)) == (
        "The look or the generator changed; every page may differ.\n"
    )


@pytest.mark.parametrize(
    ("number", "last"),
    [(12, "change 11"), (13, "change 12"), (14, "and 2 more changes"), (40, "and 28 more changes")],
)
def test_many_lines_are_cut(number: int, last: str) -> None:
    report = Report((Section("People", tuple(f"change {place}" for place in range(number))),))
    lines = print_text(report).splitlines()
    assert (len(lines), lines[-1]) == (min(number, 13) + 1, f"  - {last}.")


def test_every_page_is_named_and_many_are_folded_away() -> None:
    pages = tuple(f"Page {number}" for number in range(40))
    report = Report(pages=pages)
    assert print_text(report) == f"40 pages differ: {'; '.join(pages)}.\n"
    assert print_markdown(report).splitlines() == [
        "<details><summary>40 pages differ</summary>",
        "",
        *(f"- {page}" for page in pages),
        "",
        "</details>",
    ]
    assert print_text(Report(pages=pages[:1])) == "1 page differs: Page 0.\n"


def test_pages_beyond_what_anybody_reads_are_counted() -> None:
    report = Report(pages=tuple(f"Page {number}" for number in range(600)))
    assert print_text(report).endswith("; Page 499; and 100 more.\n")


def test_a_summary_is_never_longer_than_its_place_on_github() -> None:
    sections = tuple(Section(f"Page {at}", ("#" * 900,) * 30) for at in range(400))
    report = Report(sections, tuple("#" * 120 for _ in range(9000)))
    written = print_markdown(report)
    assert len(written.encode()) < 1_000_000
    counted = re.findall(r"^- (\d+) other parts of the site: the preview", written, re.MULTILINE)
    assert [400 - len(re.findall(r"^- \*\*Page", written, re.MULTILINE))] == [*map(int, counted)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("removes “Who is awake?”", "removes “Who is awake?”"),
        ("is now cited as “A. Press.”", "is now cited as “A. Press.”"),
        ("is now cited as “A.” (until now: “B.”)", "is now cited as “A.” (until now: “B.”)"),
        ("adds Calvin Makebright Jr.", "adds Calvin Makebright Jr."),
        ("adds “Tea”", "adds “Tea”."),
    ],
)
def test_a_sentence_ends_once(line: str, said: str) -> None:
    assert print_text(Report((Section("P", (line,)),))) == f"P: {said}\n"


INJECTIONS = [
    "# Heading", "- item", "+ item", "1. one", "1) one", "> quote", "* * *", "--- ", "===", "`code`",
    "[a](https://evil.example)", "![a](https://evil.example/a.png)", "<img src=x>", "<script>", "&lt;",
    "https://evil.example", "HTTP://evil.example", "www.evil.example", "mail@evil.example", "@octocat", "@org/team",
    "#12", "owner/repo#12", "GH-12", "~~gone~~", "| a | b |", "$x$", "\\# a", "**bold**", "__bold__", "_it_",
    "[ref]: https://evil.example", "<!-- hidden", ":smile:", "a\n\n# b", "[x]", "```", "    code", "~~~",
    "*[a]: b", "<https://evil.example>", "[^1]", "ftp://evil.example", "mailto:a@evil.example", "&#64;octocat",
]  # fmt: skip


@pytest.mark.parametrize("text", INJECTIONS)
def test_somebodys_words_are_shown_as_they_are(text: str) -> None:
    shows_only(text)


@given(st.text(st.sampled_from("ab1 @#*_`[]()<>!&\\:/.-+=~|$wh\n"), max_size=30))
def test_no_words_make_anything_but_words(text: str) -> None:
    shows_only(text)


def shows_only(text: str) -> None:
    """Hold what Markdown makes of words in a report against the words."""
    words = " ".join(text.split())
    report = Report((Section("P", (words, "x")), Section(words, ("y",))), pages=(words, "z"))
    html = GITHUB.render(print_markdown(report))
    tags = set(re.findall(r"</?([a-z0-9]+)", html))
    assert tags <= {"ul", "li", "strong", "p"}
    assert not CALLS.search(unescape(re.sub(r"<[^>]*>", "\n", html)))
    if words:
        shown = unescape(re.sub(r"<[^>]*>", "", html))
        assert shown.replace(JOINER, "").count(words) >= 3


def test_breaking_a_call_leaves_the_words_alone() -> None:
    assert escaped("On #12, by @octocat") == f"On \\#{JOINER}12, by @{JOINER}octocat"
