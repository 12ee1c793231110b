"""Where a site goes: which folders may be replaced, and which never."""

import os
from contextlib import suppress
from pathlib import Path

import msgspec

from journal.errors import UNTOUCHED, NotPublished, path_in_message, site_not_written
from journal.publish.marker import MARKER, foreign_in, read_marker, seal_key

#: A marker that is not ours: it says nothing of what may be deleted.
_NOT_OURS = (
    "was made by an older version, by another account, or for another journal (a journal that was "
    "moved is another one): see that nothing of yours is in it, delete it, then build again"
)


class SiteFolder(msgspec.Struct, frozen=True):
    """A site's folder in a journal; all three paths are absolute, and none need exist."""

    target: Path
    root: Path
    content: Path

    @classmethod
    def of(cls, target: Path, root: Path, content: Path) -> "SiteFolder":
        """Make the paths absolute; links in them stay links, so that `check` can see them."""
        return cls(*(Path(os.path.abspath(path)) for path in (target, root, content)))  # noqa: PTH100 - resolve() would follow links

    @property
    def name(self) -> str:
        """The folder as messages name it."""
        return path_in_message(self.target, self.root)

    @property
    def key(self) -> bytes:
        """What this account seals the sites of this journal with."""
        return seal_key(self.root)

    def check(self) -> None:
        """Raise NotPublished unless the folder is absent, empty, or a site that we made."""
        try:
            reason = self._link() or self._protected() or self._foreign() or self._unwritable()
        except OSError as error:
            raise site_not_written(error, self.name) from error
        if reason:
            raise NotPublished(f"{self.name} {reason}. {UNTOUCHED}")

    def _link(self) -> str:
        if self.target.is_symlink():
            return "is a link, and a link is never replaced: build into a real folder"
        root = self.root.resolve()
        for parent in self.target.parents:
            if parent.is_symlink() and parent.parent.resolve().is_relative_to(root):
                link = path_in_message(parent, self.root)
                return f"is reached through the link {link}: build elsewhere"
        return ""

    def _protected(self) -> str:
        whole = self.target.parent.resolve() / self.target.name
        for folder, what in self._protected_folders():
            if _holds(whole, folder):
                return f"is or holds {what}: build into a folder of its own"
        if any(_holds(folder.resolve(), whole) for folder in self._note_folders()):
            return "is inside the notes: build into a folder beside them"
        if ".git" in whole.parts or os.path.lexists(whole / ".git"):
            return "is kept by git: build into a folder of its own"
        return ""

    def _protected_folders(self) -> list[tuple[Path, str]]:
        never = [(self.content.resolve(), "your notes"), (self.root.resolve(), "the journal")]
        with suppress(RuntimeError):  # an account without a home
            never.append((Path.home().resolve(), "your home folder"))
        return never

    def _note_folders(self) -> list[Path]:
        """Return where a site may not be: in a journal that is a whole vault, not among its notes.

        There, only a folder that is not there yet can be no folder of notes.
        """
        if self.content != self.root:
            return [self.content]
        parts = self.target.relative_to(self.root).parts if self._is_inside() else ()
        folders = [self.root.joinpath(*parts[: i + 1]) for i in range(len(parts) - 1)]
        return [folder for folder in folders if _has_notes(folder)]

    def _is_inside(self) -> bool:
        return self.target.is_relative_to(self.root)

    def _foreign(self) -> str:
        if not os.path.lexists(self.target):
            return ""
        if not self.target.is_dir():
            return "is not a folder: move it away, or build into another folder"
        marker = read_marker(self.target, self.key)
        foreign = foreign_in(self.target, marker)
        if not foreign:
            return ""
        what = path_in_message(self.target / foreign, self.target)
        if marker:
            return f"holds {what}, which the journal did not make: move that away, then build again"
        if os.path.lexists(self.target / MARKER):
            return _NOT_OURS
        return f"was not made by the journal (it holds {what}): build into another folder"

    def _unwritable(self) -> str:
        if not self.target.exists() or os.access(self.target, os.W_OK | os.X_OK):
            return ""
        return "is read-only: change its permissions, or build into another folder"


def _has_notes(folder: Path) -> bool:
    return any(folder.rglob("*.md"))


def _holds(outer: Path, inner: Path) -> bool:
    """Whether `outer` is `inner` or one of its parents, by name or as the same folder on disk."""
    if inner.is_relative_to(outer):
        return True
    return any(_same(outer, folder) for folder in (inner, *inner.parents))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
