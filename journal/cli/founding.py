"""A journal is made where there was none; what is there already stays as it is."""

import os
from pathlib import Path

from journal.capture.written import note_text, write_note
from journal.cli import beginnings
from journal.cli.clock import today
from journal.cli.failure import Refused
from journal.cli.note import pairs
from journal.cli.options import named_root
from journal.cli.output import clean, say
from journal.cli.root import is_journal
from journal.findings import shown
from journal.git import make_repository, repository_around, user_name
from journal.settings import SETTINGS_FILE, Settings
from journal.vocabulary import KINDS

_LIST = "  {}"


def found(folder: Path | None, empty: bool) -> None:
    """Make a journal in `folder`, and say what was made. Raises Refused, CaptureError, OSError."""
    root = (named_root() or Path()) / (folder or "")
    _refuse(root.absolute())
    begun = is_journal(root) and any((root / "content").rglob("*.md"))
    made = _folders(root)
    repository = repository_around(root)
    made += _file(root, SETTINGS_FILE, beginnings.settings_text(user_name()))
    made += _file(root, ".gitignore", beginnings.ignore_text())
    if not (empty or begun):
        made += _notes(root)
    if not repository and make_repository(root):
        made.append(".git/")
    _tell(root, made)


def _refuse(root: Path) -> None:
    if root.exists() and not root.is_dir():
        raise Refused(f"{shown(str(root), 120)} is a file, not a folder: name another.")
    around = next((p for p in root.parents if p.name == "content" and is_journal(p.parent)), None)
    if around or (root.name == "content" and is_journal(root.parent)):
        raise Refused("This is inside the notes of another journal: make the new one elsewhere.")


def _folders(root: Path) -> list[str]:
    """The notes are for their owner's eyes: what is made here lets nobody else in."""
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    content = root / "content"
    if not content.is_dir():
        content.mkdir(mode=0o700)
    made = [folder for folder in beginnings.folders() if not (root / folder).is_dir()]
    for folder in made:
        (root / folder).mkdir(mode=0o700)
    return [f"{folder}/" for folder in made]


def _for_oneself(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _file(root: Path, name: str, text: str) -> list[str]:
    try:
        with open(root / name, "x", encoding="utf-8", opener=_for_oneself) as file:
            file.write(text)
    except FileExistsError:
        return []
    return [name]


def _notes(root: Path) -> list[str]:
    day = today(Settings())
    mentor = {"title": "My first mentor", "since": day.isoformat()[:7]}
    mentor_text = note_text(pairs(KINDS["mentor"], mentor), beginnings.MENTOR_BODY)
    stem = beginnings.MENTOR_ID.partition("/")[2]
    contact = {"people": stem, "channel": "in-person"}
    contact_text = note_text(pairs(KINDS["touchpoint"], contact), beginnings.TOUCHPOINT_BODY)
    contact_id = f"touchpoints/{day.isoformat()[:4]}/{day} {beginnings.TOUCHPOINT_TITLE}"
    return [
        write_note(root, beginnings.MENTOR_ID, mentor_text),
        write_note(root, contact_id, contact_text),
    ]


def _tell(root: Path, made: list[str]) -> None:
    if not made:
        say("Everything is there already; nothing was changed.")
        return
    say(f"Made in {shown(str(root.absolute()), 200)}:")
    for name in made:
        say(_LIST.format(clean(name)))
    if ".gitignore" not in made:
        _tell_ignored(root)


def _tell_ignored(root: Path) -> None:
    there = (root / ".gitignore").read_text(encoding="utf-8", errors="replace").split()
    missing = [line for line in beginnings.IGNORED if line not in there]
    missing = [line for line in missing if line.strip("/") not in {it.strip("/") for it in there}]
    if missing:
        say(f"Add to .gitignore yourself, it was there: {' '.join(missing)}")
