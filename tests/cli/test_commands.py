"""What holds for every command."""

import importlib
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Iterator

import click
import pytest
from click.testing import Result

import generator.cli
from generator import __version__
from generator.cli import main

Run = Callable[..., Result]


def commands(group: click.Group, *names: str) -> Iterator[tuple[str, ...]]:
    yield names
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, *names, name)
        else:
            yield (*names, name)


COMMANDS = list(commands(main))


def command_at(names: tuple[str, ...]) -> click.Command:
    command: click.Command = main
    for name in names:
        assert isinstance(command, click.Group)
        found = command.get_command(click.Context(command), name)
        assert found is not None
        command = found
    return command


@pytest.mark.parametrize("names", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example(names: tuple[str, ...], lrrt: Run) -> None:
    result = lrrt(*names, "--help")
    assert result.exit_code == 0
    assert f"Usage: main {' '.join(names)}".rstrip() in result.stdout
    assert "Example:\n  lrrt " in result.stdout.replace("    lrrt", "  lrrt").replace(
        "  Example", "Example"
    )


@pytest.mark.parametrize("names", COMMANDS, ids=" ".join)
def test_every_option_says_what_it_does(names: tuple[str, ...]) -> None:
    for parameter in command_at(names).params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_every_command_of_the_package_is_offered() -> None:
    modules = (module.name for module in pkgutil.iter_modules(generator.cli.__path__))
    loaded = ((name, importlib.import_module(f"generator.cli.{name}")) for name in modules)
    made = {name for name, module in loaded if isinstance(vars(module).get(name), click.Command)}
    offered = {names[0].replace("-", "_") for names in COMMANDS if names}
    parts_of_groups = {"new_output"}
    assert made - parts_of_groups == {"import_" if one == "import" else one for one in offered}


def test_no_command_is_read_before_it_is_asked_for() -> None:
    script = "import sys, generator.cli; print([n for n in sys.modules if n.startswith('generator.cli.')])"
    ran = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert ran.stdout == "[]\n"


def test_the_version_is_that_of_the_package(lrrt: Run) -> None:
    assert lrrt("--version").stdout == f"lrrt, version {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["validate", "--records", "nowhere"], "'nowhere' does not exist; name the folder with --records DIR, or go to where it lies"),
        (["validate", "--records", "file"], "'file' is not a folder; name the folder with --records DIR, or go to where it lies"),
        (["validate", "--private", "nowhere"], "'nowhere' does not exist; make it (mkdir -p nowhere), or name another with --private DIR"),
        (["schema", "--records", "nowhere"], "'nowhere' does not exist; name the folder with --records DIR, or go to where it lies"),
        (["new", "program", "--records", "nowhere"], "'nowhere' does not exist; name the folder with --records DIR, or go to where it lies"),
        (["explain", "bad-orcd"], "there is no code 'bad-orcd': did you mean 'bad-orcid'?"),
        (["explain", "zebra"], "there is no code 'zebra': 'lrrt explain' lists all codes"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("program")
def test_wrong_usage_is_said_in_one_line(arguments: list[str], said: str, lrrt: Run) -> None:
    with click.open_file("file", "w") as file:
        file.write("")
    result = lrrt(*arguments)
    assert (result.exit_code, result.stderr, result.stdout) == (2, f"Error: {said}\n", "")


@pytest.mark.parametrize(
    "arguments", [["nosuch"], ["validate", "--format", "xml"], ["validate", "extra"], ["--nosuch"]]
)
def test_an_unknown_command_or_option_exits_with_two(arguments: list[str], lrrt: Run) -> None:
    assert lrrt(*arguments).exit_code == 2
