"""The templates and styles as they are used: the last ones that worked."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from itertools import product
from pathlib import Path
from typing import NamedTuple

from journal.file_names import TEMPLATES, is_temporary
from journal.serve.problems import Problem, template_problem
from journal.site.own_templates import (
    NO_TEMPLATES,
    STATIC,
    OwnTemplates,
    answer_file,
    read_own_templates,
    remember_answer,
    shipped_templates,
    trust_answer,
)
from journal.site.templates import TemplateFault, Templates

_Stamp = tuple[int, int, int]  # bytes, nanoseconds since 1970, number of the file
_Stamps = dict[str, _Stamp]


class TemplateChanges(NamedTuple):
    """What has changed: the pages, or only the style sheets."""

    pages: bool
    styles: bool


class LastGoodTemplates:
    """Follows the folders of templates; if one cannot be used, the last ones that could still are.

    Once somebody has trusted the journal's templates, what is saved there while the journal is
    served is trusted, too.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problem: Problem | None = None
        self._is_trusted = False
        self.shipped = Templates(root)
        self.current = self._read()
        self._last_good = self.shipped
        self._stamps, self._answer = self._stamps_now(), self._answer_time()

    def refresh(self) -> TemplateChanges:
        """Read the folders of templates again if anything in them has changed."""
        stamps = self._stamps_now()
        names = {name for name, _ in stamps.items() ^ self._stamps.items()}
        if not names and self._answer_time() == self._answer:
            return TemplateChanges(False, False)
        self._stamps = stamps
        before = self.current.own, self.problem
        if self.problem is None:
            self._last_good = self.current
        self._use(Path(name) for name in names)
        self._answer = self._answer_time()
        if not names and before == (self.current.own, self.problem):
            return TemplateChanges(False, False)
        styles = bool(names) and all(map(_is_style, names))
        return TemplateChanges(not styles, styles)

    def _use(self, paths: Iterable[Path]) -> None:
        self.problem = None
        try:
            self.current = self._read()
            self.current.compile(_names(paths, self._folders()))
        except TemplateFault as fault:
            self.fall_back_after(fault)
        except OSError as error:
            self._fall_back(Problem("templates", 1, 1, f"cannot be read: {error.strerror}", ""))

    def fall_back_after(self, fault: TemplateFault) -> None:
        """Go back to the last templates that worked, until these are changed."""
        self._fall_back(template_problem(fault))

    def _fall_back(self, problem: Problem) -> None:
        self.problem = problem
        self.current = self._last_good if self._last_good is not self.current else self.shipped

    def _read(self) -> Templates:
        """Return the templates, with the journal's own if they may be used; else note why not."""
        own = read_own_templates(self.root)
        if own.refused or not self._may_use(own):
            self.problem = _unused(own)
            own = NO_TEMPLATES
        return Templates(self.root, own)

    def _may_use(self, own: OwnTemplates) -> bool:
        if not own.foreign:
            return True
        said = trust_answer(self.root, own)
        if said is None and self._is_trusted:
            with suppress(OSError):
                remember_answer(self.root, own, True)
            return True
        self._is_trusted = bool(said)
        return self._is_trusted

    def _folders(self) -> tuple[Path, ...]:
        return self.root / TEMPLATES, shipped_templates()

    def _stamps_now(self) -> _Stamps:
        found: _Stamps = {}
        for top in self._folders():
            if top.is_symlink():
                found[str(top)] = (0, 0, 0)
                continue
            for folder, _, names in os.walk(top):
                for name in names:
                    if not is_temporary(name) and (stamp := _stamp(f"{folder}/{name}")):
                        found[f"{folder}/{name}"] = stamp
        return found

    def _answer_time(self) -> _Stamp | None:
        """Return when somebody last trusted the templates or did not: that can happen any time."""
        try:
            return _stamp(str(answer_file(self.root)))
        except OSError:
            return None


def _is_style(path: str) -> bool:
    return path.endswith(".css") and f"/{STATIC}/" in path


def _unused(own: OwnTemplates) -> Problem:
    if own.refused:
        return Problem(TEMPLATES, 1, 1, f"{own.refused}, so it is not used", "put the files there")
    many = f"{len(own.foreign)} templates" if len(own.foreign) > 1 else "1 template"
    message = f"{many} of this journal that nobody said yes to, so not used"
    return Problem(TEMPLATES, 1, 1, message, "run “journal trust”")


def _stamp(path: str) -> _Stamp | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - path objects would cost more than the look
    except OSError:
        return None
    is_file = stat.S_ISREG(status.st_mode)
    return (status.st_size, status.st_mtime_ns, status.st_ino) if is_file else None


def _names(paths: Iterable[Path], folders: Iterable[Path]) -> set[str]:
    """Return the names of the templates in these files."""
    pairs = product(paths, folders)
    return {path.relative_to(at).as_posix() for path, at in pairs if path.is_relative_to(at)}
