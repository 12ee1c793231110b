"""Commits what has changed in a journal: its own files, with a message that tells of them."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from journal.characters import quoted
from journal.errors import Refused
from journal.file_names import (
    IGNORE_FILE,
    KEPT_FOLDER_FILE,
    KIND_FOLDERS,
    SETTINGS_FILE,
    TEMPLATES,
    is_temporary,
)
from journal.git.commit import (
    CannotCommit,
    FileChange,
    Obstacle,
    changed_files,
    commit,
    open_work_tree,
)
from journal.settings import Layout, Settings
from journal.wording.saved_changes import commit_message
from journal.writing.note_folder import note_folder

#: The journal's own files beside its notes.
_OTHER_FILES = (SETTINGS_FILE, TEMPLATES, IGNORE_FILE)
_SENTENCES = {
    Obstacle.NO_GIT: "git is not installed, so nothing was saved: install it, or keep copies.",
    Obstacle.NO_REPOSITORY: "There is no git repository around this journal: “git init” makes one.",
    Obstacle.UNDER_WAY: "Nothing was saved: {} is under way in git. End it first, with git.",
    Obstacle.NO_BRANCH: "Nothing was saved: git is on no branch, where a commit would get lost. "
    "“git switch” goes to one.",
    Obstacle.STAGED: "Nothing was saved: something is staged for a commit of your own. "
    "“git commit” makes it, “git restore --staged .” takes it back.",
    Obstacle.FILTER: "Nothing was saved: git is to change files with a program on their way into "
    "it (filter {}), and the journal runs none. Commit with git.",
}


class Saved(NamedTuple):
    """How many files were committed, and what has changed in them, line by line."""

    files: int
    parts: tuple[str, ...]


def save(
    root: Path, settings: Settings, parts_of: Callable[[list[FileChange]], tuple[str, ...]]
) -> Saved | None:
    """Commit what has changed in the journal's own files; None where nothing has.

    Raises Refused, with the repository as it was.
    """
    try:
        tree = open_work_tree(root)
        changes = [*_own(changed_files(tree, _own_files(root, settings.layout)))]
        if not changes:
            return None
        parts = parts_of(changes)
        commit(tree, changes, commit_message(parts))
    except CannotCommit as error:
        raise Refused(_sentence(error, settings)) from error
    return Saved(len(changes), parts)


def _own_files(root: Path, layout: Layout) -> tuple[str, ...]:
    """Return the journal's own files and folders, and nothing else of the repository.

    Of a whole vault, these are the folders of notes.
    """
    if not layout.is_vault:
        return (layout.notes_root, *_OTHER_FILES)
    return (*(note_folder(root, layout, folder) for folder in KIND_FOLDERS), *_OTHER_FILES)


def _own(changes: list[FileChange]) -> Iterator[FileChange]:
    """Yield the changes without new files that are an editor's, or hidden."""
    for change in changes:
        *folders, name = change.path.split("/")
        is_kept = name in (IGNORE_FILE, KEPT_FOLDER_FILE) or not name.startswith(".")
        is_own = is_kept and not is_temporary(name) and not any(f.startswith(".") for f in folders)
        if is_own or change.what != "new":
            yield change


def _sentence(error: CannotCommit, settings: Settings) -> str:
    if error.obstacle is Obstacle.NO_NAME:
        return _who_are_you(settings)
    if error.obstacle is Obstacle.FAILED:
        said = f" ({quoted(error.detail, 120)})" if error.detail else ""
        return f"Nothing was saved: git refuses{said}. “git status” may say more."
    return _SENTENCES[error.obstacle].format(error.detail)


def _who_are_you(settings: Settings) -> str:
    name = json.dumps(settings.me.name or "Noor Haddad", ensure_ascii=False)
    mail = settings.me.email or "noor@example.org"
    return (
        "Nothing was saved: git does not know who you are. Tell it once, with "
        f"“git config --global user.name {name}” and “git config --global user.email {mail}”."
    )
