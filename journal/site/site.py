"""The site: a function from an address to a page."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from journal.findings import Finding
from journal.library.journal import Journal
from journal.library.opening import Opened
from journal.library.redaction import redact_journal
from journal.notes.records import AnyNote, Person
from journal.site.layout import layout
from journal.site.own_templates import STATIC
from journal.site.pages.registry import PAGES, Page
from journal.site.pages.search import Generator, generators
from journal.site.parts.all_findings import Findings, findings_of
from journal.site.parts.attachments import is_as_text
from journal.site.parts.body_links import attached_files
from journal.site.parts.page_context import PageContext, SharedParts
from journal.site.parts.page_faults import bare_page, fault_page
from journal.site.parts.site_data import SiteData, SiteOptions
from journal.site.templates import Templates, as_fault, templates_of


def site_of(
    opened: Opened,
    options: SiteOptions,
    findings: Findings | None = None,
    templates: Templates | None = None,
) -> "Site":
    """Return the site of a journal, without anything that may not be shown."""
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
        """`pages` and `shared` are those of an earlier site that are certainly unchanged."""
        self.data, self.templates = data, templates
        #: what each page is, by its address
        self._pages = pages or {at: page for page in PAGES for at in page.addresses(data)}
        #: what pages at the same depth share, by the relative link to the home page's folder
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
            made = self.make(address)
        except Exception as error:  # whatever it is, only this page is lost
            return self.fallback_page(address, error)
        self.data.faults.clear(page_file(address))
        return made

    def make(self, address: str) -> bytes:
        """Return the page at an address as UTF-8 HTML; raises whatever is wrong in making it."""
        page, context = self._pages[address], self.context(address)
        return self.render(page.template, page.view(context), context)

    def context(self, address: str) -> PageContext:
        """Return the context in which the page at an address is made."""
        root = "../" * address.count("/")
        if root not in self._shared:
            self._shared[root] = SharedParts(root)
        return PageContext(address, self.data, self.templates, self._shared[root])

    def render(self, template: str, content: object, context: PageContext) -> bytes:
        """Return what a template makes of a page's content, in its layout. Raises TemplateFault."""
        return self.templates.render(template, page=content, layout=layout(context)).encode()

    def fallback_page(self, address: str, error: Exception) -> bytes:
        """Return the page by the shipped templates, or one that says that it could not be made.

        Raises TemplateFault where the shipped ones can make it.
        """
        faults = self.data.faults
        if not self.templates.has_own:
            return self._fault_page(
                address, faults.add(page_file(address), error, self.data.journal)
            )
        before = faults.count
        html = self.with_templates(Templates(self.data.options.root)).page(address)
        if faults.count == before:
            raise as_fault(error) from error
        return html

    def _fault_page(self, address: str, fault: Finding) -> bytes:
        try:
            return self.render("fault.html", fault_page(fault), self.context(address))
        except Exception:  # the layout itself is at fault
            return bare_page(fault.message)

    def with_templates(self, templates: Templates) -> "Site":
        """Return this site as other templates make it."""
        return Site(self.data, templates, self._pages)

    def after_edit(self, opened: Opened, findings: Findings) -> "Site":
        """Return the site after an edit of the journal, keeping what is certainly unchanged."""
        old, options = self.data, self.data.options
        shown = old.redacted.updated(opened.journal, private=options.private, drafts=options.drafts)
        changed = _changed_entries(old.journal, shown.journal)
        if changed is None:
            return Site(SiteData(opened, shown, options, findings), self.templates)
        data = SiteData(opened, shown, options, findings, old.site_addresses)
        shared = {root: parts.without_entries(changed) for root, parts in self._shared.items()}
        return Site(data, self.templates, self._pages, shared)

    def file(self, path: str) -> bytes | Path | None:
        """Return the generated file, static file or attachment at a path, or None."""
        if generate := self.generators.get(path):
            return generate(self.context(""))
        if path.startswith(f"{STATIC}/"):
            return self.templates.static.get(path)
        return self.attachments.get(path)

    def shown_as_text(self) -> list[str]:
        """Return the attachments, below the notes' folder, that the site serves as plain text."""
        content = self._notes_folder
        found = (
            path for address, path in self.attachments.items() if is_as_text(address, path.name)
        )
        return sorted(path.relative_to(content).as_posix() for path in found)

    @property
    def _notes_folder(self) -> Path:
        return self.data.journal.settings.layout.top(self.data.options.root)

    @cached_property
    def generators(self) -> Mapping[str, Generator]:
        """The makers of generated files that are not pages, by path."""
        return generators(self.data)

    @cached_property
    def attachments(self) -> dict[str, Path]:
        """The attachments that notes show or link to, by their path on the site."""
        content = self._notes_folder
        return {address: content / path for address, path in attached_files(self.data)}


def page_file(address: str) -> str:
    """Return the path of a page's file, from its address."""
    return f"{address}index.html"


def _changed_entries(old: Journal, new: Journal) -> frozenset[str] | None:
    """Return the ids of the notes whose entries an edit may have changed.

    Where it is no more than those, every address, every title and the list of pages are the same,
    too. None, where it may be more: where notes lie, what they are called, what links mean, or the
    day.
    """
    if _surroundings(old) != _surroundings(new):
        return None
    if old.all_notes.keys() != new.all_notes.keys() or old.notes.keys() != new.notes.keys():
        return None
    edited = [i for i, note in new.notes.items() if old.notes[i] is not note]
    if any(_address_and_name(old.notes[i]) != _address_and_name(new.notes[i]) for i in edited):
        return None
    found = {*edited}
    for note_id in edited:
        found |= old.links[note_id].targets() | new.links[note_id].targets()
    return frozenset(found)


def _surroundings(journal: Journal) -> tuple[object, ...]:
    """Return what every page depends on besides the notes."""
    return journal.today, journal.settings, journal.attachments, journal.left_out


def _address_and_name(note: AnyNote) -> tuple[object, ...]:
    """Return the parts of a note that decide its address, its name, and which pages exist."""
    died = note.died if isinstance(note, Person) else None  # who died has fewer pages
    return note.title, note.names, note.date, note.tags, note.private, note.draft, died
