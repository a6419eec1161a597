"""The committee's tasks as a calendar of whole days."""

from collections.abc import Sequence

from generator.agenda.happening import Happening
from generator.agenda.identity import uid
from generator.agenda.vcalendar import Calendar, calendar_text
from generator.catalog import Catalog
from generator.cycle.task import Task

_KIND = "Task"


def due_calendar(catalog: Catalog, tasks: Sequence[Task]) -> str:
    """Return tasks as the text of an .ics file, each on its day.

    A task keeps its uid from one export to the next, whoever else comes to be named in it, so that
    a calendar that imports the file again moves it and does not double it.
    """
    name = catalog.program.record.short_name if catalog.program else "Program"
    return calendar_text(
        Calendar(
            uid=uid("committee"),
            name=f"{name}: committee",
            happenings=tuple(_happening(task) for task in tasks),
        )
    )


def _happening(task: Task) -> Happening:
    identity = uid("task", task.code, *task.about[:1])
    return Happening(
        uid=identity,
        name=str(task.code),
        kind=_KIND,
        title=task.what,
        start=task.due,
        end=task.due,
        description=task.how,
    )
