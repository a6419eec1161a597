"""Values out as canonical YAML, and files written whole or not at all."""

import os
import tempfile
from pathlib import Path
from typing import Any

import yaml

from generator.source.ambiguity import misreading

_WIDTH = 88


class _Dumper(yaml.SafeDumper):
    """Block style, lists indented under their key, and quotes around what other tools misread."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  # the signature is PyYAML's
        super().increase_indent(flow, indentless=False)

    def write_plain(self, text: str, split: bool = True) -> None:  # noqa: ARG002, FBT001, FBT002  # the signature is PyYAML's
        """Write a text without quotes on one line; longer ones are folded."""
        super().write_plain(text, split=False)

    def write_single_quoted(self, text: str, split: bool = True) -> None:  # noqa: ARG002, FBT001, FBT002  # as above
        """Write a text in single quotes on one line."""
        super().write_single_quoted(text, split=False)

    def write_double_quoted(self, text: str, split: bool = True) -> None:  # noqa: ARG002, FBT001, FBT002  # as above
        """Write a text in double quotes on one line."""
        super().write_double_quoted(text, split=False)


def _represent_text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = None
    if "\n" in value:
        style = "|"
    elif misreading(value) or _is_read_as_other(dumper, value):
        style = '"'
    elif len(value) > _WIDTH:
        style = ">"
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _is_read_as_other(dumper: yaml.SafeDumper, value: str) -> bool:
    """Tell whether YAML 1.1 reads an unquoted value as a number, a day, or true or false."""
    tag: str = dumper.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]  # PyYAML's stubs leave it open
    return value.lower() in ("true", "false") or tag != dumper.DEFAULT_SCALAR_TAG


def _represent_nothing(dumper: yaml.SafeDumper, _value: None) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:null", "")


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(type(None), _represent_nothing)
_Dumper.ignore_aliases = lambda self, data: True  # type: ignore[method-assign]  # noqa: ARG005  # PyYAML asks for a method; anchors are never written


def to_yaml(value: Any, *, schema: str = "") -> str:
    """Return plain values (dicts, lists, texts, whole numbers, days, booleans) as canonical YAML.

    A text that looks like a number or a day stands in quotes. Of None, only the key is written.

    ``schema`` is the path of the record's JSON Schema from the file, for the first-line comment
    by which editors complete and check.
    """
    comment = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    body = yaml.dump(
        value,
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=_WIDTH,
    )
    return comment + body


def write_text(file: Path, content: str) -> None:
    """Write a text file (UTF-8, lines ended by LF) whole or not at all, as write_bytes does."""
    write_bytes(file, content.encode())


def write_bytes(file: Path, content: bytes) -> None:
    """Write a file whole or not at all: an interruption leaves what was there before.

    Raises OSError where the folder cannot be written to.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        temporary.chmod(file.stat().st_mode & 0o777 if file.exists() else 0o644)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
