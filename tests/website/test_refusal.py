"""A fault publishes nothing, says where it is, and leaves the site as it was."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.website.building import build_site
from generator.website.plugin import RecordsPlugin
from tests.credentials.keys import private_pem
from tests.website.project import DAY, PARTS, copy_project, run, snapshot

CAMILLE = "records/participants/camille-de-la-chimere.yaml"


@pytest.fixture
def folder(project: Path, tmp_path: Path) -> Path:
    """A copy of the project in which the site has been built."""
    copy_project(tmp_path)

    shutil.copytree(project / "site", tmp_path / "site")
    return tmp_path


def break_record(folder: Path) -> None:
    file = folder / CAMILLE
    file.write_text(file.read_text("utf-8").replace("consent:", "consnt:"), "utf-8")


def break_template(folder: Path) -> None:
    file = folder / "theme/pages/person.html"
    text = file.read_text("utf-8").replace("{{ person.name }}", "{{ person.nmae }}", 1)
    file.write_text(text, "utf-8")


def break_shell(folder: Path) -> None:
    file = folder / "theme/main.html"
    file.write_text(file.read_text("utf-8").replace("program.name", "program.nmae", 1), "utf-8")


def break_address(folder: Path) -> None:
    file = folder / "theme/pages/person.html"
    file.write_text(file.read_text("utf-8").replace("link('people/')", "link('peple/')"), "utf-8")


def break_syntax(folder: Path) -> None:
    file = folder / "theme/pages/events.html"
    file.write_text(file.read_text("utf-8").replace("{% endfor %}", "", 1), "utf-8")


def collide(folder: Path) -> None:
    (folder / "content/people").mkdir()
    (folder / "content/people/index.md").write_text("# Other people\n", "utf-8")


def break_link(folder: Path) -> None:
    file = folder / "content/privacy.md"
    file.write_text(file.read_text("utf-8").replace("index.md", "idnex.md", 1), "utf-8")


def break_encoding(folder: Path) -> None:
    file = folder / "content/apply.md"
    file.write_bytes(file.read_bytes() + "café, na\n".encode("latin-1"))


def break_front_matter(folder: Path) -> None:
    file = folder / "content/privacy.md"
    text = file.read_text("utf-8").replace("title: Privacy", "title: [Privacy\nauthor: nobody]x")
    file.write_text(text, "utf-8")


def leave_key_in_content(folder: Path) -> None:
    (folder / "content/keys").mkdir()
    (folder / "content/keys/program.pem").write_bytes(private_pem("P-256"))


def leave_key_in_theme(folder: Path) -> None:
    (folder / "theme/assets/key.txt").write_bytes(b"\xff\n" + private_pem("RSA", "letters"))


def call_a_text(folder: Path) -> None:
    file = folder / "theme/pages/person.html"
    text = file.read_text("utf-8").replace("{{ person.name }}", "{{ person.name() }}", 1)
    file.write_text(text, "utf-8")


def lines_of(folder: Path, path: str, text: str) -> list[int]:
    lines = (folder / path).read_text("utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if text in line]


FAULTS: dict[str, tuple[Callable[[Path], None], str, str, str]] = {
    "record": (break_record, CAMILLE, "consnt", "unknown-key"),
    "template": (break_template, "theme/pages/person.html", "nmae", "bad-template"),
    "shell": (break_shell, "theme/main.html", "nmae", "bad-template"),
    "address": (break_address, "theme/pages/person.html", "peple", "bad-template"),
    "template syntax": (break_syntax, "theme/pages/events.html", "{% endfor", "bad-template"),
    "collision": (collide, "content/people/index.md", "", "page-collision"),
    "key": (leave_key_in_content, "content/keys/program.pem", "", "private-key-in-record"),
    "theme's key": (leave_key_in_theme, "theme/assets/key.txt", "", "private-key-in-record"),
    "call": (call_a_text, "theme/pages/person.html", "person.name()", "bad-template"),
    "front matter": (break_front_matter, "content/privacy.md", "author: nobody]x", "syntax-error"),
    "link": (break_link, "content/privacy.md", "idnex.md", "dead-link"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_placed_and_the_site_stays(folder: Path, name: str) -> None:
    cause, path, text, code = FAULTS[name]
    cause(folder)
    before = snapshot(folder / "site")
    done = run("lrrt", "build", cwd=folder)
    assert done.returncode == 1
    assert done.stdout == ""
    first = done.stderr.splitlines()[0]
    assert first.startswith(f"{path}:") or (first.startswith(f"{path} ") and not text)
    assert f"error[{code}]" in first
    if text and "syntax" not in name:
        assert int(first.split(":")[1]) in lines_of(folder, path, text)
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1] == (
        "Nothing was published. The site that was built last is as it was."
    )
    assert snapshot(folder / "site") == before
    assert staging_folders(folder) == []


@pytest.mark.parametrize("name", FAULTS)
def test_mkdocs_alone_refuses_too(folder: Path, name: str) -> None:
    cause, path, _text, code = FAULTS[name]
    cause(folder)
    done = run("mkdocs", "build", "--site-dir", "elsewhere", cwd=folder)
    assert done.returncode != 0
    if name not in ("link", "shell"):
        assert path in done.stderr
        assert f"error[{code}]" in done.stderr
        assert "Traceback" not in done.stderr


def staging_folders(folder: Path) -> list[str]:
    return sorted(
        path.name for path in folder.iterdir() if path.name not in (*PARTS, "site", ".cache")
    )


def test_all_faults_come_out_in_one_run(folder: Path) -> None:
    for name in ("xu-gousi", "noor-al-khayali"):
        file = folder / f"records/participants/{name}.yaml"
        file.write_text(file.read_text("utf-8").replace("consent:", "consnt:"), "utf-8")
    done = run("lrrt", "build", cwd=folder)
    found = [line.partition(":")[0] for line in done.stderr.splitlines() if "[unknown-key]" in line]
    assert found == [
        "records/participants/noor-al-khayali.yaml",
        "records/participants/xu-gousi.yaml",
    ]


def test_outside_a_project_there_is_one_line(tmp_path: Path) -> None:
    done = run("lrrt", "build", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("Error: ")
    assert list(tmp_path.iterdir()) == []


def test_with_records_but_without_mkdocs_yml_there_is_one_line(folder: Path) -> None:
    (folder / "mkdocs.yml").unlink()
    done = run("lrrt", "build", cwd=folder)
    assert (done.returncode, done.stderr) == (
        2,
        "Error: there is no mkdocs.yml here; go to the folder that holds it\n",
    )


@pytest.mark.parametrize(
    "content", ["site_name: [", "site_name: x\nplugins: [nothing]\n", "a: b\n"]
)
def test_a_broken_mkdocs_yml_is_said_without_a_traceback(folder: Path, content: str) -> None:
    (folder / "mkdocs.yml").write_text(content, "utf-8")
    before = snapshot(folder / "site")
    done = run("lrrt", "build", cwd=folder)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "mkdocs.yml" in done.stderr
    assert snapshot(folder / "site") == before
    assert staging_folders(folder) == []


@pytest.mark.parametrize("cause", [KeyboardInterrupt, SystemExit])
def test_an_interrupted_build_leaves_the_site_and_no_traces(
    folder: Path, monkeypatch: pytest.MonkeyPatch, cause: type[BaseException]
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise cause

    before = snapshot(folder / "site")
    monkeypatch.setattr(RecordsPlugin, "on_post_build", interrupt)
    with pytest.raises(cause):
        build_site(folder / "mkdocs.yml", today=DAY)
    assert snapshot(folder / "site") == before
    assert staging_folders(folder) == []


@pytest.mark.parametrize("target", [".", "records", "../neighbor"])
def test_a_folder_that_holds_something_else_is_not_replaced(folder: Path, target: str) -> None:
    place = folder / "project"
    copy_project(place)
    (folder / "neighbor").mkdir()
    (folder / "neighbor/thesis.txt").write_text("ten years of work", "utf-8")
    before = snapshot(folder)
    done = run("lrrt", "build", "--to", target, cwd=place)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"Error: {(place / target).resolve()} holds files that no build has made, and they would "
        "be lost; name a folder that is empty or not there yet\n"
    )
    assert snapshot(folder) == before


def test_a_site_is_not_built_over_a_repository(folder: Path) -> None:
    (folder / "site/.git").write_text("gitdir: elsewhere\n", "utf-8")
    assert run("lrrt", "build", cwd=folder).returncode == 2
    assert (folder / "site/.git").exists()


def test_an_empty_or_new_folder_is_built_into(folder: Path, site: Path) -> None:
    (folder / "empty").mkdir()
    for target in ("empty", "deep/er/new"):
        done = run("lrrt", "build", "--to", target, "--on", str(DAY), cwd=folder)
        assert done.returncode == 0
        assert snapshot(folder / target) == snapshot(site)


def test_a_place_that_cannot_be_written_to_is_said_in_one_line(folder: Path) -> None:
    done = run("lrrt", "build", "--to", "mkdocs.yml/site", cwd=folder)
    assert (done.returncode, done.stderr) == (
        2,
        f"Error: cannot write to {folder / 'mkdocs.yml'}: file exists\n",
    )


def test_a_mended_record_builds_again(folder: Path) -> None:
    whole = (folder / CAMILLE).read_text("utf-8")
    before = snapshot(folder / "site")
    break_record(folder)
    assert run("lrrt", "build", "--on", str(DAY), cwd=folder).returncode == 1
    (folder / CAMILLE).write_text(whole, "utf-8")
    assert run("lrrt", "build", "--on", str(DAY), cwd=folder).returncode == 0
    assert snapshot(folder / "site") == before


def test_a_page_that_is_not_utf_8_is_said_with_its_place(folder: Path) -> None:
    break_encoding(folder)
    before = snapshot(folder / "site")
    outcome = run("lrrt", "build", cwd=folder)
    line = len((folder / "content/apply.md").read_bytes().splitlines())
    assert outcome.returncode == 1
    assert outcome.stderr.startswith(f"content/apply.md:{line}:4: error[damaged-encoding]")
    assert snapshot(folder / "site") == before
