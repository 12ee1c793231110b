"""Files beside the notes: which one a link means, and where it lies on the site."""

import posixpath
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

#: The folder of the site that attachments are copied to.
FILES = "files/"


class Attachments:
    """The files of `content/` that are no notes, by path and by name."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._by_path = {_same(path): path for path in sorted(paths)}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for path in sorted(paths):
            self._by_name[_same(posixpath.basename(path))].append(path)

    def find(self, note_id: str, target: str) -> str | None:
        """Return the file (relative to content/) that `target` in a note means.

        Beside the note first, then from content/, then any one of that name.
        """
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(note_id), target))
        for path in (beside, posixpath.normpath(target)):
            if found := self._by_path.get(_same(path)):
                return found
        named = self._by_name.get(_same(posixpath.basename(target)), ())
        return named[0] if len(named) == 1 and "/" not in target else None


def _same(path: str) -> str:
    return unicodedata.normalize("NFC", path)
