"""Addresses and numbers in pages of prose: found with their place, but for the program's own."""

from pathlib import Path

from generator.catalog import load_catalog
from generator.catalog.prose import contacts_in_pages
from generator.diagnostics import Severity
from generator.diagnostics.rules import site


def found_in(program: Path, pages: dict[str, str]) -> list[str]:
    for name, text in pages.items():
        file = program / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    catalog = load_catalog(program / "records", shown="records").catalog
    found = list(contacts_in_pages(program / "content", "content", catalog))
    assert all(each.severity is Severity.WARNING for each in found)
    return [f"{each.place} {each.code} {each.message}" for each in found]


def test_the_help_fits_an_address_and_a_number(program: Path) -> None:
    found_in(program, {"faq.md": "oda@example.org, 312-555-0142\n"})
    catalog = load_catalog(program / "records", shown="records").catalog
    assert [one.help for one in contacts_in_pages(program / "content", "content", catalog)] == [
        site.CONTACT_IN_PAGE.help,
        "delete it, unless everybody is to have it",
    ]


def test_an_address_and_a_number_in_a_page_are_found(program: Path) -> None:
    pages = {
        "faq.md": "# Questions\n\nAsk Oda: oda@example.org.\n",
        "more/calls.md": "Call 312-555-0142.\n",
        "notes.txt": "oda@example.org\n",
    }
    assert found_in(program, pages) == [
        "content/faq.md:3:10 contact-in-page 'oda@example.org' looks like an e-mail address",
        "content/more/calls.md:1:6 contact-in-page '312-555-0142' looks like a telephone number",
    ]


def test_the_programs_own_address_may_stand_in_a_page(program: Path) -> None:
    record = program / "records/program.yaml"
    named = "contacts:\n  - name: Chair\n    email: chair@example.org\n"
    record.write_text(record.read_text("utf-8").replace("contacts:\n", named, 1), "utf-8")
    assert found_in(program, {"faq.md": "Write to chair@example.org.\n"}) == []


def test_a_page_that_is_no_utf_8_is_passed_over_here(program: Path) -> None:
    assert found_in(program, {}) == []
    (program / "content").mkdir()
    (program / "content/faq.md").write_bytes(b"\xff oda@example.org")
    assert found_in(program, {}) == []
