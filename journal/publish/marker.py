"""The file that says a folder was made by us, and lists what we put into it.

Nothing that the list does not name is ever deleted.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

MARKER = ".journal-site"
IGNORE = ".gitignore"
OWN = frozenset({MARKER, IGNORE})
#: What file managers leave in any folder they are shown.
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})

_MAKER = "mentoring journal"


@dataclass(frozen=True)
class Marker:
    """Which build made a site, and the size in bytes of every file of it, by address."""

    build_id: str
    files: Mapping[str, int]

    def to_json(self) -> bytes:
        """Return the marker's bytes; the same site gives the same bytes."""
        about = {"made by": _MAKER, "build_id": self.build_id, "files": dict(self.files)}
        return json.dumps(about, ensure_ascii=False, indent=0, sort_keys=True).encode()

    def lists(self, address: str) -> bool:
        """Whether what is at `address` may be deleted: ours, or a file manager's litter."""
        name = address.rpartition("/")[2]
        return address in self.files or address in OWN or name in LITTER or address in self.folders

    @cached_property
    def folders(self) -> frozenset[str]:
        """The addresses of the folders that hold the files."""
        parents = (PurePosixPath(address).parents for address in self.files)
        return frozenset(str(folder) for folders in parents for folder in folders)


def read_marker(folder: Path) -> Marker | None:
    """Return the marker of a finished site; None without one, or when it is not ours."""
    path = folder / MARKER
    try:
        if folder.is_symlink() or path.is_symlink() or not path.is_file():
            return None
        about = json.loads(path.read_bytes())
        if about["made by"] != _MAKER:
            return None
        return Marker(str(about["build_id"]), {str(at): int(n) for at, n in about["files"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def published_id(target: Path) -> str | None:
    """Return the id of the build that made the site in `target`.

    None when there is no site, it is not ours, or a page of it is gone or of another size.
    """
    marker = read_marker(target)
    if marker is None:
        return None
    try:
        found = {
            address: entry.stat(follow_symlinks=False).st_size
            for address, entry in entries_in(target)
            if entry.is_file(follow_symlinks=False)
        }
    except OSError:
        return None
    whole = all(found.get(address) == size for address, size in marker.files.items())
    return marker.build_id if whole else None


def foreign_in(folder: Path) -> str | None:
    """Return the address of something in `folder` that we did not make, else None.

    Raises OSError where the folder cannot be looked into.
    """
    marker = read_marker(folder)
    for address, _ in entries_in(folder):
        if marker is None or not marker.lists(address):
            return address
    return None


def entries_in(folder: Path, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield address and entry of all that is below `folder`; links are not followed."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            yield prefix + entry.name, entry
            if entry.is_dir(follow_symlinks=False):
                yield from entries_in(Path(entry.path), f"{prefix}{entry.name}/")
