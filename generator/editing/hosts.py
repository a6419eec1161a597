"""Git hosts: how the editing page reaches them, and which addresses it may ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from generator.records.editing import Editing, EditingBackend


@dataclass(frozen=True, slots=True)
class _Host:
    """A kind of Git host: where its API is, on its own server and on somebody else's."""

    api: str
    api_path: str


_HOSTS: Mapping[EditingBackend, _Host] = {
    EditingBackend.GITHUB: _Host("https://api.github.com", "/api/v3"),
    EditingBackend.GITLAB: _Host("https://gitlab.com/api/v4", "/api/v4"),
    EditingBackend.GITEA: _Host("https://gitea.com/api/v1", "/api/v1"),
}


def backend(editing: Editing) -> dict[str, Any]:
    """Return how the editor reaches the repository, and how people sign in."""
    found: dict[str, Any] = {
        "name": str(editing.backend),
        "repo": editing.repository,
        "branch": editing.branch,
        "auth_methods": ["token"],
        # Without the id: a history keeps the name of a person who has left the site.
        "commit_messages": {
            "create": "Add a record: {{collection}}",
            "update": "Change a record: {{collection}}",
            "delete": "Remove a record: {{collection}}",
        },
    }
    if editing.host:
        found["api_root"] = _api(editing)
    if editing.sign_in:
        found |= {"base_url": editing.sign_in.rstrip("/"), "auth_methods": ["oauth", "token"]}
    if editing.application:
        found |= {"app_id": editing.application, "auth_methods": ["oauth", "token"]}
        if editing.host:
            found["base_url"] = editing.host.rstrip("/")
        if editing.backend is EditingBackend.GITLAB:
            found["auth_type"] = "pkce"
    return found


def allowed(editing: Editing) -> str:
    """Return the one origin that the page may ask, besides its own."""
    parts = urlsplit(_api(editing))
    return f"{parts.scheme}://{parts.netloc}"


def _api(editing: Editing) -> str:
    host = _HOSTS[editing.backend]
    return f"{editing.host.rstrip('/')}{host.api_path}" if editing.host else host.api
