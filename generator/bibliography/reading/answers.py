"""A registrar's answer about one DOI as an item."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.bibliography.item import Item
from generator.bibliography.reading.codes import bare_doi
from generator.bibliography.reading.csl import item_from_csl
from generator.bibliography.reading.registrars import without_final_period
from generator.bibliography.reading.text import shorten

_TITLES = ("title", "container-title", "event-title")
_NEVER_WANTED = frozenset(("source", "categories"))
_CAPITALS = 12
"""Letters from which on capitals are no abbreviation."""


def item_from_answer(values: Mapping[str, Any], doi: str) -> tuple[Item, tuple[str, ...]]:
    """Return the item that an answer describes, and what was changed.

    Beyond what reading CSL-JSON does: titles lose a final period; the address is left out where it
    only repeats the DOI; so is the id, which is the DOI too, and what an answer says of itself.
    """
    item, changes = item_from_csl(values)
    found = list(changes)
    texts = {name: text for name, text in item.texts.items() if name not in _NEVER_WANTED}
    for name in _TITLES:
        title = texts.get(name, "")
        texts[name] = without_final_period(title)
        if texts[name] != title:
            found.append(f"{name}: final period taken out")
    if bare_doi(texts.get("URL", "")).casefold() == doi.casefold():
        del texts["URL"]
    texts.setdefault("DOI", doi)
    found += _doubtful_names(item)
    title = texts["title"]
    if sum(sign.isalpha() for sign in title) >= _CAPITALS and title == title.upper():
        found.append(f"the title is in capitals: '{shorten(title)}'; write it as it is printed")
    return replace(item, id="", texts={name: text for name, text in texts.items() if text}), tuple(
        found
    )


def _doubtful_names(item: Item) -> Iterator[str]:
    """Yield a sentence for each organization whose name looks like a person's, family name first.

    DataCite writes so whom its depositors did not mark as a person.
    """
    for names in item.names.values():
        for name in names:
            if name.person is None and name.organization.count(",") == 1:
                yield f"'{name.organization}' stands as an organization; is it a person?"
