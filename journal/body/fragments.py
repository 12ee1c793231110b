"""Where in a note the part of a link behind `#` leads: to a heading, or to a block."""

from collections.abc import Sequence

from journal.body.contents import Anchor
from journal.body.slugs import heading_slug, slug

PAGE = "page="
"""Begins a fragment that names a page of a PDF."""


def anchor_of(anchors: Sequence[Anchor], fragment: str) -> Anchor | None:
    """Return what a fragment leads to: `Heading`, `Heading#Below it`, `^block` or an id."""
    parts = [part.strip() for part in fragment.split("#") if part.strip()]
    if not parts:
        return None
    if parts[-1].startswith("^"):
        return _block(anchors, slug(parts[-1][1:]))
    return _heading(anchors, [heading_slug(part) for part in parts]) or _by_id(anchors, fragment)


def _block(anchors: Sequence[Anchor], wanted: str) -> Anchor | None:
    blocks = (anchor for anchor in anchors if not anchor.level)
    return next((anchor for anchor in blocks if slug(anchor.name[1:]) == wanted), None)


def _heading(anchors: Sequence[Anchor], path: list[str]) -> Anchor | None:
    """Return the first heading of that name below headings of the names before it."""
    above: list[tuple[int, str]] = []
    for anchor in anchors:
        if not anchor.level:
            continue
        while above and above[-1][0] >= anchor.level:
            above.pop()
        above.append((anchor.level, heading_slug(anchor.name)))
        if above[-1][1] == path[-1] and _is_in_order(path, [name for _, name in above]):
            return anchor
    return None


def _is_in_order(path: list[str], names: list[str]) -> bool:
    """Say whether the names of a path are among those above, in that order."""
    left = iter(names)
    return all(name in left for name in path)


def _by_id(anchors: Sequence[Anchor], fragment: str) -> Anchor | None:
    return next((anchor for anchor in anchors if anchor.id == fragment.strip()), None)
