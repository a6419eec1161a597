"""Fields of BibTeX and tags of RIS, each read as the variable it means, and none lost."""

from typing import Any

import pytest

from generator.bibliography.csl_json import csl_values
from generator.bibliography.reading.bibtex_kinds import _TYPES as BIBTEX_TYPES
from generator.bibliography.reading.files import read_items
from generator.bibliography.reading.ris_kinds import _TYPES as RIS_TYPES
from generator.records.csl import CSL_TYPES


def bibtex(type_: str, /, **fields: str) -> dict[str, Any]:
    """What comes of an entry, without id and title."""
    body = ",".join(f"{name.replace('_', '+')}={{{value}}}" for name, value in fields.items())
    return _only(f"@{type_}{{a,title={{T}},{body}}}", "a.bib")


def ris(type_: str, *lines: str) -> dict[str, Any]:
    """What comes of a reference, without id and title."""
    body = "".join(f"{line}\n" for line in lines)
    return _only(f"TY  - {type_}\nTI  - T\n{body}ER  - \n", "a.ris")


def _only(content: str, path: str) -> dict[str, Any]:
    batch = read_items(content.encode(), path)
    assert batch.rejected == ()
    (one,) = batch.incoming
    return {key: value for key, value in csl_values(one.item).items() if key not in ("id", "title")}


@pytest.mark.parametrize("type_", sorted(BIBTEX_TYPES))
def test_every_type_of_bibtex_is_one_of_csl(type_: str) -> None:
    assert bibtex(type_)["type"] in CSL_TYPES


@pytest.mark.parametrize("type_", sorted(RIS_TYPES))
def test_every_type_of_ris_is_one_of_csl(type_: str) -> None:
    assert ris(type_)["type"] in CSL_TYPES


@pytest.mark.parametrize(
    ("entry", "read"),
    [
        (bibtex("article", entrysubtype="newspaper"), {"type": "article-newspaper"}),
        (bibtex("misc", entrysubtype="post-weblog"), {"type": "post-weblog"}),
        (bibtex("misc", howpublished="Poster presentation"), {"type": "speech", "genre": "Poster presentation"}),
        (bibtex("misc", howpublished=r"\url{https://example.org/a_b}"), {"type": "document", "URL": "https://example.org/a_b"}),
        (bibtex("unpublished", eventtitle="A meeting", venue="Here"), {"type": "speech", "event-title": "A meeting", "event-place": "Here"}),
        (bibtex("online", eprint="1", eprinttype="arxiv"), {"type": "article", "number": "arXiv:1", "publisher": "arxiv"}),
        (bibtex("article", eprint="123", eprinttype="pubmed"), {"type": "article-journal", "PMID": "123"}),
        (bibtex("article", journal="J", number="3", eid="e1"), {"type": "article-journal", "container-title": "J", "issue": "3", "number": "e1"}),
        (bibtex("book", series="S", number="3"), {"type": "book", "collection-title": "S", "collection-number": "3"}),
        (bibtex("report", number="3", institution="I"), {"type": "report", "number": "3", "publisher": "I"}),
        (bibtex("book", publisher="P", organization="Other"), {"type": "book", "publisher": "P", "custom": {"organization": "Other"}}),
        (bibtex("book", maintitle="Whole", subtitle="Sub"), {"type": "book", "volume-title": "T: Sub"}),
        (bibtex("incollection", booktitle="B", maintitle="Whole"), {"type": "chapter", "container-title": "Whole", "volume-title": "B"}),
        (bibtex("book", editor="A B", editortype="compiler"), {"type": "book", "compiler": [{"family": "B", "given": "A"}]}),
        (bibtex("book", author="family=Berg, given=Jan, prefix=van der, useprefix=false"), {"type": "book", "author": [{"family": "Berg", "given": "Jan", "dropping-particle": "van der"}]}),
        (bibtex("book", author="{Barnes and Noble} and {A} {B}"), {"type": "book", "author": [{"literal": "Barnes and Noble"}, {"family": "B", "given": "A"}]}),
        (bibtex("book", author="a, b, c, d"), {"type": "book", "author": [{"literal": "a, b, c, d"}]}),
        (bibtex("book", year="2024", month="05", day="7"), {"type": "book", "issued": {"date-parts": [[2024, 5, 7]]}}),
        (bibtex("book", year="2023--2024"), {"type": "book", "issued": {"date-parts": [[2023], [2024]]}}),
        (bibtex("book", year="n.d."), {"type": "book", "issued": {"literal": "n.d."}}),
        (bibtex("book", date="2024~"), {"type": "book", "issued": {"date-parts": [[2024]], "circa": True}}),
        (bibtex("book", pubstate="inpress"), {"type": "book", "status": "in press"}),
        (bibtex("book", langid="ngerman"), {"type": "book", "language": "de"}),
        (bibtex("book", **{"reviewed-title": "R", "pmcid": "PMC1", "zzz": "Z"}), {"type": "book", "reviewed-title": "R", "PMCID": "PMC1", "custom": {"zzz": "Z"}}),
    ],
)  # fmt: skip
def test_fields_of_bibtex_mean_what_biblatex_says(
    entry: dict[str, Any], read: dict[str, Any]
) -> None:
    assert entry == read


@pytest.mark.parametrize(
    ("entry", "read"),
    [
        (ris("JOUR", "SN  - 98765434", "SN  - 2345-6785"), {"type": "article-journal", "ISSN": "98765434 2345-6785"}),
        (ris("BOOK", "SN  - 978-99999-01-12-3 (print)"), {"type": "book", "ISBN": "978-99999-01-12-3"}),
        (ris("RPRT", "SN  - 17", "T2  - S"), {"type": "report", "number": "17", "collection-title": "S"}),
        (ris("JOUR", "SP  - e12"), {"type": "article-journal", "number": "e12"}),
        (ris("JOUR", "SP  - 1-9", "EP  - 9"), {"type": "article-journal", "page": "1-9"}),
        (ris("JOUR", "M3  - doi:10.5555/x"), {"type": "article-journal", "DOI": "10.5555/x"}),
        (ris("GEN", "JO  - J", "VL  - 1"), {"type": "article-journal", "container-title": "J", "volume": "1"}),
        (ris("SOUND", "M3  - Podcast", "T3  - Show"), {"type": "broadcast", "genre": "Podcast", "container-title": "Show"}),
        (ris("CONF", "T2  - Proceedings of a meeting"), {"type": "paper-conference", "container-title": "Proceedings of a meeting"}),
        (ris("CONF", "T2  - A meeting", "CY  - Here"), {"type": "paper-conference", "event-title": "A meeting", "event-place": "Here"}),
        (ris("SLIDE", "A2  - A, B"), {"type": "speech", "author": [{"family": "A", "given": "B"}]}),
        (ris("BOOK", "AU  - van der Berg, Jan", "A3  - Humboldt, Alexander von"), {"type": "book", "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}], "editor": [{"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}]}),
        (ris("BOOK", "AU  - King, Jr., Martin"), {"type": "book", "author": [{"family": "King", "given": "Martin", "suffix": "Jr."}]}),
        (ris("BOOK", "PY  - 2024", "DA  - May 7"), {"type": "book", "issued": {"date-parts": [[2024, 5, 7]]}}),
        (ris("BOOK", "PY  - 2024///", "DA  - 2023/01/02"), {"type": "book", "issued": {"date-parts": [[2024]]}}),
        (ris("BOOK", "DA  - 2024/05/17/to 2024-05-19"), {"type": "book", "issued": {"date-parts": [[2024, 5, 17], [2024, 5, 19]]}}),
        (ris("BOOK", "DA  - 2024///Spring circa"), {"type": "book", "issued": {"date-parts": [[2024]], "season": 1, "circa": True}}),
        (ris("BOOK", "N1  - License: MIT", "N1  - Chair: A, B", "N1  - PMID: 1", "N1  - Lent: yes"), {"type": "book", "chair": [{"family": "A", "given": "B"}], "PMID": "1", "note": "Lent: yes", "custom": {"license": "MIT"}}),
        (ris("BOOK", "UR  - https://example.org/a", "UR  - https://example.org/b"), {"type": "book", "URL": "https://example.org/a", "custom": {"other addresses": "https://example.org/b"}}),
        (ris("BOOK", "T1  - Another title", "C8  - eight"), {"type": "book", "custom": {"RIS T1": "Another title", "RIS C8": "eight"}}),
    ],
)  # fmt: skip
def test_tags_of_ris_mean_what_zotero_and_endnote_say(
    entry: dict[str, Any], read: dict[str, Any]
) -> None:
    assert entry == read
