"""Jinja templates of the theme: strict about names, and with a place for every fault."""

from generator.templates.environment import (
    TemplateFaultError,
    TemplateFolder,
    closed_environment,
)

__all__ = ["TemplateFaultError", "TemplateFolder", "closed_environment"]
