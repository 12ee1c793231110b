"""A journal's folder to typed notes and findings, through the cache."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journal import __version__
from journal.findings import Finding, Mistake
from journal.notes.records import AnyNote
from journal.reading.cache import Cache
from journal.reading.kept import Kept
from journal.reading.scan import CONTENT, Scan, scan
from journal.reading.shelf import Progress, Shelf
from journal.settings import SETTINGS_FILE, Settings, read_settings

if TYPE_CHECKING:
    from journal.reading.file import Renderer

#: How the cache is written; with the version of the program, a change of it starts a new cache.
_CACHE_FORMAT = "4"


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
    shelf = Shelf(root, cache, render)
    kept = shelf.update(seen, progress)
    shelf.save(seen)
    return folder_of(root, seen, kept, load_settings(root))


def folder_of(
    root: Path, seen: Scan, kept: Sequence[Kept], loaded: tuple[Settings, tuple[Finding, ...]]
) -> Folder:
    """Put together what was seen, what its notes hold (in the same order), and the settings."""
    settings, findings = loaded
    notes = zip(seen.notes, kept, strict=True)
    return Folder(
        root,
        settings,
        tuple(one.note for one in kept if one.note),
        frozenset(found.note_id for found, one in notes if one.note is None),
        seen.attachments,
        (*seen.findings, *_findings(kept), *findings),
        tuple(found.path for found in seen.notes if found.mode & 0o044),
    )


def _findings(notes: Sequence[Kept]) -> Iterator[Finding]:
    for kept in notes:
        if kept.mistakes or kept.unshown:
            for mistake in (*kept.mistakes, *(kept.unshown or ())):
                yield mistake.found_in(f"{CONTENT}/{kept.path}")
