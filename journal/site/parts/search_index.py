"""What the search page looks through: every note that may be shown, in a script of its own."""

import zlib
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import msgspec

from journal.markup.rendered_text import text_of_html
from journal.notes.note import Note
from journal.notes.records import AnyNote
from journal.site.parts.attachments import SecretNames
from journal.site.parts.page_context import PageContext
from journal.site.parts.site_data import SiteData

#: Half the time of the usual level, for files a fifth larger.
_LEVEL = 4
#: Folder of notes -> what one of them is called, and the key that has its people.
_KINDS = {
    "mentors": ("Person", ""),
    "proteges": ("Person", ""),
    "people": ("Person", ""),
    "touchpoints": ("Touchpoint", "people"),
    "news": ("News", "about"),
    "opportunities": ("Opportunity", "for"),
    "trips": ("Trip", "who"),
    "goals": ("Goal", "people"),
    "lessons": ("Lesson", "from"),
}
#: Keys in which something is said in words of one's own.
_BESIDE = (
    "aliases", "tags", "org", "job_title", "current_work", "why", "met", "address_as", "fields",
    "interests", "their_goals", "languages", "email", "city", "country", "other_cities",
    "channel", "kind", "question", "holiday", "place", "gave", "got", "event", "result", "purpose",
)  # fmt: skip
#: Values that are there where nothing was written.
_UNSAID = ("note", "other")


class Searched(msgspec.Struct, frozen=True, array_like=True):
    """A note as `static/finder.js` reads it; `href` is seen from the root of the site."""

    kind: str
    href: str
    date: str
    people: tuple[str, ...]
    title: str
    beside: str
    text: str


def search_path(root: Path) -> str:
    """Return where on the site it lies: known to the search page, and to no other page."""
    return f"static/search-{SecretNames(root).of('search')}.js"


def search_data(page: PageContext) -> bytes:
    """Return the script that holds all notes, the latest first; the page is one at the root.

    It is JSON, deflated and in base64: a third of its size, and nothing in it can end a script.
    """
    notes = [_searched(page, note) for note in _latest_first(page)]
    packed = b64encode(zlib.compress(msgspec.json.encode(notes), _LEVEL))
    return b'window.journalSearch = "' + packed + b'";\n'


def _latest_first(page: PageContext) -> list[AnyNote]:
    notes = page.journal.notes.values()
    return sorted(notes, key=lambda note: (_day(note), note.id), reverse=True)


def _day(note: AnyNote) -> str:
    day = getattr(note, "start", None) if note.folder == "trips" else note.date
    return day.isoformat() if day else ""


def _searched(page: PageContext, note: AnyNote) -> Searched:
    kind, key = _KINDS[note.folder]
    return Searched(
        kind=kind,
        href=page.note_href(note.id),
        date=_day(note),
        people=_people(page, note, key) if key else (),
        title=note.title,
        beside=" ".join(_beside(note)),
        text=_text(page, note),
    )


def _people(page: PageContext, note: AnyNote, key: str) -> tuple[str, ...]:
    notes = page.journal.notes
    return tuple([notes[one].title for one in page.journal.refs(note, key) if one in notes])


def _text(page: PageContext, note: AnyNote) -> str:
    return text_of_html(page.data.bodies(note.id))


@cache
def _keys(record: type[Note]) -> tuple[str, ...]:
    return tuple(key for key in _BESIDE if key in record.__struct_fields__)


def _beside(note: AnyNote) -> Iterator[str]:
    for key in _keys(type(note)):
        value = getattr(note, key)
        if value and value not in _UNSAID:
            yield from (value,) if isinstance(value, str) else value


#: Makes a file; its links are those of a page at the site's root.
Generator = Callable[[PageContext], bytes]


def generators(data: SiteData) -> Mapping[str, Generator]:
    """Return what makes each file, by its path on the site."""
    return {search_path(data.options.root): search_data}
