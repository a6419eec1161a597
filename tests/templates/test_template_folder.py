from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostic
from generator.templates import TemplateFaultError, TemplateFolder


def weekday(value: date) -> str:
    return f"{value:%A}"


def checked(value: str) -> str:
    if not value:
        raise ValueError("an empty text has no first letter")  # noqa: TRY003  # short enough
    return value[0]


def looked_up(value: str) -> str:
    return {"a": "b"}[value]


def broken(_: str) -> str:
    raise AssertionError("a fault of the program")  # noqa: TRY003  # as above


FILTERS: Mapping[str, Callable[..., Any]] = {
    "weekday": weekday,
    "first_letter": checked,
    "looked_up": looked_up,
    "broken": broken,
}
CONTEXT: Mapping[str, Any] = {
    "name": "Ada <b>Fablewood</b>",
    "zero": 0,
    "empty": "",
    "person": {"family": "Fablewood"},
    "day": date(2026, 11, 24),
}


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    folder = tmp_path / "theme"
    (folder / "parts").mkdir(parents=True)
    return folder


def templates(theme: Path, *further: Path, escaping: bool = True) -> TemplateFolder:
    return TemplateFolder([theme, *further], "theme", escaping=escaping, filters=FILTERS)


def write(theme: Path, name: str, text: str) -> None:
    (theme / name).write_text(text, "utf-8")


def render(theme: Path, text: str, *, escaping: bool = True) -> str:
    write(theme, "page.html", text)
    return templates(theme, escaping=escaping).render("page.html", CONTEXT)


def fault(theme: Path, text: str) -> Diagnostic:
    with pytest.raises(TemplateFaultError) as caught:
        render(theme, text)
    found = caught.value.diagnostic
    assert found.code == "bad-template"
    return found


def test_text_is_escaped_where_html_is_made(theme: Path) -> None:
    assert render(theme, "<p>{{ name }}</p>") == "<p>Ada &lt;b&gt;Fablewood&lt;/b&gt;</p>"


def test_text_stays_as_it_is_where_plain_text_is_made(theme: Path) -> None:
    assert render(theme, "{{ name }}", escaping=False) == "Ada <b>Fablewood</b>"


def test_a_line_that_only_decides_leaves_no_empty_line(theme: Path) -> None:
    assert render(theme, "a\n  {% if true %}\nb\n  {% endif %}\nc") == "a\nb\nc"


def test_a_template_of_the_project_stands_before_the_one_it_builds_on(
    theme: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    write(other, "page.html", "theirs")
    write(other, "rest.html", "theirs too")
    write(theme, "page.html", "ours, {% include 'rest.html' %}")
    assert templates(theme, other).render("page.html", {}) == "ours, theirs too"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("\n{{ nope }}", 2, "'nope' is undefined"),
        ("\n{{ person.nmae }}", 2, "there is no 'nmae' in what stands before the period"),
        ("\n\n{% if nope %}{% endif %}", 3, "'nope' is undefined"),
        ("{% for x in nope %}\n{% endfor %}", 1, "'nope' is undefined"),
        ("a\n{{ name }\n", 2, "unexpected '}'"),
        ("a\n{% for x in name %}\nb", 3, "Unexpected end of template"),
        ("a\n{{ name | nope }}", 2, "No filter named 'nope'."),
        ("a\n{{ name is nope }}", 2, "No test named 'nope'."),
        ("a\n{{ name() }}", 2, "'str' object is not callable"),
        ("a\n{{ name + zero }}", 2, 'can only concatenate str (not "int") to str'),
        ("a\n{{ 1 / zero }}", 2, "division by zero"),
        ("a\n{{ 10.0 ** 999 }}", 2, "(34, 'Numerical result out of range')"),
        ("a\n{{ empty | first_letter }}", 2, "an empty text has no first letter"),
        ("a\n{{ 'x' | looked_up }}", 2, "there is no entry 'x'"),
        ("a\n{{ name.encode('ascii').decode.nope }}", 2, None),
        ("a\n{{ zero | first_letter }}", 2, None),
        ("a\n{{ '%d' | format('x') }}", 2, None),
        ("a\n{{ range(3)[7] }}", 2, None),
    ],
)
def test_a_fault_stands_at_its_line(theme: Path, text: str, line: int, message: str | None) -> None:
    found = fault(theme, text)
    assert (found.place.path, found.place.line) == ("theme/page.html", line)
    if message is not None:
        assert found.message.startswith(message)


def test_a_fault_in_an_included_file_stands_in_that_file(theme: Path) -> None:
    write(theme, "parts/name.html", "\n\n{{ person.nmae }}")
    found = fault(theme, "a\n{% include 'parts/name.html' %}")
    assert (found.place.path, found.place.line) == ("theme/parts/name.html", 3)


def test_a_syntax_error_in_an_included_file_stands_in_that_file(theme: Path) -> None:
    write(theme, "parts/name.html", "\n{% endif %}")
    found = fault(theme, "a\n{% include 'parts/name.html' %}")
    assert (found.place.path, found.place.line) == ("theme/parts/name.html", 2)


def test_a_fault_in_a_macro_stands_where_the_macro_is_written(theme: Path) -> None:
    write(theme, "parts/macros.html", "{% macro say(x) %}\n{{ x.nope }}\n{% endmacro %}")
    found = fault(theme, "{% from 'parts/macros.html' import say %}\n\n{{ say(name) }}")
    assert (found.place.path, found.place.line) == ("theme/parts/macros.html", 2)


def test_a_fault_in_a_template_that_another_extends_stands_in_its_own_line(theme: Path) -> None:
    write(theme, "base.html", "{% block body %}{% endblock %}\n{{ nope }}")
    found = fault(theme, "{% extends 'base.html' %}\n{% block body %}{{ name }}{% endblock %}")
    assert (found.place.path, found.place.line) == ("theme/base.html", 2)


def test_a_missing_include_stands_where_it_is_asked_for(theme: Path) -> None:
    found = fault(theme, "a\n\n{% include 'parts/nmae.html' %}")
    assert (str(found.place), found.message, found.help) == (
        "theme/page.html:3:1",
        "there is no template 'parts/nmae.html'",
        "put it back, or correct the name",
    )


def test_a_missing_template_is_named(theme: Path) -> None:
    with pytest.raises(TemplateFaultError) as caught:
        templates(theme).render("letter.html", {})
    found = caught.value.diagnostic
    assert (str(found.place), found.message) == (
        "theme/letter.html:1:1",
        "there is no template 'letter.html'",
    )


def test_a_template_outside_the_folder_is_no_template(theme: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    assert fault(theme, "{% include '../secret.txt' %}").message == (
        "there is no template '../secret.txt'"
    )


def test_a_template_that_includes_itself_is_a_fault(theme: Path) -> None:
    found = fault(theme, "a\n{% include 'page.html' %}")
    assert (str(found.place), found.message) == (
        "theme/page.html:2:1",
        "this goes around in a circle",
    )


def test_a_template_that_is_not_utf_8_is_a_fault(theme: Path) -> None:
    (theme / "parts" / "name.html").write_bytes("Zoë".encode("latin-1"))
    found = fault(theme, "\n{% include 'parts/name.html' %}")
    assert (str(found.place), found.message) == (
        "theme/page.html:2:1",
        "a template that is not UTF-8",
    )


def test_a_folder_in_the_place_of_a_template_is_a_fault(theme: Path) -> None:
    (theme / "page.html").mkdir()
    with pytest.raises(TemplateFaultError) as caught:
        templates(theme).render("page.html", {})
    assert str(caught.value.diagnostic.place) == "theme/page.html:1:1"


def test_a_fault_of_the_program_in_a_filter_is_no_fault_of_the_template(theme: Path) -> None:
    with pytest.raises(AssertionError, match="a fault of the program"):
        render(theme, "{{ name | broken }}")


def test_an_interruption_stays_one(theme: Path) -> None:
    def stop(_: str) -> str:
        raise KeyboardInterrupt

    write(theme, "page.html", "{{ name | stop }}")
    folder = TemplateFolder([theme], "theme", escaping=True, filters={"stop": stop})
    with pytest.raises(KeyboardInterrupt):
        folder.render("page.html", CONTEXT)


@pytest.mark.parametrize(
    "text",
    [
        "{{ range.__init__ }}",
        "{{ name.__class__.__mro__ }}",
        "{{ joiner.__init__.__globals__.os.getpid() }}",
        "{{ ''.join.__self__.__class__ }}",
        "{{ name['__class__'].__name__ }}",
        "{{ name | attr('__class__') | string }}",
        "{{ '{0.__class__}'.format(day) }}",
        "{{ person.update(family='Else') }}",
        "{{ lipsum() }}",
        "{{ cycler('a') }}",
        "{{ ['a', 'b'] | random }}",
    ],
)
def test_a_template_reaches_nothing_changes_nothing_and_leaves_nothing_to_chance(
    theme: Path, text: str
) -> None:
    assert fault(theme, f"a\n{text}").place.line == 2
    assert CONTEXT["person"] == {"family": "Fablewood"}


def test_blocks_are_rendered_one_by_one(theme: Path) -> None:
    write(theme, "page.html", "{% block a %}{{ name }}{% endblock %}\n{% block b %}2{% endblock %}")
    assert templates(theme).blocks("page.html", CONTEXT, ["b", "a"]) == {
        "b": "2",
        "a": "Ada &lt;b&gt;Fablewood&lt;/b&gt;",
    }


def test_a_block_that_is_missing_is_named(theme: Path) -> None:
    write(theme, "page.html", "{% block a %}{% endblock %}")
    with pytest.raises(TemplateFaultError) as caught:
        templates(theme).blocks("page.html", CONTEXT, ["a", "closing"])
    assert caught.value.diagnostic.message == "there is no block 'closing' in this template"


@pytest.mark.parametrize("text", ["{{ nope }}", "{{ 1 / zero }}", "{{ zero | weekday | nope }}"])
def test_a_fault_in_a_block_stands_at_its_line(theme: Path, text: str) -> None:
    write(theme, "page.html", "{% block a %}\n\n" + text + "{% endblock %}")
    with pytest.raises(TemplateFaultError) as caught:
        templates(theme).blocks("page.html", CONTEXT, ["a"])
    assert str(caught.value.diagnostic.place) == "theme/page.html:3:1"
