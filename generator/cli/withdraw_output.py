"""What 'lrrt withdraw' says: what changes, what is left to do, and what no file can take back."""

from collections.abc import Sequence
from datetime import date

import click

from generator.cli.import_ import printable
from generator.views.wording import counted
from generator.withdrawal.leaving import Consequence, Part
from generator.withdrawal.planning import Withdrawal
from generator.withdrawal.traces import Trace

_GUIDE = "docs/guides/someone-asked-to-be-removed.md"
_UNREAD = "of pictures, recordings and PDF files, only the names were looked at"
_STAYS = """
What no change of these files takes back:
  - the history of the repository, where every earlier version stands, and pull requests
  - copies and forks that others made of it
  - search engines and web archives, until they look again
  - publications themselves, and what ORCID and DOI registries know of them
  - e-mails, posts and certificates that went out
"""


def say_plan(
    plan: Withdrawal, traces: Sequence[Trace], on_site: str, today: date, *, has_private: bool
) -> None:
    """Say what would change, on the site too, and what would be left to do by hand."""
    leaving = plan.leaving
    _say(f"{leaving.name.full} ({leaving.id}) leaves, as of {leaving.day}.")
    for part in Part:
        own = [one for one in plan.consequences if one.part is part]
        if own:
            _say(f"\n{part}:")
            for one in own:
                _say(f"  {_line(one)}")
    if on_site:
        _say("\nOn the site, where nobody is named who leaves:")
        for line in on_site.rstrip("\n").split("\n"):
            _say(f"  {line}".rstrip())
    past = plan.out_already(today)
    if past:
        _say(
            f"\nIs {leaving.day} the day on which they asked? They are taken out of what has been "
            f"since: {', '.join(past)}. If the day is mistyped, stop here and write it anew with "
            "--on."
        )
    if not has_private:
        _say(
            "\nNo private folder was named. If applications are kept in one, stop here and name it "
            "with --private DIR, so that theirs is deleted, too."
        )
    if plan.undecided:
        _say("\nSessions to come whose pairing ends; decide what becomes of them:")
        for name in plan.undecided:
            _say(f"  {name}")
    _say_traces(traces)
    files = len(plan.written.keys() | set(plan.deleted))
    _say(f"\n{counted(files, 'file')} would change, together or not at all.")


def say_what_stays(plan: Withdrawal) -> None:
    """Say that it is done, and what remains elsewhere."""
    stays = f"In the records, they are '{plan.leaving.new_id}' now."
    _say(f"Done. {stays if plan.tombstone else 'Nothing of their application is kept.'}")
    _say(_STAYS.rstrip())
    _say(f"\nHow to handle each, and how to rewrite the history: {_GUIDE}.")
    _say(
        "When you commit, name neither the person nor the reason: "
        "'Correct a participant record' will do."
    )


def _say_traces(traces: Sequence[Trace]) -> None:
    if not traces:
        _say(
            "\nNothing else names them: records, pages, templates and the private folder were "
            f"searched, in all spellings; {_UNREAD}."
        )
        return
    _say(
        "\nLeft to do by hand: these have the name, a part of it, or an address. Read each; rewrite"
    )
    _say("what speaks of this person, and delete files that are theirs.")
    for trace in traces:
        _say(f"  {trace.place}: {trace.text}")
    _say(f"Look for yourself, too: {_UNREAD}.")


def _line(one: Consequence) -> str:
    where = one.about or one.path
    return f"{where}: {one.said}"


def _say(said: str) -> None:
    for line in said.split("\n"):
        click.echo(printable(line), err=True)
