"""The notes as they are shown: each in its last good version."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

from journal.findings import ERROR, Finding
from journal.markup.render import render
from journal.reading.cache import Cache
from journal.reading.cached_note import CachedNote
from journal.reading.folder import JournalFolder, LoadedSettings
from journal.reading.note_reader import ReadResult
from journal.reading.note_store import NoteStore
from journal.reading.scan import CONTENT, FileStamp, NoteFile, Scan, scan_notes
from journal.serve.changes import MANY, is_leaving
from journal.serve.problems import Problem, of_finding
from journal.serve.settling import Doubts


class Notes:
    """Follows the files of `content/`; what is broken now stays as it was before."""

    def __init__(self, root: Path, cache: Cache, seen: Scan, day: date) -> None:
        self.root, self.day = root, day
        self.store = NoteStore(root, cache, render)
        self.store.update(seen)
        self.seen = seen
        self.doubts = Doubts()
        self.problems: dict[str, Problem] = {}
        #: note id -> its body as rendered
        self.bodies = self.store.bodies()
        #: broken files as they were when that was reported
        self._reported: dict[str, FileStamp] = {}
        self._files = {found.path: found for found in seen.notes}
        #: what is shown, by path: its file, and what that held; both in the same order
        self._shown = dict(self._files)
        self._kept = {path: self.store.notes[path] for path in self._files}
        self._is_in_order = True

    def save(self) -> None:
        """Keep in the cache what was read."""
        self.store.save(self.seen._replace(notes=tuple(self._files.values())))

    def folder(self, loaded: LoadedSettings) -> JournalFolder:
        """Return the journal's folder as it is shown."""
        if not self._is_in_order:
            self._shown = dict(sorted(self._shown.items()))
            self._kept = {path: self._kept[path] for path in self._shown}
            self._is_in_order = True
        seen = self.seen._replace(notes=tuple(self._shown.values()))
        return JournalFolder(self.root, seen, tuple(self._kept.values()), loaded, self.bodies)

    def refresh(self, seen: Scan, now: float) -> bool:
        """Take over what has changed since; whether anything that is shown has."""
        earlier, self.seen = self.seen, seen
        self._files = {note.path: note for note in seen.notes}
        hidden = tuple(f"{folder}/" for folder in seen.unreadable_folders)
        gone = {
            path
            for path in self._shown.keys() - self._files.keys()
            if not f"{CONTENT}/{path}".startswith(hidden)  # in sight again, it may be as it was
        }
        is_new = self._follow(self._files, gone, now, elsewhere=())
        return is_new or _around(seen) != _around(earlier)

    def refresh_some(self, paths: Collection[str], now: float) -> bool | None:
        """Do that for a few notes, or return None where more than their contents has changed."""
        files = scan_notes(self.root, paths) if self._files.keys() >= set(paths) else None
        if files is None:
            return None
        self._files.update(files)
        elsewhere = [path for path in self.doubts.paths if path not in files]
        return self._follow(files, (), now, elsewhere)

    def _follow(
        self,
        files: Mapping[str, NoteFile],
        gone: Collection[str],
        now: float,
        elsewhere: Collection[str],
    ) -> bool:
        """Take over what has changed in these files; whether anything that is shown has.

        `elsewhere` are files that are doubtful and not looked at.
        """
        before = dict(self.problems)
        stale = [note for note in self._stale(files) if not self._is_reported(note)]
        due = [note for note in stale if not self.doubts.is_pending(note.path, note.stamp, now)]
        reads = self.store.read(due) if due else []
        is_new = self._drop(self._moved(gone, reads), gone, now) | self._take(reads, files, now)
        self.doubts.keep({*gone, *elsewhere, *(note.path for note in stale)})
        return self._see(files) or is_new or before != self.problems

    def _stale(self, files: Mapping[str, NoteFile]) -> list[NoteFile]:
        """Return what is to be read: what has changed, and what was gone and is back as it was."""
        stale = self.store.stale(files.values())
        back = files.keys() - self._shown.keys() - {note.path for note in stale}
        return [*stale, *(files[path] for path in sorted(back))]

    def _is_reported(self, note: NoteFile) -> bool:
        return self._reported.get(note.path) == note.stamp

    def _moved(self, gone: Collection[str], reads: Sequence[ReadResult]) -> set[str]:
        """Return those of the files that are gone whose contents are there under a new name."""
        new = {read.note.hash for read in reads if read.note.path not in self._shown} - {b""}
        return {path for path in gone if self._kept[path].hash in new}

    def _drop(self, moved: Collection[str], gone: Collection[str], now: float) -> bool:
        """Let go of notes whose files are gone; an editor may put one back in a moment."""
        sure = gone if len(gone) > MANY else moved
        dropped = [p for p in gone if p in sure or self.doubts.is_settled(p, None, now)]
        ids = {self._shown.pop(path).note_id for path in dropped}
        for path in dropped:
            del self._kept[path]
            self._mend(path)
        if ids:  # the same name, spelt otherwise, may have come in its place
            ids -= {found.note_id for found in self._shown.values()}
        for note_id in ids:
            self.bodies.pop(note_id, None)
        return bool(dropped)

    def _take(self, reads: Sequence[ReadResult], found: Mapping[str, NoteFile], now: float) -> bool:
        changed = False
        for read in reads:
            path, stamp = read.note.path, found[read.note.path].stamp
            old = self.store.notes.get(path) if path in self._shown else None
            if old and old.hash == read.note.hash and path not in self._reported:
                self.store.add([read])  # only its times have changed, or were not trusted
                continue
            errors = self._fresh_errors(read.note, old)
            is_emptied = stamp.size == 0 and old is not None and old.stamp.size > 0
            is_doubtful = errors or is_emptied or read.note.is_gone
            if is_doubtful and not self.doubts.is_settled(path, stamp, now):
                continue
            self._mend(path)
            if errors:
                private = read.note.private or (old is not None and old.private)
                self.problems[path] = of_finding(errors[0], private=private)
                self._reported[path] = stamp
            if not errors or old is None or read.note.private > old.private:
                changed |= old is None or old.hash != read.note.hash
                self._show(read, found[path])
        return changed

    def _fresh_errors(self, new: CachedNote, old: CachedNote | None) -> list[Finding]:
        """Return the errors of a note that it had not before."""
        known = Counter(_said(old.as_of(self.day))) if old else Counter[tuple[str, str]]()
        errors = _errors(new.as_of(self.day))
        return [error for error in errors if not _taken(known, (error.code, error.message))]

    def _show(self, read: ReadResult, found: NoteFile) -> None:
        self.store.add([read])
        self._is_in_order = self._is_in_order and found.path in self._shown
        self._shown[found.path], self._kept[found.path] = found, read.note
        self._reported.pop(found.path, None)
        if read.body:
            self.bodies[found.note_id] = read.body.html

    def _mend(self, path: str) -> None:
        self.problems.pop(path, None)
        self._reported.pop(path, None)

    def _see(self, found: Mapping[str, NoteFile]) -> bool:
        """Keep the sizes and modes of what is shown; whether a mode has changed."""
        changed = False
        for path, note in found.items():
            shown = self._shown.get(path)
            if shown is not None and shown is not note:
                changed |= shown.mode != note.mode
                self._shown[path] = note
        return changed


def _around(seen: Scan) -> tuple[set[str], tuple[Finding, ...]]:
    """Return what there is beside the notes, without what editors leave for a moment."""
    files = {path for path in seen.attachments if not is_leaving(path.rpartition("/")[2])}
    return files, seen.findings


def _taken(known: "Counter[tuple[str, str]]", said: tuple[str, str]) -> bool:
    known[said] -= 1
    return known[said] >= 0


def _said(kept: CachedNote) -> list[tuple[str, str]]:
    return [(error.code, error.message) for error in _errors(kept)]


def _errors(kept: CachedNote) -> list[Finding]:
    mistakes = (*kept.mistakes, *(kept.body_mistakes or ()))
    found = (mistake.found_in(f"{CONTENT}/{kept.path}") for mistake in mistakes)
    return [finding for finding in found if finding.level == ERROR]
