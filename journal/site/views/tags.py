"""All tags, each with how many notes carry it."""

import msgspec

from journal.site.links import Links, Named
from journal.site.sources import Sources
from journal.site.views.counting import many


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
