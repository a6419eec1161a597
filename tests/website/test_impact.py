"""The program in numbers: charts that say in words what they show, and tables that agree."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.website.pages import BuiltPage
from tests.website.project import DAY
from tests.website.visits import Scheme, visiting

IN_CHROMIUM = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

FIGURES = ["types", "open-access", "topics", "methods", "cohorts", "way", "time"]
SMALLEST_CONTRAST = 3.0
"""WCAG 2.2, 1.4.11."""


@pytest.fixture(scope="module")
def page(site: Path) -> BuiltPage:
    return BuiltPage(site, site / "impact/index.html")


def test_the_page_is_found_from_the_list_from_cohorts_and_from_every_foot(site: Path) -> None:
    for path in ("outputs/index.html", "cohorts/2025/index.html"):
        built = BuiltPage(site, site / path)
        links = [str(one["href"]) for one in built.main.select("a[href$='impact/']")]
        assert len(links) == 1
    assert BuiltPage(site, site / "privacy/index.html").soup.select("footer a[href='../impact/']")


def test_every_chart_has_a_name_a_sentence_and_its_table(page: BuiltPage) -> None:
    figures = page.main.select("figure")
    assert [str(one["aria-labelledby"]) for one in figures] == FIGURES
    for figure in figures:
        (chart,) = figure.select("svg[role=img]")
        named = [page.one(f"#{id_}").get_text() for id_ in str(chart["aria-labelledby"]).split()]
        said = figure.select(".figure-said")[0].get_text()
        assert named[1] == f"{said} The numbers are in the table below."
        assert len(figure.select("table tbody tr")) >= 2


def test_bars_and_table_have_the_same_numbers(page: BuiltPage) -> None:
    for id_ in ("topics", "methods"):
        figure = page.one(f"figure[aria-labelledby={id_}]")
        lines = [one.get_text() for one in figure.select("svg text")]
        rows = [
            f"{row.select('th')[0].get_text()}: {row.select('td')[0].get_text()}"
            for row in figure.select("tbody tr")
        ]
        # A long label stands on two lines.
        assert " ".join(lines) == " ".join(rows[: len(figure.select("rect"))])


def test_what_is_counted_and_what_is_not_is_said(page: BuiltPage) -> None:
    words = " ".join(page.main.get_text().split())
    assert "as of November 23, 2026" in words
    assert "Works that are only submitted and pairs that ended early are not public" in words


class TestDrawn:
    pytestmark = IN_CHROMIUM

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("width", [320, 390, 1280])
    def test_all_that_is_written_in_a_chart_can_be_read(
        self, browser: Browser, address: str, width: int, scheme: Scheme
    ) -> None:
        """Nothing is cut off, nothing stands on another, no letter is smaller than 12 pixels."""
        with visiting(browser, width=width, scheme=scheme) as visit:
            visit.page.goto(f"{address}impact/")
            visit.page.evaluate("async () => { await document.fonts.ready }")
            faults = visit.page.evaluate(
                """() => [...document.querySelectorAll("svg.chart")].flatMap((chart) => {
                  const frame = chart.getBoundingClientRect();
                  const texts = [...chart.querySelectorAll("text")];
                  const boxes = texts.map((one) => one.getBoundingClientRect());
                  return texts.flatMap((one, place) => {
                    const box = boxes[place];
                    const size = parseFloat(getComputedStyle(one.querySelector(".chart-small") ?? one).fontSize);
                    const cut = box.left < frame.left - 1 || box.right > frame.right + 1
                      || box.top < frame.top - 2 || box.bottom > frame.bottom + 2;
                    const hit = boxes.some((other, index) => index > place
                      && other.left < box.right - 1 && other.right > box.left + 1
                      && other.top < box.bottom - 5 && other.bottom > box.top + 5);
                    return cut || hit || size < 12 ? [`${one.textContent} ${cut} ${hit} ${size}`] : [];
                  });
                })"""
            )
            assert faults == []

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_bars_stand_out_from_the_paper(
        self, browser: Browser, address: str, scheme: Scheme
    ) -> None:
        with visiting(browser, scheme=scheme) as visit:
            visit.page.goto(f"{address}impact/")
            contrasts = visit.page.evaluate(CONTRASTS)
            assert len(contrasts) > 50
            assert min(contrasts) >= SMALLEST_CONTRAST

    def test_printed_each_chart_stands_with_its_numbers(
        self, browser: Browser, address: str
    ) -> None:
        with visiting(browser, today=DAY) as visit:
            visit.page.goto(f"{address}impact/")
            tables = visit.page.locator("figure table")
            assert [one.is_visible() for one in tables.all()] == [False] * len(FIGURES)
            visit.page.emulate_media(media="print")
            heights = visit.page.eval_on_selector_all(
                "figure table", "all => all.map((one) => one.getBoundingClientRect().height)"
            )
            assert min(heights) > 30


CONTRASTS = """() => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  const light = (color) => {
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...brush.getImageData(0, 0, 1, 1).data].map((one) => {
      const part = one / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = light(getComputedStyle(document.body).backgroundColor);
  return [...document.querySelectorAll("svg.chart rect")].map((one) => {
    // The outline is what must be seen; the fill only tells parts apart.
    const ink = light(getComputedStyle(one).stroke);
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
  });
}"""
