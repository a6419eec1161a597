"""The reference of all faults: the entry of one, the list of all, and the page."""

import textwrap
import unicodedata

from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.rule import Rule
from generator.diagnostics.rules import GROUPS

_INTRODUCTION = """\
<!-- Made from generator/diagnostics/rules by 'lrrt schema'. Do not edit. -->

# What can be wrong

`lrrt validate` reads every record and lists all faults in one run, each with its file, line and
column:

```text
records/pairings/2026.yaml:14:13: error[unknown-participant] no participant 'ada-okafr'
  help: did you mean 'ada-okafor'?
```

The word in brackets is the code of the fault. Below, each code has its entry: what is wrong, why it
matters, the way out, and an example. `lrrt explain unknown-participant` prints the same entry. An
**error** keeps the site from being published; a **warning** asks for a look.

In the examples, characters that could not be seen are written as their numbers, as in `<U+200B>`.
"""


def rules_reference() -> str:
    """Return the page on all faults, in Markdown."""
    parts = [_INTRODUCTION]
    for heading, rules in GROUPS.items():
        parts.append(f"## {heading}\n")
        parts += [rule_entry(rule) for rule in rules]
    return "\n".join(parts)


def rule_entry(rule: Rule) -> str:
    """Return the entry of one kind of fault, in Markdown."""
    severity = "Error" if rule.severity is Severity.ERROR else "Warning"
    about = f"**{severity}.** {rule.summary}. {rule.why}"
    return "\n".join(
        (
            f"### {rule.code}\n",
            f"{_filled(about)}\n",
            f"{_filled(f'What to do: {rule.help}.')}\n",
            f"Wrong:\n\n{_example(rule.wrong)}\n",
            f"Right:\n\n{_example(rule.right)}\n",
        )
    )


def rule_list() -> str:
    """Return the codes of all faults under their headings, each with its summary."""
    widest = max(len(rule.code) for rules in GROUPS.values() for rule in rules)
    parts = []
    for heading, rules in GROUPS.items():
        lines = [f"  {rule.code:<{widest}}  {rule.summary}" for rule in rules]
        parts.append("\n".join((heading, *lines)) + "\n")
    return "\n".join(parts)


def _filled(text: str) -> str:
    return textwrap.fill(text, 100, break_long_words=False, break_on_hyphens=False)


def _example(snippet: str) -> str:
    """Return an example as a block of YAML, or as a sentence where it is prose in parentheses."""
    if snippet.startswith("("):
        prose = snippet[1:-1]
        return f"{prose[:1].upper()}{prose[1:]}."
    shown = "".join(map(_seen, textwrap.dedent(snippet)))
    return f"```yaml\n{shown}\n```"


def _seen(character: str) -> str:
    """Return a character, or its number where it could not be seen or told apart."""
    if character == "\n":
        return character
    hidden = not character.isprintable() or unicodedata.combining(character)
    return f"<U+{ord(character):04X}>" if hidden else character
