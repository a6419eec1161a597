from typing import Any

import pytest
from pydantic import ValidationError

from generator.editing.config import content_policy
from generator.editing.hosts import allowed, backend
from generator.records.editing import Editing


def editing(backend_: str = "github", **others: Any) -> Editing:
    return Editing.model_validate(
        {"backend": backend_, "repository": "library/mentorship", **others}
    )


@pytest.mark.parametrize(
    ("page", "origin"),
    [
        (editing(), "https://api.github.com"),
        (editing(host="https://git.example.org"), "https://git.example.org"),
        (editing("gitlab"), "https://gitlab.com"),
        (editing("gitlab", host="https://lab.example.org:8443/"), "https://lab.example.org:8443"),
        (editing("gitea", review="false"), "https://gitea.com"),
    ],
)
def test_the_page_may_ask_itself_and_the_git_host_alone(page: Editing, origin: str) -> None:
    assert allowed(page) == origin
    rules = dict(rule.split(" ", 1) for rule in content_policy(page).split("; "))
    assert rules["connect-src"] == f"'self' blob: data: {origin}"
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self'"


def test_people_sign_in_with_a_token_where_no_service_is_named() -> None:
    assert backend(editing())["auth_methods"] == ["token"]
    assert "base_url" not in backend(editing())


def test_people_sign_in_through_the_service_that_is_named() -> None:
    found = backend(editing(sign_in="https://sign-in.example.org/"))
    assert found["auth_methods"] == ["oauth", "token"]
    assert found["base_url"] == "https://sign-in.example.org"


def test_an_application_on_gitlab_signs_in_without_a_secret() -> None:
    found = backend(editing("gitlab", application="abc", host="https://lab.example.org"))
    assert (found["app_id"], found["auth_type"]) == ("abc", "pkce")
    assert (found["base_url"], found["api_root"]) == (
        "https://lab.example.org",
        "https://lab.example.org/api/v4",
    )


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"repository": "mentorship"}, "'mentorship' is not the name of a repository"),
        ({"host": "http://git.example.org"}, "does not begin with https://"),
        ({"application": "abc"}, "signing in to github has no 'application'"),
        ({"backend": "gitea"}, "cannot make pull requests on Gitea"),
        ({"backend": "gitlab", "sign_in": "https://a.example"}, "gitlab has no 'sign_in'"),
    ],
)
def test_what_cannot_work_is_named(keys: dict[str, str], said: str) -> None:
    whole = {"backend": "github", "repository": "library/mentorship", **keys}
    with pytest.raises(ValidationError) as caught:
        Editing.model_validate(whole)
    assert said in str(caught.value)
