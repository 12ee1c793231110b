"""Notes as pages show them: facts row by row, and lists with the day in the margin."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec
from markupsafe import Markup

from journal.body.slugs import slug
from journal.folding import folded
from journal.notes.records import AnyNote
from journal.site.parts.body_links import body_html
from journal.site.parts.page_context import Link, PageContext, outside_href
from journal.site.parts.who_was_told import ToldPerson
from journal.wording.dates import Day
from journal.wording.labels import plain_word


class FactValue(NamedTuple):
    """A value of a fact; `outside` says that `href` leads away from the site."""

    text: str
    href: str = ""
    outside: bool = False


class Fact(NamedTuple):
    """A term with one or more values, shown as a row."""

    term: str
    values: tuple[FactValue, ...]


def text_facts(term: str, *found: str) -> Iterable[Fact]:
    """Yield a fact with texts as values, if there are any."""
    values = tuple(FactValue(text) for text in found if text)
    if values:
        yield Fact(term, values)


def link_facts(term: str, found: Iterable[Link]) -> Iterable[Fact]:
    """Yield a fact with links to notes as values, if there are any."""
    values = tuple(FactValue(name.text, name.href) for name in found)
    if values:
        yield Fact(term, values)


def outside_facts(term: str, found: Iterable[Link]) -> Iterable[Fact]:
    """Yield a fact with external links as values, if there are any."""
    values = tuple(FactValue(name.text, name.href, outside=True) for name in found)
    if values:
        yield Fact(term, values)


class NoteView(msgspec.Struct, frozen=True):
    """A note's title, text, facts and tags; links to the note point to `anchor`."""

    anchor: str
    title: str
    body: Markup
    facts: tuple[Fact, ...]
    tags: tuple[Link, ...]
    editor: str
    marks: tuple[str, ...]


def note_view(page: PageContext, note: AnyNote, rows: tuple[Fact, ...] = ()) -> NoteView:
    """Return a note as pages show it; `rows` are facts of its kind, shown first."""
    return NoteView(
        anchor=page.data.addresses[note.id].fragment,
        title=note.title,
        body=body_html(page, note),
        facts=(*rows, *common_facts(page, note)),
        tags=tuple(page.tag_link(tag) for tag in note.tags),
        editor=page.editor_href(note),
        marks=marks(note),
    )


def common_facts(page: PageContext, note: AnyNote) -> Iterator[Fact]:
    """Yield the facts that every kind of note may have."""
    if note.link:
        yield from outside_facts("Link", [Link(note.link, outside_href(note.link))])
    if earlier := page.journal.refs(note, "because_of"):
        yield from link_facts("Grew from", page.links(earlier))
    if later := led_to(page, note):
        yield from link_facts("Led to", page.links(later))
    for key, text in note.extra:
        yield from text_facts(f"Also noted: {key}", text)


def led_to(page: PageContext, note: AnyNote) -> tuple[str, ...]:
    """Return the ids of the notes that grew from this one."""
    journal = page.journal
    return tuple(
        later
        for later in journal.backlinks.get(note.id, ())
        if note.id in journal.refs(journal.notes[later], "because_of")
    )


def marks(note: AnyNote) -> tuple[str, ...]:
    """Return the words that mark a note as private, a draft or unreadable."""
    if not (note.private or note.draft or note.unread):
        return ()
    found = {"private": note.private, "draft": note.draft, "could not be read": note.unread}
    return tuple(word for word, holds in found.items() if holds)


class ListedNote(msgspec.Struct, frozen=True, kw_only=True):
    """A note in a list: `days` are one or first and last, `under_days` stands under them.

    `told` and `untold` are shown after the words that belong to them.
    """

    note: NoteView
    days: tuple[Day, ...] = ()
    under_days: str = ""
    whom: tuple[Link, ...] = ()
    whom_word: str = ""
    words: tuple[str, ...] = ()
    state: str = ""
    tone: str = ""
    told: tuple[ToldPerson, ...] = ()
    told_word: str = "Told"
    untold: tuple[Link, ...] = ()
    untold_word: str = "Not told yet"


class ListGroup(msgspec.Struct, frozen=True):
    """A part of a list, with a heading; links to it point to `anchor`."""

    heading: str
    anchor: str
    items: tuple[ListedNote, ...]


class ListPage(msgspec.Struct, frozen=True):
    """The content of a page with a list; groups without items are left out."""

    title: str
    groups: tuple[ListGroup, ...]

    @property
    def is_long(self) -> bool:
        """Whether the page needs links to its groups."""
        return len(self.groups) > 2


def list_group(heading: str, items: Iterable[ListedNote]) -> Iterable[ListGroup]:
    """Yield a group of those items, if there are any."""
    found = tuple(items)
    if found:
        yield ListGroup(heading, f"at-{slug(heading)}", found)


def by_title(note: AnyNote) -> tuple[str, str]:
    """Return the sort key of notes that nothing else orders."""
    return (folded(note.title), note.id)


def spoken(word: str) -> str:
    """Return a word of the vocabulary in plain English; `other` is left out."""
    return "" if word == "other" else plain_word(word)


def non_empty(*found: str) -> tuple[str, ...]:
    """Return the words that are not empty."""
    return tuple(word for word in found if word)
