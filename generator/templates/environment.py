"""One Jinja environment for each folder of templates: strict, and with a place for every fault."""

import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2

from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import site as rules


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
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folders),
            autoescape=escaping,  # noqa: S701  # off only for plain text
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(filters)

    def render(self, template: str, context: Mapping[str, Any]) -> str:
        """Return what a template says. Raises TemplateFaultError where it is at fault."""
        try:
            return self._environment.get_template(template).render(context)
        except (jinja2.TemplateError, TypeError) as fault:  # a text called like a function, say
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
                except (jinja2.TemplateError, TypeError):
                    self._environment.handle_exception()  # puts the lines of the template in place
        except (jinja2.TemplateError, TypeError) as fault:
            raise TemplateFaultError(self.diagnose(fault, template)) from fault
        return said

    def diagnose(self, fault: jinja2.TemplateError | TypeError, template: str) -> Diagnostic:
        """Return what is wrong in which template; ``template`` is the one that was asked for."""
        asked = f"{self._shown}/{template}"
        if isinstance(fault, jinja2.TemplateSyntaxError):
            file, line = fault.filename or asked, fault.lineno
        elif isinstance(fault, jinja2.TemplateNotFound):
            message = f"there is no template '{fault.name}'"
            return rules.BAD_TEMPLATE.at(Place(asked), message, "put it back, or correct the name")
        else:
            frames = [
                frame
                for frame in traceback.extract_tb(fault.__traceback__)
                if Path(frame.filename).suffix != ".py" and Path(frame.filename).is_file()
            ]
            file, line = (frames[-1].filename, frames[-1].lineno or 1) if frames else (asked, 1)
        path = Path(file)
        if path.is_relative_to(self._own):
            file = f"{self._shown}/{path.relative_to(self._own).as_posix()}"
        return rules.BAD_TEMPLATE.at(Place(file, line), str(fault))
