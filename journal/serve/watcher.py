"""Watches the journal's files, and reports which may have changed, but not how."""

import re
import secrets
from collections.abc import Callable
from pathlib import Path, PurePath
from threading import Event

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from journal.atomic_file import write_file
from journal.file_names import CACHE_FOLDER, SETTINGS_FILE, SITE, TEMPLATES, is_temporary
from journal.serve.changes import ChangeKind
from journal.settings import DEFAULT_LAYOUT, Layout
from journal.site.own_templates import shipped_templates

#: Takes the path of a note (relative to the notes' folder) that may have changed, or None for
#: anything, and what is done to it.
Report = Callable[[str | None, ChangeKind], None]

#: Reading a file is not among them.
_CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent, FileModifiedEvent, FileClosedEvent, FileMovedEvent, FileDeletedEvent,
    DirCreatedEvent, DirMovedEvent, DirDeletedEvent,
]  # fmt: skip
#: Most editors save by moving a complete file to the name of the note.
_KINDS = {"modified": ChangeKind.WRITING, "closed": ChangeKind.WRITTEN, "moved": ChangeKind.WRITTEN}
_PROBE_TIME = 1.0  # seconds in which a change ought to be reported
_HIDDEN = re.compile(r"\.|_")


class _Probe(FileSystemEventHandler):
    """Remembers whether anything was reported."""

    def __init__(self) -> None:
        self.event = Event()

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002 - watchdog's
        """Remember it."""
        self.event.set()


class Watcher(FileSystemEventHandler):
    """Watches the notes, the settings and the templates, and nothing else in the folder."""

    def __init__(self, root: Path, report: Report, layout: Layout = DEFAULT_LAYOUT) -> None:
        self.root, self._layout = root, layout
        self._notes = layout.top(root)
        self._report = report
        self._observer: BaseObserver | None = None
        self._watches: dict[Path, ObservedWatch] = {}

    def start(self) -> str:
        """Begin to watch; return why that is not possible here, or an empty text."""
        try:
            self._observer = Observer()
            self._observer.start()
            self._observer.schedule(self, str(self.root), recursive=False, event_filter=_CHANGES)
            for folder in self._folders():
                self._watch(folder)
            if self._works():
                self._report(None, ChangeKind.OTHER)  # files may have been saved before
                return ""
            reason = "perhaps the limit of inotify is reached"
        except OSError as error:
            reason = error.strerror or str(error)
        self.stop()
        return reason

    def _works(self) -> bool:
        """Whether a change is reported: past its limits, inotify may silently watch nothing."""
        cache = self.root / CACHE_FOLDER
        file = cache / f".{secrets.token_hex(6)}.tmp"
        probe = _Probe()
        assert self._observer
        watch = self._observer.schedule(probe, str(cache), event_filter=_CHANGES)
        try:
            write_file(str(file), [], flush=False)
            file.unlink()
        except OSError:  # the folder is not writable, so this cannot be tried
            return True
        finally:
            probe.event.wait(_PROBE_TIME)
            self._observer.unschedule(watch)
        return probe.event.is_set()

    def stop(self) -> None:
        """Stop watching."""
        if self._observer and self._observer.is_alive():
            self._observer.stop()
            self._observer.join(1)

    def _folders(self) -> list[Path]:
        return [self._notes, self.root / TEMPLATES, shipped_templates()]

    def _watch(self, folder: Path) -> None:
        """Watch a folder, again if it was replaced."""
        assert self._observer
        if old := self._watches.pop(folder, None):
            self._observer.unschedule(old)
        if folder.is_dir() and not folder.is_symlink():
            self._watches[folder] = self._observer.schedule(
                self, str(folder), recursive=True, event_filter=_CHANGES
            )

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Report the files of an event."""
        places = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        for place in places:
            if place in self._folders() and event.is_directory:
                self._watch_again(place)
        kind = _KINDS.get(event.event_type, ChangeKind.OTHER)
        for place in places:
            if self._is_relevant(place):
                is_source = len(places) > 1 and place == places[0]
                path = note_path(self._notes, place)
                self._report(path, ChangeKind.OTHER if is_source else kind)

    def _watch_again(self, folder: Path) -> None:
        try:
            self._watch(folder)
        except OSError:  # the next scan finds what is missed
            return

    def _is_relevant(self, path: Path) -> bool:
        if is_temporary(path.name):
            return False
        if self._is_template(path) or path.name in self._names:
            return True
        if not path.is_relative_to(self._notes):
            return False
        inside = path.relative_to(self._notes).parts
        is_of_a_site = self._layout.is_vault and inside[:1] == (SITE,)
        return not is_of_a_site and not any(_HIDDEN.match(part) for part in inside)

    @property
    def _names(self) -> tuple[str, ...]:
        """The names in the journal's folder that matter besides notes."""
        return (SETTINGS_FILE, TEMPLATES, *Path(self._layout.notes_root).parts)

    def _is_template(self, path: Path) -> bool:
        return any(path.is_relative_to(folder) for folder in self._folders()[1:])


def note_path(notes: Path, path: Path) -> str | None:
    """Return the path of a note relative to the notes' folder, or None for anything else."""
    if path.suffix != ".md" or not path.is_relative_to(notes):
        return None
    return PurePath(path.relative_to(notes)).as_posix()
