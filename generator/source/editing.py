"""Parts of a record's tree set anew or taken out; what is about the rest stays with it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.source.branches import Branch, Entry, Leaf
from generator.source.scanning import Span
from generator.source.tree import Plain, Step

_NOWHERE = Span(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Edit:
    """What the part of a record is to say that steps lead to; None takes it out.

    A position behind the last entry of a list adds one. Positions count as before any edit. Texts
    lose spaces and line breaks at their ends, as they would when they are read.
    """

    steps: tuple[Step, ...]
    value: Plain


def edit_tree(root: Branch, edits: Iterable[Edit]) -> None:
    """Change a tree. Comments go with what is taken out; all others stay where they are.

    Groups and lists that lose their last entry are taken out, too. Raises KeyError where the steps
    lead nowhere.
    """
    for edit in in_order(edits):
        way = list(_way(root, edit))
        if edit.value is not None:
            _set(way[-1], edit.steps[-1], edit.value)
            continue
        for branch, step in zip(reversed(way), reversed(edit.steps), strict=True):
            branch.entries.remove(_entry(branch, step))
            if branch.entries:
                break


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Return edits so that none moves what a later one leads to: last positions come out first."""
    given = list(edits)
    taken = [edit for edit in given if edit.value is None]
    return [
        *(edit for edit in given if edit.value is not None),
        *sorted(taken, key=lambda edit: [_rank(step) for step in edit.steps], reverse=True),
    ]


def comments_in(branch: Branch) -> Iterator[str]:
    """Yield all comments of a tree, in no order that means something."""
    for entry in branch.entries:
        yield from filter(None, (*entry.lead, *entry.remarks))
        if isinstance(entry.value, Branch):
            yield from comments_in(entry.value)
    yield from filter(None, branch.foot)


def values_in(value: Branch | Leaf) -> Plain:
    """Return what a tree says as dicts, lists and texts. Keys without a value are left out."""
    if isinstance(value, Leaf):
        return value.text
    if not value.is_mapping:
        return [values_in(entry.value) for entry in value.entries]
    said = {str(entry.key): values_in(entry.value) for entry in value.entries}
    return {key: one for key, one in said.items() if one is not None}


def _rank(step: Step) -> tuple[int, str]:
    return (step, "") if isinstance(step, int) else (0, step)


def _way(root: Branch, edit: Edit) -> Iterator[Branch]:
    """Yield the groups and lists on the way to a part, making those that are not there yet."""
    branch = root
    yield branch
    for step, following in zip(edit.steps, edit.steps[1:], strict=False):
        if not _has(branch, step) and edit.value is not None:
            _set(branch, step, {} if isinstance(following, str) else [])
        entry = _entry(branch, step)
        if isinstance(entry.value, Leaf):
            raise KeyError(step)
        branch = entry.value
        yield branch


def _has(branch: Branch, step: Step) -> bool:
    if branch.is_mapping:
        return any(entry.key == step for entry in branch.entries)
    return isinstance(step, int) and 0 <= step < len(branch.entries)


def _entry(branch: Branch, step: Step) -> Entry:
    if not _has(branch, step):
        raise KeyError(step)
    if isinstance(step, int):
        return branch.entries[step]
    return next(entry for entry in branch.entries if entry.key == step)


def _set(branch: Branch, step: Step, value: Plain) -> None:
    if _has(branch, step):
        entry = _entry(branch, step)
        entry.value = _joined(entry.value, value, entry)
        return
    if isinstance(step, str) is not branch.is_mapping:
        raise KeyError(step)
    branch.entries.append(_new(branch, step if isinstance(step, str) else None, value))


def _joined(old: Branch | Leaf, new: Plain, owner: Entry) -> Branch | Leaf:
    """Return a value in place of another, with the comments about what both have."""
    if isinstance(old, Branch) and isinstance(new, dict) and old.is_mapping:
        old.entries = [entry for entry in old.entries if entry.key in new]
        for key, value in new.items():
            _set(old, key, value)
        return old
    if isinstance(old, Branch) and isinstance(new, list) and not old.is_mapping:
        left = list(old.entries)
        old.entries = [_kept(left, value) or _new(old, None, value) for value in new]
        return old
    return _built(new, owner)


def _kept(left: list[Entry], value: Plain) -> Entry | None:
    """Return the first entry that says a value, and take it out of those that are left."""
    found = next((entry for entry in left if values_in(entry.value) == value), None)
    if found is not None:
        left.remove(found)
    return found


def _new(within: Branch, key: str | None, value: Plain) -> Entry:
    entry = Entry(within, key, -1, -1, Leaf(None, _NOWHERE))
    entry.value = _built(value, entry)
    return entry


def _built(value: Plain, owner: Entry) -> Branch | Leaf:
    if not isinstance(value, dict | list):
        return Leaf(value and value.strip(), _NOWHERE)
    branch = Branch(isinstance(value, dict), -1, -1, in_brackets=False, owner=owner)
    pairs: Sequence[tuple[str | None, Plain]] = (
        list(value.items()) if isinstance(value, dict) else [(None, one) for one in value]
    )
    branch.entries = [_new(branch, key, one) for key, one in pairs]
    return branch
