"""Where templates, fonts and assets lie."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Theme:
    """The folders of the theme: the project's own, then that of the theme it builds on.

    ``shown`` is how the project's own is named to people.
    """

    folders: tuple[Path, ...]
    shown: str

    @property
    def own(self) -> Path:
        """The project's own theme."""
        return self.folders[0]
