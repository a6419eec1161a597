"""The words by which the site names kinds of output, event and session."""

from generator.records.event import EventKind, SessionKind
from generator.records.output import Output, OutputType, PresentationForm

_TYPES = {
    OutputType.JOURNAL_ARTICLE: "Journal article",
    OutputType.CONFERENCE_PAPER: "Conference paper",
    OutputType.PRESENTATION: "Presentation",
    OutputType.POSTER: "Poster",
    OutputType.WEBINAR: "Webinar",
    OutputType.BOOK: "Book",
    OutputType.CHAPTER: "Book chapter",
    OutputType.THESIS: "Thesis",
    OutputType.REPORT: "Report",
    OutputType.DATASET: "Data set",
    OutputType.SOFTWARE: "Software",
    OutputType.PREPRINT: "Preprint",
    OutputType.BLOG_POST: "Blog post",
    OutputType.MEDIA: "Media",
    OutputType.GUIDE: "Guide",
}
_FORMS = {
    PresentationForm.PAPER: "Paper presentation",
    PresentationForm.CONFERENCE_SESSION: "Conference session",
    PresentationForm.PANEL: "Panel",
    PresentationForm.SYMPOSIUM_CONTRIBUTION: "Symposium contribution",
}
EVENT_KINDS = {
    EventKind.INFORMATION_SESSION: "Information session",
    EventKind.CHECK_IN: "Check-in",
    EventKind.SYMPOSIUM: "Symposium",
    EventKind.WORKSHOP: "Workshop",
}
SESSION_KINDS = {
    SessionKind.TALK: "Talk",
    SessionKind.KEYNOTE: "Keynote",
    SessionKind.PANEL: "Panel",
    SessionKind.WELCOME: "Welcome",
    SessionKind.QUESTIONS: "Questions",
    SessionKind.BREAK: "Break",
}


def output_kind(output: Output) -> str:
    """Return what kind of work an output is, in words: the form of a presentation, or its type.

    'Media' says little, so that what it is exactly stands for it, as in 'Podcast episode'.
    """
    if output.form:
        return _FORMS[output.form]
    if output.type is OutputType.MEDIA and output.genre:
        return f"{output.genre[:1].upper()}{output.genre[1:]}"
    return _TYPES[output.type]


def type_label(type_: OutputType) -> str:
    """Return the type of a work in words."""
    return _TYPES[type_]
