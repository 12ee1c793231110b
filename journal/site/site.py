"""The site: a function from an address to a page; and all its files at once."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType

from markupsafe import Markup

from journal.findings import Finding
from journal.library.opening import Opened
from journal.library.redaction import redact_journal
from journal.notes.records import Touchpoint
from journal.parallel import Work, spread
from journal.site.layout import layout
from journal.site.own_templates import STATIC
from journal.site.pages.registry import PAGES, Page
from journal.site.parts.all_findings import Findings, findings_of
from journal.site.parts.attachments import is_as_text
from journal.site.parts.body_links import attached_files
from journal.site.parts.page_context import PageContext, SharedParts
from journal.site.parts.page_faults import bare_page, fault_page
from journal.site.parts.search_index import Generator, generators
from journal.site.parts.site_data import Options, SiteData
from journal.site.parts.touchpoint_entries import faulty_entry, made_entry
from journal.site.reuse import changed_entries
from journal.site.templates import Templates, as_fault, templates_of

CHECK = "check/"
#: So many pages, and so many entries, take longer than copying the process for a share of them.
_WORTH_PAGES, _WORTH_ENTRIES = 60, 500
#: A file of the site: its path as in `people/amara-okoye/index.html`, and its bytes or source.
File = tuple[str, bytes | Path]
#: Makes one file.
Maker = Callable[[], bytes]
_NONE: Mapping[str, Maker] = MappingProxyType({})


def site_of(
    opened: Opened,
    options: Options,
    findings: Findings | None = None,
    templates: Templates | None = None,
) -> "Site":
    """Return the site of a journal; what may not be shown of it is not in there."""
    shown = redact_journal(opened.journal, private=options.private, drafts=options.drafts)
    data = SiteData(opened, shown, options, findings or findings_of(opened))
    return Site(data, templates or templates_of(options.root))


class Site:
    """All pages of a journal as of its day; each is made when it is asked for."""

    def __init__(
        self,
        data: SiteData,
        templates: Templates,
        pages: Mapping[str, Page] | None = None,
        shared: Mapping[str, SharedParts] = MappingProxyType({}),
    ) -> None:
        """`pages` and `shared` are those of an earlier site that surely are the same."""
        self.data, self.templates = data, templates
        #: what each page is, by its address
        self._pages = pages or {at: page for page in PAGES for at in page.addresses(data)}
        #: what pages that lie equally deep share, by how the home page is written there
        self._shared = dict(shared)

    def __contains__(self, address: str) -> bool:
        return address in self._pages

    def addresses(self) -> tuple[str, ...]:
        """Return the addresses of all pages, home (an empty text) first."""
        return tuple(self._pages)

    def page(self, address: str) -> bytes:
        """Return the page at an address as UTF-8 HTML, or one that says why it is not there.

        Raises KeyError for an address that is not among `addresses`, and TemplateFault for a
        template of the journal's own.
        """
        if address not in self._pages:
            raise KeyError(address)
        try:
            made = self._made(address)
        except Exception as error:  # whatever it is, it costs this page alone
            return self._page_instead(address, error)
        self.data.faults.clear(_file(address))
        return made

    def _made(self, address: str) -> bytes:
        page, context = self._pages[address], self.context(address)
        return self.render(page.template, page.view(context), context)

    def context(self, address: str) -> PageContext:
        """Return what the page at an address is made with."""
        root = "../" * address.count("/")
        if root not in self._shared:
            self._shared[root] = SharedParts(root)
        return PageContext(address, self.data, self.templates, self._shared[root])

    def render(self, template: str, content: object, context: PageContext) -> bytes:
        """Return what a template makes of a page's content, in its layout. Raises TemplateFault."""
        return self.templates.render(template, page=content, layout=layout(context)).encode()

    def _page_instead(self, address: str, error: Exception) -> bytes:
        """Return the page by the shipped templates, or one that says that it could not be made.

        Raises TemplateFault where the shipped ones can make it.
        """
        faults = self.data.faults
        if not self.templates.has_own:
            return self._apology(address, faults.add(_file(address), error, self.data.journal))
        before = faults.count
        html = self.with_templates(Templates(self.data.options.root)).page(address)
        if faults.count == before:
            raise as_fault(error) from error
        return html

    def _apology(self, address: str, fault: Finding) -> bytes:
        try:
            return self.render("fault.html", fault_page(fault), self.context(address))
        except Exception:  # what every page has is at fault
            return bare_page(fault.message)

    def with_templates(self, templates: Templates) -> "Site":
        """Return this site as other templates make it."""
        return Site(self.data, templates, self._pages)

    def after_edit(self, opened: Opened, findings: Findings) -> "Site":
        """Return the site of the journal after an edit; what surely is the same is kept."""
        old, options = self.data, self.data.options
        shown = old.redacted.updated(opened.journal, private=options.private, drafts=options.drafts)
        changed = changed_entries(old.journal, shown.journal)
        if changed is None:
            return Site(SiteData(opened, shown, options, findings), self.templates)
        data = SiteData(opened, shown, options, findings, old.site_addresses)
        shared = {root: parts.without_entries(changed) for root, parts in self._shared.items()}
        return Site(data, self.templates, self._pages, shared)

    def file(self, path: str) -> bytes | Path | None:
        """Return the generated file, static file or attachment at a path of the site, or None."""
        if generate := self._generators.get(path):
            return generate(self.context(""))
        if path.startswith(f"{STATIC}/"):
            return self.templates.static.get(path)
        return self._attached.get(path)

    def shown_as_text(self) -> list[str]:
        """Return the attachments (relative to content/) that are text on the site, not to run."""
        content = self.data.options.root / "content"
        found = (path for address, path in self._attached.items() if is_as_text(address, path.name))
        return sorted(path.relative_to(content).as_posix() for path in found)

    def files(self, more: Mapping[str, Maker] = _NONE) -> Iterator[File]:
        """Yield every file of the site, and those that `more` makes, by their path.

        All are made by all processors at once, the list of faults after them; a file that cannot
        be made is a fault, too, and not there. Raises TemplateFault.
        """
        with suppress(Exception):  # once, before there are copies; what fails, fails in its pages
            _ = self.data.advice, self.data.errors
        self._write_entries()
        pages = {_file(address): address for address in self.addresses()}
        makers = dict((*more.items(), *self._generated(), *self._page_makers()))
        del makers[_file(CHECK)]

        def instead(path: str, error: Exception) -> bytes:
            if path in pages:
                return self._page_instead(pages[path], error)
            self.data.faults.add(path, error, self.data.journal)
            return b""

        work = Work(lambda path: makers[path](), instead, _WORTH_PAGES)
        yield from (file for file in spread(work, tuple(makers)) if file[1])
        yield _file(CHECK), self.page(CHECK)
        yield from sorted(self.templates.static.items())
        yield from sorted(self._attached.items())

    def _page_makers(self) -> Iterator[tuple[str, Maker]]:
        for address in self._pages:
            yield _file(address), partial(self._made, address)

    def _generated(self) -> Iterator[tuple[str, Maker]]:
        for path, generate in self._generators.items():
            yield path, partial(generate, self.context(""))

    def _write_entries(self) -> None:
        """Make the entries that pages of months and of people share, before these are spread."""
        page, notes = self.context("people/x/"), self.data.journal.touchpoints

        def make(note: Touchpoint) -> bytes:
            return made_entry(page, note).encode()

        def instead(note: Touchpoint, error: Exception) -> bytes:
            if self.templates.has_own:  # its pages find out whose fault it is
                return b""
            return faulty_entry(page, note, error).encode()

        for note, html in spread(Work(make, instead, _WORTH_ENTRIES), notes):
            if html:
                page.shared.entries[note.id] = Markup(html.decode())  # noqa: S704 - out of a template

    @cached_property
    def _generators(self) -> Mapping[str, Generator]:
        return generators(self.data)

    @cached_property
    def _attached(self) -> dict[str, Path]:
        content = self.data.options.root / "content"
        return {address: content / path for address, path in attached_files(self.data)}


def _file(address: str) -> str:
    return f"{address}index.html"
