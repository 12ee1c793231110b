"""What was read of a journal's notes: only what has changed since is read again."""

import time
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from journal.reading.cache import Body, Cache
from journal.reading.note_file import Kept, pack, unpack
from journal.reading.scan import Found, Scan, Stamp

if TYPE_CHECKING:
    from journal.reading.note_file import Read, Renderer

Progress = Callable[[int, int], None]


class Shelf:
    """The notes of one journal as they were last read; with a `render`, their bodies too."""

    def __init__(self, root: Path, cache: Cache, render: "Renderer | None" = None) -> None:
        self.root = root
        self.cache = cache
        self.render = render
        #: whether the bodies themselves are wanted, or only what is wrong in them
        self.has_bodies = render is not None
        self._held = unpack(cache.held())
        self._bodies: dict[str, Body] = {}
        self._is_saved = True

    @cached_property
    def known(self) -> dict[str, Kept]:
        """What is known of each file, by path."""
        return {kept.path: kept for kept in self._held}

    @cached_property
    def _rendered(self) -> dict[str, bytes]:
        """What each body was rendered from: digests of files, by path."""
        return self.cache.rendered()

    def update(self, seen: Scan, progress: Progress | None = None) -> list[Kept]:
        """Read what has changed, and return what the notes hold, in the order of the scan."""
        if not self.render and self._holds(seen):
            return self._held  # the usual case, and half the time
        if stale := self.stale(seen.notes):
            self.take(self.read(stale, progress))
        return [self.known[found.path] for found in seen.notes]

    def _holds(self, seen: Scan) -> bool:
        """Whether what the cache held is all there is, as it is."""
        return _stamps(self._held) == [(one.path, one.stamp) for one in seen.notes]

    def stale(self, notes: Iterable[Found]) -> list[Found]:
        """Return what is not known as it is now."""
        return [found for found in notes if self._is_stale(found)]

    def _is_stale(self, found: Found) -> bool:
        kept = self.known.get(found.path)
        if kept is None or kept.stamp != found.stamp:
            return True
        if self.render is None or kept.note is None:
            return False
        if kept.unshown is None:
            return True
        return self.has_bodies and self._rendered.get(found.path) != kept.hash

    def read(self, notes: Sequence[Found], progress: Progress | None = None) -> "list[Read]":
        """Read notes, and take none of them yet. A bad one is a finding, no error."""
        from journal.reading.workers import Job, read_notes

        found: list[Read] = []
        job = Job(self.root, [(each, self.known.get(each.path)) for each in notes], self.render)
        began = time.time_ns()
        for count, read in enumerate(read_notes(job), start=1):
            # saved just now: a second save may leave the same stamp, so it is read again next time
            is_settled = read.kept.stamp.is_settled(began)
            found.append(read if is_settled else read._replace(kept=_unsettled(read.kept)))
            if progress:
                progress(count, len(notes))
        return found

    def take(self, reads: "Iterable[Read]") -> None:
        """Know what was read, in the place of what was known."""
        for read in reads:
            path = read.kept.path
            self.known[path] = read.kept
            if read.body:
                self._bodies[path] = read.body
                if self.has_bodies:
                    self._rendered[path] = read.body.hash
            self._is_saved = False

    def html(self) -> dict[str, str]:
        """Return all rendered bodies, by the ids of their notes; a name may be decomposed."""
        html = self.cache.all_html() if len(self._bodies) < len(self.known) else {}
        html.update((path, body.html) for path, body in self._bodies.items())
        known = ((path, one.note) for path, one in self.known.items())
        return {note.id: html.get(path, "") for path, note in known if note}

    def save(self, seen: Scan) -> None:
        """Keep in the cache what is known of the files of the scan; nothing if that is there."""
        if self._is_saved and self._holds(seen):
            return
        notes = [self.known[found.path] for found in seen.notes if found.path in self.known]
        gone = self.known.keys() - {kept.path for kept in notes}
        if self._is_saved and not gone:
            return
        self.cache.keep(pack(notes), self._bodies.values(), gone)
        self.known = {kept.path: kept for kept in notes}
        self._bodies.clear()
        self._is_saved = True


def _stamps(held: list[Kept]) -> list[tuple[str, Stamp]]:
    return [(kept.path, kept.stamp) for kept in held]


def _unsettled(kept: Kept) -> Kept:
    return msgspec.structs.replace(kept, stamp=kept.stamp._replace(ctime=0))
