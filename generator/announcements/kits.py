"""The whole kit of an announcement: every text, and the picture with its alternative text."""

from collections.abc import Callable, Mapping

from generator.announcements.about_call import call_picture
from generator.announcements.networks import Network
from generator.announcements.subject import Subject, View
from generator.announcements.writing import Announcer, alternative_text
from generator.records.news import NewsKind
from generator.typesetting.share_picture import SharePicture
from generator.views import Site
from generator.views.cohorts import CohortView
from generator.views.events import EventView
from generator.views.pictures import cohort_picture, event_picture, output_picture

_CALLS = {NewsKind.CALL_FOR_MENTORS: "mentor", NewsKind.CALL_FOR_MENTEES: "mentee"}
"""Who is called."""

Draw = Callable[[SharePicture], bytes]
"""Makes a PNG of what a picture says. Raises TypesettingFaultError."""


def picture_of(site: Site, kind: NewsKind, view: View) -> SharePicture:
    """Return what the picture says that goes with an announcement."""
    if isinstance(view, CohortView):
        if kind in _CALLS:
            return call_picture(site, view, _CALLS[kind])
        return cohort_picture(view, site.program)
    if isinstance(view, EventView):
        return event_picture(view, site.program)
    return output_picture(view, site.program)


def kit_name(subject: Subject) -> str:
    """Return the name of a kit's folder."""
    id_ = subject.id.removeprefix(f"{subject.kind}-")
    return f"{subject.kind}-{id_}"


def make_kit(announcer: Announcer, subject: Subject, view: View, draw: Draw) -> Mapping[str, bytes]:
    """Return the files of a kit by their names.

    Raises TemplateFaultError and TypesettingFaultError.
    """
    kind = subject.kind
    picture = picture_of(announcer.site, kind, view)
    news = announcer.news(kind, view)
    texts = {
        "email.txt": announcer.email(kind, view),
        **{f"{network}.txt": announcer.post(kind, view, network) for network in Network},
        "news.md": f"# {news.title}\n\n{news.markdown}",
        "alternative-text.txt": f"{alternative_text(picture.alternative_text)}\n",
    }
    return {
        **{name: text.encode() for name, text in texts.items()},
        "picture.png": draw(picture),
    }
