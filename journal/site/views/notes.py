"""What the pages show of every note, whatever its kind."""

from collections.abc import Iterator

import msgspec
from markupsafe import Markup

from journal.notes.records import AnyNote
from journal.site.body_links import body
from journal.site.links import Links, Named, outside
from journal.site.sources import Sources
from journal.site.views import facts
from journal.site.views.facts import Fact


class NoteView(msgspec.Struct, frozen=True):
    """A note's title, text and what hangs on it; `anchor` is what links to it point to."""

    anchor: str
    title: str
    body: Markup
    facts: tuple[Fact, ...]
    tags: tuple[Named, ...]
    editor: str
    marks: tuple[str, ...]


def note_view(
    sources: Sources, links: Links, note: AnyNote, rows: tuple[Fact, ...] = ()
) -> NoteView:
    """Return what the pages show of a note; `rows` are facts of its kind, shown first."""
    return NoteView(
        anchor=sources.addresses[note.id].fragment,
        title=note.title,
        body=body(links, note),
        facts=(*rows, *common_facts(sources, links, note)),
        tags=tuple(links.tag(tag) for tag in note.tags),
        editor=links.editor(note),
        marks=marks(note),
    )


def common_facts(sources: Sources, links: Links, note: AnyNote) -> Iterator[Fact]:
    """Yield the rows that every kind of note may have."""
    if note.link:
        yield from facts.outside("Link", [Named(note.link, outside(note.link))])
    if earlier := sources.journal.refs(note, "because_of"):
        yield from facts.names("Grew from", links.all_named(earlier))
    if later := led_to(sources, note):
        yield from facts.names("Led to", links.all_named(later))
    for key, text in note.extra:
        yield from facts.texts(f"Also noted: {key}", text)


def led_to(sources: Sources, note: AnyNote) -> tuple[str, ...]:
    """Return the ids of the notes that grew from this one."""
    journal = sources.journal
    return tuple(
        later
        for later in journal.backlinks.get(note.id, ())
        if note.id in journal.refs(journal.notes[later], "because_of")
    )


def marks(note: AnyNote) -> tuple[str, ...]:
    """Return the words that set a note apart; they show only where such notes are shown at all."""
    if not (note.private or note.draft or note.unread):
        return ()
    found = {"private": note.private, "draft": note.draft, "could not be read": note.unread}
    return tuple(word for word, holds in found.items() if holds)
