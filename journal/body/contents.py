"""What a body contains, as records: links, embeds, tasks, tags, its first heading.

They are small and immutable, so that a cache can keep them.
"""

from datetime import date

import msgspec

from journal.findings import Mistake


class LinkTarget(msgspec.Struct, frozen=True, array_like=True):
    """What a link was written to lead to; `path` says that it is an address, and no name."""

    name: str
    path: bool = False


class NoteLink(msgspec.Struct, frozen=True, array_like=True):
    """The text of a link to a note; several targets where links were typed inside one another."""

    text: str
    targets: tuple[LinkTarget, ...]


#: A line of text in segments: strings, and links to notes among them.
Segments = tuple[str | NoteLink, ...]


class BodyLink(msgspec.Struct, frozen=True, array_like=True):
    """A link to a note; `line` and `column` count from 1, in the file.

    `path` says that `target` is an address relative to the note, percent-decoded, and no name.
    `tells` is false in quotes and in tasks that are not done: that has reached nobody.
    """

    target: str
    line: int
    column: int
    heading: str = ""
    tells: bool = True
    path: bool = False


class Embed(msgspec.Struct, frozen=True, array_like=True):
    """Something shown in the body, or a file linked from it; `width` in CSS pixels.

    `path` says that `target` is an address relative to the note, and no name.
    """

    target: str
    line: int
    column: int
    width: int | None = None
    path: bool = False


class Task(msgspec.Struct, frozen=True, array_like=True):
    """A Markdown task; `state` is open, done or dropped, `theirs` is not mine to do.

    `segments` has the text once more where there are links in it.
    """

    text: str
    line: int
    column: int
    state: str = "open"
    theirs: bool = False
    due: date | None = None
    links: tuple[BodyLink, ...] = ()
    segments: Segments = ()


class Anchor(msgspec.Struct, frozen=True, array_like=True):
    """What a link may lead to in a note: a heading of `level` 1 to 6, or a block, `^name`, of 0.

    `id` is what its id in HTML ends in; the heading that names the note has none. `targets` is what
    the heading itself links to.
    """

    id: str
    name: str
    level: int = 0
    targets: tuple[LinkTarget, ...] = ()


class BodyContents(msgspec.Struct, frozen=True, array_like=True):
    """All that other rooms need to know of a body.

    `inner_links` lead to other parts of the same body, `inactive_targets` is what links in code
    would lead to, `heading` is the first `# heading`, `emoji` is line and column of the first one.
    """

    links: tuple[BodyLink, ...] = ()
    embeds: tuple[Embed, ...] = ()
    inactive_targets: tuple[LinkTarget, ...] = ()
    inner_links: tuple[BodyLink, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    tasks: tuple[Task, ...] = ()
    tags: tuple[str, ...] = ()
    heading: Segments = ()
    emoji: tuple[int, int] | None = None
    mistakes: tuple[Mistake, ...] = ()
