"""The forms ask for public facts alone, in the way that GitHub takes."""

import subprocess
from pathlib import Path

import pytest
import yaml

from generator.corrections.correctable import NAMES, Sort, correctable
from generator.corrections.forms import PAGE_FORM, form_files, form_name
from generator.corrections.linking import correction_address
from generator.records.kinds import Kind
from tests.filling import fields_of
from tests.website.project import command_line

PRIVATE = ("consent", "withdrawn", "aliases", "planning", "pins", "exclusions")
NOT_ASKED = {
    "output": {"contributors", "pairings", "session", "csl", "aliases", "recording"},
    "participant": {"consent", "withdrawn", "aliases"},
    "event": {"cohort", "sessions", "planning", "aliases"},
    "cohort": {"pins", "exclusions", "aliases"},
}
"""Lists of people and sessions, references, and what is not for everybody."""


@pytest.mark.parametrize("kind", NAMES)
def test_every_public_field_is_asked_for_and_nothing_private(kind: Kind) -> None:
    asked = {field.steps[0] for field in correctable(kind)}
    assert asked == set(kind.model.model_fields) - NOT_ASKED[kind]
    assert asked.isdisjoint(PRIVATE)
    whole = {f"{kind}:{'.'.join(field.steps)}" for field in correctable(kind)}
    hidden = {field.path for field in fields_of(kind) if field.visibility == "committee"}
    assert whole.isdisjoint(hidden)


def test_kinds_without_pages_of_their_own_have_no_form() -> None:
    assert {kind for kind in Kind if correctable(kind)} == set(NAMES)


def test_people_are_corrected_only_in_what_they_agreed_to() -> None:
    assert all(field.scope for field in correctable(Kind.PARTICIPANT))
    assert not any(
        field.scope for kind in NAMES if kind != "participant" for field in correctable(kind)
    )


def test_github_takes_the_forms(tmp_path: Path) -> None:
    for name, text in form_files().items():
        (tmp_path / name).write_text(text, "utf-8")
    forms = [str(tmp_path / name) for name in (*map(form_name, NAMES), PAGE_FORM)]
    checks = {"github-issue-forms": forms, "github-issue-config": [str(tmp_path / "config.yml")]}
    for schema, files in checks.items():
        command = command_line("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
        checked = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert (checked.returncode, checked.stdout) == (0, "ok -- validation done\n")


@pytest.mark.parametrize("kind", NAMES)
def test_ids_and_labels_stand_once_and_no_id_is_taken_by_the_address(kind: Kind) -> None:
    form = yaml.safe_load(form_files()[form_name(kind)])
    asked = [one for one in form["body"] if one["type"] != "markdown"]
    ids = [one["id"] for one in asked]
    labels = [one["attributes"]["label"].lower() for one in asked]
    assert (len(set(ids)), len(set(labels))) == (len(asked), len(asked))
    assert set(ids).isdisjoint(("title", "body", "labels", "template", "milestone", "assignees"))
    assert "e-mail address" in form["body"][0]["attributes"]["value"]


@pytest.mark.parametrize("kind", NAMES)
def test_what_a_choice_offers_is_text(kind: Kind) -> None:
    form = yaml.safe_load(form_files()[form_name(kind)])
    offered = [one["attributes"]["options"] for one in form["body"] if one["type"] == "dropdown"]
    sorts = [field.sort for field in correctable(kind)]
    assert len(offered) == sorts.count(Sort.CHOICE) + sorts.count(Sort.BOOLEAN)
    assert all(isinstance(option, str) for options in offered for option in options)


GITHUB = "https://github.com/example/mentorship"
PAGE = "https://example.org/outputs/slips/"


@pytest.mark.parametrize("repository", [GITHUB, f"{GITHUB}/", f"{GITHUB}.git"])
def test_a_page_leads_to_the_form_of_its_kind_with_the_record_filled_in(repository: str) -> None:
    assert correction_address(repository, "records/outputs/slips.yaml", PAGE) == (
        f"{GITHUB}/issues/new?template=correction-output.yml&title=Correction%3A+outputs%2Fslips"
        "&record=outputs%2Fslips&page=https%3A%2F%2Fexample.org%2Foutputs%2Fslips%2F"
    )


@pytest.mark.parametrize(
    ("repository", "source"),
    [
        ("https://gitlab.com/example/mentorship", "records/outputs/slips.yaml"),
        ("https://github.com.example.org/a/b", "records/outputs/slips.yaml"),
        ("", "records/outputs/slips.yaml"),
    ],
)
def test_elsewhere_there_is_no_form(repository: str, source: str) -> None:
    assert correction_address(repository, source, PAGE) == ""


@pytest.mark.parametrize(
    "source",
    ["records/pairings/2026.yaml", "records/news/2026-slips.yaml", "content/index.md", ""],
)
def test_other_pages_lead_to_a_form_for_own_words(source: str) -> None:
    assert correction_address(GITHUB, source, PAGE) == (
        f"{GITHUB}/issues/new?template=correction-page.yml&title=Correction"
        "&page=https%3A%2F%2Fexample.org%2Foutputs%2Fslips%2F"
    )
    form = yaml.safe_load(form_files()["correction-page.yml"])
    assert [one.get("id") for one in form["body"]] == [None, "page", "more"]
