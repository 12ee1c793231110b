"""The files beside the notes: which of them a link in a note means."""

import posixpath
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from journal.file_names import CONTENT

_FILE_NAME = re.compile(r"[^\s.].*\.(?:[a-z][a-z0-9]{0,4}|[A-Z][A-Z0-9]{0,4}|7z)")


class AttachedFiles:
    """The files in `content/` that are not notes, by path and by name."""

    def __init__(self, paths: Collection[str]) -> None:
        """`paths` are relative to content/."""
        self._paths = paths

    @cached_property
    def paths(self) -> list[str]:
        """All of them, in order."""
        return sorted(self._paths)

    @cached_property
    def _by_path(self) -> Mapping[str, str]:
        return {_composed(path): path for path in self.paths}

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for path in self.paths:
            found[_alike(posixpath.basename(path))].append(path)
        return found

    def find(self, note_id: str, target: str) -> str | None:
        """Return the file (relative to content/) that `target` in a note means.

        Beside the note first, then from content/, then the one whose path ends so: as it is spelled
        before alike, the shortest path first.
        """
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(note_id), target))
        whole = posixpath.normpath(target.removeprefix(f"{CONTENT}/"))
        for path in (beside, whole):
            if found := self._by_path.get(_composed(path)):
                return found
        return self._ending_in(whole)

    def _ending_in(self, path: str) -> str | None:
        named = self._by_name.get(_alike(posixpath.basename(path)), ())
        for same in (_composed, _alike):
            end = f"/{same(path)}"
            if found := [each for each in named if f"/{same(each)}".endswith(end)]:
                return min(found, key=lambda each: (each.count("/"), len(each), each))
        return None


def looks_like_file(target: str) -> bool:
    """Say whether a link that is no note's was meant for a file, by the end of its name."""
    return bool(_FILE_NAME.fullmatch(target)) and not target.endswith(".md")


def _composed(path: str) -> str:
    return unicodedata.normalize("NFC", path)


def _alike(path: str) -> str:
    return _composed(path).casefold()
