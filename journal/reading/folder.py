"""A journal's folder to typed notes and findings, through the cache."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from journal import __version__
from journal.findings import Finding, Mistake
from journal.notes.records import AnyNote
from journal.reading.cache import Cache, Entry
from journal.reading.file import Renderer
from journal.reading.scan import CONTENT, Found, Scan, scan
from journal.settings import SETTINGS_FILE, Settings, read_settings

_NOTE = msgspec.msgpack.Decoder(AnyNote)
_MISTAKES = msgspec.msgpack.Decoder(tuple[Mistake, ...])
#: How the cache is written; with the version of the program, a change of it starts a new cache.
_CACHE_FORMAT = "1"

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
    render: Renderer | None = None,
    progress: Progress | None = None,
) -> Folder:
    """Read the whole journal; with `render`, bodies too. A bad note is a finding, no error."""
    seen = seen or scan(root)
    known = cache.entries()
    rendered = cache.rendered() if render else {}
    entries = {found.path: known.get(found.path) for found in seen.notes}
    pending = [found for found in seen.notes if _stale(found, known, rendered, render)]
    if pending or len(known) > len(entries):
        entries |= _read(root, cache, pending, known, render, progress)
        cache.store((), [path for path in known if path not in entries])
        rendered = cache.rendered() if render else {}
    settings, findings = load_settings(root)
    return _folder(root, settings, seen, findings, entries, rendered)


def _stale(
    found: Found, known: dict[str, Entry], rendered: dict[str, bytes], render: Renderer | None
) -> bool:
    entry = known.get(found.path)
    if entry is None or entry.stamp != found.stamp:
        return True
    return bool(render and entry.record and found.path not in rendered)


def _read(
    root: Path,
    cache: Cache,
    pending: list[Found],
    known: dict[str, Entry],
    render: Renderer | None,
    progress: Progress | None,
) -> dict[str, Entry]:
    from journal.reading.workers import Job, read_notes

    started = time.time_ns()
    entries: dict[str, Entry] = {}
    fresh = []
    job = Job(root, [(found, known.get(found.path)) for found in pending], render)
    for count, read in enumerate(read_notes(job), start=1):
        entries[read.path] = read.entry
        # saved just now: a second save may leave the same stamp, so it is read again next time
        if read.entry.stamp.mtime < started - 50_000_000:
            fresh.append((read.path, read.entry, read.body))
        else:
            fresh.append((read.path, _unsettled(read.entry), read.body))
        if progress:
            progress(count, len(pending))
    cache.store(fresh, ())
    return entries


def _unsettled(entry: Entry) -> Entry:
    return entry._replace(stamp=entry.stamp._replace(ctime=0))


def _folder(
    root: Path,
    settings: Settings,
    seen: Scan,
    findings: Iterable[Finding],
    entries: dict[str, Entry | None],
    rendered: dict[str, bytes],
) -> Folder:
    notes: list[AnyNote] = []
    left_out = []
    found_wrong = [*seen.findings, *findings]
    for found in seen.notes:
        entry = entries[found.path]
        assert entry is not None, found.path
        path = f"{CONTENT}/{found.path}"
        if entry.record:
            notes.append(_NOTE.decode(entry.record))
        else:
            left_out.append(found.note_id)
        for mistakes in (entry.mistakes, rendered.get(found.path, b"\x90")):
            if mistakes != b"\x90":
                found_wrong += [mistake.found_in(path) for mistake in _MISTAKES.decode(mistakes)]
    readable = tuple(found.path for found in seen.notes if found.mode & 0o044)
    return Folder(
        root, settings, tuple(notes), frozenset(left_out), seen.attachments, tuple(found_wrong),
        readable,
    )  # fmt: skip
