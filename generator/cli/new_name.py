"""A person's name, asked for as people understand names."""

import re
import unicodedata

import click

from generator.cli.new_choices import Choice
from generator.cli.new_questions import Questions
from generator.records.fields import Line
from generator.records.identifiers import Language
from generator.records.people import PersonName

_PARTICLES = re.compile(
    r"(?P<particle>(?:(?:van|von|zu|zur|zum|der|den|de|del|della|di|da|das|dos|do|du|la|le|las|los"
    r"|ter|ten|te|bin|ben|ibn|af|av|el|al|y|e) |(?:d|l)['\u2019]|(?:al|el)-)+)(?P<family>\S.*)"
)
_SCRIPTS = {
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "THAI": "th",
    "GREEK": "el",
    "HEBREW": "he",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
}
"""Scripts by which a language can be told."""

_KEPT, _DROPPED = "kept", "dropped"


def ask_name(ask: Questions) -> dict[str, str]:
    """Return the parts of a name, in which nothing was taken apart by a guess."""
    given = ask.line("given", "Given names, with initials as the person writes them", Line)
    one_word = "Family name, or both family names" if given else "The name, if it is one word"
    family = ask.line("family", one_word, Line, required=not (given or _is_told(ask)))
    parts = {"given": given, **_particle(ask, family)}
    if given:
        parts["suffix"] = ask.line("suffix", "Jr., Sr., III and the like", Line)
    parts = {key: value for key, value in parts.items() if value}
    parts |= _shown(ask, parts)
    parts |= _own_script(ask)
    return {key: parts[key] for key in PersonName.model_fields if parts.get(key)}


def _is_told(ask: Questions) -> bool:
    """Tell whether an option gives the whole name."""
    return "display" in ask.options


def _particle(ask: Questions, family: str) -> dict[str, str]:
    """Return a family name and what stands before it, with where lists put that."""
    match = _PARTICLES.fullmatch(family)
    if not family or "particle" in ask.options or "dropping_particle" in ask.options:
        particle = ask.only_options()
        return {
            "particle": particle.line("particle", "", Line),
            "dropping_particle": particle.line("dropping_particle", "", Line),
            "family": family,
        }
    if not ask.asks or match is None:
        return {"family": family}
    word, rest = match["particle"].strip(), match["family"]
    whole = f"{match['particle']}{rest}"
    choices = (
        Choice(_KEPT, f"under '{whole}'"),
        Choice(_DROPPED, f"under '{rest}', with '{word}' after the given name"),
        Choice("part", f"'{whole}' is all one family name"),
    )
    ask.say(f"Where does a list of references file '{family}'?")
    ask.say(*(f"  {one.id}: {one.label}" for one in choices))
    chosen = ask.choose("filing", "kept, dropped or part", choices, required=True, proposed=_KEPT)
    if chosen == "part":
        return {"family": family}
    return {"particle" if chosen == _KEPT else "dropping_particle": word, "family": rest}


def _shown(ask: Questions, parts: dict[str, str]) -> dict[str, str]:
    """Return the whole name where the parts do not read as the person writes it."""
    if not parts or "display" in ask.options or not ask.asks:
        return {"display": ask.only_options().line("display", "", Line, required=not parts)}
    full = PersonName.model_validate(parts).full
    if click.confirm(f"Does the person write '{full}'?", default=True, err=True):
        return {}
    whole = "The whole name as the person writes it, as in 'Nguyễn Thị Hoa'"
    return {"display": ask.line("display", whole, Line, required=True)}


def _own_script(ask: Questions) -> dict[str, str]:
    original = ask.line("original", "The name in its own script, where that is another", Line)
    if not original:
        return {}
    words = "Its language, as in ja, zh-Hant, ar, ru"
    language = ask.line("original_language", words, Language, proposed=_language_of(original))
    return {"original": original, "original_language": language}


def _language_of(name: str) -> str:
    """Return the language whose script a name is in, where one alone has it."""
    scripts = {unicodedata.name(sign, "").split(" ")[0] for sign in name if sign.isalpha()}
    found = {_SCRIPTS[script] for script in scripts if script in _SCRIPTS}
    return found.pop() if len(found) == 1 else ""
