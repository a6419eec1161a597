"""The whole configuration of the editing page, and what the page may do."""

import json
from typing import Any

from generator.editing.collections import collections, singletons
from generator.editing.hosts import allowed, backend
from generator.records.editing import Editing
from generator.records.program import Program


def editor_config(program: Program, editing: Editing, records: str) -> dict[str, Any]:
    """Return the configuration. ``records`` is the folder of records within the repository.

    Texts are quoted, for the editor would else write times, and words such as 'no', in a way that
    other readers of YAML take for numbers and booleans.
    """
    return {
        "app_title": f"{program.short_name}: editing",
        "logo": {"src": "../assets/images/mark.svg", "show_in_header": False},
        "backend": backend(editing),
        "publish_mode": "editorial_workflow" if editing.review else "simple",
        "show_preview_links": False,
        "editor": {"preview": False},
        # The editor wants a folder for pictures; no field of a record takes one.
        "media_folder": "content",
        "media_libraries": {"stock_assets": {"providers": []}},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80},
        "output": {
            "omit_empty_optional_fields": True,
            "yaml": {"quote": "single", "indent_sequences": True},
        },
        "collections": collections(records),
        "singletons": singletons(records),
    }


def config_text(program: Program, editing: Editing, records: str) -> str:
    """Return the configuration as JSON."""
    return json.dumps(editor_config(program, editing, records), ensure_ascii=False) + "\n"


def content_policy(editing: Editing) -> str:
    """Return the Content-Security-Policy of the page: itself, and the Git host to save to."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self' blob: data: {allowed(editing)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
