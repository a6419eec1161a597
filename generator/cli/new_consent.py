"""What a person agreed to have shown: asked scope by scope, and never assumed."""

from datetime import date
from typing import Any

from generator.cli.new_choices import Choice
from generator.cli.new_questions import Questions
from generator.cli.options import Misuse
from generator.records.dates import Date
from generator.records.fields import ConsentScope
from generator.records.people import COVERS


def ask_consent(ask: Questions, latest: date | None) -> dict[str, Any]:
    """Return the consent of a person; nothing where there is none.

    No consent is given on a day after the ``latest``.
    """
    choices = [Choice(str(scope), COVERS[scope]) for scope in ConsentScope]
    told = ask.only_options().choose_several("consent", "", choices)
    if told and "consent_given" not in ask.options:
        message = "--consent-given: the day on which the person agreed is needed"
        raise Misuse(message)

    def not_yet(answer: str) -> str:
        if latest and date.fromisoformat(answer) > latest:
            return f"{answer} is still to come; write the day on which the person agreed"
        return ""

    ask.say(
        "What did the person agree to have shown? Write down only what they said or wrote. Without",
        "consent, the site shows nothing of them; it can be added later.",
    )
    given = ask.line(
        "consent_given", "The day on which they agreed, as in 2026-08-02", Date, check=not_yet
    )
    if not given:
        return {}
    scopes = told or _asked(ask)
    if scopes and str(ConsentScope.NAME) not in scopes:
        message = "--consent: without 'name', none of the other scopes has an effect"
        raise Misuse(message)
    ordered = [str(scope) for scope in ConsentScope if scope in scopes]
    return {"given": given, "scopes": ordered} if ordered else {}


def _asked(ask: Questions) -> list[str]:
    agreed: list[str] = []
    for scope in ConsentScope:
        if scope is not ConsentScope.NAME and not agreed:
            break
        if ask.agree(f"agreed to {scope}", f"Did they agree to '{scope}' ({COVERS[scope]})?"):
            agreed.append(str(scope))
    return agreed
