"""The notes of a journal as they were last read; only what has changed is read again."""

import time
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path

import msgspec

from journal.reading.cache import Cache, CachedBody
from journal.reading.cached_note import CachedNote, ReadResult, Renderer, pack, unpack
from journal.reading.note_file import FileStamp, NoteFile
from journal.reading.scan import Scan
from journal.settings import DEFAULT_LAYOUT, Layout

Progress = Callable[[int, int], None]


class NoteStore:
    """The notes of one journal, from the cache or its files; with `render`, their bodies too."""

    def __init__(
        self,
        root: Path,
        cache: Cache,
        render: Renderer | None = None,
        layout: Layout = DEFAULT_LAYOUT,
    ) -> None:
        self.root, self.layout = root, layout
        self.cache = cache
        self.render = render
        #: whether the bodies themselves are wanted, or only the mistakes in them
        self.wants_bodies = render is not None
        self._from_cache = unpack(cache.notes())
        self._new_bodies: dict[str, CachedBody] = {}
        self._is_saved = True

    @cached_property
    def notes(self) -> dict[str, CachedNote]:
        """What was read from each file, by path."""
        return {note.path: note for note in self._from_cache}

    @cached_property
    def _body_digests(self) -> dict[str, bytes]:
        """The digests of the files that the bodies were rendered from, by path."""
        return self.cache.body_digests()

    def update(self, scan: Scan, progress: Progress | None = None) -> list[CachedNote]:
        """Read the files that have changed; return all notes, in the order of the scan."""
        if not self.render and self._is_all_cached(scan):
            return self._from_cache  # the usual case, and half the time
        if stale := self.stale(scan.notes):
            self.add(self.read(stale, progress))
        return [self.notes[file.path] for file in scan.notes]

    def _is_all_cached(self, scan: Scan) -> bool:
        """Whether the cache had exactly the files of the scan, unchanged."""
        cached = [(note.path, note.stamp) for note in self._from_cache]
        return cached == [(file.path, file.stamp) for file in scan.notes]

    def stale(self, files: Iterable[NoteFile]) -> list[NoteFile]:
        """Return the files that have to be read."""
        return [file for file in files if self._is_stale(file)]

    def _is_stale(self, file: NoteFile) -> bool:
        note = self.notes.get(file.path)
        if note is None or note.stamp != file.stamp:
            return True
        if self.render is None or note.note is None:
            return False
        if note.body_mistakes is None:
            return True
        return self.wants_bodies and self._body_digests.get(file.path) != note.hash

    def read(self, files: Sequence[NoteFile], progress: Progress | None = None) -> list[ReadResult]:
        """Read files, without adding any yet. A bad one is a finding, not an error."""
        from journal.reading.note_reader import Source, read_notes

        found: list[ReadResult] = []
        known = [(file, self.notes.get(file.path)) for file in files]
        source = Source(self.root, self.layout, self.render)
        began = time.time_ns()
        for count, result in enumerate(read_notes(source, known), start=1):
            # saved just now: a second save may leave the same stamp, so read it again next time
            is_settled = result.note.stamp.is_settled(began)
            found.append(result if is_settled else result._replace(note=_unsettled(result.note)))
            if progress:
                progress(count, len(files))
        return found

    def add(self, results: Iterable[ReadResult]) -> None:
        """Replace what was known of these files."""
        for note, body in results:
            self.notes[note.path] = note
            if body:
                self._new_bodies[note.path] = body
                if self.wants_bodies:
                    self._body_digests[note.path] = body.hash
            self._is_saved = False

    def bodies(self) -> dict[str, str]:
        """Return all rendered bodies by the ids of their notes (NFC, where a path need not be)."""
        html = self.cache.bodies() if len(self._new_bodies) < len(self.notes) else {}
        html.update((path, body.html) for path, body in self._new_bodies.items())
        known = ((path, one.note) for path, one in self.notes.items())
        return {note.id: html.get(path, "") for path, note in known if note}

    def save(self, scan: Scan) -> None:
        """Write the notes of the scan to the cache, unless they are there already."""
        if self._is_saved and self._is_all_cached(scan):
            return
        notes = [self.notes[file.path] for file in scan.notes if file.path in self.notes]
        removed = self.notes.keys() - {note.path for note in notes}
        if self._is_saved and not removed:
            return
        self.cache.save(pack(notes), self._new_bodies.values(), removed)
        self.notes = {note.path: note for note in notes}
        self._new_bodies.clear()
        self._is_saved = True


def _unsettled(note: CachedNote) -> CachedNote:
    stamp = FileStamp(note.stamp.size, note.stamp.mtime, 0)
    return msgspec.structs.replace(note, stamp=stamp)
