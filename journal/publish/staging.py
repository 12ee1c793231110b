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
from journal.characters import path_problem, quoted
from journal.errors import UNTOUCHED, NotPublished, path_in_message, site_not_written
from journal.publish.leftovers import remove, staging_name
from journal.publish.marker import IGNORE, MARKER, Marker
from journal.publish.swap import flush
from journal.publish.target import SiteFolder


def address_parts(address: str) -> tuple[str, ...]:
    """Split `people/amara-okoye/index.html` at its slashes.

    Raises NotPublished for whatever would leave the site's folder or has no name on disk.
    """
    parts = tuple(address.split("/"))
    if reason := address_fault(address):
        raise NotPublished(f"The address {quoted(address)} {reason}: mend that name. {UNTOUCHED}")
    return parts


def address_fault(address: str) -> str:
    """Return what is wrong with an address, after “it”; an empty text for one that can be used."""
    parts = address.split("/")
    if "." in parts or ".." in parts:
        return "has “.” or “..” as a part"
    if "\\" in address or any(ord(c) < 32 or ord(c) == 127 for c in address):
        return "has a backslash or a control character in it"
    return path_problem(parts)


_CHUNK = 1 << 20  # bytes
# without O_NONBLOCK, a pipe would hold the build up
_READ_ONLY = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK


class UnfitSource(Exception):
    """Why a file cannot be copied, in a few words."""


def chunks_of(source: Path, content: Path) -> Generator[bytes, None, None]:
    """Yield the bytes of `source`, a megabyte at a time. Raises UnfitSource."""
    with open_source(source, content) as file:
        try:
            while chunk := file.read(_CHUNK):
                yield chunk
        except OSError as error:
            raise _unfit(error) from error


def open_source(source: Path, content: Path) -> FileIO:
    """Open `source`; what it holds is read without a buffer.

    Raises UnfitSource for a link (below `content`: also in a folder on the way), for anything
    but a regular file, and when it cannot be read.
    """
    try:
        file = FileIO(_open(source, content))
    except OSError as error:
        raise _unfit(error) from error
    if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        return file
    file.close()
    raise UnfitSource("is not a regular file")


def _unfit(error: OSError) -> UnfitSource:
    is_link = error.errno == errno.ELOOP
    return UnfitSource("is a link" if is_link else f"cannot be read ({error.strerror})")


def _open(source: Path, content: Path) -> int:
    if not source.is_relative_to(content):
        return os.open(source, _READ_ONLY)
    fd = os.open(content, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    for part in source.relative_to(content).parts:
        folder, fd = fd, -1
        try:
            fd = os.open(part, _READ_ONLY, dir_fd=folder)
        finally:
            os.close(folder)
    return fd


class _AddressTaken(NotPublished):
    """An address has a file already, here or on a disk that does not know it from another."""


class Staging:
    """A site in the making. Files are 0600 and folders 0700, whatever the umask."""

    def __init__(self, site_folder: SiteFolder) -> None:
        """Choose the folder; `open` makes it."""
        self.site_folder = site_folder
        self.sizes: dict[str, int] = {}
        self.skipped: list[str] = []
        self.folder = site_folder.target.with_name(
            staging_name(site_folder.target, secrets.token_hex(4))
        )
        self._folders = {self.folder}
        self._key = site_folder.key

    def open(self) -> None:
        """Make the folder, with our marker in it; raises NotPublished."""
        with self._writing():
            _make_parents(self.site_folder.target.parent)
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
            self._write(address, self.folder.joinpath(*address_parts(address)), [content])
        elif reason := address_fault(address):
            self._skip(content, f"is left out: its address on the site {reason}")
        else:
            self._copy(address, content)

    def _copy(self, address: str, source: Path) -> None:
        path = self.folder.joinpath(*address_parts(address))
        try:
            with closing(chunks_of(source, self.site_folder.content)) as chunks:
                self._write(address, path, chunks)
        except UnfitSource as unfit:
            self._remove(path)
            self._skip(source, str(unfit))
        except _AddressTaken:
            self._skip(source, "is left out: another file has its address on the site")

    def _skip(self, source: Path, reason: str) -> None:
        self.skipped.append(f"{path_in_message(source, self.site_folder.root)} {reason}")

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
                raise _AddressTaken(f"{what}: rename one of the notes. {UNTOUCHED}") from error

    def _make_folders(self, folder: Path) -> None:
        if folder not in self._folders:
            self._make_folders(folder.parent)
            _make_folder(folder)
            self._folders.add(folder)

    def _remove(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == self.folder or any(folder.iterdir()):
                return
            folder.rmdir()
            self._folders.discard(folder)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise site_not_written(error, self.site_folder.name) from error


def _make_parents(folder: Path) -> None:
    if not folder.exists():
        _make_parents(folder.parent)
        _make_folder(folder)


def _make_folder(folder: Path) -> None:
    folder.mkdir(0o700)
    folder.chmod(0o700)


def _write(path: Path, chunks: Iterable[bytes]) -> int:
    return write_file(str(path), chunks, flush=False)  # `finish` flushes all files at once
