"""All tags, and one tag: the notes that carry it, those without a day first."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from journal.folding import folded
from journal.notes.records import AnyNote
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.site_data import SiteData
from journal.wording.counts import count_of
from journal.wording.dates import Day, day_without_year


class TaggedNote(msgspec.Struct, frozen=True):
    """A note with a tag, and its day without the year."""

    note: Link
    day: Day | None


class TaggedYear(msgspec.Struct, frozen=True):
    """The notes of a year, the latest first; or those without a day, under no heading."""

    heading: str
    lines: tuple[TaggedNote, ...]


class TagPage(msgspec.Struct, frozen=True):
    """The content of `tag.html`."""

    title: str
    count: str
    tags: str
    groups: tuple[TaggedYear, ...]


def tag_addresses(data: SiteData) -> Iterable[str]:
    """Return the page of each tag."""
    return data.tag_at


def tag_view(page: PageContext) -> TagPage:
    """Return what the page of a tag shows."""
    tag = page.data.tag_at[page.address]
    notes = page.data.tagged[tag]
    return TagPage(
        title=tag_as_written(page, tag),
        count=count_of(len(notes), "note"),
        tags=page.href("tags/"),
        groups=tuple(_groups(page, notes)),
    )


def _groups(page: PageContext, notes: tuple[AnyNote, ...]) -> Iterator[TaggedYear]:
    undated = sorted((note for note in notes if not note.date), key=_name)
    if undated:
        yield TaggedYear("", tuple(TaggedNote(page.link(note.id), None) for note in undated))
    dated = [(note.date, note) for note in notes if note.date]
    dated.sort(key=lambda found: (found[0], found[1].id), reverse=True)
    for year, found in groupby(dated, key=lambda each: each[0].year):
        lines = tuple(
            TaggedNote(page.link(note.id), day_without_year(when)) for when, note in found
        )
        yield TaggedYear(str(year), lines)


def _name(note: AnyNote) -> tuple[str, str]:
    return (folded(note.title), note.id)


class TagCount(msgspec.Struct, frozen=True):
    """A tag as it was first written, its page, and how many notes carry it."""

    tag: Link
    count: str


class TagsPage(msgspec.Struct, frozen=True):
    """The content of `tags.html`."""

    title: str
    tags: tuple[TagCount, ...]


def view(page: PageContext) -> TagsPage:
    """Return what the page of tags shows."""
    return TagsPage("Tags", tuple(_tag(page, tag) for tag in page.data.tagged))


def _tag(page: PageContext, tag: str) -> TagCount:
    name, href = page.tag_link(tag_as_written(page, tag))
    return TagCount(Link(name, href), count_of(len(page.data.tagged[tag]), "note"))


def tag_as_written(page: PageContext, tag: str) -> str:
    """Return a tag as it is written in the first note that has it."""
    return next(found for found in page.data.tagged[tag][0].tags if found.casefold() == tag)
