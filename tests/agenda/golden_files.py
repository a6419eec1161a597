"""Golden files: what is written, held against what was looked at once."""

from pathlib import Path

FOLDER = Path(__file__).with_name("golden")


def golden(name: str) -> str:
    """A golden file's text, its line breaks as they are."""
    return (FOLDER / name).read_bytes().decode()
