"""The search page, and the script that holds the notes it searches."""

import zlib
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from journal.markup.rendered_text import text_of_html
from journal.notes.kinds import FOLDERS, keys_saying
from journal.notes.records import AnyNote
from journal.site.parts.attachments import SecretNames
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.site_data import SiteData
from journal.vocabulary.key_types import Says

#: Compression level: half the time of the default, for a file a fifth larger.
_LEVEL = 4
#: Folder -> the key that has the people of its notes.
_PEOPLE = keys_saying(Says.WHOM)
#: Folder -> the attributes that are searched, besides title and text.
_SEARCHED = {
    folder: tuple(key.attribute for key in kind.keys.values() if key.searched)
    for folder, kind in FOLDERS.items()
}
#: Default values, which nobody searches for.
_UNSAID = ("note", "other")


class SearchPage(msgspec.Struct, frozen=True):
    """The content of `search.html`; `root` leads to the home page's folder."""

    title: str
    data: str
    root: str
    instead: tuple[Link, ...]


def view(page: PageContext) -> SearchPage:
    """Return what the search page needs."""
    return SearchPage(
        title="Search",
        data=page.file_href(search_path(page.data.options.root)),
        root=page.shared.root,
        instead=(
            Link("people", page.href("people/")),
            Link("months", page.href("months/")),
            Link("tags", page.href("tags/")),
        ),
    )


class SearchEntry(msgspec.Struct, frozen=True, array_like=True):
    """A note as `static/finder.js` reads it; `href` is seen from the root of the site."""

    kind: str
    href: str
    date: str
    people: tuple[str, ...]
    title: str
    keywords: str
    text: str


def search_path(root: Path) -> str:
    """Return the path of the script, which only the search page knows."""
    return f"static/search-{SecretNames(root).of('search')}.js"


def search_data(page: PageContext) -> bytes:
    """Return the script that holds all notes, the latest first; the page is one at the root.

    It is JSON, deflated and in base64: a third of its size, and nothing in it can end a script.
    """
    notes = [_search_entry(page, note) for note in _latest_first(page)]
    packed = b64encode(zlib.compress(msgspec.json.encode(notes), _LEVEL))
    return b'window.journalSearch = "' + packed + b'";\n'


def _latest_first(page: PageContext) -> list[AnyNote]:
    notes = page.journal.notes.values()
    return sorted(notes, key=lambda note: (_day(note), note.id), reverse=True)


def _day(note: AnyNote) -> str:
    day = getattr(note, "start", None) if note.folder == "trips" else note.date
    return day.isoformat() if day else ""


def _search_entry(page: PageContext, note: AnyNote) -> SearchEntry:
    return SearchEntry(
        kind=FOLDERS[note.folder].record_name.capitalize(),
        href=page.note_href(note.id),
        date=_day(note),
        people=_people(page, note, _PEOPLE.get(note.folder, "")),
        title=note.title,
        keywords=" ".join(_keywords(note)),
        text=_text(page, note),
    )


def _people(page: PageContext, note: AnyNote, key: str) -> tuple[str, ...]:
    notes = page.journal.notes
    return tuple([notes[one].title for one in page.journal.refs(note, key) if one in notes])


def _text(page: PageContext, note: AnyNote) -> str:
    return text_of_html(page.data.bodies(note.id))


def _keywords(note: AnyNote) -> Iterator[str]:
    for attribute in _SEARCHED[note.folder]:
        value = getattr(note, attribute)
        if value and value not in _UNSAID:
            yield from (value,) if isinstance(value, str) else value


#: Makes a file of the site; links in it are written as on the home page.
Generator = Callable[[PageContext], bytes]


def generators(data: SiteData) -> Mapping[str, Generator]:
    """Return the makers of generated files, by path."""
    return {search_path(data.options.root): search_data}
