"""One Jinja environment for each folder of templates: strict, and with a place for every fault."""

import re
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import site as rules

FAULTS = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What an expression, a filter or the file of a template can raise.

A text called like a function, a division by zero, a filter given what it cannot take, a template
that includes itself. Anything else is a fault of the program.
"""


_UNKNOWN = re.compile(r"'[\w. ]+' has no attribute '(\w+)'")

_CHANCE = ("lipsum", "cycler")
"""Names that Jinja knows and no template of ours needs: words by chance, and what keeps count."""


def closed_environment(**options: Any) -> jinja2.Environment:
    """Return an environment whose templates show what they are given, and do nothing else.

    They reach neither the insides of Python nor change what they are given, and chance has no part
    in them. ``options`` are those of ``jinja2.Environment``.
    """
    environment = ImmutableSandboxedEnvironment(undefined=jinja2.StrictUndefined, **options)
    for name in _CHANCE:
        del environment.globals[name]
    del environment.filters["random"]
    return environment


class TemplateFaultError(Exception):
    """A template cannot be used; ``diagnostic`` says which and where."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(f"{diagnostic.place}: {diagnostic.message}")
        self.diagnostic = diagnostic


class TemplateFolder:
    """Renders the templates of a folder.

    ``folders`` are searched in order: the project's own theme, then one that it builds on.
    ``shown`` is how the first is named to people. ``escaping`` is on for HTML. A name that is not
    known is a fault, never an empty place.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        shown: str,
        *,
        escaping: bool,
        filters: Mapping[str, Callable[..., Any]],
    ) -> None:
        self._own = folders[0]
        self._shown = shown
        self._environment = closed_environment(
            loader=jinja2.FileSystemLoader(folders),
            autoescape=escaping,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(filters)

    def render(self, template: str, context: Mapping[str, Any]) -> str:
        """Return what a template says. Raises TemplateFaultError where it is at fault."""
        try:
            return self._environment.get_template(template).render(context)
        except FAULTS as fault:
            raise TemplateFaultError(self.diagnose(fault, template)) from fault

    def blocks(
        self, template: str, context: Mapping[str, Any], names: Sequence[str]
    ) -> Mapping[str, str]:
        """Return what some blocks of a template say, each by itself.

        Raises TemplateFaultError where it is at fault, or lacks one of them.
        """
        said = {}
        try:
            loaded = self._environment.get_template(template)
            for name in names:
                if name not in loaded.blocks:
                    message = f"there is no block '{name}' in this template"
                    place = Place(f"{self._shown}/{template}")
                    raise TemplateFaultError(rules.BAD_TEMPLATE.at(place, message))
                try:
                    said[name] = "".join(loaded.blocks[name](loaded.new_context(dict(context))))
                except FAULTS:
                    self._environment.handle_exception()  # puts the lines of the template in place
        except FAULTS as fault:
            raise TemplateFaultError(self.diagnose(fault, template)) from fault
        return said

    def diagnose(self, fault: Exception, template: str) -> Diagnostic:
        """Return what is wrong in which template; ``template`` is the one that was asked for."""
        file, line = self._place_of(fault, template)
        path = Path(file)
        if path.is_relative_to(self._own):
            file = f"{self._shown}/{path.relative_to(self._own).as_posix()}"
        place = Place(file, line)
        if isinstance(fault, jinja2.TemplateNotFound):
            message = f"there is no template '{fault.name}'"
            return rules.BAD_TEMPLATE.at(place, message, "put it back, or correct the name")
        return rules.BAD_TEMPLATE.at(place, _message(fault))

    def _place_of(self, fault: Exception, template: str) -> tuple[str, int]:
        """Return the file and the line: the deepest in templates, where there is one."""
        asked = f"{self._shown}/{template}"
        if isinstance(fault, jinja2.TemplateSyntaxError):
            return fault.filename or asked, fault.lineno
        for frame in reversed(traceback.extract_tb(fault.__traceback__)):
            if Path(frame.filename).suffix != ".py" and Path(frame.filename).is_file():
                return frame.filename, frame.lineno or 1
        return asked, 1


def _message(fault: Exception) -> str:
    """Return what is wrong, in words that need no Python where that is possible."""
    if isinstance(fault, UnicodeDecodeError):
        return "a template that is not UTF-8"
    if isinstance(fault, RecursionError):
        return "this goes around in a circle"
    if isinstance(fault, OSError) and fault.strerror:
        return f"a template cannot be read: {fault.strerror.lower()}"
    if isinstance(fault, KeyError):
        return f"there is no entry {fault}"
    unknown = _UNKNOWN.fullmatch(str(fault))
    return f"there is no '{unknown[1]}' in what stands before the period" if unknown else str(fault)
