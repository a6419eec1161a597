"""Answers that choose: terms of the vocabulary, people to work with or not, what may be shown."""

from generator.diagnostics import fold
from generator.intake.choices import Choices, choose
from generator.intake.facts import Facts
from generator.intake.making import LONGEST_LINE, Around, Making
from generator.intake.moments import DayOrder, read_moment
from generator.intake.normal import one_line, read_yes, says_nothing
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
        is_marked = read_yes(text).value
        if is_marked is False:
            return []
        text = given.choice if is_marked else text
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
    """Put what the person agreed to, with its day; without a day, keep the answers only."""
    scopes, asked = _scopes(making)
    if not asked:
        return
    said_on = (one_line(given.text) for given in making.given("consent.given"))
    order = DayOrder(day_first=False, is_assumed=False)
    moment = next((read_moment(text, order) for text in said_on), making.facts.moment)
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
        if chosen.unknown and fold(given.text) != "no":
            said = f"'{one_line(given.text)[:80]}' does not say what may be shown"
            making.keep(given)
            help_ = "say under 'means' in the mapping what it covers; kept under 'other_answers'"
            making.notes.append(("undecided", f"{said}; {help_}"))
        if chosen.ids or not chosen.unknown or fold(given.text) == "no":
            agreed.update(chosen.ids)
            asked.append(given)
    for scope in ConsentScope:
        for given in making.given(f"consent.{scope}"):
            read = read_yes(one_line(given.text))
            if read.value is None:
                making.keep(given, read.doubt)
                continue
            asked.append(given)
            agreed.update([str(scope)] if read.value else [])
    return [scope for scope in ConsentScope if scope in agreed], asked
