"""A journal's folder to typed notes and findings, through the cache."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from journal import __version__
from journal.findings import Finding, Mistake
from journal.notes.records import AnyNote
from journal.reading.cache import Cache, Entry
from journal.reading.scan import CONTENT, SETTLED, Found, Scan, scan
from journal.settings import SETTINGS_FILE, Settings, read_settings

if TYPE_CHECKING:
    from journal.reading.file import Renderer

_MISTAKES = msgspec.msgpack.Decoder(tuple[Mistake, ...])
_NO_MISTAKES = b"\x90"  # an empty list in msgpack
#: How the cache is written; with the version of the program, a change of it starts a new cache.
_CACHE_FORMAT = "3"

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


class _Held(msgspec.Struct, array_like=True):
    """All that was read, in one piece: an unchanged folder is loaded at once."""

    rendered: bool
    notes: tuple[AnyNote, ...]
    left_out: tuple[str, ...]
    findings: tuple[Finding, ...]


class _HeldRaw(msgspec.Struct, array_like=True):
    """The same, with the notes as they are in the cache."""

    rendered: bool
    notes: list[msgspec.Raw]
    left_out: list[str]
    findings: list[Finding]


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
    held = _held(cache.held(seen.signature()), render is not None)
    if held is None:
        held = _read(_Task(root, cache, seen, render, progress))
    settings, findings = load_settings(root)
    return Folder(
        root,
        settings,
        held.notes,
        frozenset(held.left_out),
        seen.attachments,
        (*held.findings, *findings),
        tuple(found.path for found in seen.notes if found.mode & 0o044),
    )


def _held(data: bytes, rendered: bool) -> _Held | None:
    try:
        held = msgspec.msgpack.decode(data, type=_Held) if data else None
    except msgspec.DecodeError:
        return None
    return held if held and held.rendered >= rendered else None


class _Task(NamedTuple):
    """What to read, and how."""

    root: Path
    cache: Cache
    seen: Scan
    render: "Renderer | None"
    progress: Progress | None


def _read(task: _Task) -> _Held:
    known = task.cache.entries()
    rendered = task.cache.rendered() if task.render else {}
    entries = {found.path: known.get(found.path) for found in task.seen.notes}
    pending = [found for found in task.seen.notes if _stale(found, known, rendered, task.render)]
    if pending:
        entries |= _read_files(task, pending, known)
    task.cache.store((), [path for path in known if path not in entries])
    if task.render and pending:
        rendered = task.cache.rendered()
    raw = _together(task.seen, entries, rendered, bool(task.render))
    data = msgspec.msgpack.encode(raw)
    if task.seen.settled(time.time_ns()):
        task.cache.hold(task.seen.signature(), data)
    return msgspec.msgpack.decode(data, type=_Held)


def _stale(
    found: Found, known: dict[str, Entry], rendered: dict[str, bytes], render: "Renderer | None"
) -> bool:
    entry = known.get(found.path)
    if entry is None or entry.stamp != found.stamp:
        return True
    return bool(render and entry.record and found.path not in rendered)


def _read_files(task: _Task, pending: list[Found], known: dict[str, Entry]) -> dict[str, Entry]:
    from journal.reading.workers import Job, read_notes

    entries: dict[str, Entry] = {}
    reads = []
    job = Job(task.root, [(found, known.get(found.path)) for found in pending], task.render)
    settled = time.time_ns() - SETTLED
    for count, read in enumerate(read_notes(job), start=1):
        entries[read.path] = read.entry
        # saved just now: a second save may leave the same stamp, so it is read again next time
        kept = read.entry if read.entry.stamp.mtime < settled else _unsettled(read.entry)
        reads.append((read.path, kept, read.body))
        if task.progress:
            task.progress(count, len(pending))
    task.cache.store(reads, ())
    return entries


def _unsettled(entry: Entry) -> Entry:
    return entry._replace(stamp=entry.stamp._replace(ctime=0))


def _together(
    seen: Scan, entries: Mapping[str, Entry | None], rendered: dict[str, bytes], bodies: bool
) -> _HeldRaw:
    held = _HeldRaw(bodies, [], [], list(seen.findings))
    for found in seen.notes:
        entry = entries[found.path]
        assert entry is not None, found.path
        if entry.record:
            held.notes.append(msgspec.Raw(entry.record))
        else:
            held.left_out.append(found.note_id)
        for mistakes in (entry.mistakes, rendered.get(found.path, _NO_MISTAKES)):
            if mistakes != _NO_MISTAKES:
                path = f"{CONTENT}/{found.path}"
                held.findings += [m.found_in(path) for m in _MISTAKES.decode(mistakes)]
    return held
