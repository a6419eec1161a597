"""The only package that imports mkdocs: a plugin that turns views into pages."""
