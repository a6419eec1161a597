"""Small templates, set with the fonts of the theme."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostic
from generator.typesetting import FontShelf, Typesetter, TypesettingFaultError

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ROOT / "theme" / "documents"
FONTS = DOCUMENTS / "fonts"
DAY = date(2026, 11, 24)

HEAD = """\
#import "fonts.typ": display, sans, serif
#set document(title: "Proof", author: "The program")
#set text(font: serif(), lang: "en", fallback: false)
#let data = json(bytes(sys.inputs.data))
"""
"""What each proof begins with: its own lines begin at line 5."""


def typesetter(folder: Path, shelf: FontShelf, body: str) -> Typesetter:
    """Return a typesetter of a folder in which the template proof.typ holds a body."""
    (folder / "proof.typ").write_text(HEAD + body, "utf-8")
    return Typesetter(folder, shelf, "theme/documents")


def pdf(folder: Path, shelf: FontShelf, body: str, **data: Any) -> bytes:
    return typesetter(folder, shelf, body).pdf("proof.typ", data, DAY)


def png(folder: Path, shelf: FontShelf, body: str, **data: Any) -> bytes:
    return typesetter(folder, shelf, body).png("proof.typ", data)


def fault(folder: Path, shelf: FontShelf, body: str, **data: Any) -> Diagnostic:
    """Return what is wrong with a proof."""
    with pytest.raises(TypesettingFaultError) as caught:
        pdf(folder, shelf, body, **data)
    return caught.value.diagnostic
