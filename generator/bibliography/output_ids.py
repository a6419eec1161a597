"""The id of an output's record, which is its file's name and its page's address."""

from collections.abc import Collection

from generator.bibliography.item import Item
from generator.bibliography.reading.codes import bare_doi
from generator.bibliography.reading.text import Sort, clean
from generator.records.identifiers import is_doi
from generator.records.output import ContributorRole
from generator.records.slugs import slug

LONGEST = 80
"""Characters that an id may have."""

_WORDS = 5
_LONGEST_WORDS = 50
_FIRST_WORDS = "a an the el la los las le les un une der die das ein eine o os as"
_ARTICLES = frozenset(_FIRST_WORDS.split())


def choose_id(item: Item, taken: Collection[str]) -> str:
    """Return an id that is not taken: the item's own where it can serve, else year and title."""
    base = slug(item.id) if _serves(item.id) else _described(item)
    base = base[:LONGEST].strip("-")
    chosen, number = base, 1
    while chosen in taken:
        number += 1
        ending = f"-{number}"
        chosen = f"{base[: LONGEST - len(ending)].strip('-')}{ending}"
    return chosen


def _serves(id_: str) -> bool:
    """Tell whether an id says something: no address, no DOI, no bare number."""
    made = slug(id_)
    if not made or made.replace("-", "").isdigit() or len(made) > LONGEST:
        return False
    return "/" not in id_ and not is_doi(bare_doi(id_))


def _described(item: Item) -> str:
    issued = item.issued
    year = f"{issued.period.start.year:04d}" if issued and issued.period else ""
    title = clean(item.text("title", "reviewed-title", "container-title"), Sort.CODE)
    words = slug(title.partition(": ")[0]).split("-")
    words = words if len(words) > 1 else slug(title).split("-")
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    chosen = [word for word in words[:_WORDS] if word]
    while len("-".join(chosen)) > _LONGEST_WORDS and len(chosen) > 1:
        chosen.pop()
    described = "-".join(chosen) or slug(_first_name(item)) or slug(item.type)
    return f"{year}-{described}" if year else described


def _first_name(item: Item) -> str:
    people = [name for role in ContributorRole for name in item.names.get(str(role), ())]
    person = people[0].person if people else None
    return ((person.family if person else "") or people[0].full) if people else ""
