"""A journal's folder to typed notes and findings, through the cache."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from journal import __version__
from journal.findings import Finding, Mistake
from journal.notes.records import AnyNote
from journal.reading.cache import Cache
from journal.reading.kept import Kept, pack, unpack
from journal.reading.scan import CONTENT, SETTLED, Found, Scan, scan
from journal.settings import SETTINGS_FILE, Settings, read_settings

if TYPE_CHECKING:
    from journal.reading.file import Read, Renderer

#: How the cache is written; with the version of the program, a change of it starts a new cache.
_CACHE_FORMAT = "4"

Progress = Callable[[int, int], None]


class Folder(NamedTuple):
    """What was read. `left_out` are the ids of files that are there but are no notes yet."""

    root: Path
    settings: Settings
    notes: tuple[AnyNote, ...]
    left_out: frozenset[str]
    attachments: frozenset[str]
    findings: tuple[Finding, ...]
    open_to_others: tuple[str, ...]


def open_cache(root: Path) -> Cache:
    """Open the cache of the journal at `root`."""
    return Cache(root, f"{__version__}/{_CACHE_FORMAT}")


def load_settings(root: Path) -> tuple[Settings, tuple[Finding, ...]]:
    """Read `journal.toml`; it may be absent. Never raises."""
    try:
        raw = (root / SETTINGS_FILE).read_bytes()
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        mistake = Mistake(1, 1, "S01", f"cannot be read: {error.strerror}", "the defaults stand")
        return Settings(), (mistake.found_in(SETTINGS_FILE),)
    settings, mistakes = read_settings(raw)
    return settings, tuple(mistake.found_in(SETTINGS_FILE) for mistake in mistakes)


def read_folder(
    root: Path,
    cache: Cache,
    seen: Scan | None = None,
    render: "Renderer | None" = None,
    progress: Progress | None = None,
) -> Folder:
    """Read the whole journal; with `render`, bodies too. A bad note is a finding, no error."""
    seen = seen or scan(root)
    kept = _read(_Task(root, cache, seen, render, progress))
    settings, findings = load_settings(root)
    return Folder(
        root,
        settings,
        tuple(one.note for one in kept if one.note),
        frozenset(
            found.note_id for found, one in zip(seen.notes, kept, strict=True) if one.note is None
        ),
        seen.attachments,
        (*seen.findings, *_findings(kept), *findings),
        tuple(found.path for found in seen.notes if found.mode & 0o044),
    )


class _Task(NamedTuple):
    """What to read, and how."""

    root: Path
    cache: Cache
    seen: Scan
    render: "Renderer | None"
    progress: Progress | None


def _read(task: _Task) -> list[Kept]:
    """Return what the notes hold, in the order of the scan: only what has changed is read."""
    known = {kept.path: kept for kept in unpack(task.cache.held())}
    rendered = task.cache.rendered() if task.render else None
    pending = [found for found in task.seen.notes if _is_stale(found, known, rendered)]
    read = _read_files(task, pending, known) if pending else []
    now = known | {one.kept.path: one.kept for one in read}
    notes = [now[found.path] for found in task.seen.notes]
    gone = now.keys() - {kept.path for kept in notes}
    if pending or gone:
        task.cache.keep(pack(notes), [one.body for one in read if one.body], gone)
    return notes


def _is_stale(found: Found, known: dict[str, Kept], rendered: dict[str, bytes] | None) -> bool:
    kept = known.get(found.path)
    if kept is None or kept.stamp != found.stamp:
        return True
    if rendered is None or kept.note is None:
        return False
    return kept.unshown is None or rendered.get(found.path) != kept.hash


def _read_files(task: _Task, pending: list[Found], known: dict[str, Kept]) -> "list[Read]":
    from journal.reading.workers import Job, read_notes

    found: list[Read] = []
    job = Job(task.root, [(each, known.get(each.path)) for each in pending], task.render)
    settled = time.time_ns() - SETTLED
    for count, read in enumerate(read_notes(job), start=1):
        # saved just now: a second save may leave the same stamp, so it is read again next time
        is_settled = read.kept.stamp.mtime < settled
        found.append(read if is_settled else read._replace(kept=_unsettled(read.kept)))
        if task.progress:
            task.progress(count, len(pending))
    return found


def _unsettled(kept: Kept) -> Kept:
    return msgspec.structs.replace(kept, stamp=kept.stamp._replace(ctime=0))


def _findings(notes: list[Kept]) -> Iterator[Finding]:
    for kept in notes:
        for mistake in (*kept.mistakes, *(kept.unshown or ())):
            yield mistake.found_in(f"{CONTENT}/{kept.path}")
