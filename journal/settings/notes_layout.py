"""Where in a journal's folder its notes lie, and what the folders of their kinds are called."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from journal.file_names import CONTENT, KIND_FOLDERS


class Layout(msgspec.Struct, frozen=True, dict=True):
    """Which folder of a journal holds its notes, and which of the folders in it which kind."""

    #: relative to the journal's own folder, which an empty text stands for
    notes_root: str = CONTENT
    #: more names of a kind's folder, by the one that it has here
    folders: Mapping[str, tuple[str, ...]] = {}
    #: what is left alone, in patterns as `.gitignore` has them
    ignore: tuple[str, ...] = ()

    def top(self, root: Path) -> Path:
        """Return the folder that holds the notes of the journal at `root`."""
        return root / self.notes_root

    def path(self, inner: str) -> str:
        """Return a path below the notes' folder as one below the journal's."""
        return "/".join(filter(None, (self.notes_root, inner)))

    def inner(self, path: str) -> str:
        """Return a path below the journal's folder as one below the notes'."""
        return path.removeprefix(f"{self.notes_root}/") if self.notes_root else path

    @property
    def place(self) -> str:
        """The notes' folder as a finding names it, relative to the journal's."""
        return self.notes_root or "."

    @property
    def is_vault(self) -> bool:
        """Whether the journal's own folder holds the notes, and much else besides."""
        return not self.notes_root

    def kind_folder(self, path: str) -> str:
        """Return the folder that the kind of a note at `path`, below the notes', has by default.

        An empty text stands for a note of no kind.
        """
        first = path.partition("/")[0]
        known = self._by_name
        if self._depth == 1:
            return (known.get(first) or known.get(_plain(first)) or "") if first != path else ""
        parts = path.split("/")[:-1]
        names = ("/".join(parts[: depth + 1]) for depth in range(min(self._depth, len(parts))))
        return next((found for name in names if (found := known.get(_plain(name)))), "")

    def names_of(self, folder: str) -> Iterator[str]:
        """Yield what the folder of a kind may be called: as the settings say, then as it is."""
        yield from self.folders.get(folder, ())
        yield folder
        yield from KIND_FOLDERS[folder]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name that the folder of a kind may have, without case."""
        return tuple(self._by_name)

    @cached_property
    def _by_name(self) -> dict[str, str]:
        """Folders of kinds by each of their names; a name of the settings counts first."""
        also = {other: folder for folder, others in KIND_FOLDERS.items() for other in others}
        usual = {**also, **{folder: folder for folder in KIND_FOLDERS}}
        said = {name: folder for folder, names in self.folders.items() for name in names}
        return {_plain(name): folder for name, folder in (usual | said).items()}

    @cached_property
    def _depth(self) -> int:
        """How many folders, one in another, a name of the settings has at most."""
        return max((name.count("/") + 1 for name in self._by_name), default=1)


#: That of a journal whose settings say nothing about it.
DEFAULT_LAYOUT = Layout()


def _plain(name: str) -> str:
    """Return what a folder's name is compared by: no case, letters composed, blanks as `-`."""
    if not name.isascii():
        name = unicodedata.normalize("NFC", name)
    return "-".join(name.casefold().replace("_", " ").split())
