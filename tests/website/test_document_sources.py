from pathlib import Path

FOR_DOCUMENTS = (".typ", ".otf", ".ttf")


def test_nothing_that_only_documents_are_made_of_is_published(project: Path, site: Path) -> None:
    """Templates and fonts of certificates lie in the theme, from which the site takes its assets."""
    there = {file.name for file in (project / "theme" / "documents").rglob("*") if file.is_file()}
    assert set(FOR_DOCUMENTS) <= {Path(name).suffix for name in there}
    published = {file for file in site.rglob("*") if file.is_file()}
    assert [file for file in published if file.name in there] == []
    assert [file for file in published if file.suffix in FOR_DOCUMENTS] == []
