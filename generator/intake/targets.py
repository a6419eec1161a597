"""What a column of a form's sheet can hold: a key of the application, or a fact about the row."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.records.application import Application
from generator.records.fields import ConsentScope
from generator.records.parts import part_at
from generator.records.people import COVERS

KEPT, LEFT_OUT = "keep", "leave-out"
SEVERAL = frozenset(("topics", "methods", "needs", "preferences", "avoid", "continue_with"))
"""Targets whose answers are choices, several of them."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a column can hold, with a description, and the words by which headings name it."""

    name: str
    description: str
    phrases: tuple[str, ...]


_PHRASES = {
    "submitted": "timestamp|submitted|submission date|completion time|recorded date|date submitted",
    "status": "response type",
    "finished": "finished",
    "cohort": "cohort|program year",
    "role": (
        "role|mentor or mentee|mentee or mentor|apply as|applying as|participate as|"
        "apply mentor mentee|am applying as|want to participate as|"
        "like to participate as|wish to participate as|role in program|desired role|"
        "preferred role|role applying for"
    ),
    "name": (
        "name|full name|first and last name|name and surname|applicant name|given and family name"
    ),
    "name.given": "first name|given name|forename",
    "name.particle": "particle|name particle",
    "name.dropping_particle": "dropping particle",
    "name.family": "last name|family name|surname",
    "name.suffix": "suffix|name suffix",
    "name.display": "display name|name as it should appear|name to be shown|name on the website",
    "name.original": "name in its own script|name in original script|native script",
    "name.original_language": "language of that name|original language",
    "email": (
        "email|email address|mail address|username|contact email|work email|best email|"
        "preferred email|institutional email"
    ),
    "affiliation.name": (
        "institution|affiliation|employer|organization|university|university or library|"
        "where do you work|workplace|place of work|name of institution|company or organization"
    ),
    "affiliation.department": "department|division|unit|library or department",
    "affiliation.ror": "ror|ror id",
    "position": (
        "position|job title|title|current position|title or position|occupation|role at institution"
    ),
    "orcid": "orcid|orcid id|orcid identifier",
    "pronouns": "pronouns",
    "links": (
        "website|web page|webpage|homepage|home page|links|url|linkedin|web address|"
        "google scholar profile"
    ),
    "bio": (
        "bio|biography|short bio|about you|tell about you|about yourself|background|"
        "research background|research experience"
    ),
    "topics": (
        "topics|research interests|research topics|areas of interest|subject areas|research areas|"
        "areas of expertise|interests|topics of interest"
    ),
    "methods": (
        "methods|methodologies|research methods|methodology|methodological expertise|"
        "research methodologies|methods know|methods learn"
    ),
    "needs": (
        "needs|want help with|need help with|can help with|support needed|support offered|"
        "areas you need help|help a mentee with|help needed|able to help with"
    ),
    "statement": (
        "statement|project description|describe project|research project|research question|"
        "research idea|proposal|statement of interest|hope to gain|what do you have to offer|"
        "motivation|project|about project|project summary|project abstract|why do you want to be"
    ),
    "capacity": (
        "how many mentees|how many mentees mentor|number of mentees|mentees can you take|capacity"
    ),
    "capacity.minimum": "minimum number of mentees|fewest mentees|at least mentees",
    "capacity.maximum": "maximum number of mentees|most mentees|at most mentees",
    "time_zone": "time zone|timezone|your time zone|location and time zone",
    "preferences": (
        "preferred mentor|preferred mentee|like to work with|request a mentor|preferences|"
        "pairing preferences|matching preferences|preferences for a mentor|preferences for mentee|"
        "mentor you would like|mentor in mind|hope to be paired with"
    ),
    "avoid": (
        "avoid|not be paired|conflict of interest|not be matched|rather not work with|"
        "not want to be paired|not paired with|not work with"
    ),
    "same_institution": (
        "same institution|prefer mentor same institution|mentor from your institution|"
        "mentor at own institution|same library"
    ),
    "continue_with": (
        "continue with|continue working with|earlier partner|go on with|current mentor"
    ),
    "consent.scopes": (
        "consent|what may be shown|agree to have shown|permission|may we show|agree shown website|"
        "consent to publish"
    ),
    "consent.given": "date of consent|consent date",
}
"""Words by which headings name each target, beside its own name; the first target wins a tie."""

_ABOUT_THE_ROW = {
    "submitted": "when the answers were sent; the latest of a person's counts",
    "status": "whether it is a trial ('Survey Preview'); such rows are refused",
    "finished": "whether the form was sent off; rows that say no are refused",
    "cohort": "the cohort applied to",
    "name": "the whole name in one cell; 'Family, Given' is taken apart, nothing else is",
    "capacity": "how many mentees a mentor takes, as in '2' or '1-2'",
    "role": "mentor or mentee",
    "consent.scopes": "what the person agrees to have shown, in the words of the form",
}

LEFT_OUT_HEADINGS = frozenset(
    (
        "id",
        "starttime",
        "startdate",
        "enddate",
        "lastmodifiedtime",
        "ipaddress",
        "progress",
        "durationinseconds",
        "duration",
        "responseid",
        "recipientlastname",
        "recipientfirstname",
        "recipientemail",
        "externalreference",
        "externaldatareference",
        "locationlatitude",
        "locationlongitude",
        "distributionchannel",
        "userlanguage",
        "totalpoints",
        "quizfeedback",
        "score",
        "qrecaptchascore",
    )
)
"""Headings (folded) of what form makers note of a visit, which the committee has no use for."""


def _description(name: str) -> str:
    steps = name.split(".")
    field = part_at(Application, steps[:-1]).model_fields.get(steps[-1])
    said = _ABOUT_THE_ROW.get(name) or (field.description if field else "") or ""
    return said.rstrip(".")


def _targets() -> dict[str, Target]:
    made = {
        name: Target(name, _description(name), tuple(phrases.split("|")))
        for name, phrases in _PHRASES.items()
    }
    for scope in ConsentScope:
        name = f"consent.{scope}"
        made[name] = Target(name, f"yes or no: may be shown: {COVERS[scope].partition(';')[0]}", ())
    made[KEPT] = Target(KEPT, "nothing we know: kept word for word in the application", ())
    made[LEFT_OUT] = Target(LEFT_OUT, "nothing to be kept", ())
    return made


TARGETS: Mapping[str, Target] = _targets()
"""Everything a column can hold, by its name in the mapping file."""
