"""Type set on a page or in a picture: text that was made from records, in bundled fonts."""

from generator.typesetting.codes import qr_code
from generator.typesetting.faults import TypesettingFaultError
from generator.typesetting.fonts import FontShelf, Unset
from generator.typesetting.rich_text import Run, paragraphs, runs
from generator.typesetting.typesetter import Typesetter

__all__ = [
    "FontShelf",
    "Run",
    "Typesetter",
    "TypesettingFaultError",
    "Unset",
    "paragraphs",
    "qr_code",
    "runs",
]
