"""Whether a site is still what a build would make: known without reading a note."""

import os
import stat
import time
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

import msgspec

from journal.cli.output import Counts
from journal.file_names import CACHE_FOLDER, SETTINGS_FILE
from journal.git import GitFailed, git_status, path_inside
from journal.program import program_digest
from journal.publish import published_id
from journal.reading.cache import Cache
from journal.reading.scan import FileStamp, Scan
from journal.site.own_templates import shipped_templates, usable_templates


class BuildRecord(msgspec.Struct, frozen=True):
    """What a build made: its id, and what it said at its end."""

    id: str
    pages: int
    notes: int
    counts: Counts
    #: what is not shown otherwise is on it, as far as is known
    private: bool = True
    drafts: bool = True
    #: the notes that could not be read, a line each
    unread: tuple[str, ...] = ()


def build_id_of(root: Path, target: Path, scan: Scan, *options: object) -> str:
    """Return a digest of all that the site in `target` depends on; `options` with the day."""
    digest = blake2b(digest_size=16)
    made_by = program_digest(), usable_templates(root).digest()
    made_of = scan.signature(), _settings(root), _git_status(root, target)
    for part in (*made_by, *made_of, *map(str, options)):
        digest.update(part.encode("utf-8", "surrogateescape") + b"\0")
    for one in _stamps(root, scan):
        digest.update(one.encode("utf-8", "surrogateescape") + b"\n")
    return digest.hexdigest()


def _git_status(root: Path, target: Path) -> str:
    """Return what findings say of git, in short: it may come to track the site at any time."""
    names = (*path_inside(root, target), CACHE_FOLDER)
    try:
        known = git_status(root, names)
    except GitFailed:
        return "refused"
    if known is None:
        return ""
    return " ".join(f"{name in known.tracked} {name in known.ignored}" for name in names)


def _settings(root: Path) -> str:
    try:
        return (root / SETTINGS_FILE).read_bytes().hex()
    except OSError as error:
        return str(error.errno)


def _stamps(root: Path, scan: Scan) -> Iterator[str]:
    """Yield what tells that an attachment or a shipped template has changed.

    One saved just now may be saved once more and look the same: it tells of a change each time.
    """
    files = [root / scan.notes_root / path for path in sorted(scan.attachments)]
    files += sorted(shipped_templates().rglob("*"))
    now = time.time_ns()
    for path in files:
        try:
            status = path.stat()
        except OSError:
            continue
        if stat.S_ISREG(status.st_mode):
            stamp = FileStamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
            yield f"{path}\0{stamp}" if stamp.is_settled(now) else f"{path}\0{now}"


def last_build(cache: Cache, root: Path, target: Path) -> BuildRecord | None:
    """Return what was said of the site in `target`, if that is the one of which it was said."""
    record = _remembered(cache, target)
    return record if record and published_id(target, root) == record.id else None


def _remembered(cache: Cache, target: Path) -> BuildRecord | None:
    try:
        return msgspec.json.decode(cache.meta(_key(target)) or "null", type=BuildRecord | None)
    except msgspec.DecodeError:
        return None


def remember(cache: Cache, target: Path, record: BuildRecord) -> None:
    """Keep what was said of the site in `target`."""
    cache.set_meta(_key(target), msgspec.json.encode(record).decode())


def _key(target: Path) -> str:
    return f"site {os.fsencode(target.absolute()).hex()}"
