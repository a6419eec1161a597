"""GitHub as far as the editing page asks it: a repository with a branch, and what is sent to it."""

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha1
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, Route

API = "https://api.github.com"
TOKEN = "an-invented-token"  # noqa: S105  # it opens nothing
_HEAD = "1" * 40
_USER = {
    "id": 7,
    "login": "committee",
    "name": "Una Planted",
    "email": "una@example.org",
    "avatar_url": "https://avatars.githubusercontent.com/u/7",
    "html_url": "https://github.com/committee",
}
_SHARED = {"access-control-allow-origin": "*", "access-control-allow-headers": "*"}
_PART = re.compile(r'(content_\d+): object\(oid: "(\w+)"\)|(commit_\d+):\s+ref')


@dataclass
class GitHost:
    """A repository, and what the page did to it. ``unknown`` is what this does not understand."""

    repository: str
    files: Mapping[str, str]
    branches: list[str] = field(default_factory=list)
    commits: list[dict[str, Any]] = field(default_factory=list)
    pulls: list[dict[str, Any]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    is_ready: bool = False
    unknown: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def play(self, page: Page) -> None:
        """Answer in the place of the host from now on."""
        page.route(f"{API}/**", self._answer)

    @property
    def written(self) -> dict[str, str]:
        """Path and text of every file in the commits."""
        return {
            one["path"]: base64.b64decode(one["contents"]).decode("utf-8")
            for commit in self.commits
            for one in commit["fileChanges"]["additions"]
        }

    def _answer(self, route: Route) -> None:
        request = route.request
        if request.method == "OPTIONS":
            route.fulfill(status=204, headers={**_SHARED, "access-control-allow-methods": "*"})
            return
        if request.headers.get("authorization") != f"token {TOKEN}":
            self.strangers.append(request.url)
        path = urlsplit(request.url).path
        found = self._graph(request) if path == "/graphql" else self._rest(request, path)
        if found is None:
            self.unknown.append(f"{request.method} {path} {request.post_data or ''}")
        route.fulfill(
            status=404 if found is None else 200,
            content_type="application/json",
            headers=_SHARED,
            body=json.dumps(found if found is not None else {"message": "Not Found"}),
        )

    def _rest(self, request: Request, path: str) -> Any:
        within = path.removeprefix(f"/repos/{self.repository}")
        if path == "/user":
            return _USER
        if within.startswith("/collaborators/"):
            return {}
        if within.startswith("/git/trees/"):
            return {
                "tree": [
                    {"type": "blob", "path": path, "sha": _sha(text), "size": len(text.encode())}
                    for path, text in self.files.items()
                ]
            }
        if (request.method, within) == ("POST", "/pulls"):
            self.pulls.append(_sent(request))
            return {
                "number": 1,
                "node_id": "PR_1",
                "title": _sent(request)["title"],
                "html_url": f"https://github.com/{self.repository}/pull/1",
                "head": {"sha": "2" * 40},
                "created_at": "2026-11-23T12:00:00Z",
                "updated_at": "2026-11-23T12:00:00Z",
            }
        if within in ("/issues/1/labels", "/issues/1"):
            self.labels = _sent(request).get("labels", self.labels)
            return {"labels": [{"name": label} for label in self.labels]}
        return None

    def _graph(self, request: Request) -> Any:
        asked = _sent(request)
        query, given = asked["query"], asked.get("variables", {})
        if "createRef(" in query:
            self.branches.append(given["input"]["name"])
            return {"data": {"createRef": {"ref": {"name": given["input"]["name"]}}}}
        if "markPullRequestReadyForReview(" in query:
            self.is_ready = True
            return {"data": {"markPullRequestReadyForReview": {"pullRequest": {"isDraft": False}}}}
        if "createCommitOnBranch(" in query:
            return {"data": {"createCommitOnBranch": {"commit": self._commit(given["input"])}}}
        return {"data": _looked_up(query, {_sha(text): text for text in self.files.values()})}

    def _commit(self, commit: dict[str, Any]) -> dict[str, Any]:
        self.commits.append(commit)
        added = commit["fileChanges"]["additions"]
        files = {f"file_{at}": {"oid": "3" * 40} for at in range(len(added))}
        return {"oid": "2" * 40, "committedDate": "2026-11-23T12:00:00Z", **files}


def _looked_up(query: str, texts: Mapping[str, str]) -> dict[str, Any]:
    """Answer a query that changes nothing."""
    commit = {
        "oid": _HEAD,
        "message": "Begin",
        "author": {"name": "Una Planted", "email": "", "user": {"id": 7, "login": "committee"}},
        "committedDate": "2026-11-01T12:00:00Z",
    }
    target = {"oid": _HEAD, "history": {"nodes": [commit]}}
    found: dict[str, Any] = {
        "defaultBranchRef": {"name": "main"},
        "ref": {"target": target},
        "pullRequests": {"nodes": [], "totalCount": 0},
    }
    for content, sha, history in _PART.findall(query):
        if content:
            found[content] = {"text": texts[sha], "isTruncated": False}
        else:
            found[history] = {"target": target}
    return {"repository": found, "fork": {"id": "R_1"}, "base": found}


def _sent(request: Request) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(request.post_data or "{}")
    return found


def _sha(text: str) -> str:
    return sha1(text.encode(), usedforsecurity=False).hexdigest()
