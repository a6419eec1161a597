"""All that the committee has to do, in the order of its days."""

from datetime import date, timedelta
from typing import Any

from generator.catalog import Catalog
from generator.cycle import calls, consents, endings, meetings, symposium, waiting
from generator.cycle.task import Task

_SOURCES = (calls, meetings, symposium, endings, consents, waiting)


def tasks_due(catalog: Catalog, today: date, within: int) -> tuple[Task, ...]:
    """Return what is overdue, due today, or due in so many days after; the earliest first."""
    last = today + timedelta(days=within)
    found = [task for source in _SOURCES for task in source.tasks(catalog, today)]
    return tuple(sorted((task for task in found if task.due <= last), key=lambda task: task.order))


def due_values(tasks: tuple[Task, ...], today: date) -> dict[str, Any]:
    """Return tasks as plain values, for programs. The keys are stable: see docs/year.md."""
    return {
        "on": str(today),
        "tasks": [
            {
                "code": str(task.code),
                "due": str(task.due),
                "urgency": str(task.urgency(today)),
                "days": (task.due - today).days,
                "what": task.what,
                "how": task.how,
                "about": list(task.about),
            }
            for task in tasks
        ],
    }
