"""The file that says a folder was made by this journal, and lists what was put into it.

Nothing that the list does not name is ever deleted, and no list is believed but one that carries
the seal of this account and this journal's folder: another would have its writer say what goes.
"""

import hmac
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath

from journal.account import account_key
from journal.file_names import SITE_MARKER

MARKER = SITE_MARKER
IGNORE = ".gitignore"
OWN_FILES = frozenset({MARKER, IGNORE})
#: What file managers leave in any folder they are shown.
FILE_MANAGER_FILES = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})

_MAKER = "mentoring journal"


def seal_key(root: Path) -> bytes:
    """Return what this account seals the sites of the journal at `root` with."""
    return account_key(f"sites of {os.fsencode(root.resolve()).hex()}")


@dataclass(frozen=True)
class Marker:
    """Which build made a site, and the size in bytes of every file of it, by address.

    `staging` is the name of the folder in which a site is being put together, until it is whole.
    """

    build_id: str
    files: Mapping[str, int]
    staging: str = ""

    def to_json(self, key: bytes) -> bytes:
        """Return the marker's bytes, sealed; the same site gives the same bytes."""
        about = {"made by": _MAKER, "build_id": self.build_id, "files": dict(self.files)}
        about |= {"staging": self.staging} if self.staging else {}
        return _json(about | {"seal": _seal(key, about)})

    def lists(self, address: str) -> bool:
        """Whether what is at `address` may be deleted: ours, or a file of a file manager."""
        name = address.rpartition("/")[2]
        return (
            address in self.files
            or address in OWN_FILES
            or name in FILE_MANAGER_FILES
            or address in self.folders
        )

    @cached_property
    def folders(self) -> frozenset[str]:
        """The addresses of the folders that hold the files."""
        parents = (PurePosixPath(address).parents for address in self.files)
        return frozenset(str(folder) for folders in parents for folder in folders)


def _json(about: Mapping[str, object]) -> bytes:
    return json.dumps(about, ensure_ascii=False, indent=0, sort_keys=True).encode(
        "utf-8", "surrogatepass"
    )


def _seal(key: bytes, about: Mapping[str, object]) -> str:
    return hmac.new(key, _json(about), sha256).hexdigest()


def read_marker(folder: Path, key: bytes) -> Marker | None:
    """Return the marker of a site; None without one, or when this journal did not make it."""
    path = folder / MARKER
    try:
        if folder.is_symlink() or path.is_symlink() or not path.is_file():
            return None
        about = json.loads(path.read_bytes())
        seal = about.pop("seal")
        if not hmac.compare_digest(str(seal).encode(), _seal(key, about).encode()):
            return None
        files = {str(at): int(size) for at, size in about["files"].items()}
        return Marker(str(about["build_id"]), files, str(about.get("staging", "")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def published_id(target: Path, root: Path) -> str | None:
    """Return the id of the build that made the site in `target` of the journal at `root`.

    None when there is no site, it is not ours, or a page of it is gone or of another size.
    """
    marker = read_marker(target, seal_key(root))
    if marker is None or marker.staging:
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


def foreign_in(folder: Path, marker: Marker | None) -> str | None:
    """Return the address of something in `folder` that its marker does not list, else None.

    Raises OSError where the folder cannot be looked into.
    """
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
