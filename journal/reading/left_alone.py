"""What in the notes' folder is no part of the journal: ignored by the settings, or templates."""

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from journal.reading.safe_open import open_file
from journal.settings import Layout

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

#: Where Obsidian, and its plugin Templater, keep the name of a vault's folder of templates.
_TEMPLATE_SETTINGS = (
    (".obsidian/templates.json", "folder"),
    (".obsidian/plugins/templater-obsidian/data.json", "templates_folder"),
)
_MOST_BYTES = 1024 * 1024


class LeftAlone:
    """Says of each path below the notes' folder whether it is to be left alone."""

    def __init__(self, root: Path, layout: Layout) -> None:
        self._root, self._layout = root, layout

    def holds(self, path: str, is_folder: bool) -> bool:
        """Whether a file or folder is left alone, and with a folder all that is in it."""
        if is_folder and self._layout.path(path).casefold() in self._template_folders:
            return True
        if self._patterns is None:
            return False
        end = "/" if is_folder else ""
        places = {path, self._layout.path(path)}  # as seen from the notes, and from the journal
        return any(self._patterns.match_file(f"{place}{end}") for place in places)

    @cached_property
    def _patterns(self) -> "GitIgnoreSpec | None":
        if not self._layout.ignore:
            return None
        from pathspec import GitIgnoreSpec  # only who ignores something waits for it

        return GitIgnoreSpec.from_lines(self._layout.ignore)

    @cached_property
    def _template_folders(self) -> frozenset[str]:
        """The folders of templates, relative to the journal's folder, without case."""
        return frozenset(self._find_template_folders())

    def _find_template_folders(self) -> Iterator[str]:
        for vault in {"", self._layout.notes_root}:  # either may be opened in Obsidian
            for file, name in _TEMPLATE_SETTINGS:
                folder = _setting(self._root, f"{vault}/{file}".lstrip("/"), name).strip("/ ")
                if folder:
                    yield f"{vault}/{folder}".lstrip("/").casefold()


def _setting(root: Path, path: str, name: str) -> str:
    """Return a text of a JSON file below `root`, reached without following a link, or nothing."""
    try:
        with os.fdopen(open_file(f"{root}/.", path), "rb") as file:
            text = file.read(_MOST_BYTES)
        import json  # only who has such a file waits for it

        found = json.loads(text)
    except (OSError, ValueError, RecursionError):
        return ""
    value = found.get(name) if isinstance(found, dict) else None
    return value if isinstance(value, str) else ""
