"""All files of a site, made on every processor at once."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import MappingProxyType

from markupsafe import Markup

from journal.notes.records import Touchpoint
from journal.parallel import Work, spread
from journal.site.parts.touchpoint_entries import faulty_entry, made_entry
from journal.site.site import Site, page_file

#: The page that lists faults: made last, when all faults are known.
_CHECK = "check/"
#: With fewer pages, or entries, copying the process costs more than it saves.
_WORTH_PAGES, _WORTH_ENTRIES = 60, 500
#: A file of the site: its path as in `people/amara-okoye/index.html`, and its bytes or source.
File = tuple[str, bytes | Path]
#: Makes one file.
Maker = Callable[[], bytes]
_NONE: Mapping[str, Maker] = MappingProxyType({})


def all_files(site: Site, more: Mapping[str, Maker] = _NONE) -> Iterator[File]:
    """Yield every file of the site, and those that `more` makes, by their path.

    A file that cannot be made is a fault, and not there; the list of faults is made after all
    others. Raises TemplateFault.
    """
    with suppress(Exception):  # once, before the process is copied; a failure shows up in the pages
        _ = site.data.advice, site.data.errors
    _make_entries(site)
    pages = {page_file(address): address for address in site.addresses() if address != _CHECK}
    makers = {**more, **_generated(site), **_pages(site, pages)}

    def instead(path: str, error: Exception) -> bytes:
        if path in pages:
            return site.fallback_page(pages[path], error)
        site.data.faults.add(path, error, site.data.journal)
        return b""

    work = Work(lambda path: makers[path](), instead, _WORTH_PAGES)
    yield from (file for file in spread(work, tuple(makers)) if file[1])
    yield page_file(_CHECK), site.page(_CHECK)
    yield from sorted(site.templates.static.items())
    yield from sorted(site.attachments.items())


def _pages(site: Site, pages: Mapping[str, str]) -> dict[str, Maker]:
    return {path: partial(site.make, address) for path, address in pages.items()}


def _generated(site: Site) -> dict[str, Maker]:
    root = site.context("")
    return {path: partial(generate, root) for path, generate in site.generators.items()}


def _make_entries(site: Site) -> None:
    """Make the entries that pages of months and people share, before those pages are made."""
    page, notes = site.context("people/x/"), site.data.journal.touchpoints

    def make(note: Touchpoint) -> bytes:
        return made_entry(page, note).encode()

    def instead(note: Touchpoint, error: Exception) -> bytes:
        if site.templates.has_own:  # each page finds out which template is at fault
            return b""
        return faulty_entry(page, note, error).encode()

    for note, html in spread(Work(make, instead, _WORTH_ENTRIES), notes):
        if html:
            page.shared.entries[note.id] = Markup(html.decode())  # noqa: S704 - out of a template
