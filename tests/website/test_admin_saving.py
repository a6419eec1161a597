"""Saving from the editing page to a Git host, which is played here: what it gets, and nobody else."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser

from tests.website.admin_site import Editor, lay_out_editing, records_in
from tests.website.barriers import sideways
from tests.website.git_host import API, TOKEN, GitHost
from tests.website.hosting import hosted
from tests.website.project import ROOT
from tests.website.visits import Scheme, Visit, visiting


class SignedIn(Editor):
    """The editing page of somebody who signed in with an access token."""

    def __init__(self, visit: Visit, address: str, host: GitHost) -> None:
        self.page, self.records, self.host = visit.page, dict(host.files), host
        self.visit, self.own = visit, urlsplit(address).netloc
        host.play(self.page)
        self.page.goto(f"{address}admin/")
        self.page.get_by_role("button", name="Sign In Using Access Token").click()
        self.page.get_by_role("textbox", name="Personal Access Token").fill(TOKEN)
        self.page.get_by_role("button", name="Sign In", exact=True).click()
        self.page.get_by_text("Vocabulary", exact=True).first.wait_for()

    def submit(self) -> None:
        """Save, and wait until the host has it all."""
        self.form.get_by_role("button", name="Save").click()
        self.page.get_by_text("Entry saved.").last.wait_for()

    def assert_quiet(self) -> None:
        """Nobody was asked but the site and the host, which understood it all."""
        assert self.visit.hosts == {self.own, urlsplit(API).netloc}
        assert (self.host.unknown, self.host.strangers) == ([], [])
        refused = [said for said in self.visit.messages if "Content Security Policy" in said]
        assert refused == []


RECORDS = ROOT / "records"
REPOSITORY = "example/mentorship"


@pytest.fixture(params=["review", "at once"])
def is_reviewed(request: pytest.FixtureRequest) -> bool:
    return bool(request.param == "review")


@pytest.fixture
def editor(browser: Browser, tmp_path: Path, *, is_reviewed: bool) -> Iterator[SignedIn]:
    site = lay_out_editing(
        tmp_path, backend="github", repository=REPOSITORY, review=str(is_reviewed).lower()
    )
    with hosted(site) as address, visiting(browser) as visit:
        yield SignedIn(visit, address, GitHost(REPOSITORY, records_in(RECORDS)))


def assert_sent(host: GitHost, branch: str, title: str, *, is_reviewed: bool) -> None:
    """One commit: to a branch of its own with a pull request, or to the main branch at once."""
    (commit,) = host.commits
    assert commit["branch"]["branchName"] == (branch if is_reviewed else "main")
    assert commit["message"]["headline"] == title
    assert commit["fileChanges"]["deletions"] == []
    assert host.branches == ([f"refs/heads/{branch}"] if is_reviewed else [])
    pulls = [(one["title"], one["head"], one["base"]) for one in host.pulls]
    assert pulls == ([(title, branch, "main")] if is_reviewed else [])


def test_a_change_is_sent_to_the_host_and_to_nobody_else(
    editor: SignedIn, *, is_reviewed: bool
) -> None:
    path = "records/participants/aino-keksitty.yaml"
    editor.open("participants/entries/aino-keksitty")
    editor.fill("Position", "NO: 14:00")
    editor.submit()
    branch = "cms/participants/aino-keksitty"
    assert_sent(editor.host, branch, "Change a record: Person", is_reviewed=is_reviewed)
    assert list(editor.host.written) == [path]
    written = yaml.safe_load(editor.host.written[path])
    before = yaml.load(editor.records[path], Loader=yaml.BaseLoader)  # noqa: S506  # texts only
    assert list(written.items()) == list({**before, "position": "NO: 14:00"}.items())
    editor.assert_quiet()


@pytest.mark.parametrize("is_reviewed", [True])
@pytest.mark.usefixtures("is_reviewed")
def test_a_proposal_stays_a_draft_until_it_is_sent_for_review(editor: SignedIn) -> None:
    editor.open("participants/entries/aino-keksitty")
    editor.fill("Position", "Librarian of tests")
    editor.submit()
    assert (editor.host.labels, editor.host.is_ready) == (["sveltia-cms/draft"], False)
    with editor.page.expect_response(lambda one: "ReadyForReview" in (one.request.post_data or "")):
        editor.page.get_by_role("button", name="Send for Review").click()
    assert editor.host.labels == ["sveltia-cms/pending_review"]
    assert editor.host.is_ready
    editor.assert_quiet()


def test_a_new_record_is_sent_under_its_id(editor: SignedIn, *, is_reviewed: bool) -> None:
    editor.open("news/new")
    editor.fill_in("Date", "2026-05-07")
    editor.field("Kind").get_by_role("combobox").click()
    editor.page.get_by_role("option", name="Note").click()
    editor.fill_in("Title", "null")
    editor.fill_in("Text", "One.\n\nTwo: #3")
    editor.submit()
    branch = "cms/news/2026-05-07-note"
    assert_sent(editor.host, branch, "Add a record: News item", is_reviewed=is_reviewed)
    assert editor.host.written == {
        "records/news/2026-05-07-note.yaml": (
            "date: '2026-05-07'\nkind: 'note'\ntitle: 'null'\ntext: 'One.\n\n\n  Two: #3'\n"
        )
    }
    editor.assert_quiet()


def test_the_program_is_sent_as_the_one_file_it_is(editor: SignedIn, *, is_reviewed: bool) -> None:
    editor.open("_singletons/entries/program")
    editor.fill("Tagline", "Two read more than one.")
    editor.submit()
    assert list(editor.host.written) == ["records/program.yaml"]
    assert "tagline: 'Two read more than one.'\n" in editor.host.written["records/program.yaml"]
    assert len(editor.host.pulls) == is_reviewed
    editor.assert_quiet()


@pytest.mark.parametrize(
    ("editing", "api"),
    [
        ({"backend": "gitlab"}, "gitlab.com"),
        ({"backend": "gitea", "review": "false"}, "gitea.com"),
        ({"backend": "gitlab", "host": "https://git.example.org"}, "git.example.org"),
    ],
    ids=["gitlab", "gitea", "a server of one's own"],
)
def test_other_hosts_are_asked_alone_too(
    browser: Browser, tmp_path: Path, editing: dict[str, str], api: str
) -> None:
    site = lay_out_editing(tmp_path, repository=REPOSITORY, **editing)
    with hosted(site) as address, visiting(browser) as visit:
        page = visit.page
        page.route(f"https://{api}/**", lambda route: route.fulfill(status=401, body="{}"))
        page.goto(f"{address}admin/")
        page.get_by_role("button", name="Sign In Using Access Token").click()
        page.get_by_role("textbox", name="Personal Access Token").fill(TOKEN)
        with page.expect_response(f"https://{api}/**"):
            page.get_by_role("button", name="Sign In", exact=True).click()
        assert visit.hosts == {urlsplit(address).netloc, api}
        assert [said for said in visit.messages if "Content Security Policy" in said] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_a_phone_and_can_be_enlarged(
    browser: Browser, tmp_path: Path, scheme: Scheme
) -> None:
    site = lay_out_editing(tmp_path, backend="github", repository=REPOSITORY)
    with hosted(site) as address, visiting(browser, width=390, scheme=scheme) as visit:
        editor = SignedIn(visit, address, GitHost(REPOSITORY, records_in(RECORDS)))
        editor.open("pairings/entries/2025")
        editor.unfold()
        editor.field("Mentors")
        assert sideways(visit.page) == []
        enlarging = visit.page.locator("meta[name=viewport]").all()
        assert [one for one in enlarging if "maximum" in (one.get_attribute("content") or "")] == []
        editor.assert_quiet()
