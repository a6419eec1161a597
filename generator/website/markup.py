"""The only place where a record's text becomes HTML; `citing` does it for references."""

import re
from collections.abc import Callable

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from generator.templates.shortening import shortened

_PROSE_TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "a", "blockquote", "code"}
_PROSE_ATTRIBUTES = {"a": {"href"}}
_SCHEMES = {"http", "https"}
_TITLE_TAGS = {"i", "b", "sub", "sup"}
_TITLE_TAG = re.compile(r"&lt;(/?(?:i|b|sub|sup))&gt;")
_ANY_TITLE_TAG = re.compile(r"</?(?:i|b|sub|sup)>")

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(
    ["html_block", "html_inline", "image", "heading", "lheading", "hr", "fence", "code"]
)


def prose(text: str, link: Callable[[str], str] = str) -> Markup:
    """Return a longer text as paragraphs. Emphasis, lists, quotations and links are kept.

    ``link`` returns where a reader can follow a link to. Markdown's own HTML is off, and what comes
    of it passes a sanitizer that knows only the tags and the two schemes named here (OWASP Cross
    Site Scripting Prevention, "HTML sanitization").
    """
    return _trusted(
        nh3.clean(
            _rendered(text, link),
            tags=_PROSE_TAGS,
            attributes=_PROSE_ATTRIBUTES,
            url_schemes=_SCHEMES,
            link_rel=None,
        )
    )


def _rendered(text: str, link: Callable[[str], str]) -> str:
    tokens = _MARKDOWN.parse(text)
    for inside in (child for token in tokens for child in token.children or ()):
        if inside.type == "link_open":
            inside.attrSet("href", link(str(inside.attrGet("href") or "")))
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


def title(text: str) -> Markup:
    """Return a title; <i>, <b>, <sub> and <sup> are kept and closed, all else is text."""
    marked = _TITLE_TAG.sub(r"<\1>", str(escape(text)))
    return _trusted(nh3.clean(marked, tags=_TITLE_TAGS, attributes={}))


def plain_title(text: str) -> str:
    """Return a title without its marks, for places that hold no HTML."""
    return _ANY_TITLE_TAG.sub("", text)


def excerpt(text: str, longest: int = 160) -> str:
    """Return the beginning of a longer text in plain words."""
    words = re.sub(r"[*_`>#\[\]]|\(https?://[^)]*\)", "", text).split()
    return shortened(" ".join(words), longest)


def _trusted(html: str) -> Markup:
    return Markup(html)  # noqa: S704  # the sanitizer has just been over it
