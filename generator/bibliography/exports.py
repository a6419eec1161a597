"""Items in the formats that citation managers read: the one door to all of them.

A file is made of entries, one for each item, so that an entry made once stands in many files.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.bibliography.biblatex import biblatex_entry
from generator.bibliography.bibtex import bibtex_entry
from generator.bibliography.csl_json import csl_values
from generator.bibliography.item import Item
from generator.bibliography.ris import ris_entry

_UNSAFE = re.compile(r"[^A-Za-z0-9:._/+-]+")
_INDENT = "  "


def export_text(name: str, items: Sequence[Item]) -> str:
    """Return items, in their order, as a file in the format of a name."""
    keys = citation_keys(item.id for item in items)
    return joined(name, [entry(name, item, key) for item, key in zip(items, keys, strict=True)])


def entry(name: str, item: Item, key: str) -> str:
    """Return one item as it stands in a file of a format; CSL-JSON keeps its own id."""
    return _ENTRIES[name](item, key)


def joined(name: str, entries: Iterable[str]) -> str:
    """Return the file that entries make."""
    if name == "csl-json":
        inside = ",\n".join(entries)
        return f"[\n{inside}\n]\n" if inside else "[]\n"
    return ("\r\n" if name == "ris" else "\n").join(entries)


def citation_keys(ids: Iterable[str]) -> list[str]:
    """Return a key for each id that every reader takes for one word, no two the same.

    Kept are ASCII letters, digits and ``:._/+-``; letters lose their accents, and every run of
    other signs becomes a hyphen. Case does not count (BibTeXing, section 3.1), so of two ids that
    differ in nothing else the second is numbered.
    """
    taken: set[str] = set()
    keys: list[str] = []
    for id_ in ids:
        bare = unicodedata.normalize("NFKD", id_)
        ascii_ = "".join(sign for sign in bare if not unicodedata.combining(sign))
        wanted = _UNSAFE.sub("-", ascii_).strip("-") or "item"
        key, number = wanted, 2
        while key.lower() in taken:
            key, number = f"{wanted}-{number}", number + 1
        taken.add(key.lower())
        keys.append(key)
    return keys


def _csl_entry(item: Item, key: str) -> str:
    del key
    values = json.dumps(csl_values(item), indent=2, ensure_ascii=False)
    return _INDENT + values.replace("\n", f"\n{_INDENT}")


_ENTRIES: Mapping[str, Callable[[Item, str], str]] = {
    "bibtex": bibtex_entry,
    "biblatex": biblatex_entry,
    "ris": ris_entry,
    "csl-json": _csl_entry,
}
