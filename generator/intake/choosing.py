"""Answers that choose: terms of the vocabulary, people to work with or not, what may be shown."""

from datetime import datetime

from generator.intake.choices import Choices, choose
from generator.intake.facts import Facts
from generator.intake.making import LONGEST_LINE, Around, Making
from generator.intake.moments import DayOrder, read_moment
from generator.intake.normal import is_plain_no, one_line, read_yes, says_nothing
from generator.intake.submission import Given
from generator.records.fields import ConsentScope
from generator.records.people import COVERS

FACETS = ("topics", "methods", "needs")
WISHES = ("preferences", "avoid", "continue_with")
_SCOPE_WORDS = {
    ConsentScope.NAME: ("my name", "your name"),
    ConsentScope.AFFILIATION: ("my affiliation", "institution", "my institution", "position"),
    ConsentScope.BIOGRAPHY: ("bio", "my bio", "my biography", "pronouns"),
    ConsentScope.LINKS: ("orcid", "web pages", "website", "my website", "my links"),
    ConsentScope.PAIRING: ("my pairing", "my project", "who I work with"),
    ConsentScope.SESSIONS: ("my talk", "talks", "my talks", "my sessions"),
    ConsentScope.RECORDING: ("recordings", "recordings of me"),
    ConsentScope.OUTPUTS: ("my outputs", "publications", "my publications", "presentations"),
    ConsentScope.ANNOUNCEMENTS: ("announcements and posts", "social media"),
    ConsentScope.CERTIFICATE: ("my certificate",),
}
SCOPES = Choices.of(
    (str(scope), COVERS[scope].partition(";")[0], (COVERS[scope], *_SCOPE_WORDS[scope]))
    for scope in ConsentScope
)
"""What can be agreed to, by id, by what it covers, and by how people call it."""


def put_terms(making: Making) -> None:
    """Put the terms that were chosen in each facet of the vocabulary."""
    for facet in FACETS:
        ids: list[str] = []
        for given in making.given(facet):
            ids += _chosen(making, facet, given, making.around.terms[facet])
        if ids:
            making.values[facet] = list(dict.fromkeys(ids))


def put_people(making: Making) -> None:
    """Put the people that the applicant wants to work with, does not want to, or goes on with."""
    for wish in WISHES:
        ids: list[str] = []
        for given in making.given(wish):
            if not says_nothing(given.text):
                ids += _chosen(making, wish, given, making.around.people)
        if making.around.own_id in ids:
            making.notes.append(("note", f"'{wish}' named the applicant, which is left out"))
        others = [id_ for id_ in dict.fromkeys(ids) if id_ != making.around.own_id]
        if others:
            making.values[wish] = others


def _chosen(making: Making, key: str, given: Given, choices: Choices) -> list[str]:
    """Return the ids that an answer chose, and keep what is undecided."""
    text = given.text
    if given.choice:
        if is_plain_no(text):
            return []
        text = given.choice if read_yes(text).value else text
    chosen = choose(text, choices.with_meanings(given.means), is_one=given.is_one)
    for part, near in chosen.unknown:
        if len(part) > LONGEST_LINE:
            making.keep(Given(given.question, part), f"{key}: a text in place of a choice")
            continue
        undecided = making.undecided.setdefault(key, [])
        if part not in undecided:
            undecided.append(part)
            asked = f"; did you mean '{near}' ({choices.names[near]})?" if near else ""
            making.notes.append(("undecided", f"{key}: '{part}'{asked}"))
    return list(chosen.ids)


def put_consent(making: Making) -> None:
    """Put what the person agreed to, with its day; without a day, keep the answers only.

    Who was asked and ticked nothing agreed to nothing, whatever they agreed to before.
    """
    scopes, asked = _scopes(making)
    moment = _agreed_on(making)
    if not asked and (moment is None or not _is_left_blank(making)):
        return
    if moment is None:
        for given in asked:
            making.keep(given)
        said = "what the person agreed to has no day, and so is not taken as consent"
        making.notes.append(("undecided", f"{said}; kept under 'other_answers'"))
        return
    if scopes and ConsentScope.NAME not in scopes:
        for given in asked:
            making.keep(given)
        said = f"agreed to {', '.join(scopes)}, but not to the name, without which nothing is shown"
        making.notes.append(("note", said))
        scopes = []
    making.values["consent"] = {
        "given": moment.date(),
        "scopes": [str(scope) for scope in scopes],
    }


def _agreed_on(making: Making) -> datetime | None:
    """Return when the person agreed: as they said, or when the answers were sent."""
    order = DayOrder(day_first=False, is_assumed=False)
    found: list[datetime] = []
    for given in making.given("consent.given"):
        moment = read_moment(one_line(given.text), order)
        if moment is None:
            making.keep(given, f"'{one_line(given.text)[:60]}' is no day of consent")
        else:
            found.append(moment)
            day = str(moment.date())
            if day != one_line(given.text):
                said = f"day of consent '{one_line(given.text)[:60]}' read as {day}"
                making.notes.append(("changed", said))
    return max(found, default=making.facts.moment)


def _is_left_blank(making: Making) -> bool:
    """Tell whether a form asked what may be shown, and nothing at all was answered."""
    targets = ("consent.scopes", *(f"consent.{scope}" for scope in ConsentScope))
    asked = "consent.scopes" in making.facts.submission.answers or any(
        making.given("consent.given")
    )
    return asked and not any(given for target in targets for given in making.given(target))


def agreed_scopes(facts: Facts) -> frozenset[ConsentScope]:
    """Return what somebody agreed to have shown, where a day is known for it."""
    nobody = Choices({}, {})
    making = Making(facts, Around({}, nobody, ""))
    put_consent(making)
    consent = making.values.get("consent", {"scopes": ()})
    return frozenset(ConsentScope(scope) for scope in consent["scopes"])


def _scopes(making: Making) -> tuple[list[ConsentScope], list[Given]]:
    """Return the scopes agreed to in the order of the words, and the answers that were read."""
    agreed: set[str] = set()
    asked: list[Given] = []
    for given in making.given("consent.scopes"):
        chosen = choose(given.text, SCOPES.with_meanings(given.means), is_one=given.is_one)
        refused = read_yes(given.text).value is False
        if refused or not chosen.unknown:
            asked.append(given)
            agreed.update(() if refused else chosen.ids)
            if refused and not says_nothing(given.text):
                _keep_unclear(making, given)
            continue
        _keep_unclear(making, given)
        if chosen.ids:
            agreed.update(chosen.ids)
            asked.append(given)
    for scope in ConsentScope:
        for given in making.given(f"consent.{scope}"):
            read = read_yes(one_line(given.text))
            if read.value is None:
                making.keep(given)
                said = f"{read.doubt}, and so is not taken as consent"
                making.notes.append(("undecided", f"{said}; kept under 'other_answers'"))
                continue
            asked.append(given)
            agreed.update([str(scope)] if read.value else [])
    return [scope for scope in ConsentScope if scope in agreed], asked


def _keep_unclear(making: Making, given: Given) -> None:
    making.keep(given)
    said = f"'{one_line(given.text)[:80]}' does not say what may be shown"
    help_ = "say under 'means' in the mapping what it covers; kept under 'other_answers'"
    making.notes.append(("undecided", f"{said}; {help_}"))
