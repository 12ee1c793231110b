"""A journal's folder to typed notes and findings, through the cache."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from journal.findings import Finding, Mistake
from journal.notes.records import AnyNote
from journal.program import program_digest
from journal.reading.cache import Cache
from journal.reading.note_file import Kept
from journal.reading.note_store import Progress, Shelf
from journal.reading.scan import CONTENT, Scan, note_id_of, scan
from journal.settings import SETTINGS_FILE, Settings, read_settings

if TYPE_CHECKING:
    from journal.reading.note_file import Renderer

#: The settings, and what was found wrong with them.
Loaded = tuple[Settings, tuple[Finding, ...]]


_NONE: Mapping[str, str] = MappingProxyType({})


class Folder:
    """What was read: `kept` has what each file holds, in the order of `seen`."""

    def __init__(
        self,
        root: Path,
        seen: Scan,
        kept: Sequence[Kept],
        loaded: Loaded,
        bodies: Mapping[str, str] = _NONE,
    ) -> None:
        self.root = root
        #: note's id -> its body as HTML, where bodies were asked for
        self.bodies = bodies
        self.settings, self._of_settings = loaded
        self.attachments = seen.attachments
        self._seen, self._kept = seen, kept

    def as_of(self, today: date) -> "Folder":
        """Return the folder without the days in it that are out of reason as of `today`."""
        if not any(one.nearer for one in self._kept):
            return self
        kept = [one.as_of(today) for one in self._kept]
        loaded = self.settings, self._of_settings
        return Folder(self.root, self._seen, kept, loaded, self.bodies)

    @cached_property
    def notes(self) -> tuple[AnyNote, ...]:
        """All notes."""
        return tuple([one.note for one in self._kept if one.note])

    @cached_property
    def _amiss(self) -> tuple[Kept, ...]:
        """The files with which something is wrong: mostly few, so looked for once."""
        kept = self._kept
        return tuple([one for one in kept if one.mistakes or one.unshown or one.note is None])

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The ids of files that are there but are no notes yet."""
        there = (one for one in self._amiss if one.note is None and not one.is_gone)
        return frozenset(note_id_of(one.path) for one in there)

    @cached_property
    def left_out_private(self) -> frozenset[str]:
        """Those of them that ask to be kept private: their names are not to be shown."""
        return frozenset(
            note_id_of(one.path) for one in self._amiss if one.note is None and one.private
        )

    @cached_property
    def private_names(self) -> frozenset[str]:
        """What these could be linked by if they were notes, folded: as far as it could be read."""
        return frozenset(name for one in self._amiss if one.note is None for name in one.names)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What was found wrong in looking, in reading, and in the settings."""
        found = (
            mistake.found_in(f"{CONTENT}/{one.path}")
            for one in self._amiss
            for mistake in (*one.mistakes, *(one.unshown or ()))
        )
        return (*self._seen.findings, *found, *self._of_settings)

    @cached_property
    def open_to_others(self) -> tuple[str, ...]:
        """The files, relative to content/, that their permissions do not keep to their owner."""
        return tuple(found.path for found in self._seen.notes if found.mode & 0o044)


def open_cache(root: Path) -> Cache:
    """Open the cache of the journal at `root`, which is of this very program or empty."""
    return Cache(root, program_digest())


def load_settings(root: Path) -> Loaded:
    """Read `journal.toml`; it may be absent. Never raises."""
    try:
        raw = (root / SETTINGS_FILE).read_bytes()
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        mistake = Mistake(1, 1, "S01", f"cannot be read: {error.strerror}", "the defaults stand")
        return Settings(is_unread=True), (mistake.found_in(SETTINGS_FILE),)
    settings, mistakes = read_settings(raw)
    return settings, tuple(mistake.found_in(SETTINGS_FILE) for mistake in mistakes)


class Rendering(NamedTuple):
    """What renders a body; `always` whether all are wanted, or only where there are secrets.

    What is wrong in a body is known since it was rendered; its words are only looked through for
    the names of private notes.
    """

    render: "Renderer"
    always: bool = True


def read_folder(
    root: Path,
    cache: Cache,
    seen: Scan | None = None,
    rendering: Rendering | None = None,
    progress: Progress | None = None,
) -> Folder:
    """Read the whole journal; with `rendering`, bodies too. A bad note is a finding, no error."""
    seen = seen or scan(root)
    shelf = Shelf(root, cache, rendering.render if rendering else None)
    shelf.has_bodies = bool(rendering and rendering.always)
    kept = shelf.update(seen, progress)
    if rendering and not rendering.always and any(one.note and one.note.private for one in kept):
        shelf.has_bodies = True
        kept = shelf.update(seen)
    bodies = shelf.html() if shelf.has_bodies else {}
    shelf.save(seen)
    return Folder(root, seen, kept, load_settings(root), bodies)
