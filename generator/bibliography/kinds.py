"""Which type of item an output is (CSL 1.0.2, appendix III), and the words that describe it."""

from generator.records.output import Output, OutputType, PresentationForm

_TYPES = {
    OutputType.JOURNAL_ARTICLE: "article-journal",
    OutputType.CONFERENCE_PAPER: "paper-conference",
    OutputType.PRESENTATION: "speech",
    OutputType.POSTER: "speech",
    OutputType.WEBINAR: "speech",
    OutputType.BOOK: "book",
    OutputType.CHAPTER: "chapter",
    OutputType.THESIS: "thesis",
    OutputType.REPORT: "report",
    OutputType.DATASET: "dataset",
    OutputType.SOFTWARE: "software",
    OutputType.PREPRINT: "article",
    OutputType.BLOG_POST: "post-weblog",
    OutputType.GUIDE: "webpage",
}
_MEDIA = (
    ("broadcast", ("podcast", "radio", "broadcast", "episode", "television", "tv ")),
    ("song", ("song", "album", "audiobook", "music")),
    ("graphic", ("infographic", "photograph", "illustration", "image", "painting", "cartoon")),
    ("map", ("map",)),
)
_DEFAULT_GENRES = {
    OutputType.POSTER: "Poster presentation",
    OutputType.WEBINAR: "Webinar",
}
_FORM_GENRES = {
    PresentationForm.PAPER: "Paper presentation",
    PresentationForm.CONFERENCE_SESSION: "Conference session",
    PresentationForm.PANEL: "Panel discussion",
    PresentationForm.SYMPOSIUM_CONTRIBUTION: "Symposium",
}


def csl_type(type_: OutputType, genre: str = "") -> str:
    """Return the CSL type of an output; of media, by what its genre says."""
    if type_ is not OutputType.MEDIA:
        return _TYPES[type_]
    words = f"{genre.lower()} "
    return next(
        (name for name, signs in _MEDIA if any(sign in words for sign in signs)), "motion_picture"
    )


def default_genre(type_: OutputType, form: PresentationForm | None) -> str:
    """Return how APA describes a presentation that says nothing more exact (APA 7, 10.5)."""
    return _FORM_GENRES[form] if form else _DEFAULT_GENRES.get(type_, "")


def genre_of(output: Output) -> str:
    """Return what an output is exactly, in the words of a reference's description."""
    return output.genre or default_genre(output.type, output.form)
