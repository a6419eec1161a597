"""The pages that people write, as they are compared: where each is, and what it says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import meta

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page in ``content``: its address and title, the head of its file, and its Markdown."""

    address: str
    title: str
    head: Mapping[str, Any]
    body: str


def written_page(path: str, text: str) -> WrittenPage:
    """Return a page from its path in ``content`` and its text.

    Its title is its head's, its first heading, or its path.
    """
    body, head = meta.get_data(text)
    headings = (line.removeprefix("# ") for line in body.splitlines() if line.startswith("# "))
    name = path.removesuffix(".md")
    address = "" if name == "index" else f"{name.removesuffix('/index')}/"
    return WrittenPage(address, str(head.get("title") or next(headings, path)), head, body)


def say_the_same(one: WrittenPage, other: WrittenPage, config: MkDocsConfig) -> bool:
    """Tell whether a visitor reads the same: comments, and where lines break, do not matter."""
    if one.head != other.head:
        return False
    first, second = (_html(page.body, config) for page in (one, other))
    return first == second


def _html(body: str, config: MkDocsConfig) -> str:
    markdown = Markdown(
        extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {}
    )
    html = _COMMENT.sub("", markdown.convert(body))
    return html if "<pre" in html else " ".join(html.split())
