"""What each of the works is in the formats of exports.

Run as a program, it writes the golden files anew.
"""

from pathlib import Path

from generator.bibliography.exports import export_text
from generator.bibliography.formats import FORMATS
from tests.bibliography.works import all_works

GOLDEN = Path(__file__).parent / "exports"

TYPES = {
    "article": ("article", "article", "JOUR"),
    "article-by-number": ("article", "article", "JOUR"),
    "in-press": ("article", "article", "JOUR"),
    "paper": ("inproceedings", "inproceedings", "CONF"),
    "talk": ("misc", "unpublished", "SLIDE"),
    "poster": ("misc", "unpublished", "SLIDE"),
    "webinar": ("misc", "unpublished", "SLIDE"),
    "book": ("book", "collection", "BOOK"),
    "chapter": ("incollection", "incollection", "CHAP"),
    "thesis": ("mastersthesis", "thesis", "THES"),
    "report": ("techreport", "report", "RPRT"),
    "dataset": ("misc", "dataset", "DATA"),
    "software": ("misc", "software", "COMP"),
    "preprint": ("misc", "online", "UNPB"),
    "post": ("misc", "online", "BLOG"),
    "guide": ("misc", "online", "ELEC"),
    "podcast": ("misc", "audio", "SOUND"),
    "film": ("misc", "video", "MPCT"),
    "article-with-gaps": ("article", "article", "JOUR"),
    "panel": ("misc", "unpublished", "SLIDE"),
    "translated-book": ("book", "book", "BOOK"),
    "video": ("misc", "video", "VIDEO"),
    "infographic": ("misc", "image", "ART"),
    "kept": ("misc", "standard", "STAND"),
}
"""The type that each has in BibTeX, in biblatex, in RIS."""

if __name__ == "__main__":
    for form in FORMATS:
        text = export_text(form.name, all_works())
        (GOLDEN / f"works{form.suffix}").write_bytes(text.encode())
