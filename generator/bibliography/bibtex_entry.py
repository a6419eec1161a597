"""An entry of a BibTeX file: its fields made from an item, and written down.

What a flavor has no field for is kept under the name of its CSL variable: BibTeX, biber and
citation managers pass over fields that they do not know, and other readers find them.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from generator.bibliography.bibtex_names import annotations, bibtex_names
from generator.bibliography.item import Item
from generator.bibliography.latex import latex, latex_prose, latex_title, one_line, verbatim
from generator.bibliography.leading import leading_role
from generator.bibliography.reading.bibtex_kinds import DESCRIBED, csl_type_of

Field = tuple[str, str]
"""The name of a field, and its value as it is written, braces and all."""

_TITLES = frozenset(
    ("container-title", "original-title", "part-title", "reviewed-title", "shortTitle", "title")
) | {"title-short", "volume-title", "volume-title-short", "container-title-short"}
_SET_AS_THEY_ARE = frozenset(("collection-title", "container-title", "container-title-short"))
_CASED = frozenset(("container-title", "journal", "journaltitle", "organization", "series"))
"""Fields whose capitals no style changes, so that they need no protection."""

_VERBATIM = frozenset(("DOI", "URL", "PMID", "PMCID"))
_ADDRESSES = frozenset(("open-copy", "slides"))
_OURS = {"license": "license", "open-copy": "opencopy", "slides": "slides", "award": "award"}
_PROSE = frozenset(("abstract", "annote", "note"))
_DASH = re.compile(r"\s*[-\u2010-\u2015]+\s*")
_PAGES = re.compile(r"(\s*[,;&]\s*)")
_UNSAFE = re.compile(r"[^a-z0-9-]")

_ORDER = """
    entrysubtype author authortype author+an:orcid author+an:ror bookauthor editor editortype
    editor+an:orcid editor+an:ror editora editoratype translator
    title shorttitle type howpublished journal journaltitle shortjournal booktitle maintitle
    eventtitle eventdate venue series edition volume volumes number eid chapter pages pagetotal
    version publisher organization institution school address location
    year month date pubstate note
    doi eprint eprinttype url urldate isbn issn opencopy slides license
    language langid options keywords award abstract annote annotation
"""
_RANK = {field: rank for rank, field in enumerate(_ORDER.split())}


def written(key: str, type_: str, fields: Iterable[Field]) -> str:
    """Return an entry as text; of two fields of one name, the first counts."""
    held = _held(fields)
    ranked = sorted(held, key=lambda field: (_RANK.get(field, len(_RANK)), field))
    lines = "".join(f"  {field} = {held[field]},\n" for field in ranked)
    return f"@{type_}{{{key},\n{lines}}}\n"


def _held(fields: Iterable[Field]) -> Mapping[str, str]:
    held: dict[str, str] = {}
    for field, value in fields:
        if value not in ("", "{}"):
            held.setdefault(field, value)
    return held


def own_name(variable: str) -> str:
    """Return the field for what the flavor has none for: the variable, in letters and hyphens."""
    return _UNSAFE.sub("-", variable.lower())


def subtype_field(type_: str, item: Item, meant: str, fields: Iterable[Field]) -> Iterator[Field]:
    """Yield ``entrysubtype``, the CSL type of an item, where its entry does not say as much.

    ``meant`` is the CSL type that the entry's type stands for by itself. What its other fields
    make of it is asked of the reader, so that what is written is read back; and a type to which
    readers give words of its own, as 'techreport', says so where the item has no such words.
    """
    held = _held(fields)
    described = type_ in DESCRIBED and "type" not in held
    if item.type != meant or described or csl_type_of(type_, held) != item.type:
        yield "entrysubtype", f"{{{item.type}}}"


def text_fields(item: Item, known: Mapping[str, str]) -> Iterator[Field]:
    """Yield the texts of an item: in the fields that a flavor knows, or else under their own name.

    Where two variables would stand in one field, that which comes first in ``known`` does, and
    the other keeps its own name.
    """
    taken: set[str] = set()
    left = [variable for variable in sorted(item.texts) if variable not in known]
    for variable in (*(name for name in known if name in item.texts), *left):
        own = own_name(variable)
        wanted = (known.get(variable, own), own, f"csl-{own}")
        field = next(name for name in wanted if name not in taken)
        value = _value(variable, field, item.texts[variable])
        if value != "{}":
            taken.add(field)
            yield field, value


def name_fields(item: Item, known: Mapping[str, str]) -> Iterator[Field]:
    """Yield the people of an item, and the ORCID iDs and ROR ids that may be shown with them.

    Where nobody is author or editor, who made the work otherwise stands in the author's place, and
    ``authortype`` says as what (biblatex manual, 2.3.6): styles print nobody else.
    """
    leading = leading_role(item)
    if leading:
        yield "authortype", f"{{{leading}}}"
    for role, names in sorted(item.names.items()):
        field = "author" if role == leading else known.get(role) or own_name(role)
        yield field, f"{{{bibtex_names(names)}}}"
        for kind, value in annotations(names):
            yield f"{field}+an:{kind}", f"{{{value}}}"


def custom_fields(item: Item) -> Iterator[Field]:
    """Yield what CSL has no variable for; what is not of our making, as JSON in one field."""
    others = {name: value for name, value in item.custom.items() if name not in _OURS}
    for name, field in _OURS.items():
        if name in item.custom:
            text = str(item.custom[name])
            shown = verbatim(text) if name in _ADDRESSES else latex(text)
            yield field, f"{{{shown}}}"
    if others:
        yield "custom", f"{{{latex(json.dumps(others, ensure_ascii=False, sort_keys=True))}}}"


def pages(text: str) -> str:
    """Return pages with ``--`` between first and last (BibTeXing, 3.2, "pages")."""
    return "".join(
        part.replace("&", r"\&") if _PAGES.fullmatch(part) else _first_and_last(part)
        for part in _PAGES.split(one_line(text))
    )


def _first_and_last(text: str) -> str:
    first, *last = _DASH.split(text)
    return f"{latex(first)}--{latex(last[0])}" if len(last) == 1 else latex(text)


def keywords(text: str) -> str:
    """Return keywords parted by commas; one that holds a comma stands in braces."""
    words = [word.strip() for word in text.split(";")]
    if len(words) == 1:
        return latex(text)
    return ", ".join(f"{{{latex(word)}}}" if "," in word else latex(word) for word in words if word)


def _value(variable: str, field: str, text: str) -> str:
    if variable in _VERBATIM or field == "eprint":
        return f"{{{verbatim(text)}}}"
    if variable == "page":
        return f"{{{pages(text)}}}"
    if variable == "keyword":
        return f"{{{keywords(text)}}}"
    if variable in _TITLES or variable in _SET_AS_THEY_ARE:
        return f"{{{latex_title(text, protected=field not in _CASED)}}}"
    if variable in _PROSE:
        return f"{{{latex_prose(text)}}}"
    return f"{{{latex(text)}}}"
