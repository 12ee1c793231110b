"""What every note has: its common keys, and what is known of it besides.

A field that is a key is annotated with its row of the vocabulary.
"""

import datetime as dt
from typing import Annotated

import msgspec

from journal.body.contents import Anchor, BodyLink, Embed, LinkTarget, Segments, Task
from journal.file_names import CONTENT
from journal.values import PartialDate
from journal.vocabulary.key_types import Key, key_name


class Ref(msgspec.Struct, frozen=True, array_like=True):
    """A link in a key, as written; `path` is true for a relative address of a `.md` file.

    `heading` is the part behind `#`.
    """

    target: str
    line: int
    column: int
    path: bool = False
    heading: str = ""


class PhaseLine(msgspec.Struct, frozen=True, array_like=True):
    """One line of `phases`: from when, which phase, and why."""

    since: PartialDate
    phase: str
    note: str = ""


class DatedLine(msgspec.Struct, frozen=True, array_like=True):
    """One line of a past that is written down: from when, and what."""

    since: PartialDate
    text: str

    def __str__(self) -> str:
        return f"{self.since} {self.text}"


Texts = tuple[str, ...]
Links = tuple[Ref, ...]
#: Rows that some kinds of notes change.
TITLE = Key("its name", default="first `# heading`, else the file's name")
DATE = Key("its day", default="a date that begins the file's name")


class Note(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    tag_field="record",
    rename=key_name,
):
    """What every note has. `id` is its path below the notes' folder without `.md`."""

    id: str
    title: Annotated[str, TITLE]
    date: Annotated[dt.date | None, DATE] = None
    aliases: Annotated[
        Texts, Key("other names it can be linked by", searched=True, also=("alias",))
    ] = ()
    tags: Annotated[
        Texts,
        Key("words to find it by; `#tag` in the text counts too", searched=True, also=("tag",)),
    ] = ()
    link: Annotated[str, Key("an outside address: http, https, mailto or tel")] = ""
    because_of: Annotated[Links, Key("the earlier notes that this grew from", any_note=True)] = ()
    private: Annotated[bool, Key("left out of the site unless `--private`", default="false")] = (
        False
    )
    draft: Annotated[
        bool, Key("left out unless `--drafts`; counts for nothing", default="false")
    ] = False
    # The rest is no key: it is found in the body, or kept beside the keys.
    #: the folder that holds the notes, relative to the journal's; empty where it is that itself
    notes_root: str = CONTENT
    #: the folder that its kind has by default; its own may be called otherwise
    kind_folder: str = ""
    #: keys outside the vocabulary, as written
    extra: tuple[tuple[str, str], ...] = ()
    links: tuple[BodyLink, ...] = ()
    embeds: tuple[Embed, ...] = ()
    #: links to other parts of the note itself
    inner_links: tuple[BodyLink, ...] = ()
    #: what links can lead to in its text
    anchors: tuple[Anchor, ...] = ()
    #: what links would lead to that only stand there as typed, in code
    inactive_targets: tuple[LinkTarget, ...] = ()
    tasks: tuple[Task, ...] = ()
    #: the texts above that have links in them: attribute and segments
    texts: tuple[tuple[str, Segments], ...] = ()
    #: line and column of the first emoji of the body
    emoji: tuple[int, int] | None = None
    #: the file's line on which the body begins
    body_line: int = 1
    #: what it is called, folded: its stem, its title, its aliases
    names: tuple[str, ...] = ()
    #: where each key stands: `key line column …`, and `!key` for a mistake, joined by `|`
    key_positions: str = ""
    #: the front matter or the file could not be read: a page, but no advice
    unread: bool = False

    @property
    def path(self) -> str:
        """Its file, relative to the journal's root."""
        return f"{self.notes_root}/{self.id}.md" if self.notes_root else f"{self.id}.md"

    @property
    def folder(self) -> str:
        """The folder that its kind has, whatever its own is called."""
        return self.kind_folder or self.id.partition("/")[0]

    @property
    def stem(self) -> str:
        """The last part of its id."""
        return self.id.rpartition("/")[2]

    def position(self, key: str, item: int = 0) -> tuple[int, int]:
        """Return line and column of a key's value (of its `item`th), or 1, 1 where it is absent."""
        for part in self.key_positions.split("|"):
            name, *numbers = part.split(" ")
            if name == key:
                at = [int(number) for number in numbers][2 * item : 2 * item + 2]
                return (at[0], at[1]) if at else self.position(key)
        return (1, 1)

    def has_mistake(self, key: str) -> bool:
        """Whether something was written at `key` that has a mistake."""
        return f"!{key}" in self.key_positions.split("|")
