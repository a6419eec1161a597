"""The editing page: where it saves records, and how the committee signs in."""

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, WithJsonSchema, model_validator

from generator.records.addresses import Url
from generator.records.fields import Boolean, Holds, Line, Record, fault, public

_REPOSITORY = r"^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$"


class EditingBackend(StrEnum):
    """What kind of Git host holds the repository."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"


def _repository(value: str) -> str:
    if not re.fullmatch(_REPOSITORY, value):
        raise fault(
            "invalid-value",
            f"'{value}' is not the name of a repository",
            "write its owner, a slash and its name, as in library/mentorship",
        )
    return value


def _encrypted(url: str) -> str:
    if not url.lower().startswith("https://"):
        raise fault(
            "bad-url",
            f"'{url}' does not begin with https://",
            "whoever signs in sends what gives access to the repository there",
        )
    return url


RepositoryName = Annotated[
    str,
    AfterValidator(_repository),
    WithJsonSchema({"type": "string", "pattern": _REPOSITORY}),
    Holds("name of a repository, as in library/mentorship"),
]
SecureUrl = Annotated[Url, AfterValidator(_encrypted)]


class Editing(Record):
    """The editing page at /admin/: where it saves, and how the committee signs in."""

    backend: Annotated[EditingBackend, public("What kind of Git host holds the repository.")]
    repository: Annotated[
        RepositoryName, public("The repository on that host: its owner, a slash and its name.")
    ]
    branch: Annotated[Line, public("The branch that the site is built from.", max_length=200)] = (
        "main"
    )
    host: Annotated[
        SecureUrl | None, public("Address of the Git host, where it is not github.com or the like.")
    ] = None
    sign_in: Annotated[
        SecureUrl | None,
        public(
            "Address of a sign-in service for GitHub; without it, members of the committee sign in "
            "with an access token."
        ),
    ] = None
    application: Annotated[
        Line | None,
        public(
            "Id of the application registered with GitLab or Gitea for signing in; without it, "
            "members of the committee sign in with an access token.",
            max_length=200,
        ),
    ] = None
    review: Annotated[
        Boolean,
        public(
            "true where a change becomes a pull request, which is checked before it is merged; "
            "otherwise it is saved to the branch at once."
        ),
    ] = True

    @model_validator(mode="after")
    def _works_there(self) -> Self:
        if self.backend is EditingBackend.GITEA and self.review:
            raise fault(
                "invalid-value",
                "the editing page cannot make pull requests on Gitea",
                "add 'review: false', and let 'lrrt validate' check the branch before it is built",
            )
        wrong = "application" if self.backend is EditingBackend.GITHUB else "sign_in"
        right = "sign_in" if self.backend is EditingBackend.GITHUB else "application"
        if getattr(self, wrong):
            raise fault(
                "invalid-value",
                f"signing in to {self.backend} has no '{wrong}'",
                f"take it out; '{right}' is the key for {self.backend}",
                steps=(wrong,),
            )
        return self
