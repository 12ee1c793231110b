"""The site itself: addresses, pages, files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from copy import copy
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType

from markupsafe import Markup

from journal.findings import Finding
from journal.library.journal import Journal
from journal.library.opening import Opened
from journal.library.redaction import shown_journal
from journal.notes.records import AnyNote, Person, Touchpoint
from journal.site.layout import frame
from journal.site.own_templates import STATIC
from journal.site.pages.registry import PAGES, Page
from journal.site.parallel import parts_of, spread
from journal.site.parts.all_findings import Findings, findings_of
from journal.site.parts.attachments import is_as_text
from journal.site.parts.body_links import attached
from journal.site.parts.context import Options, Sources
from journal.site.parts.page_faults import bare_page, fault_page
from journal.site.parts.page_links import Links
from journal.site.parts.search_index import Generator, generators
from journal.site.parts.touchpoint_entries import faulty_entry, made_entry
from journal.site.templates import Templates, as_fault, templates_of


def touched(old: Journal, new: Journal) -> frozenset[str] | None:
    """Return the ids of the notes whose entries an edit may have changed.

    None, where more than entries may have: where notes stand, what they are called, what links
    mean, or the day.
    """
    same = (old.today, old.settings, old.attachments, old.left_out)
    if same != (new.today, new.settings, new.attachments, new.left_out):
        return None
    if old.read.keys() != new.read.keys() or old.notes.keys() != new.notes.keys():
        return None
    edited = [i for i, note in new.notes.items() if old.notes[i] is not note]
    if any(_standing(old.notes[i]) != _standing(new.notes[i]) for i in edited):
        return None
    found = {*edited}
    for note_id in edited:
        found |= old.linked[note_id].targets() | new.linked[note_id].targets()
    return frozenset(found)


def _standing(note: AnyNote) -> tuple[object, ...]:
    """Return what of a note decides where it stands and what it is called."""
    died = note.died if isinstance(note, Person) else None  # who died has fewer pages
    return note.title, note.names, note.date, note.tags, note.private, note.draft, died


CHECK = "check/"
#: So many pages, and so many entries, take longer than copying the process for a share of them.
_WORTH_PAGES, _WORTH_ENTRIES = 60, 500
#: A file of the site: its path as in `people/amara-okoye/index.html`, and its bytes or source.
File = tuple[str, bytes | Path]
#: Makes one file.
Maker = Callable[[], bytes]
#: The context of a template, of the page at an address.
View = Callable[[Sources, Links, str], object]
_NONE: Mapping[str, Maker] = MappingProxyType({})


def site_of(opened: Opened, options: Options, findings: Findings | None = None) -> "Site":
    """Return the site of a journal; what may not be shown of it is not in there."""
    shown = shown_journal(opened.journal, private=options.private, drafts=options.drafts)
    return Site(Sources(opened, shown, options, findings or findings_of(opened)))


class Site:
    """All pages of a journal as of its day; each is made when it is asked for."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self._links: dict[str, Links] = {}

    @cached_property
    def templates(self) -> Templates:
        """The templates, the journal's own first."""
        return templates_of(self.sources.options.root)

    @cached_property
    def _pages(self) -> dict[str, Page]:
        return {address: page for page in PAGES for address in page.addresses(self.sources)}

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
        page = self._pages[address]
        try:
            made = self.made(page.template, page.view, address)
        except Exception as error:  # whatever it is, it costs this page alone
            return self._page_instead(address, error)
        self.sources.faults.clear(_file(address))
        return made

    def _page_instead(self, address: str, error: Exception) -> bytes:
        """Return the page by the shipped templates, or one that says that it could not be made.

        Raises TemplateFault where the shipped ones can make it.
        """
        faults = self.sources.faults
        if not self.templates.has_own:
            fault = faults.add(_file(address), error, self.sources.journal)
            return self._apology(address, fault)
        before = faults.count
        html = self.with_templates(Templates(self.sources.options.root)).page(address)
        if faults.count == before:
            raise as_fault(error) from error
        return html

    def _apology(self, address: str, fault: Finding) -> bytes:
        try:
            return self.made("fault.html", lambda *_: fault_page(fault), address)
        except Exception:  # what every page has is at fault
            return bare_page(fault.message)

    def made(self, template: str, view: View, address: str) -> bytes:
        """Return what a template makes of a view at an address. Raises TemplateFault."""
        links = self._links_at(address)
        context = view(self.sources, links, address)
        around = frame(self.sources, links, address)
        return self.templates.render(template, page=context, frame=around).encode()

    def with_templates(self, templates: Templates) -> "Site":
        """Return this site as other templates make it."""
        other = copy(self)
        vars(other).update(templates=templates, _links={})
        return other

    def renewed(self, opened: Opened, findings: Findings) -> "Site":
        """Return the site of a later journal; what surely is the same is taken over."""
        sources, options = self.sources, self.sources.options
        shown = sources.redacted.renewed(
            opened.journal, private=options.private, drafts=options.drafts
        )
        new = Site(Sources(opened, shown, options, findings))
        vars(new)["templates"] = self.templates
        again = touched(sources.journal, new.sources.journal)
        if again is not None:
            _take_over(vars(sources), vars(new.sources), ("addressed", "tag_at", "tag_pages"))
            _take_over(vars(self), vars(new), ("_pages",))
            links = self._links.items()
            vars(new)["_links"] = {at: one.renewed(new.sources, again) for at, one in links}
        return new

    def _links_at(self, address: str) -> Links:
        root = "../" * address.count("/")
        if root not in self._links:
            self._links[root] = Links(self.sources, root, self.templates)
        return self._links[root]

    def file(self, path: str) -> bytes | Path | None:
        """Return the generated file, static file or attachment at a path of the site, or None."""
        if generate := self._generators.get(path):
            return generate(self.sources, self._links_at(""))
        if path.startswith(f"{STATIC}/"):
            return self.templates.static.get(path)
        return self._attached.get(path)

    def shown_as_text(self) -> list[str]:
        """Return the attachments (relative to content/) that are text on the site, not to run."""
        content = self.sources.options.root / "content"
        found = (path for address, path in self._attached.items() if is_as_text(address, path.name))
        return sorted(path.relative_to(content).as_posix() for path in found)

    def files(self, more: Mapping[str, Maker] = _NONE) -> Iterator[File]:
        """Yield every file of the site, and those that `more` makes, by their path.

        All are made by all processors at once, the list of faults after them; a file that cannot
        be made is a fault, too, and not there. Raises TemplateFault.
        """
        with suppress(Exception):  # once, before there are copies; what fails, fails in its pages
            _ = self.sources.advice, self.sources.errors
        self._write_entries()
        pages = {_file(address): address for address in self.addresses()}
        makers = dict((*more.items(), *self._generated(), *self._made()))
        del makers[_file(CHECK)]
        parts = parts_of(len(makers), _WORTH_PAGES)

        def instead(path: str, error: Exception) -> bytes:
            if path in pages:
                return self._page_instead(pages[path], error)
            self.sources.faults.add(path, error, self.sources.journal)
            return b""

        made = spread(lambda path: makers[path](), tuple(makers), parts, instead)
        yield from (file for file in made if file[1])
        yield _file(CHECK), self.page(CHECK)
        yield from sorted(self.templates.static.items())
        yield from sorted(self._attached.items())

    def _made(self) -> Iterator[tuple[str, Maker]]:
        for address, page in self._pages.items():
            yield _file(address), partial(self.made, page.template, page.view, address)

    def _generated(self) -> Iterator[tuple[str, Maker]]:
        for path, generate in self._generators.items():
            yield path, partial(generate, self.sources, self._links_at(""))

    def _write_entries(self) -> None:
        """Make the entries that pages of months and of people share, before these are spread."""
        links, notes = self._links_at("people/x/"), self.sources.journal.touchpoints

        def work(note: Touchpoint) -> bytes:
            return made_entry(self.sources, links, note).encode()

        def instead(note: Touchpoint, error: Exception) -> bytes:
            if self.templates.has_own:  # its pages find out whose fault it is
                return b""
            return faulty_entry(self.sources, links, note, error).encode()

        for note, html in spread(work, notes, parts_of(len(notes), _WORTH_ENTRIES), instead):
            if html:
                links.entries[note.id] = Markup(html.decode())  # noqa: S704 - out of a template

    @cached_property
    def _generators(self) -> Mapping[str, Generator]:
        return generators(self.sources)

    @cached_property
    def _attached(self) -> dict[str, Path]:
        content = self.sources.options.root / "content"
        return {address: content / path for address, path in attached(self.sources)}


def _file(address: str) -> str:
    return f"{address}index.html"


def _take_over(before: dict[str, object], now: dict[str, object], names: Iterable[str]) -> None:
    now.update((name, before[name]) for name in names if name in before)
