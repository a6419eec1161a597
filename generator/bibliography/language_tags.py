"""Languages as people and other programs write them, as tags."""

_LANGUAGES = {
    "english": "en",
    "american": "en-US",
    "british": "en-GB",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "portuguese": "pt",
    "spanish": "es",
}


def language_tag(written: str) -> str:
    """Return a language as a tag (BCP 47, section 2.1.1: region in capitals, language in small)."""
    named = _LANGUAGES.get(written.lower())
    if named:
        return named
    language, _, region = written.replace("_", "-").partition("-")
    return f"{language.lower()}-{region.upper()}" if len(region) == 2 else written  # noqa: PLR2004  # a country's code
