"""Jinja templates of the theme: strict about names, and with a place for every fault."""

from generator.templates.environment import (
    TemplateFaultError,
    TemplateFolder,
)

__all__ = ["TemplateFaultError", "TemplateFolder"]
