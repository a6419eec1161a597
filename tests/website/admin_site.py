"""A built site whose editing page is on, and what it is tried with: a folder in the browser."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import Page

from generator.catalog import load_catalog
from generator.records.editing import Editing
from generator.source import write_text
from generator.website.admin import admin_files, admin_texts
from generator.website.building import build_site
from generator.website.theme import Theme
from tests.website.project import DAY, ROOT, copy_project

ON = "editing:\n  backend: github\n  repository: example/mentorship\n"

_PICKER = """
window.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle("clone", { create: true });
"""
"""The editor asks for a folder; Chromium's own dialog cannot be driven, so it gets one made here."""

_WRITE = """
async (files) => {
  const storage = await navigator.storage.getDirectory();
  await storage.removeEntry("clone", { recursive: true }).catch(() => {});
  const root = await storage.getDirectoryHandle("clone", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const steps = path.split("/");
    const name = steps.pop();
    let folder = root;
    for (const step of steps) folder = await folder.getDirectoryHandle(step, { create: true });
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}
"""
_READ = """
async () => {
  const files = {};
  const walk = async (folder, path) => {
    for await (const entry of folder.values()) {
      if (entry.kind === "directory") await walk(entry, `${path}${entry.name}/`);
      else files[`${path}${entry.name}`] = await (await entry.getFile()).text();
    }
  };
  const storage = await navigator.storage.getDirectory();
  await walk(await storage.getDirectoryHandle("clone"), "");
  return files;
}
"""


def build_with_editing(folder: Path, *, on: str = ON) -> Path:
    """Build the demonstration with its editing page turned on."""
    project = copy_project(folder)
    program = project / "records" / "program.yaml"
    program.write_text(program.read_text("utf-8") + on, "utf-8")
    return build_site(project / "mkdocs.yml", today=DAY).folder


def lay_out_editing(folder: Path, **editing: str) -> Path:
    """Write the editing page as a site has it, without the rest of the site."""
    held = load_catalog(ROOT / "records").catalog.program
    assert held is not None
    program = held.record.model_copy(update={"editing": Editing.model_validate(editing)})
    theme = Theme((ROOT / "theme",), "theme")
    for address, text in admin_texts(program, theme, "records"):
        write_text(folder / address, text)
    for address, file in admin_files(program, theme):
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, folder / address)
    shutil.copytree(ROOT / "theme/assets", folder / "assets")
    return folder


def records_in(folder: Path) -> dict[str, str]:
    """Every record under a folder, by its path in the repository."""
    return {
        f"records/{path.relative_to(folder).as_posix()}": path.read_text("utf-8")
        for path in sorted(folder.rglob("*.yaml"))
    }


class Editor:
    """The editing page, at work on a clone of the repository that lies in the browser."""

    def __init__(self, page: Page, address: str, records: Mapping[str, str]) -> None:
        self.page = page
        self.records = dict(records)
        page.add_init_script(_PICKER)
        page.goto(f"{address}/admin/")
        self._load()

    def _load(self) -> None:
        page = self.page
        page.evaluate(_WRITE, {".git/HEAD": "ref: refs/heads/main\n", **self.records})
        if page.get_by_role("button", name="Show Account Menu").count():
            page.evaluate("location.hash = ''")
            page.reload()
        else:
            page.get_by_role("button", name="Work with Local Repository").click()
        page.get_by_role("button", name="Show Account Menu").wait_for()

    @property
    def form(self) -> Any:
        """The form in which a record is edited."""
        return self.page.get_by_role("group", name="Content Editor")

    def open(self, where: str) -> None:
        """Open a record: 'participants/entries/ada', or a new one: 'participants/new'."""
        self.page.evaluate("hash => { location.hash = hash }", f"#/collections/{where}")
        self.form.get_by_role("button", name="Save").wait_for()

    def put(self, path: str, text: str) -> None:
        """Have a record say something else, and load the page anew."""
        self.records[path] = text
        self._load()

    def forget(self, path: str) -> None:
        """Have a record be not there, and load the page anew."""
        del self.records[path]
        self._load()

    def unfold(self) -> None:
        """Unfold every part of the record, and what comes to light in it."""
        folded = self.form.locator("[aria-expanded=false][aria-controls]:not([aria-haspopup])")
        for _ in range(40):
            if not folded.count():
                return
            folded.first.click()

    def box(self, label: str, index: int = 0) -> Any:
        """A box for text, by the name of its field; the index tells those of one name apart."""
        return self.form.get_by_role("textbox", name=label, exact=True).nth(index)

    def field(self, label: str) -> Any:
        """A field with its label and whatever it is edited with; it is made when it comes near."""
        found = self.form.locator(f'[role=group][aria-label="“\u2068{label}\u2069” Field"]')
        self.page.mouse.move(600, 500)
        for _ in range(60):
            if found.count():
                break
            self.page.mouse.wheel(0, 500)
            self.page.wait_for_timeout(100)
        return found.first

    def fill(self, label: str, text: str, index: int = 0) -> None:
        self.box(label, index).fill(text)

    def fill_in(self, label: str, text: str) -> None:
        """Fill in a field of any kind that takes what is typed."""
        self.field(label).locator("input, textarea").first.fill(text)

    def name_it(self, id_: str) -> None:
        """Give a new record its id, where the editor does not make one of the other answers."""
        panel = self.page.get_by_role("group", name="Slug")
        if panel.count():
            panel.first.locator("input").first.fill(id_)

    def save(self) -> None:
        """Save, and wait until it is said to be done."""
        self.form.get_by_role("button", name="Save").click()
        self.page.get_by_text("Entry saved.").last.wait_for()
        self.form.wait_for(state="detached")

    def stored(self) -> dict[str, str]:
        """Every record as it is in the folder now."""
        files = cast("dict[str, str]", self.page.evaluate(_READ))
        return {path: text for path, text in files.items() if path.startswith("records/")}

    def changed(self) -> dict[str, str]:
        """Records that are not as they were given to the editor."""
        return {
            path: text for path, text in self.stored().items() if self.records.get(path) != text
        }
