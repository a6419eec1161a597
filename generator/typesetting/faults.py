"""What stops a page from being set."""

from generator.diagnostics import Diagnostic


class TypesettingFaultError(Exception):
    """A page cannot be set; ``diagnostic`` says why, and where."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(f"{diagnostic.place}: {diagnostic.message}")
        self.diagnostic = diagnostic
