"""Names of languages as LaTeX has them, for BCP 47 tags (babel manual, 1.13; biblatex, 2.2.3)."""

_NAMES = {
    "af": "afrikaans",
    "ar": "arabic",
    "bg": "bulgarian",
    "ca": "catalan",
    "cs": "czech",
    "cy": "welsh",
    "da": "danish",
    "de": "ngerman",
    "de-at": "naustrian",
    "de-ch": "nswissgerman",
    "el": "greek",
    "en": "english",
    "en-au": "australian",
    "en-ca": "canadian",
    "en-gb": "british",
    "en-nz": "newzealand",
    "en-us": "american",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "fr-ca": "canadien",
    "ga": "irish",
    "gl": "galician",
    "he": "hebrew",
    "hi": "hindi",
    "hr": "croatian",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "is": "icelandic",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "la": "latin",
    "lt": "lithuanian",
    "lv": "latvian",
    "mr": "marathi",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "nynorsk",
    "pl": "polish",
    "pt": "portuguese",
    "pt-br": "brazilian",
    "ro": "romanian",
    "ru": "russian",
    "sk": "slovak",
    "sl": "slovene",
    "sq": "albanian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "th": "thai",
    "tr": "turkish",
    "uk": "ukrainian",
    "ur": "urdu",
    "vi": "vietnamese",
    "zh": "chinese",
}

_TAGS = {
    **{name: tag for tag, name in _NAMES.items()},
    "austrian": "de-at",
    "bahasa": "id",
    "bahasai": "id",
    "brazil": "pt-br",
    "farsi": "fa",
    "francais": "fr",
    "german": "de",
    "magyar": "hu",
    "norsk": "nb",
    "norwegian": "nb",
    "polutonikogreek": "el",
    "portuges": "pt",
    "slovenian": "sl",
    "swissgerman": "de-ch",
    "ukenglish": "en-gb",
    "usenglish": "en-us",
}


def language_tag(name: str) -> str:
    """Return the tag for a name, of which some languages have several; empty for an unknown one."""
    language, _, region = _TAGS.get(name.strip().lower(), "").partition("-")
    return f"{language}-{region.upper()}" if region else language


def babel_name(tag: str) -> tuple[str, bool]:
    """Return the name for a tag, and whether it says as much: 'en-IE' is only 'english'.

    The name is empty where there is none.
    """
    lowered = tag.lower()
    if lowered in _NAMES:
        return _NAMES[lowered], True
    return _NAMES.get(lowered.partition("-")[0], ""), False
