import io
import re
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from generator.typesetting import FontShelf, qr_code
from tests.typesetting.proofs import png

BODY = """\
#set page(width: 400pt, height: 400pt, margin: 40pt)
#image(bytes(data.code), alt: "A code", width: 320pt)
"""


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/c/a",
        "https://example.org/program/certificates/7k2m9-q4w8x-3n5v6-p1r0t/",
        "https://example.org/\u00e9?a=b&c=%20#" + "x" * 300,
    ],
)
def test_a_code_is_read_as_the_address_it_was_made_from(
    folder: Path, shelf: FontShelf, address: str
) -> None:
    picture = Image.open(io.BytesIO(png(folder, shelf, BODY, code=qr_code(address))))
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [address]


def test_a_code_is_a_drawing_and_nothing_else() -> None:
    drawn = qr_code("https://example.org/</svg><script>")
    assert re.findall(r"<[^ >]*", drawn) == ["<svg", "<path", "</svg"]


def test_the_same_address_gives_the_same_code() -> None:
    assert qr_code("https://example.org/c/a") == qr_code("https://example.org/c/a")
