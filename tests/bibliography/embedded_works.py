"""What stands in pages for each of the works, and what Zotero takes each for.

Run as a program, it writes the golden file anew.
"""

from pathlib import Path

from generator.bibliography.coins import coins_span
from generator.bibliography.json_ld import json_ld as json_ld_of
from generator.bibliography.json_ld import json_ld_script, schema_type
from generator.bibliography.meta_tags import cite_as, meta_tags
from tests.bibliography.works import RECORDS, work

GOLDEN = Path(__file__).parent / "golden" / "embeds.txt"
ADDRESS = "https://example.org/mentorship/outputs/{}/"
"""Where the page of a work stands, by its id."""

ZOTERO = {
    "article": "journalArticle",
    "article-by-number": "journalArticle",
    "in-press": "journalArticle",
    "article-with-gaps": "journalArticle",
    "paper": "conferencePaper",
    "talk": "presentation",
    "panel": "presentation",
    "poster": "presentation",
    "webinar": "presentation",
    "book": "book",
    "translated-book": "book",
    "chapter": "bookSection",
    "thesis": "thesis",
    "report": "report",
    "dataset": "dataset",
    "software": "computerProgram",
    "preprint": "preprint",
    "post": "blogPost",
    "guide": "webpage",
    "podcast": "podcast",
    "video": "videoRecording",
    "film": "film",
    "infographic": "artwork",
    "kept": "standard",
}
"""The type that each has in Zotero."""


def golden_text() -> str:
    """Everything that stands in pages for all of the works."""
    lines = []
    for id_ in RECORDS:
        item, address = work(id_), ADDRESS.format(id_)
        lines += [f"== {id_}: {item.type}, {schema_type(item)}", cite_as(item, address)]
        lines += [f"{tag.name} = {tag.content!r}" for tag in meta_tags(item, address)]
        lines += [coins_span(item), json_ld_script(json_ld_of(item, address)), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    GOLDEN.write_text(golden_text(), encoding="utf-8")
