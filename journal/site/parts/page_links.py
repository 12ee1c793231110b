"""Addresses as a page writes them: relative, with `index.html`, so that no server is needed."""

import re
from collections.abc import Collection
from copy import copy
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from journal.library.journal import ME
from journal.notes.records import AnyNote
from journal.site.parts.context import Sources
from journal.site.templates import Templates

_OUTSIDE = re.compile(r"(?:https?://|mailto:|tel:)[^\s]", re.IGNORECASE)


class Named(NamedTuple):
    """A name, and where it leads; `href` is empty where there is no page."""

    text: str
    href: str = ""


class Links:
    """The links of all pages that lie equally deep; `root` leads to the home page's folder."""

    def __init__(self, sources: Sources, root: str, templates: Templates) -> None:
        self.sources = sources
        self.root = root
        self.templates = templates
        self._pages: dict[str, str] = {}
        self._notes: dict[str, str] = {}
        self._named: dict[str, Named] = {}
        self._tags: dict[str, Named] = {}
        self._people: dict[tuple[str, ...], Markup] = {}
        self._chips: dict[tuple[str, ...], Markup] = {}
        self._editor = _editor_root(sources)
        #: touchpoint id -> its entry, the same on every page that lies equally deep
        self.entries: dict[str, Markup] = {}

    def renewed(self, sources: Sources, touched: Collection[str]) -> "Links":
        """Return the links of a later journal in which no more than `touched` entries differ."""
        other = copy(self)
        kept = {i: made for i, made in self.entries.items() if i not in touched}
        vars(other).update(sources=sources, entries=kept)
        return other

    def page(self, page: str, fragment: str = "") -> str:
        """Return the address of a page of the site."""
        found = self._pages.get(page)
        if found is None:
            found = self._pages[page] = f"{self.root}{quote(page)}index.html"
        return f"{found}#{quote(fragment)}" if fragment else found

    def file(self, path: str) -> str:
        """Return the address of a file that lies on the site as it is."""
        return f"{self.root}{quote(path)}"

    def note(self, note_id: str, fragment: str = "") -> str:
        """Return the address of a note, or an empty text for one that is not on the site."""
        if fragment:
            return f"{self.note(note_id).partition('#')[0]}#{quote(fragment)}"
        found = self._notes.get(note_id)
        if found is None:
            found = self._notes[note_id] = self._note(note_id)
        return found

    def _note(self, note_id: str) -> str:
        address = self.sources.addresses.get(note_id)
        return self.page(*address) if address else ""

    def named(self, note_id: str) -> Named:
        """Return a note's title and address; `me` is the journal's keeper."""
        found = self._named.get(note_id)
        if found is None:
            found = self._named[note_id] = self._name(note_id)
        return found

    def _name(self, note_id: str) -> Named:
        if note_id == ME:
            return Named(self.sources.my_name)
        return Named(self.sources.journal.notes[note_id].title, self.note(note_id))

    def all_named(self, note_ids: tuple[str, ...]) -> tuple[Named, ...]:
        """Return titles and addresses of those notes that may be named."""
        return tuple([self.named(note_id) for note_id in note_ids])

    def people(self, note_ids: tuple[str, ...]) -> Markup:
        """Return the names of people, with their links, as HTML: made once for all entries."""
        found = self._people.get(note_ids)
        if found is None:
            names = tuple(self.named(note_id) for note_id in note_ids)
            found = self.templates.macro("_macros/text.html", "people", names)
            self._people[note_ids] = found
        return found

    def chips(self, tags: tuple[str, ...]) -> Markup:
        """Return tags, with their links, as HTML: made once for all entries."""
        found = self._chips.get(tags)
        if found is None:
            names = tuple(map(self.tag, tags))
            found = self._chips[tags] = self.templates.macro("_macros/text.html", "chips", names)
        return found

    def tag(self, tag: str) -> Named:
        """Return a tag and where its notes are listed."""
        found = self._tags.get(tag)
        if found is None:
            address = self.sources.tag_pages[tag.casefold()]
            found = self._tags[tag] = Named(tag, self.page(address))
        return found

    def editor(self, note: AnyNote, line: int = 0) -> str:
        """Return the address that opens a note in the editor, or an empty text."""
        if not self._editor:
            return ""
        return self.editor_at(note.path, line or note.body_line)

    def editor_at(self, path: str, line: int) -> str:
        """Return the address that opens `path` (relative to the root) in the editor, or nothing."""
        return self._editor.replace("{path}", quote(path)).replace("{line}", str(line))


def _editor_root(sources: Sources) -> str:
    """Return the editor's address with the journal's root filled in, or nothing."""
    url = sources.journal.settings.editor_url
    if not url:
        return ""
    root = quote(sources.options.root.absolute().as_posix())
    url = url.replace("/{path}", "{path}") if root.startswith("/") else url
    return url.replace("{path}", f"{root}/{{path}}")


def outside(address: str) -> str:
    """Return an address outside if it is one that may be followed, else an empty text."""
    return address if _OUTSIDE.match(address) else ""
