"""An application made of a submission. What no key can hold is kept beside it, word for word."""

from generator.diagnostics import fold
from generator.intake.choosing import put_consent, put_people, put_terms
from generator.intake.facts import Facts
from generator.intake.making import LONGEST_LINE, Around, Draft, Making, say_mended, settled
from generator.intake.naming import PARTS, words_of
from generator.intake.normal import (
    Read,
    clean,
    is_bare,
    one_line,
    read_capacity,
    read_orcid,
    read_url,
    read_yes,
    says_nothing,
)
from generator.intake.submission import Given
from generator.intake.targets import KEPT
from generator.intake.zones import read_zone
from generator.records.application import Role
from generator.records.identifiers import is_language

_LINES = ("affiliation.name", "affiliation.department", "affiliation.ror", "position", "pronouns")
_TEXTS = ("bio", "statement")
_ONCE = (
    "submitted",
    "status",
    "finished",
    "cohort",
    "role",
    "name",
    *(f"name.{one}" for one in PARTS),
)
"""Targets of which one answer counts, the last."""

_STATUSES = frozenset(("ipaddress", "imported", "offline", "spam", "surveypreview", "surveytest"))
_ROLES_SAID = """
    a an am applying apply applicant as be become i in like mentee mentees mentor mentors the to
    want wish would
"""
_ROLE_WORDS = frozenset(_ROLES_SAID.split())


def make_draft(facts: Facts, around: Around, *, with_name: bool) -> Draft:
    """Return the application that a submission makes.

    ``with_name`` is False where a participant record has the name already.
    """
    making = Making(facts, around)
    making.values.update(role=str(facts.role), email=facts.traits.email)
    if facts.name and with_name:
        making.values["name"] = dict(facts.name)
    making.notes += [("changed", change) for change in facts.changes]
    if with_name:
        making.notes += [("note", note) for note in facts.notes]
    for step in (
        _facts,
        _identity,
        _texts,
        put_terms,
        _zone,
        _capacity,
        put_people,
        put_consent,
        _others,
    ):
        step(making)
    say_mended(making)
    return settled(making)


def _facts(making: Making) -> None:
    """Keep what was said of who sends this, and when, beside the answer that counts: the last."""
    for target in _ONCE:
        answers = list(making.given(target))
        for given in answers[:-1]:
            if one_line(given.text) != one_line(answers[-1].text):
                making.keep(given, f"a second answer, '{one_line(given.text)[:60]}'")
        for given in answers[-1:]:
            if not _is_used(target, one_line(given.text)):
                making.keep(given)


def _is_used(target: str, text: str) -> bool:
    """Tell whether nothing of an answer is lost when it has been read."""
    if target == "status":
        return fold(text) in _STATUSES or text.isdigit()
    if target == "finished":
        return is_bare(text)
    if target == "role":
        return not set(words_of(text)) - _ROLE_WORDS
    return target != "name.original_language" or is_language(text)


def _identity(making: Making) -> None:
    """Put ORCID iD, links, and the lines about the person; keep what there is too much of."""
    facts = making.facts
    if facts.besides:
        making.keep(Given("Name", facts.besides), f"the name was also given as '{facts.besides}'")
    _repeated_emails(making)
    for given in making.given("orcid"):
        if facts.traits.orcid:
            making.values["orcid"] = facts.traits.orcid
            if read_orcid(given.text).value != facts.traits.orcid:
                making.keep(given, f"a second ORCID iD, '{one_line(given.text)}'")
        elif not says_nothing(given.text):
            making.keep(given, read_orcid(one_line(given.text)).doubt)
    for target in _LINES:
        for given in making.given(target):
            _line(making, target, given)
    place = making.values.get("affiliation")
    if place and "name" not in place:
        for part, text in sorted(making.values.pop("affiliation").items()):
            making.keep(Given(part.capitalize(), text), f"a {part} without its institution")
    _links(making)


def _repeated_emails(making: Making) -> None:
    address = making.facts.traits.email
    for given in making.given("email"):
        text = one_line(given.text)
        if address.casefold() not in text.casefold() and fold(text) != "anonymous":
            making.keep(given, f"a second e-mail address, '{text}'")


def _line(making: Making, target: str, given: Given) -> None:
    text = one_line(given.text)
    first, _, rest = target.partition(".")
    there = making.values.get(first, {}).get(rest) if rest else making.values.get(first)
    if there is None and not (target == "pronouns" and says_nothing(text)):
        making.put(target, text)
    elif there is not None and there != text:
        making.keep(given, f"a second answer, '{text[:60]}'")


def _links(making: Making) -> None:
    links: list[dict[str, str]] = []
    for given in making.given("links"):
        if says_nothing(given.text):
            continue
        words = [word.strip(",;") for word in given.text.split()]
        found = [read_url(word) for word in words if word]
        if any(read.value is None for read in found):
            making.keep(given, f"'{one_line(given.text)[:60]}' is not only web addresses")
        for read in found:
            if read.value and read.value not in [link["url"] for link in links]:
                links.append({"label": given.choice or "", "url": read.value})
                making.notes += [("changed", read.change)] if read.change else []
    for link in links:
        host = link["url"].partition("//")[2].partition("/")[0].removeprefix("www.")
        link["label"] = link["label"] or ("Website" if len(links) == 1 else host)
    if links:
        making.values["links"] = links


def _texts(making: Making) -> None:
    for target in _TEXTS:
        for given in making.given(target):
            if target in making.values:
                making.keep(given, f"a second answer, to '{one_line(given.question)[:60]}'")
            else:
                making.values[target] = clean(given.text)
    for given in making.given("same_institution"):
        read = read_yes(one_line(given.text))
        there = making.values.get("same_institution", read.value)
        if there != read.value:
            making.keep(given, f"a second answer, '{one_line(given.text)[:60]}'")
        elif making.take("same_institution", given, read) and not is_bare(given.text):
            making.keep(given)


def _zone(making: Making) -> None:
    for given in making.given("time_zone"):
        text = one_line(given.text)
        read = read_zone(text)
        if read.value and making.values.get("time_zone", read.value) == read.value:
            making.take("time_zone", given, read)
        elif read.value or "time_zone" in making.undecided or len(text) > LONGEST_LINE:
            making.keep(given, f"a second time zone, '{text[:60]}'")
        else:
            making.undecided["time_zone"] = text
            making.notes.append(("undecided", read.doubt))


def _capacity(making: Making) -> None:
    fewest: int | None = None
    most: int | None = None
    for given in making.given("capacity"):
        read = read_capacity(one_line(given.text))
        if read.value is None or most is not None:
            _capacity_not_taken(making, given, read)
            continue
        fewest, most = read.value
        making.notes += [("changed", read.change)] if read.change else []
    for part in ("minimum", "maximum"):
        for given in making.given(f"capacity.{part}"):
            read = read_capacity(one_line(given.text))
            there = fewest if part == "minimum" else most
            if read.value is None or there not in (None, read.value[1]):
                _capacity_not_taken(making, given, read)
                continue
            making.notes += [("changed", read.change)] if read.change else []
            if part == "minimum":
                fewest = read.value[1]
            else:
                most = read.value[1]
    values = {"minimum": fewest, "maximum": most}
    present = {part: number for part, number in values.items() if number is not None}
    if present:
        making.values["capacity"] = present


def _capacity_not_taken(making: Making, given: Given, read: Read) -> None:
    """Leave to the committee how many mentees a mentor takes, where the words do not tell it."""
    text = one_line(given.text)
    is_open = making.facts.role is Role.MENTOR and "capacity" not in making.undecided
    if not read.doubt or not is_open or len(text) > LONGEST_LINE:
        making.keep(given, read.doubt or "a second capacity")
        return
    making.undecided["capacity"] = text
    making.notes.append(("undecided", f"{read.doubt}; ask how many"))


def _others(making: Making) -> None:
    for given in making.given(KEPT):
        making.keep(given)
