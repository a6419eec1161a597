"""How an applicant is asked for each key of an application: the words of the form, in one place.

Limits and choices are not here: they are the model's. Where a question has no hint of its own, the
description of the key is its hint.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.records.application import Role
from generator.records.fields import ConsentScope

MENTEE, MENTOR = frozenset((Role.MENTEE,)), frozenset((Role.MENTOR,))
EVERYBODY = MENTEE | MENTOR


@dataclass(frozen=True, slots=True)
class Question:
    """What an applicant is asked for a key.

    ``mentor_label`` and ``mentor_hint`` stand in for the others where mentors are asked something
    else. ``missing`` is what is said where an answer is needed and was not given; without it the
    answer is optional. ``wrong`` is what is said of an answer that cannot be one. ``fills`` is the
    purpose by which browsers fill in a field (HTML, "Autofill").
    """

    key: str
    label: str
    hint: str | None = None
    mentor_label: str = ""
    mentor_hint: str | None = None
    missing: str = ""
    wrong: str = ""
    fills: str = ""
    roles: frozenset[Role] = EVERYBODY

    def label_for(self, role: Role) -> str:
        """Return the words beside the field."""
        return self.mentor_label if role is Role.MENTOR and self.mentor_label else self.label

    def hint_for(self, role: Role) -> str | None:
        """Return what helps to answer; None where the description of the key says it."""
        is_other = role is Role.MENTOR and self.mentor_hint is not None
        return self.mentor_hint if is_other else self.hint


@dataclass(frozen=True, slots=True)
class Part:
    """Questions that belong together. Of what is ``aside``, most people have nothing to say."""

    id: str
    title: str
    questions: tuple[Question, ...]
    mentor_title: str = ""
    intro: str = ""
    aside: tuple[Question, ...] = ()
    aside_title: str = ""

    def title_for(self, role: Role) -> str:
        """Return the words over the part."""
        return self.mentor_title if role is Role.MENTOR and self.mentor_title else self.title


_NAME = (
    Question(
        "name.given",
        "Given names",
        "With middle names or initials, as you write them.",
        fills="given-name",
    ),
    Question(
        "name.family",
        "Family name",
        "With what belongs to it, as in “van der Berg”. If you have one name only, write it here.",
        missing="Enter your family name",
        fills="family-name",
    ),
)
_NAME_ASIDE = (
    Question(
        "name.display",
        "Whole name as you write it",
        "Only where your given name does not stand first, as in “Nguyễn Thị Hoa”.",
        fills="name",
    ),
    Question("name.original", "Name in its own script", "Shown beside the other, as in “林美玲”."),
    Question(
        "name.original_language",
        "Language of that name",
        "Its short code, as in “ja” for Japanese, or “zh-Hant” for Chinese in traditional "
        "characters.",
        wrong="Enter the short code of a language, as in “ja”",
    ),
    Question(
        "name.particle",
        "Particle of your family name",
        "Only if you are filed under the name after it, as in “de la” or “von”.",
    ),
    Question("name.suffix", "Suffix", fills="honorific-suffix"),
)
_PERSON = (
    Question("pronouns", "Pronouns", "As in “she/her”, if you would like to give them."),
    Question(
        "email",
        "E-mail address",
        "The committee writes to you there. It is never shown.",
        missing="Enter your e-mail address",
        wrong="Enter an e-mail address as in name@example.org",
        fills="email",
    ),
    Question(
        "affiliation.name",
        "Institution",
        "Where you work or study.",
        wrong="Enter the institution that the department belongs to",
        fills="organization",
    ),
    Question("affiliation.department", "Department", "Library, school or department."),
    Question("position", "Position", "The title you hold there.", fills="organization-title"),
    Question(
        "orcid",
        "ORCID iD",
        "16 digits, as in 0000-0002-1825-0097. If you have none, leave this empty.",
        wrong="Check your ORCID iD: it has 16 digits, and these are not one",
    ),
    Question(
        "links",
        "Web pages",
        "Your own site, a profile, a list of works. Say in a word or two what each is.",
        wrong="Enter a web address that begins with https://",
    ),
    Question(
        "bio",
        "About you and your research",
        "A paragraph. It stands on your page of this site if you agree below and are paired.",
    ),
)
_WORK = (
    Question(
        "topics",
        "Topics",
        "What you would like to find out about. Choose as many as you like.",
        mentor_hint="What you know well. Choose as many as you like.",
    ),
    Question(
        "methods",
        "Methods",
        "How you would like to study it, or what you would like to learn.",
        mentor_hint="What you have used, and can explain.",
    ),
    Question(
        "needs",
        "What you would like help with",
        "",
        mentor_label="What you can help with",
        mentor_hint="",
    ),
    Question(
        "statement",
        "Your project or idea",
        "What you have begun or have in mind, and what it needs. A question is enough to "
        "start from.",
        mentor_label="What you have to offer",
        mentor_hint="What you would like to help somebody with, in your own words.",
    ),
)
_PAIR = (
    Question(
        "capacity.maximum",
        "How many mentees you could take",
        "At the most.",
        wrong="Enter a number of mentees",
        roles=MENTOR,
    ),
    Question(
        "capacity.minimum",
        "How many mentees you would like at the least",
        "0 if you need not have one this year.",
        wrong="Enter a number that is not above the most you could take",
        roles=MENTOR,
    ),
    Question("time_zone", "Time zone", "By a city on your time, so that hours to meet are found."),
    Question(
        "same_institution",
        "A mentor from my own institution would be welcome",
        "Otherwise, you are not paired with one.",
        roles=MENTEE,
    ),
    Question(
        "preferences",
        "Whom you would like to work with",
        "If there is somebody: one name to a line, the first choice first.",
    ),
    Question(
        "continue_with",
        "Earlier partners you would like to go on with",
        "One name to a line.",
    ),
    Question(
        "avoid",
        "Whom you should not be paired with",
        "One name to a line. Only the committee sees this. You need not say why.",
    ),
)
_SHOWN = (Question("consent.scopes", "What this site may show of you", ""),)

PARTS: tuple[Part, ...] = (
    Part(
        "you",
        "About you",
        (*_NAME, *_PERSON),
        aside=_NAME_ASIDE,
        aside_title="Your name is written in another way",
    ),
    Part("work", "What you would like to work on", _WORK, mentor_title="What you can offer"),
    Part("pair", "Working together", _PAIR),
    Part(
        "shown",
        "What may be shown",
        _SHOWN,
        intro="If you are paired, this site can show something about you. You decide point by "
        "point, and you can change your mind at any time. Whether you are paired does not depend "
        "on it.",
    ),
)
"""Everything an applicant is asked, in order."""

AGREED: Mapping[ConsentScope, str] = {
    ConsentScope.NAME: "Your name. Without it, nothing else of this list is shown.",
    ConsentScope.AFFILIATION: "Your institution, your department and your position.",
    ConsentScope.BIOGRAPHY: "Your paragraph about yourself, and your pronouns.",
    ConsentScope.LINKS: "Your ORCID iD and your web pages.",
    ConsentScope.PAIRING: "With whom you work, and on what project.",
    ConsentScope.SESSIONS: "That you speak at an event, or moderate.",
    ConsentScope.RECORDING: "Recordings in which you are seen or heard.",
    ConsentScope.OUTPUTS: "Publications and presentations that you contributed to.",
    ConsentScope.ANNOUNCEMENTS: "That you are named in announcements and posts.",
    ConsentScope.CERTIFICATE: "That you were awarded a certificate, so that others can verify it.",
}
"""What applicants agree to with each scope: what `people.COVERS` says of somebody, said to them."""

UNASKED = {
    "role": "each role has a page of its own",
    "name.dropping_particle": "only reference lists know it; the committee asks where it matters",
    "affiliation.ror": "the committee looks it up",
    "consent.given": "the day on which the form is filled in",
    "undecided": "what was answered in own words",
    "other_answers": "what no key is for",
    "received": "how the application came in",
}
"""Keys of an application that no question is for, each with the reason."""
