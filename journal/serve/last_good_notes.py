"""The notes as they are shown: each in its last version that had no new error."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from journal.file_names import is_temporary
from journal.findings import ERROR, Finding
from journal.markup.render import render
from journal.reading.cache import Cache
from journal.reading.cached_note import CachedNote, ReadResult
from journal.reading.folder import JournalFolder, LoadedSettings
from journal.reading.note_store import NoteStore
from journal.reading.scan import FileStamp, NoteFile, Scan, scan_notes
from journal.serve.changes import MANY
from journal.serve.problems import Problem, UnsettledFiles, finding_problem
from journal.settings import DEFAULT_LAYOUT, Layout


class _ShownNote(NamedTuple):
    """A note as it is shown: its file, and what was read from that."""

    file: NoteFile
    said: CachedNote


class LastGoodNotes:
    """Follows the files of the notes; what is broken now stays as it was before."""

    def __init__(
        self, root: Path, cache: Cache, scan: Scan, day: date, layout: Layout = DEFAULT_LAYOUT
    ) -> None:
        self.root, self.day, self.layout = root, day, layout
        self.store = NoteStore(root, cache, render, layout)
        self.store.update(scan)
        self.scan = scan
        self.unsettled = UnsettledFiles()
        self.problems: dict[str, Problem] = {}
        #: note id -> its body as rendered
        self.bodies = self.store.bodies()
        #: the stamps of broken files whose problem was reported
        self._reported: dict[str, FileStamp] = {}
        self._files = {file.path: file for file in scan.notes}
        notes = self.store.notes
        self._shown = {path: _ShownNote(file, notes[path]) for path, file in self._files.items()}
        self._is_in_order = True
        #: notes that this program itself took away or moved: no editor puts them back
        self._taken_away: set[str] = set()

    def take_away(self, paths: Collection[str]) -> None:
        """Let notes (by paths from the root) go at the next refresh, if their files are gone."""
        self._taken_away = {self.layout.inner(path) for path in paths}

    def close(self) -> None:
        """Close the cache from which notes are read; to close it twice does no harm."""
        self.store.cache.close()

    def save(self) -> None:
        """Keep in the cache what was read."""
        self.store.save(self.scan._replace(notes=tuple(self._files.values())))

    def folder(self, loaded: LoadedSettings) -> JournalFolder:
        """Return the journal's folder as it is shown."""
        if not self._is_in_order:
            self._shown = dict(sorted(self._shown.items()))
            self._is_in_order = True
        shown = self._shown.values()
        scan = self.scan._replace(notes=tuple([each.file for each in shown]))
        return JournalFolder(self.root, scan, [each.said for each in shown], loaded, self.bodies)

    def refresh(self, scan: Scan, now: float) -> bool:
        """Read what has changed since; return whether anything that is shown has."""
        earlier, self.scan = self.scan, scan
        self._files = {file.path: file for file in scan.notes}
        unreadable = tuple(self._start_of(folder) for folder in scan.unreadable_folders)
        removed = {
            path
            for path in self._shown.keys() - self._files.keys()
            if not path.startswith(unreadable)  # in sight again, it may be the same
        }
        is_new = self._follow(self._files, removed, now, elsewhere=())
        return is_new or _besides_notes(scan) != _besides_notes(earlier)

    def _start_of(self, folder: str) -> str:
        """Return what the paths of notes begin with, below a folder of the journal."""
        return "" if folder == self.layout.place else f"{self.layout.inner(folder)}/"

    def refresh_some(self, paths: Collection[str], now: float) -> bool | None:
        """Do that for a few notes, or return None if one of them is new or gone."""
        files = self._scanned(paths) if self._files.keys() >= set(paths) else None
        if files is None:
            return None
        self._files.update(files)
        elsewhere = [path for path in self.unsettled.paths if path not in files]
        return self._follow(files, (), now, elsewhere)

    def _scanned(self, paths: Collection[str]) -> dict[str, NoteFile] | None:
        return scan_notes(self.root, paths, self.layout)

    def _follow(
        self,
        files: Mapping[str, NoteFile],
        removed: Collection[str],
        now: float,
        elsewhere: Collection[str],
    ) -> bool:
        """Read what has changed in these files; return whether anything that is shown has.

        `elsewhere` are unsettled files that are not looked at now.
        """
        before = dict(self.problems)
        stale = [file for file in self._stale(files) if not self._is_reported(file)]
        due = [file for file in stale if not self.unsettled.is_waiting(file.path, file.stamp, now)]
        results = self.store.read(due) if due else []
        is_new = self._remove(self._renamed(removed, results), removed, now)
        is_new |= self._take(results, files, now)
        self.unsettled.keep_only({*removed, *elsewhere, *(file.path for file in stale)})
        return self._update_files(files) or is_new or before != self.problems

    def _stale(self, files: Mapping[str, NoteFile]) -> list[NoteFile]:
        """Return the files to read: changed ones, and those that were gone and are back."""
        stale = self.store.stale(files.values())
        back = files.keys() - self._shown.keys() - {file.path for file in stale}
        return [*stale, *(files[path] for path in sorted(back))]

    def _is_reported(self, file: NoteFile) -> bool:
        return self._reported.get(file.path) == file.stamp

    def _renamed(self, removed: Collection[str], results: Sequence[ReadResult]) -> set[str]:
        """Return the removed files whose contents have appeared under a new name."""
        new = {note.hash for note, _ in results if note.path not in self._shown} - {b""}
        return {path for path in removed if self._shown[path].said.hash in new}

    def _remove(self, renamed: Collection[str], removed: Collection[str], now: float) -> bool:
        """Drop notes whose files are gone, once it is sure that no editor puts them back."""
        sure = removed if len(removed) > MANY else {*renamed, *self._taken_away}
        self._taken_away = set()
        dropped = [p for p in removed if p in sure or self.unsettled.is_settled(p, None, now)]
        ids = {self._shown.pop(path).file.note_id for path in dropped}
        for path in dropped:
            self._forget_problem(path)
        if ids:  # the same id, composed otherwise, may have taken its place
            ids -= {each.file.note_id for each in self._shown.values()}
        for note_id in ids:
            self.bodies.pop(note_id, None)
        return bool(dropped)

    def _take(
        self, results: Sequence[ReadResult], files: Mapping[str, NoteFile], now: float
    ) -> bool:
        """Show what was read, where it is good; return whether anything new is shown."""
        changed = [self._take_one(each, files[each.note.path], now) for each in results]
        return any(changed)

    def _take_one(self, result: ReadResult, file: NoteFile, now: float) -> bool:
        note, path = result.note, file.path
        old = self.store.notes.get(path) if path in self._shown else None
        if old and old.hash == note.hash and path not in self._reported:
            self.store.add([result])  # only its times have changed, or were not trusted
            return False
        errors = self._new_errors(note, old)
        is_emptied = file.stamp.size == 0 and old is not None and old.stamp.size > 0
        is_doubtful = errors or is_emptied or note.is_gone
        if is_doubtful and not self.unsettled.is_settled(path, file.stamp, now):
            return False
        self._forget_problem(path)
        if errors:
            self._report(errors[0], file, note.private or (old is not None and old.private))
        if errors and old is not None and note.private <= old.private:
            return False
        self._show(result, file)
        return old is None or old.hash != note.hash

    def _new_errors(self, new: CachedNote, old: CachedNote | None) -> list[Finding]:
        """Return the errors of a note that it did not have before."""
        known = Counter((error.code, error.message) for error in self._errors(old))
        found: list[Finding] = []
        for error in self._errors(new):
            known[error.code, error.message] -= 1
            if known[error.code, error.message] < 0:
                found.append(error)
        return found

    def _errors(self, note: CachedNote | None) -> list[Finding]:
        if note is None:
            return []
        mistakes = note.as_of(self.day).all_mistakes
        found = (mistake.found_in(self.layout.path(note.path)) for mistake in mistakes)
        return [finding for finding in found if finding.level == ERROR]

    def _report(self, error: Finding, file: NoteFile, private: bool) -> None:
        self.problems[file.path] = finding_problem(error, private=private)
        self._reported[file.path] = file.stamp

    def _show(self, result: ReadResult, file: NoteFile) -> None:
        self.store.add([result])
        self._is_in_order = self._is_in_order and file.path in self._shown
        self._shown[file.path] = _ShownNote(file, result.note)
        self._reported.pop(file.path, None)
        if result.body:
            self.bodies[file.note_id] = result.body.html

    def _forget_problem(self, path: str) -> None:
        self.problems.pop(path, None)
        self._reported.pop(path, None)

    def _update_files(self, files: Mapping[str, NoteFile]) -> bool:
        """Update the files of what is shown; return whether a file's mode has changed."""
        changed = False
        for path, file in files.items():
            shown = self._shown.get(path)
            if shown is not None and shown.file is not file:
                changed |= shown.file.mode != file.mode
                self._shown[path] = shown._replace(file=file)
        return changed


def _besides_notes(scan: Scan) -> tuple[set[str], tuple[Finding, ...]]:
    """Return the attachments, without temporary files of editors, and the findings."""
    files = {path for path in scan.attachments if not is_temporary(path.rpartition("/")[2])}
    return files, scan.findings
