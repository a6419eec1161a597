"""The ways that things take, drawn: steps from left to right, each with who does it."""

from html import escape

from tests.pictures.studio import Studio

_STEP = (
    "flex:1;min-width:0;background:var(--card);border:1px solid var(--strong-line);"
    "border-radius:8px;padding:14px 16px"
)
_WHO = "font:600 15px var(--sans);color:var(--accent);margin:0 0 4px"
_WHAT = "font:600 19px/1.3 var(--serif);margin:0 0 6px"
_HOW = "font:16px/1.45 var(--sans);color:var(--soft);margin:0"
_ARROW = "align-self:center;font:28px var(--sans);color:var(--strong-line);flex:none"
_PLACE = "border:2px dashed var(--line);border-radius:12px;padding:14px 16px 16px;margin:14px 0"
_NAME = "font:600 15px var(--sans);color:var(--soft);margin:0 0 8px;display:block"

_Step = tuple[str, str, str]
"""Who does it, what it is, and a sentence on how."""


def _place(name: str, *row: _Step) -> str:
    """A row of steps with arrows between, in a place such as a folder that only some can read."""
    arrow = f'<span style="{_ARROW}">→</span>'
    boxes = (
        f'<div style="{_STEP}"><p style="{_WHO}">{escape(who)}</p>'
        f'<p style="{_WHAT}">{escape(what)}</p><p style="{_HOW}">{escape(how)}</p></div>'
        for who, what, how in row
    )
    return (
        f'<section style="{_PLACE}"><span style="{_NAME}">{escape(name)}</span>'
        f'<div style="display:flex;gap:10px;align-items:stretch">{arrow.join(boxes)}</div></section>'
    )


def change_path(studio: Studio) -> bytes:
    """From the edit to the published page."""
    return studio.drawn(
        _place(
            "In your branch, which nobody takes for the site",
            ("You", "Edit a record", "With the pencil, in the browser."),
            ("You", "Propose the change", "That opens a pull request."),
        )
        + _place(
            "In the pull request",
            ("The check", "Reads every record", "It says what is wrong, where, and the way out."),
            ("You", "Look at the preview", "The whole site, as it would be."),
            ("Somebody else", "Reviews", "With the list of what changes on the site."),
        )
        + _place(
            "On main, which is published",
            ("You", "Merge", "One click."),
            ("The site", "Shows it", "A few minutes later."),
        )
    )


def application_path(studio: Studio) -> bytes:
    """From the form to the public record."""
    return studio.drawn(
        _place(
            "On the site",
            ("The applicant", "Fills in the form", "At apply/mentee/ or apply/mentor/."),
            ("The applicant", "Sends it", "As a file by mail, or with a form service."),
        )
        + _place(
            "In the private folder, which only the committee can read",
            ("You", "Import", "lrrt import applications"),
            ("You", "Decide what is undecided", "A word that is no term, a person in words."),
            ("You", "Match", "lrrt match"),
        )
        + _place(
            "In the repository, which everybody may be able to read",
            ("You", "Accept", "lrrt accept writes what each person agreed to, and no more."),
            ("You", "Propose the change", "The check reads it, somebody looks, you merge."),
        )
    )
