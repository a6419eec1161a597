"""A build that is refused, so that what was published last stays as it was."""

from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.exceptions import PluginError

from generator.diagnostics import Diagnostic, Severity, print_human
from generator.templates import TemplateFaultError
from generator.typesetting import TypesettingFaultError


class BuildRefusedError(PluginError):
    """The records or templates have faults, so nothing is published."""

    def __init__(self, found: tuple[Diagnostic, ...]) -> None:
        self.found = found
        shown = tuple(one for one in found if one.severity is Severity.ERROR)
        super().__init__(
            f"\n{print_human(shown, lambda _path, _line: None)}\n\nNothing was published."
        )


@contextmanager
def refusing() -> Iterator[None]:
    """Refuse the build where a template or a font is at fault."""
    try:
        yield
    except (TemplateFaultError, TypesettingFaultError) as fault:
        raise BuildRefusedError((fault.diagnostic,)) from None
