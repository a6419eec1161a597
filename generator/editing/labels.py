"""What keys and choices are called on the editing page."""

import re

from generator.records.people import COVERS

_WHOLE = {
    "also": "Synonyms",
    "check_ins": "Check-ins",
    "display": "Whole name",
    "doi": "DOI",
    "family": "Family name",
    "given": "Given names",
    "id": "Id",
    "isbn": "ISBN",
    "issn": "ISSN",
    "orcid": "ORCID iD",
    "original": "Name in its own script",
    "original_language": "Language of that name",
    "ror": "ROR id",
    "url": "Web address",
}
_NAMES = {
    "github": "GitHub",
    "gitlab": "GitLab",
    "dataset": "Data set",
}


def label(key: str) -> str:
    """Return a key as a label: 'time_zone' as 'Time zone'."""
    return _WHOLE.get(key) or key.replace("_", " ").capitalize()


def choice_label(choice: str) -> str:
    """Return one of a field's choices as people read it: 'check-in' as 'Check-in'."""
    return _NAMES.get(choice) or choice.replace("-", " ").capitalize()


def scope_label(scope: str) -> str:
    """Return a scope of consent with what it covers."""
    covered = next((words for one, words in COVERS.items() if one == scope), "")
    return f"{choice_label(scope)}: {covered}" if covered else choice_label(scope)


def singular(name: str) -> str:
    """Return the label of one entry of a list: 'availability' stays, 'wishes' is 'wish'."""
    words = label(name)
    if words.endswith("shes"):
        return words[:-2]
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


def as_hint(text: str) -> str:
    """Return a description as a hint, in which the page would otherwise read Markdown or HTML."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"([*_~\[\]`])", r"\\\1", plain)
