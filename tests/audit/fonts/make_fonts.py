"""Makes theme/documents/fonts from the packages of package.json beside it.

Latin, Greek and Cyrillic are copied as their maker publishes them. The other scripts come in slices
for the web, which are joined: Han with its simplified and traditional forms from the Chinese font,
those of Japanese standards once more in their Japanese forms, Korean syllables.
"""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
TARGET = HERE.parents[2] / "theme" / "documents" / "fonts"

COPIED = {
    "source-serif": (
        "SourceSerif4-Regular.otf",
        "SourceSerif4-It.otf",
        "SourceSerif4-Semibold.otf",
        "SourceSerif4-SemiboldIt.otf",
        "SourceSerif4Display-Regular.otf",
        "SourceSerif4Display-It.otf",
    ),
    "source-sans": (
        "SourceSans3-Regular.otf",
        "SourceSans3-It.otf",
        "SourceSans3-Semibold.otf",
    ),
}
SCRIPTS = {
    "noto-naskh-arabic": "arabic",
    "noto-serif-armenian": "armenian",
    "noto-serif-bengali": "bengali",
    "noto-serif-devanagari": "devanagari",
    "noto-serif-georgian": "georgian",
    "noto-serif-gujarati": "gujarati",
    "noto-serif-hebrew": "hebrew",
    "noto-serif-khmer": "khmer",
    "noto-serif-malayalam": "malayalam",
    "noto-serif-myanmar": "myanmar",
    "noto-serif-sinhala": "sinhala",
    "noto-serif-tamil": "tamil",
    "noto-serif-telugu": "telugu",
    "noto-serif-thai": "thai",
}
FIRST_OF_THE_EAST = 0x2E80
"""From here on stand the scripts of East Asia; the slices hold other characters too."""


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


def hangul() -> frozenset[int]:
    """Return the Korean letters and syllables."""
    return frozenset((*range(0x3131, 0x318F), *range(0xAC00, 0xD7A4)))


def join_slices(package: str, wanted: frozenset[int] | None, target: Path) -> None:
    """Write the characters that a package's numbered slices hold (those wanted) as one font."""
    taken: set[int] = set()
    parts: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for slice_ in sorted(
            (PACKAGES / "@fontsource" / package / "files").glob("*-[0-9]*-400-normal.woff2")
        ):
            font = TTFont(slice_, recalcTimestamp=False)
            there = {code for code in font.getBestCmap() if code >= FIRST_OF_THE_EAST} - taken
            kept = there if wanted is None else there & wanted
            if not kept:
                continue
            taken |= kept
            _reduce(font, kept)
            part = Path(folder) / f"{len(parts)}.ttf"
            font.save(part)
            parts.append(str(part))
        joined = Merger().merge(parts)
        joined["head"].modified = joined["head"].created
        joined.recalcTimestamp = False
        joined.save(target)


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
    font.flavor = None


def main() -> None:
    """Write all fonts and their licenses."""
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    for package, names in COPIED.items():
        for name in names:
            shutil.copy(PACKAGES / package / "OTF" / name, TARGET / name)
        shutil.copy(PACKAGES / package / "LICENSE.md", TARGET / f"{package}-LICENSE.md")
    for package, script in SCRIPTS.items():
        folder = PACKAGES / "@fontsource" / package
        font = TTFont(
            folder / "files" / f"{package}-{script}-400-normal.woff2", recalcTimestamp=False
        )
        font.flavor = None
        font.save(TARGET / f"{package}.ttf")
        shutil.copy(folder / "LICENSE", TARGET / f"{package}-LICENSE.txt")
    for package, wanted in (
        ("noto-serif-sc", None),
        ("noto-serif-jp", characters_of("shift_jis")),
        ("noto-serif-kr", hangul() & characters_of("euc_kr")),
    ):
        join_slices(package, wanted, TARGET / f"{package}.ttf")
        shutil.copy(
            PACKAGES / "@fontsource" / package / "LICENSE", TARGET / f"{package}-LICENSE.txt"
        )


if __name__ == "__main__":
    main()
