"""The same values written as many people write YAML: any style, any order, remarks everywhere."""

import json
from random import Random
from typing import Any

import yaml

from generator.source import plain, read_bytes

_WORDS = ("a word", "- x: y", 'say "no', "[", "tell: why", "#", "it's", "{", "é 空野")


class Messy:
    """Writes values; ``comments`` holds those written so far."""

    def __init__(self, chance: Random, *, remarks: bool = True) -> None:
        self._chance = chance
        self._remarks = remarks
        self._left_of: int | None = None
        self.comments: list[str] = []

    def record(self, values: dict[str, Any]) -> str:
        """The text of a record."""
        lines = [*self._above(0), *self._mapping(values, 0), *self._above(0)]
        return "\n".join(lines) + self._chance.choice(["", "\n", "\n\n"])

    def _comment(self) -> str:
        mark = self._chance.choice(["# ", "#"])
        text = f"{mark}{len(self.comments)} {self._chance.choice(_WORDS)}"
        self.comments.append(text)
        return text

    def _above(self, indent: int) -> list[str]:
        lines = []
        while self._remarks and self._chance.random() < 0.3:
            if self._chance.random() < 0.7:
                by = self._chance.choice([indent, indent, 0, 2, 3, 4, 6, 9])
                if self._left_of is not None:
                    by = min(by, self._left_of - 1)
                lines.append(" " * by + self._comment())
            else:
                lines.append("" if self._left_of else self._chance.choice(["", "   "]))
        return lines

    def _beside(self) -> str:
        if not self._remarks or self._chance.random() > 0.2:
            return ""
        return self._chance.choice([" ", "   "]) + self._comment()

    def _mapping(self, values: dict[str, Any], indent: int) -> list[str]:
        keys = list(values)
        self._chance.shuffle(keys)
        lines: list[str] = []
        for position, key in enumerate(keys):
            above = self._above(indent) if position else []
            written = self._entry(f"{key}:", values[key], indent, self._chance.choice([2, 2, 4]))
            lines += [
                *above,
                *(" " * indent + line if not at else line for at, line in enumerate(written)),
            ]
        return lines

    def _entry(self, lead: str, value: Any, indent: int, by: int) -> list[str]:
        """The lines of a key or dash with its value; the first without its indentation."""
        if isinstance(value, (dict, list)) and value and self._chance.random() < 0.7:
            inner = indent + by
            if isinstance(value, list):
                inner = indent + self._chance.choice([0, 2, 3]) if lead.endswith(":") else inner
                block = self._list(value, inner)
            else:
                block = self._mapping(value, inner)
            if lead == "-" and self._chance.random() < 0.7:
                return [f"-{' ' * (inner - indent - 1)}{block[0].lstrip()}", *block[1:]]
            return [f"{lead}{self._beside()}", *self._above(inner), *block]
        if isinstance(value, (dict, list)):
            self._left_of = None
            first, *rest = f"{self._flow(value, indent + 2)}{self._beside()}".split("\n")
            return [f"{lead} {first}", *rest]
        return self._scalar(lead, value, indent)

    def _list(self, values: list[Any], indent: int) -> list[str]:
        lines: list[str] = []
        for position, value in enumerate(values):
            above = self._above(indent) if position else []
            first, *rest = self._entry("-", value, indent, 2)
            lines += [*above, " " * indent + first, *rest]
        return lines

    def _flow(self, value: Any, indent: int) -> str:
        if not isinstance(value, (dict, list)):
            return str(self._chance.choice([json.dumps(value, ensure_ascii=False), _single(value)]))
        opened, closed = "{}" if isinstance(value, dict) else "[]"
        parts = []
        items = list(value.items()) if isinstance(value, dict) else [(None, one) for one in value]
        if isinstance(value, dict):
            self._chance.shuffle(items)
        for position, (key, one) in enumerate(items):
            part = (
                f"{self._gap(indent)}{'' if key is None else f'{key}: '}{self._flow(one, indent)}"
            )
            last = position == len(items) - 1
            parts.append(f"{part}{self._gap(indent)}{'' if last else ','}")
        return f"{opened}{''.join(parts)}{self._gap(indent)}{closed}"

    def _gap(self, indent: int) -> str:
        if not self._remarks or self._chance.random() > 0.25:
            return " "
        own = self._chance.choice(["", "\n" + " " * indent])
        return f" {own}{self._comment()}\n{' ' * indent}"

    def _scalar(self, lead: str, value: str, indent: int) -> list[str]:
        inner = " " * (indent + 2)
        style = self._chance.randrange(5)
        self._left_of = indent + 2 if style < 2 and not (style and "\n" in value) else None
        if style == 0:
            header = self._chance.choice(["|", "|-", "|+"])
            return [
                f"{lead} {header}{self._beside()}",
                *(f"{inner}{one}".rstrip() for one in value.split("\n")),
            ]
        if style == 1 and "\n" not in value:
            return [f"{lead} >-{self._beside()}", *(f"{inner}{one}" for one in value.split(" "))]
        if style == 2 and _is_plain(value):
            return [f"{lead} {value}{self._beside()}"]
        if style == 3 and "\n" not in value:
            return [
                f"{lead}{self._beside()}",
                *self._above(indent + 2),
                f"{inner}{_single(value)}{self._beside()}",
            ]
        return [f"{lead} {json.dumps(value, ensure_ascii=False)}{self._beside()}"]


def _single(value: str) -> str:
    if "\n" in value:
        return json.dumps(value, ensure_ascii=False)
    quoted = value.replace("'", "''")
    return f"'{quoted}'"


def _is_plain(value: str) -> bool:
    text = f"key: {value}\n"
    try:
        yaml.safe_load(text)
    except yaml.YAMLError:
        return False
    document = read_bytes(text.encode(), "a.yaml").document
    return document is not None and plain(document.root) == {"key": value}
