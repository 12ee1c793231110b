"""Reads a journal's folder: its settings, its notes and what is wrong with them."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from journal.file_names import SETTINGS_FILE
from journal.findings import Finding, Mistake
from journal.notes.records import AnyNote
from journal.program import program_digest
from journal.reading.cache import Cache
from journal.reading.cached_note import CachedNote, Renderer
from journal.reading.copies import copies_in, copy_finding
from journal.reading.note_store import NoteStore, Progress
from journal.reading.scan import Scan, note_id_of, scan_content
from journal.settings import DEFAULT_LAYOUT, Layout, Settings, read_settings

#: The settings, and what was found wrong with them.
LoadedSettings = tuple[Settings, tuple[Finding, ...]]
_NO_BODIES: Mapping[str, str] = MappingProxyType({})


class JournalFolder:
    """What was read from a journal's folder; `files` has what each note's file said."""

    def __init__(
        self,
        root: Path,
        scan: Scan,
        files: Sequence[CachedNote],
        loaded: LoadedSettings,
        bodies: Mapping[str, str] = _NO_BODIES,
    ) -> None:
        self.root = root
        #: note's id -> its body as HTML, where bodies were asked for
        self.bodies = bodies
        self.settings, self._settings_findings = loaded
        self.attachments = scan.attachments
        self._scan, self._read = scan, files

    @cached_property
    def _copies(self) -> frozenset[str]:
        """The paths of copies that a sync program made of notes."""
        pairs = self._scan.copies
        return (
            copies_in(self.root, self.settings.layout, self._read, pairs) if pairs else frozenset()
        )

    @cached_property
    def _files(self) -> Sequence[CachedNote]:
        """What was read, without the copies of notes."""
        copies = self._copies
        return [file for file in self._read if file.path not in copies] if copies else self._read

    def as_of(self, today: date) -> "JournalFolder":
        """Return the folder as it reads on `today`: days too far ahead of that are not meant."""
        if not any(file.readings_before for file in self._read):
            return self
        files = [file.as_of(today) for file in self._read]
        loaded = self.settings, self._settings_findings
        return JournalFolder(self.root, self._scan, files, loaded, self.bodies)

    @cached_property
    def notes(self) -> tuple[AnyNote, ...]:
        """All notes."""
        return tuple([file.note for file in self._files if file.note])

    @cached_property
    def _with_mistakes(self) -> tuple[CachedNote, ...]:
        """The files with something wrong: mostly few, so they are searched for once."""
        files = self._files
        return tuple([one for one in files if one.mistakes or one.body_mistakes or not one.note])

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The ids of files that could not be read as notes."""
        there = (file for file in self._with_mistakes if not file.note and not file.is_gone)
        return frozenset(note_id_of(file.path) for file in there)

    @cached_property
    def left_out_private(self) -> frozenset[str]:
        """Those of them that say they are private: their names may not be shown."""
        left_out = (file for file in self._with_mistakes if not file.note)
        return frozenset(note_id_of(file.path) for file in left_out if file.private)

    @cached_property
    def private_names(self) -> frozenset[str]:
        """The folded names by which these could be linked, as far as they could be read."""
        left_out = (file for file in self._with_mistakes if not file.note)
        return frozenset(name for file in left_out for name in file.names)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the files, with their contents, and with the settings."""
        found = (
            mistake.found_in(self.settings.layout.path(file.path))
            for file in self._with_mistakes
            for mistake in file.all_mistakes
        )
        copies = (copy_finding(self.settings.layout, path) for path in sorted(self._copies))
        return (*self._scan.findings, *copies, *found, *self._settings_findings)

    @cached_property
    def open_to_others(self) -> tuple[str, ...]:
        """The files, relative to the notes' folder, that others than their owner may read."""
        return tuple(file.path for file in self._scan.notes if file.mode & 0o044)


def open_cache(root: Path, layout: Layout = DEFAULT_LAYOUT) -> Cache:
    """Open the cache of the journal at `root`; what another version wrote is not in it.

    Nor is what was read while other folders held the notes of other kinds.
    """
    same = layout == DEFAULT_LAYOUT
    return Cache(root, program_digest() if same else f"{program_digest()} {layout!r}")


def load_settings(root: Path) -> LoadedSettings:
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


class ReadOptions(NamedTuple):
    """How a folder is read.

    `bodies` asks for every body as HTML; `findings` for what is wrong in them, which is known since
    they were rendered, and for the bodies themselves only where one may name a private note.
    """

    bodies: bool = False
    findings: bool = False
    #: a scan of the folder, if there is one already
    scan: Scan | None = None
    #: the settings, if they were read already
    settings: LoadedSettings | None = None
    progress: Progress | None = None
    #: renders a body; left out, `journal.markup.render` does
    render: Renderer | None = None


def read_folder(root: Path, cache: Cache, options: ReadOptions | None = None) -> JournalFolder:
    """Read the whole journal. A bad note is a finding, not an error."""
    options = options or ReadOptions()
    loaded = options.settings or load_settings(root)
    layout = loaded[0].layout
    scan = options.scan or scan_content(root, layout)
    store = NoteStore(root, cache, _renderer(options), layout)
    store.wants_bodies = options.bodies
    files = store.update(scan, options.progress)
    if options.findings and not options.bodies and _has_private(files):
        store.wants_bodies = True
        files = store.update(scan)
    bodies = store.bodies() if store.wants_bodies else {}
    store.save(scan)
    return JournalFolder(root, scan, files, loaded, bodies)


def _renderer(options: ReadOptions) -> Renderer | None:
    if not (options.bodies or options.findings):
        return None  # what reads no body need not load Markdown
    from journal.markup.render import render

    return options.render or render


def _has_private(files: Sequence[CachedNote]) -> bool:
    return any(file.note is not None and file.note.private for file in files)
