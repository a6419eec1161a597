"""A kind of fault: its stable code, what it means, and one wrong and one right example."""

from dataclasses import dataclass

from generator.diagnostics.diagnostic import Diagnostic, Place, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A kind of fault.

    ``summary`` names the fault in a phrase. ``why`` says what would go wrong if it stayed.
    ``help`` is the way out, used where the place of the fault offers nothing more exact.
    ``wrong`` and ``right`` are the shortest parts of a record that show the fault and its mend;
    the tests run both.
    """

    code: str
    summary: str
    why: str
    help: str
    wrong: str
    right: str
    severity: Severity = Severity.ERROR

    def at(self, place: Place, message: str, help_: str = "") -> Diagnostic:
        """Return the diagnostic for one fault of this kind."""
        return Diagnostic(self.code, self.severity, place, message, help_ or self.help)
