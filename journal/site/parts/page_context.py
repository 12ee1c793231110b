"""What a view is given: the site's data, and links as they are written on the page.

Links are relative, and end in `index.html`, so that no server is needed.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from urllib.parse import quote, urlencode

from markupsafe import Markup

from journal.advice import Advice
from journal.library.journal import ME, Journal
from journal.notes.records import AnyNote
from journal.site.parts.site_data import SiteData
from journal.site.templates import Templates

_OUTSIDE = re.compile(r"(?:https?://|mailto:|tel:)[^\s]", re.IGNORECASE)


class Link(NamedTuple):
    """A name, and where it leads; `href` is empty where there is no page."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class SharedParts:
    """What pages at the same depth share, each made once; `root` leads to the home page.

    `entries` are the touchpoints' by their ids, `people` and `tags` the links to some of them, all
    as HTML.
    """

    root: str
    hrefs: dict[str, str] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    people: dict[tuple[str, ...], Markup] = field(default_factory=dict)
    tags: dict[tuple[str, ...], Markup] = field(default_factory=dict)
    entries: dict[str, Markup] = field(default_factory=dict)

    def without_entries(self, touched: Collection[str]) -> "SharedParts":
        """Return the same for a later journal in which only those entries may differ."""
        entries = {i: made for i, made in self.entries.items() if i not in touched}
        return SharedParts(self.root, self.hrefs, self.links, self.people, self.tags, entries)


@dataclass(frozen=True, slots=True)
class PageContext:
    """The page being made: its address, the site's data, templates and links."""

    address: str
    data: SiteData
    templates: Templates
    shared: SharedParts

    @property
    def journal(self) -> Journal:
        """The journal, without what may not be shown."""
        return self.data.journal

    @property
    def advice(self) -> Advice:
        """What is advised."""
        return self.data.advice

    @property
    def today(self) -> date:
        """The day on which every page is made."""
        return self.data.today

    def href(self, page: str, fragment: str = "") -> str:
        """Return the address of a page of the site, as it is written on this one."""
        found = f"{self.shared.root}{quote(page)}index.html"
        return f"{found}#{quote(fragment)}" if fragment else found

    def file_href(self, path: str) -> str:
        """Return the address of a file of the site."""
        return f"{self.shared.root}{quote(path)}"

    def note_href(self, note_id: str, fragment: str = "") -> str:
        """Return the address of a note, or an empty text for one that is not on the site."""
        if fragment:
            return f"{self.note_href(note_id).partition('#')[0]}#{quote(fragment)}"
        hrefs = self.shared.hrefs
        if note_id not in hrefs:
            address = self.data.addresses.get(note_id)
            hrefs[note_id] = self.href(*address) if address else ""
        return hrefs[note_id]

    def link(self, note_id: str) -> Link:
        """Return a note's title and address; `me` is the journal's keeper."""
        links = self.shared.links
        if note_id not in links:
            links[note_id] = self._link(note_id)
        return links[note_id]

    def _link(self, note_id: str) -> Link:
        if note_id == ME:
            return Link(self.data.my_name)
        return Link(self.journal.notes[note_id].title, self.note_href(note_id))

    def links(self, note_ids: tuple[str, ...]) -> tuple[Link, ...]:
        """Return titles and addresses of those notes that may be named."""
        return tuple([self.link(note_id) for note_id in note_ids])

    def form_href(self, verb: str, **fields: str) -> str:
        """Return the address of a form of the local server; nothing on a page that is built."""
        return f"/-/{verb}?{urlencode(fields)}" if self.data.options.is_served else ""

    def tag_link(self, tag: str) -> Link:
        """Return a tag and where its notes are listed."""
        return Link(tag, self.href(self.data.site_addresses.tags[tag.casefold()]))

    def editor_href(self, note: AnyNote, line: int = 0) -> str:
        """Return the address that opens a note in the editor, or an empty text."""
        return self.editor_href_at(note.path, line or note.body_line)

    def editor_href_at(self, path: str, line: int) -> str:
        """Return the address that opens `path` (relative to the root) in the editor, or nothing."""
        url = self.data.editor_url
        return url.replace("{path}", quote(path)).replace("{line}", str(line))


def outside_href(address: str) -> str:
    """Return an external address if it is safe to link to, else an empty text."""
    return address if _OUTSIDE.match(address) else ""
