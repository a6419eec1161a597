"""News typed by hand that name somebody, beyond the example in tests/records."""

from collections.abc import Callable

import pytest

Write = Callable[[dict[str, str]], list[str]]

BEN = "participants/ben-larsen.yaml"
NAMESAKE = "participants/ben-larsen-2.yaml"
NOT_AGREED = "has not agreed to 'announcements'"
AGREED = "consent: {given: 2025-07-02, scopes: [name, announcements]}\n"
PRIVATE = "private/applications/2025"


def note(text: str, title: str = "A note") -> dict[str, str]:
    return {"news/a.yaml": f"date: 2026-06-01\nkind: note\ntitle: {title}\ntext: {text}\n"}


def ben(at: str, said: str = "Ben Larsen", why: str = NOT_AGREED, who: str = "ben-larsen") -> str:
    return f"news/a.yaml:{at} named-in-news '{said}' is the name of '{who}', who {why}"


def named(found: list[str]) -> list[str]:
    return [one for one in found if "named-in-news" in one]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(note("By ben larsén."), [ben("4:10", "ben larsén")], id="small, with accents"),
        pytest.param(note("So said Dr. Larsen, twice."), [ben("4:15", "Dr. Larsen")], id="a title"),
        pytest.param(note("Larsen is a town; Ben, a clock."), [], id="a part of a name"),
        pytest.param(
            note("Ben Larsen", title="Ben Larsen won"),
            [ben("3:8"), ben("4:7")],
            id="once for each key",
        ),
        pytest.param(
            {**note("Ben Larsen."), BEN: "consent: -> withdrawn: 2026-02-01\nconsent:"},
            [ben("4:7", why="withdrew on 2026-02-01")],
            id="withdrawn",
        ),
        pytest.param(
            {**note("Ben Larsen."), NAMESAKE: f"name: {{given: Ben, family: Larsen}}\n{AGREED}"},
            [],
            id="a namesake who agreed",
        ),
        pytest.param(
            {
                **note("Ben Larsen Holt."),
                NAMESAKE: f"name: {{given: Ben Larsen, family: Holt}}\n{AGREED}",
            },
            [],
            id="inside a longer name of somebody who agreed",
        ),
        pytest.param(
            {**note("昨天许理来了"), BEN: "  family: Larsen ->   family: Larsen\n  original: 许理"},
            [ben("4:9", "许理")],
            id="a script without spaces",
        ),
        pytest.param(
            note('"Ben\\u0020Larsen."'),
            [ben("4:7")],
            id="written otherwise in the file: the value's place",
        ),
        pytest.param(
            {
                **note("Dora Marsh came. # Dora Marsh"),
                f"{PRIVATE}/dora-marsh.yaml": (
                    "role: mentee\nname: {given: Dora, family: Marsh}\nemail: d@example.org\n"
                ),
            },
            [ben("4:7", "Dora Marsh", "applied, but is no participant", "dora-marsh")],
            id="an applicant",
        ),
        pytest.param(
            {
                **note("Dora Marsh came."),
                "participants/mentee-2025-01.yaml": "name: {display: Mentee 2025-01}\n",
                f"{PRIVATE}/mentee-2025-01.yaml": (
                    "role: mentee\nname: {given: Dora, family: Marsh}\nemail: d@example.org\n"
                ),
            },
            [ben("4:7", "Dora Marsh", who="mentee-2025-01")],
            id="a name that only the application has",
        ),
    ],
)
def test_who_did_not_agree_is_found_in_what_was_typed(
    files: dict[str, str], expected: list[str], faults_with: Write
) -> None:
    assert named(faults_with(files)) == expected


def test_a_comment_after_a_text_is_not_said(faults_with: Write) -> None:
    assert named(faults_with(note("Words. # not Ben Larsen"))) == []
