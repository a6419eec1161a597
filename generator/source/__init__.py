"""Strict YAML in, with the place of every value; canonical YAML out, written atomically."""

from generator.source.characters import Lines, mended
from generator.source.editing import Edit
from generator.source.reader import Reading, read_bytes, read_record
from generator.source.transaction import change_files
from generator.source.tree import Document, Plain, Step, plain
from generator.source.writer import to_yaml, write_bytes, write_text

__all__ = [
    "Document",
    "Edit",
    "Lines",
    "Plain",
    "Reading",
    "Step",
    "change_files",
    "mended",
    "plain",
    "read_bytes",
    "read_record",
    "to_yaml",
    "write_bytes",
    "write_text",
]
