"""Topics and methods of the vocabulary, asked for by what people call them."""

from generator.catalog import Catalog
from generator.cli.new_choices import Choice
from generator.cli.new_questions import Questions
from generator.records.fields import Refers
from generator.source import Plain

_FACETS = (("topics", "topic", Refers.TOPIC), ("methods", "method", Refers.METHOD))


def ask_terms(ask: Questions, catalog: Catalog) -> dict[str, Plain]:
    """Return the topics and the methods of a project or a work, where there are any."""
    found: dict[str, Plain] = {}
    for key, option, sort in _FACETS:
        known = [Choice(term.id, term.label, term.also) for term in catalog.terms[sort].values()]
        if not known and option not in ask.options:
            continue
        words = f"Its {key}, with commas between; '?' lists all"
        chosen = ask.choose_several(option, words, known)
        if chosen:
            found[key] = list(chosen)
    return found
