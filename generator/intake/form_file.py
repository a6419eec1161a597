"""Files of answers by the keys of the application, as our own form and form endpoints make them.

The form's file is JSON::

    {"format": "lrrt-application", "version": 1, "cohort": "2026", "made": "2026-05-10",
     "answers": {"role": "mentor", "name": {"given": "Ada", "family": "Okafor"},
                 "email": "ada@example.org", "topics": ["reading"],
                 "consent": {"given": "2026-05-10", "scopes": ["name"]}}}

A file may hold an array of such. Its answers are the keys of an application with plain values;
what stands there besides is kept as an answer. A form endpoint delivers the same fields flat, as
JSON or as application/x-www-form-urlencoded, with parts after a dot ('name.given') and fields that
come several times ('topics') or have a line for each entry ('avoid').
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl

from generator.intake.csv_file import decoded
from generator.intake.sheet import UnreadableError
from generator.intake.submission import Given, Origin, Submission
from generator.intake.targets import KEPT, LEFT_OUT, SEVERAL, TARGETS

FORMAT, VERSION = "lrrt-application", 1
_WRAPPERS = ("answers", "data", "payload", "fields")
_MADE = ("made", "submitted", "created_at", "date")
_ENCODED = re.compile(r"[^\s=&]+=[^\s&]*(?:&[^\s=&]+=[^\s&]*)*")
_DEEPEST = 8
_LINKS = ("links.label", "links.url")
_SPAM_TRAPS = frozenset(("_gotcha", "_subject", "_next", "_replyto", "bot-field", "form-name"))


def looks_like_form(content: bytes) -> bool:
    """Tell whether a file holds answers by their keys rather than a table."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"{", b"[")):
        return True
    text = content.strip()
    return len(text) < 1 << 20 and bool(_ENCODED.fullmatch(text.decode("utf-8", "replace")))


def read_form(content: bytes, path: str) -> tuple[Submission, ...]:
    """Return the submissions in a file. Raises UnreadableError where it holds none."""
    text, _ = decoded(content)
    if not text.lstrip().startswith(("{", "[")):
        pairs = parse_qsl(text.strip(), keep_blank_values=True)
        return (_submission(_flat_pairs(pairs), Origin(path), "", ""),)
    try:
        value = json.loads(text, object_pairs_hook=_grouped)
    except json.JSONDecodeError as fault:
        message = f"{path}:{fault.lineno}:{fault.colno}: it is not whole: {fault.msg.lower()}"
        raise UnreadableError(message) from None
    except (RecursionError, ValueError):
        message = "it is nested too deeply, or has a number too long"
        raise UnreadableError(message) from None
    entries = value if isinstance(value, list) else [value]
    if not entries:
        message = "it holds no application"
        raise UnreadableError(message)
    origins = [
        Origin(path, "", at if isinstance(value, list) else 0, is_row=False)
        for at in range(1, len(entries) + 1)
    ]
    return tuple(_entry(entry, origin) for entry, origin in zip(entries, origins, strict=True))


def _entry(entry: Any, origin: Origin) -> Submission:
    if not isinstance(entry, dict):
        raw = (("entry", json.dumps(entry, ensure_ascii=False)),)
        return Submission(origin, {}, raw, fault="it is no application: no keys with answers")
    wrapper = next((key for key in _WRAPPERS if isinstance(entry.get(key), dict)), "")
    answers = entry[wrapper] if wrapper else entry
    made = next((key for key in _MADE if isinstance(entry.get(key), str)), "")
    cohort = entry.get("cohort")
    cohort = str(cohort) if isinstance(cohort, str | int) else ""
    version = entry.get("version")
    is_ours = entry.get("format") == FORMAT
    fault = ""
    if is_ours and version != VERSION:
        fault = f"it is of version {version} of the form, and only {VERSION} can be read"
    read = {
        wrapper,
        made,
        *(["cohort"] if cohort else []),
        *(["format", "version"] if is_ours else []),
    }
    beside = {
        f"{key} (beside '{wrapper}')" if key in answers else key: value
        for key, value in (entry.items() if wrapper else ())
        if key not in read
    }
    flat = list(_flat({**beside, **answers}))
    return _submission(flat, origin, cohort, entry[made] if made else "", fault)


def _grouped(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON in which a key that comes several times has a list."""
    several = {key for key, number in Counter(key for key, _ in pairs).items() if number > 1}
    grouped: dict[str, Any] = {}
    for key, value in pairs:
        if key in several:
            grouped.setdefault(key, []).extend(value if isinstance(value, list) else [value])
        else:
            grouped[key] = value
    return grouped


def _submission(
    flat: list[tuple[str, str]], origin: Origin, cohort: str, made: str, fault: str = ""
) -> Submission:
    answers: dict[str, list[Given]] = {}
    for key, given in _with_links(flat):
        name = _target(key)
        if name != LEFT_OUT:
            answers.setdefault(name, []).append(given)
    if made and "submitted" not in answers:
        answers["submitted"] = [Given("made", made)]
    return Submission(
        origin=origin,
        answers={name: tuple(given) for name, given in answers.items()},
        raw=_raw(flat, cohort, made),
        cohort=cohort,
        fault=fault,
    )


def _raw(flat: list[tuple[str, str]], cohort: str, made: str) -> tuple[tuple[str, str], ...]:
    """Return one cell for each key; what came several times is joined as forms do it."""
    joined: dict[str, list[str]] = {}
    for key, text in flat:
        joined.setdefault(key, []).append(text)
    about = [(key, text) for key, text in (("cohort", cohort), ("submitted", made)) if text]
    cells = [(key, "; ".join(texts)) for key, texts in joined.items()]
    return (*[one for one in about if one[0] not in joined], *cells)


def _target(key: str) -> str:
    bare = key.removesuffix("[]")
    if bare in _SPAM_TRAPS:
        return LEFT_OUT
    return bare if bare in TARGETS and bare not in (KEPT, LEFT_OUT) else KEPT


def _flat(values: Mapping[str, Any], before: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield every text with its key; keys of groups are joined with dots."""
    for key, value in values.items():
        name = f"{before}{key}"
        items = value if isinstance(value, list) else [value]
        for item in items:
            if isinstance(item, dict) and depth < _DEEPEST:
                whole = {"label": "", **item} if name == "links" else item
                yield from _flat(whole, f"{name}.", depth + 1)
            elif isinstance(item, dict | list):
                yield name, json.dumps(item, ensure_ascii=False)
            elif item is not None:
                yield name, _text(item)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else json.dumps(value)


def _flat_pairs(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(re.sub(r"\[(\w+)\]", r".\1", key), text) for key, text in pairs]


def _with_links(flat: list[tuple[str, str]]) -> Iterator[tuple[str, Given]]:
    """Yield each key with its answer; the label of a link goes with its address."""
    labels = [text for key, text in flat if key == _LINKS[0]]
    for key, text in flat:
        if key == _LINKS[1]:
            yield "links", Given(key, text, choice=labels.pop(0) if labels else "")
        elif key.removesuffix("[]") in SEVERAL:
            for line in text.splitlines() or [text]:
                yield key, Given(key, line, is_one=True)
        elif key != _LINKS[0]:
            yield key, Given(key, text)
    for label in labels:
        yield KEPT, Given(_LINKS[0], label)
