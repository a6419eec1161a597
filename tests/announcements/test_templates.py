"""A mistake in a template is one clear line with its file and line."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.announcements import Subject, view_of
from generator.announcements.networks import Network
from generator.diagnostics import print_human
from generator.records.news import NewsKind
from generator.templates import TemplateFaultError
from tests.announcements.programs import THEME, announcer_of, records, site_of


def fault_of(folder: Path, template: str, text: str, network: Network | None = None) -> str:
    """What is said where a template of the output's announcements holds a text."""
    theme = folder / "theme"
    shutil.copytree(THEME / "announcements", theme / "announcements")
    (theme / "announcements" / template).write_text(text, "utf-8")
    site = site_of(folder / "records", records(), "2031-03-01")
    view = view_of(site, Subject(NewsKind.OUTPUT, "2031-lamps"))
    assert view is not None
    announcer = announcer_of(site, theme)
    write: Callable[[], object] = partial(announcer.email, NewsKind.OUTPUT, view)
    if network:
        write = partial(announcer.post, NewsKind.OUTPUT, view, network)
    elif template.endswith(".md"):
        write = partial(announcer.news, NewsKind.OUTPUT, view)
    with pytest.raises(TemplateFaultError) as caught:
        write()
    return print_human([caught.value.diagnostic], lambda _path, _line: None).split("\n")[0]


def test_an_unknown_name_is_named_with_its_line(tmp_path: Path) -> None:
    said = fault_of(tmp_path, "output.email.txt", "Subject: News\n\n{{ work.titel }}\n")
    assert said.startswith("theme/announcements/output.email.txt:3")
    assert "titel" in said


def test_a_part_that_others_include_is_named(tmp_path: Path) -> None:
    said = fault_of(tmp_path, "signature.txt", "{{ program.nmae }}\n")
    assert said.startswith("theme/announcements/signature.txt:1")


def test_an_e_mail_without_a_subject_is_refused(tmp_path: Path) -> None:
    assert fault_of(tmp_path, "output.email.txt", "Hello\n") == (
        "theme/announcements/output.email.txt:1:1: error[bad-template] the text does not begin "
        "with a line 'Subject: …'"
    )


def test_news_without_a_title_is_refused(tmp_path: Path) -> None:
    assert fault_of(tmp_path, "output.news.md", "Hello\n") == (
        "theme/announcements/output.news.md:1:1: error[bad-template] the text does not begin "
        "with a line '# …'"
    )


def test_a_post_that_is_too_long_whatever_gives_way_is_refused(tmp_path: Path) -> None:
    said = fault_of(tmp_path, "output.short.txt", "{{ work.title }} " + "a" * 290, Network.X)
    assert said == (
        "theme/announcements/output.short.txt:1:1: error[bad-template] the text is too long for X, "
        "whatever gives way"
    )


def test_a_subject_that_is_too_long_whatever_gives_way_is_refused(tmp_path: Path) -> None:
    said = fault_of(tmp_path, "output.email.txt", f"Subject: {'a' * 80}\n\nText\n")
    assert said.endswith(
        "the text is too long for a subject line of 78 characters, whatever gives way"
    )


def test_no_template_of_ours_is_unused() -> None:
    folder = THEME / "announcements"
    texts = {file.name: file.read_text("utf-8") for file in folder.iterdir()}
    included = {name for name in texts for text in texts.values() if f'include "{name}"' in text}
    kinds = [kind for kind in NewsKind if kind is not NewsKind.NOTE]
    forms = ("email.txt", "short.txt", "long.txt", "news.md")
    own = {f"{kind}.{form}" for kind in kinds for form in forms}
    assert set(texts) == own | included | {"signature.txt", "sample.txt"}
