"""Pages that lead from an earlier address to today's."""

from html import escape

from mkdocs.utils import get_relative_url


def redirect_page(old: str, new: str) -> str:
    """Return a page for an earlier address; readers are sent on, search engines told."""
    target = escape(get_relative_url(new, old))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<title>This page has moved</title>\n<link rel="canonical" href="{target}">\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n'
        '<meta name="robots" content="noindex">\n</head>\n<body>\n'
        f'<p>This page has moved. <a href="{target}">Go to the page</a>.</p>\n</body>\n</html>\n'
    )
