"""What a change makes different, ready to be printed in any form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """What changes on a page, or on pages of a kind; each line goes on from the title."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that a change makes different.

    ``pages`` are the titles of the pages that say something else; ``every_page`` tells that the
    head or the foot of each does, and ``look`` that what makes the pages changed.
    """

    sections: tuple[Section, ...] = ()
    pages: tuple[str, ...] = ()
    every_page: bool = False
    look: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether a reader of the site will see no difference."""
        return not (self.sections or self.pages or self.every_page or self.look)
