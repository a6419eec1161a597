"""A work of every type that machines are to understand, and what stands for it in pages.

Run as a program, it writes the golden file anew.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.bibliography.coins import coins_span
from generator.bibliography.item import Item, Name
from generator.bibliography.items import make_item
from generator.bibliography.json_ld import json_ld as json_ld_of
from generator.bibliography.json_ld import json_ld_script, schema_type
from generator.bibliography.meta_tags import cite_as, meta_tags
from generator.records.output import Output
from generator.records.people import PersonName

GOLDEN = Path(__file__).parent / "golden" / "embeds.txt"
ADDRESS = "https://example.org/mentorship/outputs/{}/"
"""Where the page of a work stands, by its id."""

ADA = {"name": {"given": "Ada Jo", "family": "Makebright"}}
SOLER = {"name": {"given": "Tomás Luis", "family": "Fingido Soler"}}
DENKBEELD = {"name": {"given": "Ilse", "particle": "van ’t", "family": "Denkbeeld"}}
ALLEGORY = {"name": {"given": "Desmond", "family": "Allegory", "suffix": "III"}}
REKAAN = {"name": {"family": "Rekaan"}}
GROUP = {"organization": "Student Newspaper Inventory Group"}
SHARED = {
    "language": "en",
    "license": "CC-BY-4.0",
    "abstract": "We counted *slips* & drawers: 40 <of> each.\n\nSee [the list](https://example.org/l).",
}

RECORDS: dict[str, dict[str, Any]] = {
    "article": {
        "type": "journal-article",
        "title": "Reading <i>Middlemarch</i> aloud: 5% & more",
        "date": "2026-03-09",
        "contributors": [ADA, SOLER, DENKBEELD, ALLEGORY, REKAAN, GROUP],
        "container": {
            "title": "Journal of Invented Results",
            "volume": "14",
            "issue": "3",
            "pages": "201-224",
            "issn": "9876-5434",
        },
        "doi": "10.5555/jir(2026)<14>:3_a",
        "open_copy": "https://example.org/copies/slips.pdf",
        "award": "Prize for a First Article",
        **SHARED,
    },
    "article-by-number": {
        "type": "journal-article",
        "title": "Trust, then read?",
        "date": "2026",
        "contributors": [ADA],
        "container": {"title": "Fictional Quarterly", "volume": "9", "article_number": "e0147"},
        "url": "https://example.org/fq?issue=9&id=e0147#text",
    },
    "article-in-press": {
        "type": "journal-article",
        "title": "After closing time",
        "status": "in-press",
        "contributors": [ADA],
        "container": {"title": "Annals of Hypothetical Reference", "issn": "9990-0017"},
    },
    "article-with-gaps": {
        "type": "journal-article",
        "title": "Pages that were moved",
        "date": "2026-05",
        "contributors": [{"name": {"given": "bell", "family": "inkwell"}}],
        "container": {"title": "Imaginary Archives Review", "pages": "12-15, 20-22"},
    },
    "paper": {
        "type": "conference-paper",
        "title": "Two rooms and a porch",
        "date": "2026",
        "contributors": [ADA, DENKBEELD],
        "container": {"title": "Proceedings of the Third Imaginary Conference", "pages": "45-58"},
        "event": {"name": "Third Imaginary Conference", "place": "Supposing, Example State"},
        "publisher": "Placeholder Press",
        "isbn": "978-99999-00-45-4",
        **SHARED,
    },
    "talk": {
        "type": "presentation",
        "form": "paper",
        "title": "Subject headings in two languages",
        "date": "2026-06-26/2026-06-28",
        "contributors": [SOLER, ADA],
        "event": {"name": "Annual Meeting of Hypothetical Readers", "place": "Example City"},
        "slides": "https://slides.example.org/two-languages",
        **SHARED,
    },
    "panel": {
        "type": "presentation",
        "form": "symposium-contribution",
        "title": "Who is awake?",
        "date": "2026-03-12",
        "contributors": [SOLER, GROUP, {**ALLEGORY, "role": "chair"}],
        "container": {"title": "Reference after hours"},
        "event": {"name": "Spring Meeting of Hypothetical Reference", "online": True},
    },
    "poster": {
        "type": "poster",
        "title": "Nine to midnight",
        "date": "2026-03-26",
        "contributors": [ADA],
        "event": {"name": "Fictional Library Conference", "place": "Notional Springs"},
    },
    "webinar": {
        "type": "webinar",
        "title": "A preprint in ten minutes",
        "date": "2026-04-22",
        "contributors": [ADA],
        "publisher": "Imaginary Network of Clinical Librarians",
        "url": "https://example.org/short-lessons/preprint",
    },
    "book": {
        "type": "book",
        "title": "Staying and leaving",
        "date": "2026",
        "contributors": [{**SOLER, "role": "editor"}, {**GROUP, "role": "editor"}],
        "publisher": "Make-Believe University Press",
        "edition": "2",
        "volume": "1",
        "series": {"title": "Studies in Nothing", "number": "12"},
        "isbn": "978-99999-01-12-3",
    },
    "translated-book": {
        "type": "book",
        "title": "Eleven minutes",
        "date": "2026",
        "contributors": [ADA, {**DENKBEELD, "role": "translator"}],
        "publisher": "Pocket & Placeholder",
    },
    "chapter": {
        "type": "chapter",
        "title": "What the night shift wrote",
        "date": "2026",
        "contributors": [ADA, {**ALLEGORY, "role": "editor"}],
        "container": {"title": "Methods for reference research", "pages": "133-152"},
        "publisher": "Hypothesis & Daughters",
        "isbn": "978-99999-03-34-9",
        "doi": "10.5555/hd.methods.133",
    },
    "thesis": {
        "type": "thesis",
        "title": "Nombrar sin herir",
        "date": "2026-02",
        "contributors": [SOLER],
        "publisher": "Universidad Imaginaria del Sur",
        "genre": "Master’s thesis",
        "number": "TFM-2026-017",
        "archive": "Archive of Imagined Theses",
        "url": "https://example.org/uis/2026-017.pdf",
        "language": "es",
    },
    "report": {
        "type": "report",
        "title": "Evening reading in eleven branches",
        "date": "2026-05",
        "contributors": [GROUP],
        "publisher": "Invented Valley Public Library",
        "genre": "Evaluation report",
        "number": "2026-03",
        "url": "https://example.org/reports/2026-03",
    },
    "dataset": {
        "type": "dataset",
        "title": "Coded library chat at night",
        "date": "2025-12-11",
        "contributors": [ADA],
        "publisher": "Imaginary Data Archive",
        "version": "1.2",
        "number": "IDA-12",
        "doi": "10.5555/ida.night-chat.12",
    },
    "software": {
        "type": "software",
        "title": "Slipcount",
        "date": "2026-11-02",
        "contributors": [ADA, GROUP],
        "publisher": "Collège Sans-Lieu",
        "genre": "Computer software",
        "version": "0.4.1",
        "url": "https://example.org/code/slipcount",
    },
    "preprint": {
        "type": "preprint",
        "title": "Knowing when not to ask",
        "date": "2026-11-09",
        "contributors": [ADA],
        "container": {"title": "LibImagined Preprints"},
        "publisher": "LibImagined Preprints",
        "number": "2611.0042",
        "doi": "10.5555/libimagined.2611.0042",
    },
    "post": {
        "type": "blog-post",
        "title": "A card catalog full of beans",
        "date": "2026-10-21",
        "contributors": [ADA],
        "container": {"title": "The Shelf Ladder"},
        "url": "https://example.org/shelf-ladder/beans",
    },
    "guide": {
        "type": "guide",
        "title": "A worksheet for subject headings",
        "contributors": [ADA, {**SOLER, "role": "translator"}],
        "publisher": "University of Somewhere North",
        "genre": "Worksheet",
        "url": "https://example.org/headings/worksheet",
    },
    "podcast": {
        "type": "media",
        "title": "The evening nobody went home",
        "date": "2025-11-27",
        "contributors": [ADA, {**SOLER, "role": "guest"}],
        "container": {"title": "Overdue and out loud"},
        "publisher": "Invented Valley Public Library",
        "genre": "Audio podcast episode",
        "number": "17",
        "url": "https://example.org/overdue/17",
    },
    "video": {
        "type": "media",
        "title": "How to repair a heading",
        "date": "2026-01-15",
        "contributors": [ADA],
        "publisher": "Invented Channel",
        "genre": "Video",
        "url": "https://video.example.org/heading",
    },
    "film": {
        "type": "media",
        "title": "The last card",
        "date": "2026",
        "contributors": [{**ADA, "role": "director"}, {**SOLER, "role": "producer"}],
        "publisher": "Invented Pictures",
        "genre": "Film",
    },
    "infographic": {
        "type": "media",
        "title": "Where the slips went",
        "date": "2026-07",
        "contributors": [GROUP],
        "genre": "Infographic",
        "url": "https://example.org/slips.png",
    },
}

ZOTERO = {
    "article": "journalArticle",
    "article-by-number": "journalArticle",
    "article-in-press": "journalArticle",
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
}
"""The type that each has in Zotero."""


def work(id_: str, **others: object) -> Item:
    """One of the works, with other facts where they are given."""
    values = {"status": "published", **RECORDS[id_], **others}
    kept = {key: value for key, value in values.items() if value is not None}
    output = Output.model_validate(kept)
    return make_item(id_, output, list(_names(kept["contributors"])), ("Reading", "Surveys"))


def _names(contributors: Sequence[dict[str, Any]]) -> Iterator[Name]:
    for one in contributors:
        if "organization" in one:
            yield Name(organization=one["organization"])
        else:
            yield Name(PersonName(**one["name"]))


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
