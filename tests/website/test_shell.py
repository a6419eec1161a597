"""The shell of every page, which MkDocs renders itself."""

from pathlib import Path

import pytest

from generator.website.building import CannotBuildError, build_site
from tests.website.project import DAY, copy_project


@pytest.mark.parametrize(
    "text", ["{{ joiner.__init__.__globals__.os.getpid() }}", "{{ ['a', 'b'] | random }}"]
)
def test_the_shell_reaches_nothing_and_leaves_nothing_to_chance(tmp_path: Path, text: str) -> None:
    folder = copy_project(tmp_path)
    file = folder / "theme/main.html"
    file.write_text(file.read_text("utf-8").replace("{{ program.name }}", text, 1), "utf-8")
    with pytest.raises(CannotBuildError) as caught:
        build_site(folder / "mkdocs.yml", today=DAY)
    (found,) = caught.value.found
    assert (found.code, found.place.path) == ("bad-template", "theme/main.html")
