"""The templates and styles as they are used: the last good ones."""

import os
import stat
from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import NamedTuple

from journal.serve.leavings import is_leaving
from journal.serve.problem import Problem, of_fault
from journal.site.templates import (
    STATIC,
    TemplateFault,
    Templates,
    compiled_folder,
    shipped_templates,
    template_folders,
)

_Stamp = tuple[int, int, int]  # bytes, nanoseconds since 1970, number of the file
_Stamps = dict[str, _Stamp]


class Changed(NamedTuple):
    """What has changed: how pages are made, or only how they look."""

    pages: bool
    styles: bool


class Looks:
    """Follows the folders of templates; one that cannot be used leaves the last ones standing."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problem: Problem | None = None
        self.shipped = Templates((shipped_templates(),), compiled_folder(root))
        self.templates = self._read()
        self._good = self.shipped
        self._stamps = self._look()

    def refresh(self) -> Changed:
        """Take over what has changed in the folders of templates."""
        stamps = self._look()
        names = {name for name, _ in stamps.items() ^ self._stamps.items()}
        if not names:
            return Changed(False, False)
        self._stamps = stamps
        if self.problem is None:
            self._good = self.templates
        self._renew(Path(name) for name in names)
        styles = all(name.endswith(".css") and f"/{STATIC}/" in name for name in names)
        return Changed(not styles, styles)

    def _renew(self, paths: Iterable[Path]) -> None:
        self.problem = None
        try:
            self.templates = self._read()
            self.templates.compile(_names(paths, self.templates.folders))
        except TemplateFault as fault:
            self.blame(fault)
        except OSError as error:
            self._blame(Problem("templates", 1, 1, f"cannot be read: {error.strerror}", ""))

    def blame(self, fault: TemplateFault) -> None:
        """Go back to the last templates that could be used, until these are changed."""
        self._blame(of_fault(fault))

    def _blame(self, problem: Problem) -> None:
        self.problem = problem
        self.templates = self._good if self._good is not self.templates else self.shipped

    def _read(self) -> Templates:
        return Templates(template_folders(self.root), compiled_folder(self.root))

    def _look(self) -> _Stamps:
        found: _Stamps = {}
        for top in template_folders(self.root):
            for folder, _, names in os.walk(top):
                for name in names:
                    if not is_leaving(name) and (stamp := _stamp(f"{folder}/{name}")):
                        found[f"{folder}/{name}"] = stamp
        return found


def _stamp(path: str) -> _Stamp | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - path objects would cost more than the look
    except OSError:
        return None
    is_file = stat.S_ISREG(status.st_mode)
    return (status.st_size, status.st_mtime_ns, status.st_ino) if is_file else None


def _names(paths: Iterable[Path], folders: Iterable[Path]) -> set[str]:
    """Return what templates of these files are called."""
    pairs = product(paths, folders)
    return {path.relative_to(at).as_posix() for path, at in pairs if path.is_relative_to(at)}
