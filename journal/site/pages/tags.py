"""All tags, and one tag: the notes that carry it, those without a day first."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from journal.notes.identity import folded
from journal.notes.records import AnyNote
from journal.site.parts.context import Sources
from journal.site.parts.page_links import Links, Named
from journal.wording.counts import many
from journal.wording.dates import Day, short


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


def tag_addresses(sources: Sources) -> Iterable[str]:
    """Return the page of each tag."""
    return sources.tag_at


def tag_view(sources: Sources, links: Links, address: str) -> TagPage:
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


class Tag(msgspec.Struct, frozen=True):
    """A tag as it was first written, its page, and how many notes carry it."""

    tag: Named
    count: str


class TagsPage(msgspec.Struct, frozen=True):
    """The context of `tags.html`."""

    title: str
    tags: tuple[Tag, ...]


def view(sources: Sources, links: Links, _: str) -> TagsPage:
    """Return what the page of tags shows."""
    return TagsPage("Tags", tuple(_tag(sources, links, tag) for tag in sources.tagged))


def _tag(sources: Sources, links: Links, tag: str) -> Tag:
    name, href = links.tag(written(sources, tag))
    return Tag(Named(name, href), many(len(sources.tagged[tag]), "note", "notes"))


def written(sources: Sources, tag: str) -> str:
    """Return a tag as the first note has it that carries it."""
    return next(found for found in sources.tagged[tag][0].tags if found.casefold() == tag)
