"""Questions that a command asks, or whose answers it is given as options."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import click
from pydantic import TypeAdapter, ValidationError

from generator.bibliography.reading.text import Sort, clean
from generator.catalog.rules.privacy import without_contacts
from generator.cli.new_choices import Choice, Spellings, list_choices
from generator.cli.options import Misuse
from generator.diagnostics import RULES, closest

_NONE = "-"
"""The answer by which a proposal is turned down where nothing need stand."""

Check = Callable[[str], str]
"""Says what is wrong with an answer that has the right form; nothing where it will do."""


@dataclass(frozen=True, slots=True)
class _Question:
    """A question: what it is called, what it says, and what becomes of an answer."""

    key: str
    words: str
    wrong: Check
    taken: Callable[[str], str]
    required: bool = False
    proposed: str = ""
    offered: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked on the terminal, but for what options have answered already.

    ``asks`` is false where nobody is to be asked: what no option says is then left out, or is what
    would have been proposed. ``in_public`` tells whether everybody can read the answers.
    """

    options: Mapping[str, Any]
    asks: bool
    in_public: bool

    def line(  # noqa: PLR0913  # what makes up a question
        self,
        key: str,
        words: str,
        holds: Any,
        *,
        required: bool = False,
        proposed: str = "",
        check: Check = lambda _answer: "",
        sort: Sort = Sort.CODE,
    ) -> str:
        """Return an answer that fits a type of records' fields; nothing where that is allowed."""

        def wrong(answer: str) -> str:
            return self.misfit(holds, answer) or check(answer)

        return self._answer(
            _Question(key, words, wrong, lambda said: clean(said, sort), required, proposed)
        )

    def known_or_new(self, key: str, words: str, holds: Any, known: Iterable[str]) -> str:
        """Return an answer as line does; what is much like a known one may have meant that.

        '?' lists those known.
        """
        offered = sorted(set(known))

        def wrong(answer: str) -> str:
            return self.misfit(holds, answer)

        choices = tuple(map(Choice, offered))
        shown = _Question(key, words, wrong, _line, offered=lambda: list_choices(choices))
        answer = self._answer(shown)
        if not self.asks or key in self.options or not answer or answer in offered:
            return answer
        meant = closest(answer, offered)
        is_meant = meant and click.confirm(f"Did you mean '{meant}'?", default=True, err=True)
        return meant if meant and is_meant else answer

    def misfit(self, holds: Any, answer: str) -> str:
        """Say why an answer does not fit a type of records' fields, or must not be read by all."""
        return fault_in(holds, answer) or self._contact_in(answer)

    def only_options(self) -> "Questions":
        """Return questions that only options answer."""
        return Questions(self.options, asks=False, in_public=self.in_public)

    def choose(
        self,
        key: str,
        words: str,
        choices: Iterable[Choice],
        *,
        required: bool = False,
        proposed: str = "",
    ) -> str:
        """Return the id of what was chosen; nothing where that is allowed. '?' lists them all."""
        known = tuple(choices)
        found = Spellings(known)
        return self._answer(
            _Question(
                key,
                words,
                found.wrong,
                found.id_of,
                required,
                proposed,
                lambda: list_choices(known),
            )
        )

    def choose_several(
        self,
        key: str,
        words: str,
        choices: Iterable[Choice],
        *,
        required: bool = False,
        check: Check = lambda _id: "",
    ) -> list[str]:
        """Return the ids of what was chosen, separated by commas; '?' lists what there is.

        ``check`` is asked of each id that somebody types.
        """
        known = tuple(choices)
        found = Spellings(known)

        def ids(said: str) -> str:
            whole = found.id_of(said)
            parts = [whole] if whole in found.known else said.split(",")
            return ", ".join(dict.fromkeys(found.id_of(one) for one in parts if one.strip()))

        def wrong_one(id_: str) -> str:
            return found.wrong(id_) or ("" if key in self.options else check(id_))

        def wrong(answer: str) -> str:
            return next(filter(None, map(wrong_one, answer.split(", "))), "")

        asked = _Question(key, words, wrong, ids, required, "", lambda: list_choices(known))
        answer = self._answer(asked)
        return answer.split(", ") if answer else []

    def agree(self, key: str, words: str, *, proposed: bool = False) -> bool:
        """Return whether somebody agrees."""
        given = self.options.get(key)
        if given is not None:
            return bool(given)
        return click.confirm(words, default=proposed, err=True) if self.asks else proposed

    def say(self, *lines: str) -> None:
        """Say something before the next question, if one is asked."""
        for line in lines if self.asks else ():
            click.echo(line, err=True)

    def _answer(self, question: _Question) -> str:
        given = self.options.get(question.key)
        if given is not None:
            answer = question.taken(given if isinstance(given, str) else ", ".join(given))
            problem = question.wrong(answer) if answer else "this is empty"
            return _misuse(question.key, problem) if problem else answer
        if not self.asks:
            if question.required and not question.proposed:
                _misuse(question.key, "this is needed")
            return question.proposed
        while True:
            said = self._prompt(question)
            if said == "?" and question.offered:
                question.offered()
                continue
            answer = "" if said == _NONE and not question.required else question.taken(said)
            if not answer and not question.required:
                return ""
            problem = question.wrong(answer) if answer else "this is needed"
            if not problem:
                return answer
            click.echo(f"  {problem}", err=True)

    def _prompt(self, question: _Question) -> str:
        nothing = f"{_NONE} for nothing" if question.proposed else "or nothing"
        words = question.words if question.required else f"{question.words} ({nothing})"
        proposed, shown = question.proposed, bool(question.proposed)
        return str(click.prompt(words, default=proposed, show_default=shown, err=True)).strip()

    def _contact_in(self, answer: str) -> str:
        if self.in_public and without_contacts(answer) != answer:
            return (
                "this looks like an e-mail address or a telephone number, and everybody can read "
                "these records; leave it out"
            )
        return ""


def _line(said: str) -> str:
    return clean(said, Sort.CODE)


def fault_in(holds: Any, answer: str) -> str:
    """Return why an answer does not fit a type of records' fields, and what would; or nothing."""
    try:
        TypeAdapter(holds).validate_python(answer)
    except ValidationError as faults:
        fault = faults.errors(include_url=False)[0]
        context = fault.get("ctx", {})
        if fault["type"] in RULES:
            help_ = context["help"] or RULES[fault["type"]].help
            return f"{context['message']}; {help_}"
        if fault["type"] == "string_too_long":
            most = context["max_length"]
            return f"this has {len(answer):,} characters, but at most {most:,} fit here"
        if fault["type"] in ("greater_than_equal", "less_than_equal"):
            least, most = context.get("ge"), context.get("le")
            return f"write {least} or more" if most is None else f"write {most} or less"
        if fault["type"].startswith("int_"):
            return f"'{answer}' is not a whole number"
        return str(fault["msg"])
    return ""


def option_of(key: str) -> str:
    """Return the option that answers a question; an argument has capital letters."""
    return key if key.isupper() else f"--{key.rstrip('_').replace('_', '-')}"


def _misuse(key: str, problem: str) -> NoReturn:
    message = f"{option_of(key)}: {problem}"
    raise Misuse(message)
