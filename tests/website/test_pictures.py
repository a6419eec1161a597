"""Pictures for sharing, and what networks read of each page."""

import io
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image

from generator.diagnostics import Place, Severity
from generator.diagnostics.rules.site import FONT_UNUSABLE
from generator.typesetting import Typesetter, TypesettingFaultError
from generator.typesetting.share_picture import SharePicture, set_picture
from generator.website import picture_cache
from generator.website.building import Built, CannotBuildError, build_site
from generator.website.picture_cache import PictureCache
from generator.website.pictures import draw_pictures
from tests.views.sites import records, site_of
from tests.website.kinds import KINDS
from tests.website.pages import HOST, BuiltPage, read_pages
from tests.website.project import DAY, ROOT, copy_project, run, snapshot

DOCUMENTS = ROOT / "theme" / "documents"
OUTPUT = "outputs/2026-middlemarch-aloud/"
CUNEIFORM = "\U00012000"


def tags(page: BuiltPage) -> dict[str, str]:
    """What stands once in the head for networks, as a parser reads it."""
    found = [
        (str(tag.get("property") or tag["name"]), str(tag["content"]))
        for tag in page.soup.select('head meta[property], head meta[name^="twitter:"]')
    ]
    assert len(dict(found)) == len(found)
    return dict(found)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BuiltPage]:
    return {path: page for path, page in read_pages(site).items() if not page.is_redirect}


def picture_of(site: Path, page: BuiltPage) -> Path:
    return site / unquote(tags(page)["og:image"].removeprefix(HOST))


@pytest.mark.parametrize(
    "kind", [one for one in KINDS if one not in ("results", "not found")], ids=str
)
def test_every_kind_of_page_says_what_it_is_and_has_a_picture(
    pages: dict[str, BuiltPage], kind: str
) -> None:
    page = pages[f"{KINDS[kind]}index.html"]
    read = tags(page)
    published = read.pop("article:published_time", None)
    assert set(read) == {
        *("og:type", "og:url", "og:title", "og:description", "og:site_name", "og:locale"),
        *("og:image", "og:image:type", "og:image:width", "og:image:height", "og:image:alt"),
        *("twitter:card", "twitter:image:alt"),
    }
    assert read["og:url"] == page.one("link[rel=canonical]")["href"] == page.address
    assert read["og:locale"] == "en_US"
    assert read["og:title"] in page.text("head title")
    assert read["og:description"] == page.one("meta[name=description]")["content"]
    assert read["twitter:card"] == "summary_large_image"
    is_article = kind in ("piece of news", "report of a year", "output") or kind.startswith(
        "output with"
    )
    assert read["og:type"] == ("article" if is_article else "website")
    assert (published is not None) is (KINDS[kind].startswith("news/2"))


def test_every_picture_is_a_png_of_the_size_that_its_page_says(
    site: Path, pages: dict[str, BuiltPage]
) -> None:
    shown = {}
    for page in pages.values():
        if page.path == "404.html":
            assert tags(page) == {}
            continue
        read = tags(page)
        with Image.open(picture_of(site, page)) as image:
            shown[page.path] = image.size
            assert (image.format, read["og:image:type"]) == ("PNG", "image/png")
        assert (read["og:image:width"], read["og:image:height"]) == ("1200", "630")
    assert set(shown.values()) == {(1200, 630)}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*.png")}
    assert files == {
        picture_of(site, page).relative_to(site).as_posix()
        for page in pages.values()
        if page.path != "404.html"
    }


def test_outputs_events_and_cohorts_have_their_own_and_all_others_the_programs(
    site: Path, pages: dict[str, BuiltPage]
) -> None:
    for page in pages.values():
        folder, _, rest = page.path.removesuffix("index.html").rstrip("/").partition("/")
        if page.path == "404.html" or folder == "news":
            continue
        own = bool(rest) and folder in ("outputs", "events", "cohorts")
        expected = f"pictures/{folder}/{rest}.png" if own else "pictures/program.png"
        assert picture_of(site, page).relative_to(site).as_posix() == expected


def test_news_have_the_picture_of_what_they_are_about(
    site: Path, pages: dict[str, BuiltPage]
) -> None:
    about = {
        path.split("/")[1]: picture_of(site, page).relative_to(site / "pictures").as_posix()
        for path, page in pages.items()
        if path.startswith("news/2")
    }
    assert about["2026-11-10-knowing-when-not-to-ask"] == "outputs/2026-knowing-when-not-to-ask.png"
    assert about["2026-07-06-year-in-review"] == "cohorts/2025.png"
    assert about["2026-11-16-bring-a-report"] == "program.png"


def test_titles_carry_no_marks_and_the_picture_says_its_words(pages: dict[str, BuiltPage]) -> None:
    read = tags(pages[f"{OUTPUT}index.html"])
    assert read["og:title"] == "Reading Middlemarch aloud in a town of nine hundred"
    assert read["og:image:alt"] == (
        "Paper presentation. Reading Middlemarch aloud in a town of nine hundred. Harriet Nonesuch. "
        "April 29 to May 2, 2026. LRRT Virtual Mentorship Program."
    )
    assert read["twitter:image:alt"] == read["og:image:alt"]
    longest = max((tags(page).get("twitter:image:alt", "") for page in pages.values()), key=len)
    assert 300 < len(longest) <= 420


def test_a_less_than_sign_stays_in_the_title(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    replace_in(folder / "records/outputs/2026-slipcount.yaml", "Slipcount", "When n <3 and m> 2")
    replace_in(folder / "content/privacy.md", "title: Privacy", "title: Q & A <3")
    site = build_site(folder / "mkdocs.yml", today=DAY).folder
    page = BuiltPage(site, site / "outputs/2026-slipcount/index.html")
    assert tags(page)["og:title"].startswith("When n <3 and m> 2")
    assert page.text("head title").startswith("When n <3 and m> 2")
    assert tags(BuiltPage(site, site / "privacy/index.html"))["og:title"] == "Q & A <3"


def test_without_an_address_of_the_site_nothing_is_said(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    lines = (folder / "mkdocs.yml").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("site_url")]
    (folder / "mkdocs.yml").write_text("".join(kept), "utf-8")
    site = build_site(folder / "mkdocs.yml", today=DAY).folder
    assert [page for page in read_pages(site).values() if tags(page)] == []


def replace_in(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


class TestFaults:
    def built(self, folder: Path) -> Built:
        return build_site(folder / "mkdocs.yml", today=DAY)

    def test_a_character_that_no_font_has_is_a_warning_and_the_page_has_the_programs_picture(
        self, tmp_path: Path
    ) -> None:
        folder = copy_project(tmp_path)
        record = "records/outputs/2026-slipcount.yaml"
        replace_in(folder / record, "Slipcount", f"Slipcount {CUNEIFORM}")
        built = self.built(folder)
        (warning,) = built.warnings
        assert (warning.code, warning.severity) == ("character-unset", Severity.WARNING)
        (line,) = [
            number
            for number, text in enumerate((folder / record).read_text("utf-8").splitlines(), 1)
            if text.startswith("title:")
        ]
        assert (warning.place.path, warning.place.line) == (record, line)
        assert "U+12000" in warning.message
        page = BuiltPage(built.folder, built.folder / "outputs/2026-slipcount/index.html")
        assert picture_of(built.folder, page).name == "program.png"
        assert CUNEIFORM in page.text("h1")
        assert not (built.folder / "pictures/outputs/2026-slipcount.png").exists()

    def test_a_program_whose_name_cannot_be_set_has_pages_without_a_picture(
        self, tmp_path: Path
    ) -> None:
        folder = copy_project(tmp_path)
        replace_in(folder / "records/program.yaml", "New researchers", f"{CUNEIFORM} researchers")
        built = self.built(folder)
        assert [one.place.path for one in built.warnings] == ["records/program.yaml"]
        read = tags(BuiltPage(built.folder, built.folder / "people/index.html"))
        assert [name for name in read if "image" in name or "twitter" in name] == []
        assert read["og:title"] == "People"

    def spoil_template(self, folder: Path) -> tuple[str, int]:
        file = folder / "theme/documents/picture.typ"
        replace_in(file, "data.kind", "data.knid")
        lines = file.read_text("utf-8").splitlines()
        return "bad-template", next(n for n, one in enumerate(lines, 1) if "knid" in one)

    def take_template(self, folder: Path) -> tuple[str, int]:
        (folder / "theme/documents/picture.typ").unlink()
        return "bad-template", 1

    def take_fonts(self, folder: Path) -> tuple[str, int]:
        for font in (folder / "theme/documents/fonts").glob("*.[ot]tf"):
            font.unlink()
        return "font-unusable", 1

    def take_family(self, folder: Path) -> tuple[str, int]:
        for font in (folder / "theme/documents/fonts").glob("SourceSans3*"):
            font.unlink()
        return "font-unusable", 1

    @pytest.mark.parametrize("fault", [spoil_template, take_template, take_fonts, take_family])
    def test_a_bad_template_or_a_missing_font_is_one_fault_and_nothing_is_published(
        self, tmp_path: Path, fault: Callable[..., tuple[str, int]]
    ) -> None:
        folder = copy_project(tmp_path)
        first = self.built(folder)
        before = snapshot(first.folder)
        code, line = fault(self, folder)
        with pytest.raises(CannotBuildError) as caught:
            self.built(folder)
        (found,) = caught.value.found
        assert (found.code, found.place.line) == (code, line)
        assert found.place.path.startswith("theme/documents/")
        assert snapshot(first.folder) == before

    def test_any_other_fault_is_not_taken_for_a_rare_character(self, tmp_path: Path) -> None:
        def draw(_picture: SharePicture) -> bytes:
            raise TypesettingFaultError(FONT_UNUSABLE.at(Place("theme"), "no font"))

        made = site_of(tmp_path, records())
        with pytest.raises(TypesettingFaultError):
            draw_pictures(made, made, draw, Place)


class TestCache:
    PICTURE = SharePicture("Poster", "A title", "Nora Elsewhere", "2026", "Program", "en")

    @pytest.fixture
    def drawings(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """The titles of the pictures that are drawn rather than found."""
        drawn: list[str] = []

        def draw(typesetter: Typesetter, picture: SharePicture) -> bytes:
            drawn.append(picture.title)
            return set_picture(typesetter, picture)

        monkeypatch.setattr(picture_cache, "set_picture", draw)
        return drawn

    def cache(self, folder: Path, documents: Path = DOCUMENTS) -> PictureCache:
        return PictureCache(documents, "theme/documents", folder)

    def test_what_was_drawn_is_found_again(self, tmp_path: Path, drawings: list[str]) -> None:
        first = self.cache(tmp_path).draw(self.PICTURE)
        assert self.cache(tmp_path).draw(self.PICTURE) == first
        assert drawings == ["A title"]

    @pytest.mark.parametrize("file", ["picture.typ", "fonts.typ", "fonts/SourceSans3-Regular.otf"])
    def test_after_a_change_to_what_it_is_made_from_it_is_drawn_anew(
        self, tmp_path: Path, drawings: list[str], file: str
    ) -> None:
        documents = tmp_path / "documents"
        shutil.copytree(DOCUMENTS, documents)
        self.cache(tmp_path / "cache", documents).draw(self.PICTURE)
        with (documents / file).open("ab") as changed:
            changed.write(b"\n")
        self.cache(tmp_path / "cache", documents).draw(self.PICTURE)
        assert drawings == ["A title", "A title"]

    def test_other_words_are_another_picture(self, tmp_path: Path, drawings: list[str]) -> None:
        cache = self.cache(tmp_path)
        other = SharePicture("Poster", "A title", "Nora Elsewhere", "2027", "Program", "en")
        assert cache.draw(self.PICTURE) != cache.draw(other)
        assert len(drawings) == 2

    def test_pictures_that_nobody_asks_for_any_more_go(self, tmp_path: Path) -> None:
        self.cache(tmp_path).draw(self.PICTURE)
        later = self.cache(tmp_path)
        later.draw(SharePicture("Poster", "Another", "", "", "Program", "en"))
        later.forget_others()
        assert len(list(tmp_path.glob("*.png"))) == 1

    def test_a_folder_that_cannot_be_written_to_only_costs_time(
        self, tmp_path: Path, drawings: list[str]
    ) -> None:
        (tmp_path / "file").write_text("in the way")
        cache = self.cache(tmp_path / "file" / "pictures")
        image = Image.open(io.BytesIO(cache.draw(self.PICTURE)))
        assert image.size == (1200, 630)
        cache.draw(self.PICTURE)
        assert len(drawings) == 2

    def test_a_picture_that_cannot_be_deleted_stays(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.cache(tmp_path).draw(self.PICTURE)

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "unlink", refuse)
        self.cache(tmp_path).forget_others()
        assert len(list(tmp_path.glob("*.png"))) == 1

    def test_a_build_with_the_pictures_of_another_gives_the_same_bytes(
        self, tmp_path: Path
    ) -> None:
        folder = copy_project(tmp_path)
        first = snapshot(build_site(folder / "mkdocs.yml", today=DAY).folder)
        kept = snapshot(folder / ".cache")
        again = snapshot(build_site(folder / "mkdocs.yml", today=DAY).folder)
        assert len(kept) == sum(path.endswith(".png") for path in first)
        assert (first == again, snapshot(folder / ".cache") == kept) == (True, True)


def test_lrrt_build_says_which_page_has_no_picture_of_its_own(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    replace_in(folder / "records/cohorts/2025.yaml", "Cohort of 2025", f"Cohort {CUNEIFORM}")
    done = run("lrrt", "build", "--on", str(DAY), cwd=folder)
    assert done.returncode == 0
    assert "records/cohorts/2025.yaml:2:8: warning[character-unset]" in done.stderr
    assert "the page has the program's picture instead" in " ".join(done.stderr.split())
