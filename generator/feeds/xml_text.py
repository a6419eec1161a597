"""XML, written so that any text in it comes back as it was, or not at all."""

import re
from xml.etree import ElementTree as ET

_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold (XML 1.0, 2.2)."""


def child(parent: ET.Element, name: str, text: str = "", /, **attributes: str) -> ET.Element:
    """Add an element with a text and attributes to another, and return it."""
    kept = {key: _clean(value) for key, value in attributes.items()}
    element = ET.SubElement(parent, name, kept)
    element.text = _clean(text) or None
    return element


def document(root: ET.Element) -> str:
    """Return a whole XML file, an element to a line."""
    ET.indent(root, space=" ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("", text)
