"""The MkDocs plugin. Its hooks only delegate."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext

from generator.agenda.history import UNKNOWN, History
from generator.catalog import Catalog, load_catalog
from generator.catalog.prose import contacts_in_pages
from generator.corrections.linking import correction_address
from generator.diagnostics import Diagnostic, has_errors
from generator.templates import closed_environment
from generator.views import Site, make_site
from generator.website.admin import admin_files, admin_texts
from generator.website.bodies import page_context, planned_pages
from generator.website.content_faults import check_content
from generator.website.files import plan_files
from generator.website.history import read_history
from generator.website.links import Links
from generator.website.news import NewsDesk, open_desk
from generator.website.news_files import news_feed_texts
from generator.website.own_files import keep_own_assets, refuse_collision
from generator.website.page_templates import PageTemplates
from generator.website.pages import Planned
from generator.website.pictures import Pictures, site_pictures
from generator.website.private_keys import find_private_keys
from generator.website.record_page import RecordPage, add_page, is_listed
from generator.website.redirects import redirect_page
from generator.website.refusing import BuildRefusedError, refusing
from generator.website.search import index_text, prose_entries, record_entries
from generator.website.sharing import Sharing, share_page
from generator.website.shell import Shell
from generator.website.theme import Theme
from generator.website.today import NoDayError, today_for


class RecordsConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs has no types here
    """What mkdocs.yml may say about the records."""

    records = config_options.Type(str, default="records")


class RecordsPlugin(BasePlugin[RecordsConfig]):  # type: ignore[no-untyped-call]  # as above
    """Turns records into pages. ``today`` is the day the site is seen from; None asks the clock.

    ``history`` is what git tells of the records; it dates calendars and news of what changed.
    """

    def __init__(self) -> None:
        self.today: date | None = None
        self.day_is_fixed = False
        self.warnings: tuple[Diagnostic, ...] = ()
        self.history: History = UNKNOWN
        self._site: Site | None = None
        self._templates: PageTemplates | None = None
        self._links: Links | None = None
        self._root = ""
        self._theme: Theme | None = None
        self._shown_records = ""
        self._planned: tuple[Planned, ...] = ()
        self._pictures = Pictures({}, None, ())
        self._desk: NewsDesk | None = None
        self._entries: list[dict[str, str]] = []

    @property
    def site(self) -> Site:
        """The site of the records that were loaded last."""
        if self._site is None:
            message = "the records have not been loaded yet"
            raise RuntimeError(message)
        return self._site

    @property
    def desk(self) -> NewsDesk:
        """Where the news of the site are written."""
        if self._desk is None:
            message = "the records have not been loaded yet"
            raise RuntimeError(message)
        return self._desk

    @property
    def templates(self) -> PageTemplates:
        """The templates of the project's theme."""
        if self._templates is None:
            message = "the theme has not been read yet"
            raise RuntimeError(message)
        return self._templates

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the records; refuse to go on, and leave the last site as it was, on an error."""
        root = Path(config.config_file_path or "mkdocs.yml").parent
        records = root / self.config.records
        loading = load_catalog(records, shown=_shown(records, root))
        content = Path(config.docs_dir)
        theme = self._theme = _theme(config, root)
        found = (
            *loading.found,
            *check_content(content, _shown(content, root)),
            *find_private_keys(content, _shown(content, root)),
            *find_private_keys(theme.folders[0], theme.shown),
        )
        if has_errors(found):
            raise BuildRefusedError(found)
        site = make_site(loading.catalog, self.today or _today(loading.catalog))
        self._site = replace(site, day_is_fixed=self.day_is_fixed)
        self._shown_records = _shown(records, root)
        with refusing():
            self._desk = open_desk(self._site, loading.catalog, theme)
            announced = self._desk.announced
            self._pictures = site_pictures(self._site, announced, loading.catalog, theme, root)
        contacts = contacts_in_pages(content, _shown(content, root), loading.catalog)
        self.warnings = (*loading.found, *contacts, *self._pictures.found)
        earlier = {event.id: event.aliases for event in self._site.events}
        self.history = read_history(records, earlier)
        self._templates = PageTemplates(list(theme.folders), theme.shown)
        self._planned = tuple(planned_pages(self._site, self._desk, self.history))
        self._entries = record_entries(self._planned)
        self._root = config.site_url or ""
        config.site_name = self._site.program.name
        config.site_description = self._site.program.tagline
        config.watch.append(str(records))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages made from records, and leave out what the site does not use."""
        keep_own_assets(files, config)
        content = _shown(Path(config.docs_dir), Path(config.config_file_path or "").parent)
        for file in files.documentation_pages():
            file.edit_uri = f"{content}/{file.src_uri}"
        self._links = Links(files)
        for planned in self._planned:
            refuse_collision(files, planned)
            add_page(planned, files, config, self._make_body, self._make_head)
        for made in plan_files(self.site, self._absolute, self.history):
            files.append(File.generated(config, made.address, content=made.content))
        with refusing():
            for address, text in news_feed_texts(self.site, self.desk, self._absolute):
                files.append(File.generated(config, address, content=text))
        for picture in self._pictures.all:
            files.append(File.generated(config, picture.address, content=picture.content))
        self._add_admin(files, config)
        for old, new in self.site.redirects.items():
            content = redirect_page(old, new)
            files.append(File.generated(config, f"{old}index.html", content=content))
        return files

    def on_nav(self, nav: Navigation, *, files: Files, **_: Any) -> Navigation:
        """Date every page by the day the site is seen from, so that builds repeat byte for byte."""
        for file in files.documentation_pages():
            if file.page is not None:
                file.page.update_date = self.site.today.isoformat()
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Put a written page into its template, if it names one, and index it for the search."""
        if isinstance(page, RecordPage):
            return html
        title = str(page.meta.get("title") or page.title or "")
        self._entries += prose_entries(page.url, title, html)
        page.meta["correction"] = correction_address(
            config.repo_url or "", "", page.canonical_url or ""
        )
        template = page.meta.pop("template", None)
        if template is None:
            return html
        page.meta["whole"] = True
        content = Markup(html)  # noqa: S704  # the committee's own pages, reviewed as such
        return self._render(str(template), page.file, {"content": content})

    def on_env(self, env: jinja2.Environment, **_: Any) -> jinja2.Environment:
        """Return an environment for the shell that is as closed and as strict as the pages'."""
        closed = closed_environment(loader=env.loader, autoescape=True, auto_reload=False)
        closed.filters["url"] = env.filters["url"]  # MkDocs' own
        return closed

    def on_page_context(self, context: TemplateContext, *, page: Page, **_: Any) -> TemplateContext:
        """Give the shell of every page what it shows of the program."""
        if page.content is not None:
            page.content = Markup(page.content)  # noqa: S704  # escaped by its own environment
        shell = Shell(
            title=_plain_title(page),
            section=page.meta.get("section", page.url.partition("/")[0]),
            link=self._linker(page.file),
            sharing=self._share(page),
        )
        context.update(shell.context(self.site, self.desk))  # type: ignore[typeddict-item]  # names of our own templates
        return context

    def on_template_context(self, context: TemplateContext, **_: Any) -> TemplateContext:
        """Give pages without a source, such as 404.html, what the shell needs.

        The list of pages is what the site map is made from.
        """
        links = self._links
        shell = Shell(
            title=self.site.program.name,
            link=links.from_base(str(context["base_url"])) if links else str,
        )
        context.update(shell.context(self.site, self.desk))  # type: ignore[typeddict-item]  # names of our own templates
        context["pages"] = [file for file in context["pages"] if is_listed(file)]
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the search index."""
        target = Path(config.site_dir) / "search" / "index.json"
        write_file(index_text(self._entries).encode(), str(target))

    def _add_admin(self, files: Files, config: MkDocsConfig) -> None:
        """Add the editing page, if the program record turns it on."""
        if self._theme is None:
            return
        with refusing():
            made = list(admin_texts(self.site.program, self._theme, self._shown_records))
        for address, text in made:
            files.append(File.generated(config, address, content=text))
        for address, file in admin_files(self.site.program, self._theme):
            files.append(File.generated(config, address, abs_src_path=str(file)))

    def _share(self, page: Page) -> Sharing | None:
        """Return what networks read of a page, where the site knows its own address."""
        if not page.canonical_url:
            return None
        picture = self._pictures.of(page.meta.get("address", ""))
        return share_page(
            page.canonical_url,
            self.site.program.language,
            picture,
            self._absolute(picture.address) if picture else "",
            published=page.meta.get("published"),
        )

    def _make_body(self, planned: Planned, file: File) -> str:
        return self._render(planned.template, file, planned.context)

    def _make_head(self, planned: Planned, file: File) -> str:
        return self._render(planned.head, file, planned.context) if planned.head else ""

    def _absolute(self, address: str) -> str:
        """Return the whole web address of an address within the site."""
        url = self._links.url(address) if self._links else address
        return f"{self._root.rstrip('/')}/{url.removeprefix('./')}"

    def _render(self, template: str, file: File, context: Any) -> str:
        shared = page_context(self.site, self.desk, self._absolute, self.history)
        whole = {**shared, **context}
        with refusing():
            return self.templates.render(template, self._linker(file), whole)

    def _linker(self, file: File) -> Any:
        links = self._links
        return links.from_page(file) if links else str


def _shown(folder: Path, root: Path) -> str:
    """Return a folder as people name it: from the project's own folder on, if it lies there."""
    return (folder.relative_to(root) if folder.is_relative_to(root) else folder).as_posix()


def _plain_title(page: Page) -> str:
    """Return a page's title as text; that of a written page is HTML."""
    title = str(page.title or "")
    return title if isinstance(page, RecordPage) else Markup(title).striptags()  # noqa: S704  # only to be made text


def _theme(config: MkDocsConfig, root: Path) -> Theme:
    folders = tuple(Path(folder) for folder in config.theme.dirs)
    return Theme(folders, _shown(folders[0], root))


def _today(catalog: Catalog) -> date:
    try:
        return today_for(catalog)
    except NoDayError as fault:
        raise PluginError(str(fault)) from None
