"""Hints that something has changed, from the system; what has changed, a look at the files says."""

import os
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

from journal.reading.cache import CACHE_FOLDER
from journal.reading.scan import CONTENT
from journal.serve.changes import Doing, is_leaving
from journal.settings import SETTINGS_FILE
from journal.site.own_templates import OWN, shipped_templates

#: Takes the path of a note (relative to content/) that may have changed, or None for all, and what
#: is done to it.
Hint = Callable[[str | None, Doing], None]

#: Reading a file is none of them.
_CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent, FileModifiedEvent, FileClosedEvent, FileMovedEvent, FileDeletedEvent,
    DirCreatedEvent, DirMovedEvent, DirDeletedEvent,
]  # fmt: skip
#: A move to the name of a note is how most editors save: it is whole by then.
_DOING = {"modified": Doing.WRITING, "closed": Doing.WRITTEN, "moved": Doing.WRITTEN}
_HEARING = 1.0  # seconds until a change ought to be heard of
_HIDDEN = re.compile(r"\.|_")


class Heard(FileSystemEventHandler):
    """Keeps that anything was heard."""

    def __init__(self) -> None:
        self.event = Event()

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002 - watchdog's
        """Keep it."""
        self.event.set()


class Watch(FileSystemEventHandler):
    """Watches the notes, the settings and the templates; nothing else of the journal's folder."""

    def __init__(self, root: Path, hint: Hint) -> None:
        self.root = root
        self._hint = hint
        self._observer: BaseObserver | None = None
        self._watches: dict[Path, ObservedWatch] = {}

    def start(self) -> str:
        """Begin, and return an empty text, or why one cannot watch here."""
        try:
            self._observer = Observer()
            self._observer.start()
            self._observer.schedule(self, str(self.root), recursive=False, event_filter=_CHANGES)
            for folder in self._folders():
                self._follow(folder)
            if self._hears():
                self._hint(None, Doing.OTHER)  # what was saved before one could hear of it
                return ""
            reason = "perhaps the limit of inotify is reached"
        except OSError as error:
            reason = error.strerror or str(error)
        self.stop()
        return reason

    def _hears(self) -> bool:
        """Whether a change is reported: past its limits, the system may watch nothing, silently."""
        cache = self.root / CACHE_FOLDER
        probe = cache / f".{secrets.token_hex(6)}.tmp"
        heard = Heard()
        assert self._observer
        watch = self._observer.schedule(heard, str(cache), event_filter=_CHANGES)
        try:
            os.close(os.open(probe, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            probe.unlink()
        except OSError:  # a folder that cannot be written: nothing to try it with
            return True
        finally:
            heard.event.wait(_HEARING)
            self._observer.unschedule(watch)
        return heard.event.is_set()

    def stop(self) -> None:
        """End."""
        if self._observer and self._observer.is_alive():
            self._observer.stop()
            self._observer.join(1)

    def _folders(self) -> list[Path]:
        return [self.root / CONTENT, self.root / OWN, shipped_templates()]

    def _follow(self, folder: Path) -> None:
        """Watch a folder, anew if it was replaced."""
        assert self._observer
        if old := self._watches.pop(folder, None):
            self._observer.unschedule(old)
        if folder.is_dir() and not folder.is_symlink():
            self._watches[folder] = self._observer.schedule(
                self, str(folder), recursive=True, event_filter=_CHANGES
            )

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on what an event hints at."""
        places = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        for place in places:
            if place in self._folders() and event.is_directory:
                self._renew(place)
        doing = _DOING.get(event.event_type, Doing.OTHER)
        for place in places:
            if self._matters(place):
                is_source = len(places) > 1 and place == places[0]
                self._hint(note_path(self.root, place), Doing.OTHER if is_source else doing)

    def _renew(self, folder: Path) -> None:
        try:
            self._follow(folder)
        except OSError:  # a look at the files finds what is missed
            return

    def _matters(self, path: Path) -> bool:
        if is_leaving(path.name):
            return False
        if path.is_relative_to(self.root / CONTENT):
            inside = path.relative_to(self.root / CONTENT).parts
            return not any(_HIDDEN.match(part) for part in inside)
        return path.name in (SETTINGS_FILE, CONTENT, OWN) or self._is_template(path)

    def _is_template(self, path: Path) -> bool:
        return any(path.is_relative_to(folder) for folder in self._folders()[1:])


def note_path(root: Path, path: Path) -> str | None:
    """Return the path of a note relative to content/, or None for anything else."""
    content = root / CONTENT
    if path.suffix != ".md" or not path.is_relative_to(content):
        return None
    return PurePath(path.relative_to(content)).as_posix()
