"""The folder beside the target in which a site is put together."""

import errno
import os
import secrets
import stat
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from io import FileIO
from pathlib import Path

from journal.atomic_file import write_file
from journal.characters import quoted
from journal.errors import UNTOUCHED, NotPublished, named, unwritable
from journal.publish.leftovers import remove, staging_name
from journal.publish.marker import IGNORE, MARKER, Marker
from journal.publish.swap import flush
from journal.publish.target import Place

_LONGEST = 255  # bytes in one name: Linux and macOS


def parts_of(address: str) -> tuple[str, ...]:
    """Split `people/amara-okoye/index.html` at its slashes.

    Raises NotPublished for whatever would leave the site's folder or has no name on disk.
    """
    parts = tuple(address.split("/"))
    if reason := unsafe(address):
        raise NotPublished(f"The address {quoted(address)} {reason}: mend that name. {UNTOUCHED}")
    return parts


def unsafe(address: str) -> str:
    """Return what is wrong with an address, after “it”; an empty text for one that can be used."""
    parts = address.split("/")
    if "" in parts:
        return "is empty, begins or ends with “/”, or has “//” in it"
    if "." in parts or ".." in parts:
        return "has “.” or “..” as a part"
    if "\\" in address or any(ord(c) < 32 or ord(c) == 127 for c in address):
        return "has a backslash or a control character in it"
    try:
        too_long = any(len(part.encode()) > _LONGEST for part in parts)
    except UnicodeEncodeError:
        return "is not text that UTF-8 can hold"
    return f"has a part of more than {_LONGEST} bytes" if too_long else ""


_CHUNK = 1 << 20  # bytes
_STEP = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK  # a pipe must not hold us up


class UnfitSourceError(Exception):
    """Why a file cannot be copied, in a few words."""


def chunks_of(source: Path, content: Path) -> Generator[bytes, None, None]:
    """Yield the bytes of `source`, a megabyte at a time. Raises UnfitSourceError."""
    with open_source(source, content) as file:
        try:
            while chunk := file.read(_CHUNK):
                yield chunk
        except OSError as error:
            raise _unfit(error) from error


def open_source(source: Path, content: Path) -> FileIO:
    """Open `source`; what it holds is read without a buffer.

    Raises UnfitSourceError for a link (below `content`: also in a folder on the way), for anything
    but a regular file, and when it cannot be read.
    """
    try:
        file = FileIO(_open(source, content))
    except OSError as error:
        raise _unfit(error) from error
    if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        return file
    file.close()
    raise UnfitSourceError("is not a regular file")


def _unfit(error: OSError) -> UnfitSourceError:
    is_link = error.errno == errno.ELOOP
    return UnfitSourceError("is a link" if is_link else f"cannot be read ({error.strerror})")


def _open(source: Path, content: Path) -> int:
    if not source.is_relative_to(content):
        return os.open(source, _STEP)
    fd = os.open(content, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    for part in source.relative_to(content).parts:
        folder, fd = fd, -1
        try:
            fd = os.open(part, _STEP, dir_fd=folder)
        finally:
            os.close(folder)
    return fd


class _Taken(NotPublished):
    """An address has a file already, here or on a disk that does not know it from another."""


class Staging:
    """A site in the making. Files are 0600 and folders 0700, whatever the umask."""

    def __init__(self, place: Place) -> None:
        """Choose the folder; `open` makes it."""
        self.place = place
        self.sizes: dict[str, int] = {}
        self.skipped: list[str] = []
        self.folder = place.target.with_name(staging_name(place.target, secrets.token_hex(4)))
        self._made = {self.folder}
        self._key = place.key

    def open(self) -> None:
        """Make the folder, with our marker in it; raises NotPublished."""
        with self._writing():
            _make_parents(self.place.target.parent)
            _make_folder(self.folder)
            # First of all: a marker for the next build to clean up by, and git told to look away.
            _write(self.folder / MARKER, [Marker("", {}, self.folder.name).to_json(self._key)])
            _write(self.folder / IGNORE, [b"*\n"])

    def add(self, address: str, content: bytes | Path) -> None:
        """Write one file of the site: bytes, or a copy of the file at a path.

        A file that cannot be copied, for its name too, costs itself alone: it is named in
        `skipped`, in a sentence without the full stop. Raises NotPublished for a page with an
        unsafe address, one that is taken, and a disk that refuses.
        """
        if isinstance(content, bytes):
            self._write(address, self.folder.joinpath(*parts_of(address)), [content])
        elif reason := unsafe(address):
            self._skip(content, f"is left out: its address on the site {reason}")
        else:
            self._copy(address, content)

    def _copy(self, address: str, source: Path) -> None:
        path = self.folder.joinpath(*parts_of(address))
        try:
            with closing(chunks_of(source, self.place.content)) as chunks:
                self._write(address, path, chunks)
        except UnfitSourceError as unfit:
            self._forget(path)
            self._skip(source, str(unfit))
        except _Taken:
            self._skip(source, "is left out: another file has its address on the site")

    def _skip(self, source: Path, reason: str) -> None:
        self.skipped.append(f"{named(source, self.place.root)} {reason}")

    def finish(self, build_id: str) -> None:
        """List the files in the marker, and have everything on the disk; raises NotPublished."""
        marker, draft = self.folder / MARKER, self.folder / f"{MARKER}.new"
        with self._writing():
            _write(draft, [Marker(build_id, self.sizes).to_json(self._key)])
            draft.replace(marker)
            flush(self.folder)

    def discard(self) -> None:
        """Remove the folder; what the disk won't let go of is left to the next build."""
        with suppress(OSError):
            remove(self.folder, self._key)

    def _write(self, address: str, path: Path, chunks: Iterable[bytes]) -> None:
        with self._writing():
            try:
                self._make_folders(path.parent)
                self.sizes[address] = _write(path, chunks)
            except (FileExistsError, NotADirectoryError) as error:
                what = f"Two files of the site have the address {quoted(address)}"
                raise _Taken(f"{what}: rename one of the notes. {UNTOUCHED}") from error

    def _make_folders(self, folder: Path) -> None:
        if folder not in self._made:
            self._make_folders(folder.parent)
            _make_folder(folder)
            self._made.add(folder)

    def _forget(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == self.folder or any(folder.iterdir()):
                return
            folder.rmdir()
            self._made.discard(folder)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise unwritable(error, self.place.name) from error


def _make_parents(folder: Path) -> None:
    if not folder.exists():
        _make_parents(folder.parent)
        _make_folder(folder)


def _make_folder(folder: Path) -> None:
    folder.mkdir(0o700)
    folder.chmod(0o700)


def _write(path: Path, chunks: Iterable[bytes]) -> int:
    return write_file(str(path), chunks, flush=False)  # `finish` flushes all files at once
