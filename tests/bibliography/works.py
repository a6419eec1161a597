"""Works of every type, and whatever is hard to write down, as records and as items."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.bibliography.item import Item, Name
from generator.bibliography.items import make_item
from generator.records.output import Output
from generator.records.people import PersonName

ADA = {"name": {"given": "Ada Jo", "family": "Makebright"}, "orcid": "0000-0009-9999-5509"}
SOLER = {"name": {"given": "Tomás Luis", "family": "Fingido Soler"}}
DENKBEELD = {"name": {"given": "Ilse", "particle": "van ’t", "family": "Denkbeeld"}}
KHAYALI = {"name": {"given": "Noor", "particle": "al-", "family": "Khayali"}}
ERFUNDEN = {"name": {"given": "Ottilie", "dropping_particle": "von", "family": "Erfunden"}}
ALLEGORY = {"name": {"given": "Desmond", "family": "Allegory", "suffix": "III"}}
REKAAN = {"name": {"family": "Rekaan"}}
SORANO = {"name": {"given": "夢子", "family": "空野"}}
BRIGADE = {"organization": "Invented, Imagined & Sons: A Cooperative and Others"}
UNIVERSITY = {"organization": "University of Somewhere North", "ror": "https://ror.org/0n0rth720"}

RECORDS: dict[str, dict[str, Any]] = {
    "article": {
        "type": "journal-article",
        "title": "Reading <i>Middlemarch</i> aloud: What 5% of 100_000 readers & others said",
        "date": "2026-03-09",
        "contributors": [ADA, SOLER, DENKBEELD, KHAYALI, ERFUNDEN, ALLEGORY, REKAAN, BRIGADE],
        "container": {
            "title": "Journal of Invented Results & Notes",
            "volume": "14",
            "issue": "3–4",
            "pages": "201–224",
            "issn": "9876-5434",
        },
        "doi": "10.5555/jir(2026)<14>:3_a%b",
        "url": "https://example.org/jir_14/a%20b?id=3&part=2#sec_1;v=2",
        "open_copy": "https://example.org/copies/slips_and%20drawers.pdf",
        "license": "CC-BY-4.0",
        "language": "en-US",
        "award": "First Prize, 100% deserved",
        "abstract": "We counted *slips* & drawers: {40} of each.\n\n@misc{no, title = {entry}}\n\n@misc(no, title = {entry})\n\nTY  - no reference either",
    },
    "article-by-number": {
        "type": "journal-article",
        "title": "Trust, then read? How H<sub>2</sub>O and LaTeX meet in {braces",
        "date": "2026",
        "contributors": [SORANO],
        "container": {"title": "Fictional Quarterly", "volume": "9", "article_number": "e0147"},
        "language": "ja",
        "url": "https://example.org/fq?issue=9&id=e0147#text",
    },
    "in-press": {
        "type": "journal-article",
        "title": "After closing time",
        "status": "in-press",
        "contributors": [ADA],
        "container": {"title": "Annals of Hypothetical Reference", "issn": "9990-0017"},
    },
    "paper": {
        "type": "conference-paper",
        "title": "Two rooms and a porch",
        "date": "2026",
        "contributors": [ADA, {**DENKBEELD, "role": "editor"}],
        "container": {"title": "Proceedings of the Third Conference", "pages": "45-58"},
        "event": {"name": "Third Imaginary Conference", "place": "Supposing, Example State"},
        "series": {"title": "Imaginary Proceedings", "number": "7"},
        "publisher": "Placeholder Press",
        "isbn": "978-99999-00-45-4",
        "language": "en",
        "license": "CC-BY-4.0",
        "abstract": "We counted *slips* & drawers: 40 <of> each.\n\nSee [the list](https://example.org/l).",
    },
    "talk": {
        "type": "presentation",
        "form": "paper",
        "title": "Subject headings in two languages",
        "date": "2026-06-26/2026-07-02",
        "contributors": [SOLER, ADA, {**ALLEGORY, "role": "chair"}],
        "event": {"name": "Annual Meeting of Hypothetical Readers", "place": "Example City"},
        "slides": "https://slides.example.org/two_languages",
        "url": "https://example.org/meeting#two_languages",
    },
    "poster": {
        "type": "poster",
        "title": "Nine to midnight",
        "date": "2026-03-26",
        "contributors": [UNIVERSITY],
        "event": {"name": "Fictional Library Conference", "online": True},
    },
    "webinar": {
        "type": "webinar",
        "title": "A preprint in ten minutes",
        "date": "2026-04",
        "contributors": [ADA],
        "publisher": "Imaginary Network of Clinical Librarians",
        "url": "https://example.org/short-lessons/preprint",
    },
    "book": {
        "type": "book",
        "title": "Staying and leaving: “Oh!” they said, and left ~$5 \\ #1",
        "date": "2026",
        "contributors": [{**SOLER, "role": "editor"}, {**UNIVERSITY, "role": "editor"}],
        "publisher": "Make-Believe University Press",
        "edition": "2",
        "volume": "1",
        "series": {"title": "Studies in Nothing", "number": "12"},
        "isbn": "978-99999-01-12-3",
    },
    "chapter": {
        "type": "chapter",
        "title": "What the night shift wrote",
        "date": "2026",
        "contributors": [ADA, {**ERFUNDEN, "role": "editor"}, {**SOLER, "role": "translator"}],
        "container": {"title": "Methods for reference research", "pages": "133-152, 160"},
        "publisher": "Hypothesis & Daughters",
        "edition": "3",
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
        "language": "es",
        "url": "https://example.org/uis/2026-017.pdf",
    },
    "report": {
        "type": "report",
        "title": "Evening reading in eleven branches",
        "date": "2025-11/2026-03",
        "contributors": [UNIVERSITY],
        "publisher": "Invented Valley Public Library",
        "genre": "Evaluation report",
        "number": "2026-03",
        "series": {"title": "Evaluations", "number": "4"},
        "url": "https://example.org/reports/2026-03",
    },
    "dataset": {
        "type": "dataset",
        "title": "Coded library chat at night",
        "date": "2024/..",
        "contributors": [ADA],
        "publisher": "Imaginary Data Archive",
        "version": "1.2",
        "number": "IDA-12",
        "doi": "10.5555/ida.night-chat.12",
    },
    "software": {
        "type": "software",
        "title": "slipcount",
        "date": "2026-11-02",
        "contributors": [ADA],
        "publisher": "Collège Sans-Lieu",
        "genre": "Computer software",
        "version": "0.4.1",
        "url": "https://example.org/code/slip_count",
    },
    "preprint": {
        "type": "preprint",
        "title": "Knowing when not to ask",
        "date": "2026-11-09",
        "contributors": [ADA],
        "container": {"title": "LibImagined Preprints"},
        "number": "2611.0042",
        "doi": "10.5555/libimagined.2611.0042",
        "publisher": "LibImagined Preprints",
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
        "contributors": [ADA],
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
    "film": {
        "type": "media",
        "title": "The last card",
        "date": "2026",
        "contributors": [{**ADA, "role": "director"}, {**SOLER, "role": "producer"}],
        "publisher": "Invented Pictures",
        "genre": "Film",
    },
    "article-with-gaps": {
        "type": "journal-article",
        "title": "Pages that were moved",
        "date": "2026-05",
        "contributors": [{"name": {"given": "bell", "family": "inkwell"}}],
        "container": {"title": "Imaginary Archives Review", "pages": "12-15, 20-22"},
    },
    "panel": {
        "type": "presentation",
        "form": "symposium-contribution",
        "title": "Who is awake?",
        "date": "2026-03-12",
        "contributors": [SOLER, BRIGADE, {**ALLEGORY, "role": "chair"}],
        "container": {"title": "Reference after hours"},
        "event": {"name": "Spring Meeting of Hypothetical Reference", "online": True},
    },
    "translated-book": {
        "type": "book",
        "title": "Eleven minutes",
        "date": "2026",
        "contributors": [ADA, {**DENKBEELD, "role": "translator"}],
        "publisher": "Pocket & Placeholder",
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
    "infographic": {
        "type": "media",
        "title": "Where the slips went",
        "date": "2026-07",
        "contributors": [BRIGADE],
        "genre": "Infographic",
        "url": "https://example.org/slips.png",
    },
    "kept": {
        "type": "report",
        "title": "What only other tools know",
        "date": "2020",
        "contributors": [{**SOLER, "role": "compiler"}],
        "publisher": "Invented Standards Office",
        "csl": {
            "type": "standard",
            "number": "IS 12",
            "medium": "Paper; bound",
            "call-number": "Z 678.9",
            "accessed": {"date-parts": [["2026", "1", "2"]]},
            "issued": {"date-parts": [["2020"]], "season": "3", "circa": "true"},
            "original-date": "1987-05",
            "note": "First line.\n\nSecond line.",
            "custom": {"shelf": "B {12", "seen": ["yes"]},
        },
    },
}


def work(id_: str, **others: object) -> Item:
    """One of the works, with other facts where they are given, or without one that is None."""
    given: dict[str, Any] = {"status": "published", **RECORDS[id_], **others}
    values = {key: value for key, value in given.items() if value is not None}
    output = Output.model_validate(values)
    return make_item(
        id_, output, list(_names(values["contributors"])), ("Reading", "Surveys, short")
    )


def _names(contributors: Sequence[Mapping[str, Any]]) -> Iterator[Name]:
    for one in contributors:
        if "organization" in one:
            yield Name(organization=one["organization"], identifier=one.get("ror", ""))
        else:
            orcid = f"https://orcid.org/{one['orcid']}" if "orcid" in one else ""
            yield Name(PersonName(**one["name"]), identifier=orcid)


def all_works() -> tuple[Item, ...]:
    """Every work, in the order above."""
    return tuple(work(id_) for id_ in RECORDS)
