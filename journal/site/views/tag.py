"""One tag: the notes that carry it, those without a day first, then year by year."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from journal.notes.identity import folded
from journal.notes.records import AnyNote
from journal.site.links import Links, Named
from journal.site.sources import Sources
from journal.site.views.counting import many
from journal.site.views.days import Day, short
from journal.site.views.tags import written


class Line(msgspec.Struct, frozen=True):
    """A note, and its day within the year it stands under."""

    note: Named
    day: Day | None


class Lines(msgspec.Struct, frozen=True):
    """The notes of a year, the latest first; or those without a day, under no heading."""

    heading: str
    lines: tuple[Line, ...]


class TagPage(msgspec.Struct, frozen=True):
    """The context of `tag.html`."""

    title: str
    count: str
    tags: str
    groups: tuple[Lines, ...]


def addresses(sources: Sources) -> Iterable[str]:
    """Return the page of each tag."""
    return sources.tag_at


def view(sources: Sources, links: Links, address: str) -> TagPage:
    """Return what the page of a tag shows."""
    tag = sources.tag_at[address]
    notes = sources.tagged[tag]
    return TagPage(
        title=written(sources, tag),
        count=many(len(notes), "note", "notes"),
        tags=links.page("tags/"),
        groups=tuple(_groups(links, notes)),
    )


def _groups(links: Links, notes: tuple[AnyNote, ...]) -> Iterator[Lines]:
    undated = sorted((note for note in notes if not note.date), key=_name)
    if undated:
        yield Lines("", tuple(Line(links.named(note.id), None) for note in undated))
    dated = [(note.date, note) for note in notes if note.date]
    dated.sort(key=lambda found: (found[0], found[1].id), reverse=True)
    for year, found in groupby(dated, key=lambda each: each[0].year):
        lines = tuple(Line(links.named(note.id), short(when)) for when, note in found)
        yield Lines(str(year), lines)


def _name(note: AnyNote) -> tuple[str, str]:
    return (folded(note.title), note.id)
