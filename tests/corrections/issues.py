"""Issues as GitHub renders a filled form."""

from collections.abc import Mapping

from generator.corrections.correctable import correctable
from generator.corrections.forms import MORE_LABEL, PAGE_LABEL, RECORD_LABEL
from generator.records.kinds import Kind


def issue_text(kind: Kind, record: str, told: Mapping[str, str], more: str = "") -> str:
    """The body of an issue: every field of the form in its order, '_No response_' where empty."""
    page = "https://example.org/mentorship/page/"
    answers = {
        RECORD_LABEL: record,
        PAGE_LABEL: page,
        **{field.label: told.get(field.label, "") for field in correctable(kind)},
        MORE_LABEL: more,
    }
    parts = [f"### {label}\n\n{text or '_No response_'}" for label, text in answers.items()]
    return "\n\n".join(parts).replace("\n", "\r\n")
