"""Commands at a terminal, and what they say."""

import shlex
import subprocess
from pathlib import Path

import markdown

from generator.records.kinds import Kind
from tests.corrections.issues import issue_text
from tests.pictures.studio import Studio
from tests.pictures.terminal import at_terminal, window
from tests.website.project import run

_PRIVATE = ("--private", "../mentorship-private")
_FAULTY = """\
# yaml-language-server: $schema=../schemas/output.json
type: journal-article
title: Quiet hours
status: published
date: 2026-11
contributors:
  - participant: lucja-zmyslon
container:
  title: Journal of Invented Library Results
  volume: 4
  issn: 1234-5678
doi: https://doi.org/10.5555/lrrt.2026.31
pairings: [2025/chat-after-hours]
"""
_SHEET = """\
Timestamp,Email Address,Your name,Are you applying as a mentor or a mentee?,ORCID iD,Research topics,Time zone,Describe your project,What may we show on the website?
2026-05-12 09:30:11,Ines@Example.org,"Sinombre, Inés",Mentee,https://orcid.org/0000-0001-5109-3700,Public libraries; Bookmobiles,Central,Who borrows from a bus?,Name; Affiliation
2026-05-13 17:02:45,,Toto Fauxnom,Mentee,,Public libraries,,Reading rooms,
"""
_PAPER = (
    "background:#fff;color:#1f2328;padding:24px 28px;border:1px solid #d1d9e0;border-radius:8px"
)
_LETTERS = "font:16px/1.55 'Noto Sans',sans-serif"

_ANSWERS = "\n" * 11 + "y\n"
_EDITS = (
    (
        "events/2026-symposium.yaml",
        'start: "13:00"\n    end: "13:25"',
        'start: "13:05"\n    end: "13:30"',
    ),
    (
        "participants/lucja-zmyslona.yaml",
        "position: Virtual Services Librarian",
        "position: Head of Nights",
    ),
    ("outputs/2026-trust-then-read.yaml", "Trust, then read?", "Trust, and then read?"),
)


def check(studio: Studio) -> bytes:
    """A record with faults, and what the check says of it."""
    project = studio.project("check")
    (project / "records/outputs/2026-quiet-hours.yaml").write_text(_FAULTY, "utf-8")
    return _terminal(studio, project, ("lrrt", "validate"))


def import_applications(studio: Studio) -> bytes:
    project = studio.project("import")
    (project.parent / "answers.csv").write_text(_SHEET, "utf-8")
    command = ("lrrt", "import", "applications", "../answers.csv", "--cohort", "2026", *_PRIVATE)
    run(*command, cwd=project)
    return _terminal(studio, project, command, answers="y\n")


def withdraw(studio: Studio) -> bytes:
    project = studio.project("withdraw")
    command = ("lrrt", "withdraw", "calvin-makebright", *_PRIVATE, "--dry-run")
    return _terminal(studio, project, command, until="\n\nOn the site")


def apply_issue(studio: Studio) -> bytes:
    """An issue's text, and the change that it proposes."""
    project = studio.project("issue")
    (project.parent / "issue.md").write_text(_issue(), "utf-8")
    return _terminal(studio, project, ("lrrt", "apply-issue", "../issue.md", "--dry-run"))


def new_cohort(studio: Studio) -> bytes:
    return _terminal(studio, studio.project("new"), ("lrrt", "new", "cohort"), answers=_ANSWERS)


def own_computer(studio: Studio) -> bytes:
    """From what a command wrote to a branch that can be proposed."""
    project = studio.project("own")
    _begin_history(project)
    _git(project, "init", "--quiet", "--bare", "../origin.git")
    _git(project, "remote", "add", "origin", "../origin.git")
    path, old, new = _EDITS[1]
    record = project / "records" / path
    record.write_text(record.read_text("utf-8").replace(old, new, 1), "utf-8")
    checked = ("lrrt validate", at_terminal("lrrt", "validate", cwd=project))
    proposed = (
        "git switch -c correct-a-record",
        "git add records",
        "git commit -m 'Correct a record'",
        "git push -u origin correct-a-record",
    )
    said = [(line, _git(project, *shlex.split(line)[1:])) for line in proposed]
    return studio.drawn(window("Terminal", checked, *said))


def due(studio: Studio) -> bytes:
    project = studio.project("due")
    return _terminal(studio, project, ("lrrt", "due", "--on", "2026-11-23", *_PRIVATE))


def match(studio: Studio) -> bytes:
    """A page of the report, as a viewer of Markdown shows it."""
    project = studio.project("match")
    command = ("lrrt", "match", "2026", *_PRIVATE, "--dry-run", "--report", "-")
    text = run(*command, cwd=project).stdout
    start = text.index("### ")
    return _written(studio, text[start : text.index("### ", start + 4)])


def changes(studio: Studio) -> bytes:
    """What a pull request changes, as its summary shows it."""
    project = studio.project("changes")
    _begin_history(project)
    for path, old, new in _EDITS:
        file = project / "records" / path
        text = file.read_text("utf-8")
        assert old in text, path
        file.write_text(text.replace(old, new, 1), "utf-8")
    return _written(
        studio, run("lrrt", "changes", "main", "--on", "2026-11-23", cwd=project).stdout
    )


def _issue() -> str:
    told = {"Title": "Who is awake? Staffing a chat for the questions that come at night"}
    return issue_text(Kind.OUTPUT, "outputs/2026-who-is-awake", told, "It is so on the poster.")


def _begin_history(project: Path) -> None:
    for command in (
        ("init", "--quiet", "--initial-branch=main"),
        ("config", "user.email", "librarian@example.org"),
        ("config", "user.name", "Librarian"),
        ("add", "."),
        ("commit", "--quiet", "--message", "As it is"),
    ):
        _git(project, *command)


def _git(project: Path, *arguments: str) -> str:
    done = subprocess.run(
        ("git", *arguments),
        cwd=project,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return done.stdout.strip()


def _terminal(
    studio: Studio, project: Path, command: tuple[str, ...], *, answers: str = "", until: str = ""
) -> bytes:
    """What a command says; ``until`` words with which what is too long for a picture begins."""
    said = at_terminal(*command, cwd=project, answers=answers)
    if until:
        said = f"{said[: said.index(until)]}\n\n…"
    return studio.drawn(window("Terminal", (" ".join(command), said)))


def _written(studio: Studio, text: str) -> bytes:
    """Markdown as a repository's host shows it, in plain black on white."""
    html = markdown.markdown(text, extensions=["tables", "sane_lists"])
    return studio.drawn(f'<div style="{_PAPER};{_LETTERS}">{html}</div>')
