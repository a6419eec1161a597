"""The formats in which references are exported: their names, file endings and media types."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format of citation managers. ``suffix`` ends the names of its files."""

    name: str
    label: str
    suffix: str
    media_type: str


FORMATS = (
    ExportFormat("bibtex", "BibTeX", ".bib", "application/x-bibtex"),
    ExportFormat("biblatex", "biblatex", ".biblatex.bib", "application/x-bibtex"),
    ExportFormat("ris", "RIS", ".ris", "application/x-research-info-systems"),
    ExportFormat("csl-json", "CSL-JSON", ".json", "application/vnd.citationstyles.csl+json"),
)
"""In the order in which they are offered."""
