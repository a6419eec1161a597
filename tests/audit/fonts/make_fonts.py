"""Makes theme/documents/fonts from the packages of package.json beside it.

Latin, Greek and Cyrillic are copied as their makers publish them. Of the other scripts the slice
for the web that holds the script is unpacked; a variable font is fixed at its regular weight. The
fonts for Chinese, Japanese and Korean keep the characters of a national standard; the forms of
Taiwan and Japan are added to those of the mainland only where they look different. What was made of
what stands in manifest.json afterwards.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
TARGET = HERE.parents[2] / "theme" / "documents" / "fonts"
MADE = ("*.otf", "*.ttf", "*-LICENSE.*", "manifest.json")

COPIED = {
    "source-serif": (
        "OTF/SourceSerif4-Regular.otf",
        "OTF/SourceSerif4-It.otf",
        "OTF/SourceSerif4-Semibold.otf",
        "OTF/SourceSerif4-SemiboldIt.otf",
        "OTF/SourceSerif4Display-Regular.otf",
        "OTF/SourceSerif4Display-It.otf",
    ),
    "source-sans": (
        "OTF/SourceSans3-Regular.otf",
        "OTF/SourceSans3-It.otf",
        "OTF/SourceSans3-Semibold.otf",
    ),
    "@expo-google-fonts/noto-serif": (
        "400Regular/NotoSerif_400Regular.ttf",
        "400Regular_Italic/NotoSerif_400Regular_Italic.ttf",
    ),
}
SLICES = (
    "noto-naskh-arabic",
    "noto-sans-adlam",
    "noto-sans-canadian-aboriginal",
    "noto-sans-cherokee",
    "noto-sans-mongolian",
    "noto-sans-nko",
    "noto-sans-osage",
    "noto-sans-syriac",
    "noto-sans-thaana",
    "noto-sans-tifinagh",
    "noto-serif-armenian",
    "noto-serif-bengali",
    "noto-serif-devanagari",
    "noto-serif-georgian",
    "noto-serif-gujarati",
    "noto-serif-hebrew",
    "noto-serif-khmer",
    "noto-serif-malayalam",
    "noto-serif-myanmar",
    "noto-serif-sinhala",
    "noto-serif-tamil",
    "noto-serif-telugu",
    "noto-serif-thai",
    "noto-serif-tibetan",
)
VARIABLE = (
    "noto-serif-ethiopic",
    "noto-serif-gurmukhi",
    "noto-serif-kannada",
    "noto-serif-lao",
    "noto-serif-oriya",
)
REGULAR = 400

FIRST_OF_THE_EAST = 0x2E80
"""From here on stand the scripts of East Asia; their fonts hold other characters too."""
NAMES = frozenset(map(ord, "\U00020bb7"))
"""Characters of family names that the standard left out: the other form of the one in Yoshida."""


@dataclass(frozen=True, slots=True)
class Made:
    """A font file in the theme, and the package it came from."""

    file: str
    package: str


def main() -> None:
    """Write all fonts, their licenses and the manifest, and put them in the place of those before."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        write_manifest(made, list(make_fonts(made)))
        TARGET.mkdir(parents=True, exist_ok=True)
        for pattern in MADE:
            for file in TARGET.glob(pattern):
                file.unlink()
        for file in sorted(made.iterdir()):
            shutil.copyfile(file, TARGET / file.name)


def make_fonts(target: Path) -> Iterator[Made]:
    """Write all fonts into a folder."""
    yield from copy_whole(target)
    yield from unpack_slices(target)
    yield from fix_variable(target)
    yield from reduce_han(target)


def copy_whole(target: Path) -> Iterator[Made]:
    """Copy fonts as they are: the licenses of some allow no other under their name."""
    for package, names in COPIED.items():
        for name in names:
            file = PACKAGES / package / name
            shutil.copyfile(file, target / file.name)
            yield Made(file.name, package)


def unpack_slices(target: Path) -> Iterator[Made]:
    """Write the slice of each package that its script is named for."""
    for name in SLICES:
        package = f"@fontsource/{name}"
        file = f"{name}-{_script(name)}-{REGULAR}-normal.woff2"
        font = TTFont(PACKAGES / package / "files" / file, recalcTimestamp=False)
        yield _save(target, font, name, package)


def fix_variable(target: Path) -> Iterator[Made]:
    """Write the regular weight of each variable font."""
    for name in VARIABLE:
        package = f"@fontsource-variable/{name}"
        file = f"{name}-{_script(name)}-wght-normal.woff2"
        font = TTFont(PACKAGES / package / "files" / file, recalcTimestamp=False)
        fixed = instancer.instantiateVariableFont(font, {"wght": REGULAR})
        yield _save(target, fixed, name, package)


def reduce_han(target: Path) -> Iterator[Made]:
    """Write the fonts for Chinese, Japanese and Korean, each glyph once."""
    wanted = {
        "noto-serif-sc": characters_of("gbk"),
        "noto-serif-tc": characters_of("big5"),
        "noto-serif-jp": characters_of("shift_jis_2004") | NAMES,
        "noto-serif-kr": frozenset(filter(is_hangul, characters_of("euc_kr"))),
    }
    written: dict[int, bytes] = {}
    for name, characters in wanted.items():
        font = han_font(name)
        shapes = outlines(font, characters)
        kept = {code for code, shape in shapes.items() if written.get(code) != shape}
        written = written or shapes
        _reduce(font, kept)
        yield _save(target, font, name, f"@expo-google-fonts/{name}")


def han_font(name: str) -> TTFont:
    """Return the regular weight of a font for Chinese, Japanese or Korean."""
    folder = PACKAGES / "@expo-google-fonts" / name / "400Regular"
    return TTFont(next(folder.glob("*.ttf")), recalcTimestamp=False)


def outlines(font: TTFont, characters: Iterable[int]) -> dict[int, bytes]:
    """Return the shapes of those characters of East Asia that a font has, as digests."""
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    shapes: dict[int, bytes] = {}
    for code in sorted(characters):
        if code >= FIRST_OF_THE_EAST and code in names:
            glyph, pen = glyphs[names[code]], DecomposingRecordingPen(glyphs)
            glyph.draw(pen)
            shapes[code] = hashlib.sha256(repr((glyph.width, pen.value)).encode()).digest()
    return shapes


def characters_of(encoding: str) -> frozenset[int]:
    """Return the characters of a national standard, as one of its encodings of two bytes has them."""
    found: set[int] = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                found.update(map(ord, bytes((lead, trail)).decode(encoding)))
            except UnicodeDecodeError:
                continue
    return frozenset(found)


def is_hangul(code: int) -> bool:
    """Tell whether a character is a Korean letter or syllable."""
    return 0x3131 <= code <= 0x318E or 0xAC00 <= code <= 0xD7A3


def write_manifest(target: Path, fonts: Iterable[Made]) -> None:
    """Write which file came from which package, and copy the licenses."""
    entries = {}
    for font in sorted(fonts, key=lambda made: made.file):
        entries[font.file] = {
            "package": font.package,
            "version": json.loads((PACKAGES / font.package / "package.json").read_text())[
                "version"
            ],
            "license": "OFL-1.1",
            "license-file": _copy_license(target, font.package),
            "sha256": hashlib.sha256((target / font.file).read_bytes()).hexdigest(),
        }
    (target / "manifest.json").write_text(json.dumps(entries, indent=2) + "\n", "utf-8")


def _copy_license(target: Path, package: str) -> str:
    names = ("LICENSE_FONT", "LICENSE.md", "LICENSE")
    file = next(file for name in names if (file := PACKAGES / package / name).exists())
    copy = f"{package.rpartition('/')[2]}-LICENSE.txt"
    shutil.copyfile(file, target / copy)
    return copy


def _script(name: str) -> str:
    return name.split("-", 2)[2]


def _save(target: Path, font: TTFont, name: str, package: str) -> Made:
    font.flavor = None
    font.save(target / f"{name}.ttf")
    return Made(f"{name}.ttf", package)


def _reduce(font: TTFont, kept: Iterable[int]) -> None:
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "STAT"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=kept)
    subsetter.subset(font)


if __name__ == "__main__":
    main()
