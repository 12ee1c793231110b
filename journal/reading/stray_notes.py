"""Notes in no folder of a kind: not read, and told once a folder."""

from collections import defaultdict
from collections.abc import Callable
from difflib import get_close_matches

from journal.characters import quoted
from journal.file_names import KIND_FOLDERS
from journal.settings import Layout
from journal.wording.counts import count_of

#: How similar (0 to 1) a folder's name has to be to that of a kind's.
_CUTOFF = 0.8
#: Takes the path, the code, what was found, and what to do.
Report = Callable[[str, str, str, str], None]


class StrayNotes:
    """The notes that lie in no folder of a kind, by the folder that they are in instead."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._by_folder: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, path: str) -> None:
        """Add a note, by its path below the notes' folder."""
        folder, inside, _ = path.partition("/")
        self._by_folder[folder if inside else ""].append(path)

    def report(self, report: Report) -> None:
        """Report each folder at the first of its notes, once.

        Where a whole vault is the journal, most folders are none of its own: only one whose name
        is close to a known one is reported.
        """
        for folder, paths in sorted(self._by_folder.items()):
            close = get_close_matches(folder.casefold(), self._layout.names, 1, _CUTOFF)
            if close or not self._layout.is_vault:
                report(min(paths), "F09", _message(folder, len(paths)), self._hint(folder, close))
        self._by_folder.clear()

    def _hint(self, folder: str, close: list[str]) -> str:
        if not folder:
            return f"move it to {', '.join(KIND_FOLDERS)}"
        if close:
            return f"call the folder {self._layout.kind_folder(f'{close[0]}/')}"
        known = ", ".join(KIND_FOLDERS)
        return f"move them to {known}, or name this folder below [folders] in journal.toml"


def _message(folder: str, count: int) -> str:
    if folder:
        them = "a note in it is" if count == 1 else f"{count} notes in it are"
        return f"{quoted(folder)} is none of the known folders, so {them} not read"
    others = f", nor {count_of(count - 1, 'other note')} beside it" if count > 1 else ""
    return f"in no known folder, so not read{others}"
