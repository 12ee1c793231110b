"""All tags, with the notes that carry them."""

import msgspec

from journal.site.links import Links, Named
from journal.site.sources import Sources
from journal.site.views.counting import many


class Tag(msgspec.Struct, frozen=True):
    """A tag and its notes; `anchor` is what links to it point to."""

    name: str
    anchor: str
    href: str
    count: str
    notes: tuple[Named, ...]


class TagsPage(msgspec.Struct, frozen=True):
    """The context of `tags.html`."""

    title: str
    tags: tuple[Tag, ...]


def view(sources: Sources, links: Links, _: str) -> TagsPage:
    """Return what the page of tags shows."""
    return TagsPage("Tags", tuple(_tag(sources, links, tag) for tag in sources.tagged))


def _tag(sources: Sources, links: Links, tag: str) -> Tag:
    notes = sources.tagged[tag]
    name = next(found for found in notes[0].tags if found.casefold() == tag)
    return Tag(
        name=name,
        anchor=sources.tag_anchors[tag],
        href=links.tag(tag).href,
        count=many(len(notes), "note", "notes"),
        notes=tuple(links.named(note.id) for note in notes),
    )
