"""What has changed in a journal, told from its notes; nothing that is private is named."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from journal.file_names import IGNORE_FILE, KEPT_FOLDER_FILE, SETTINGS_FILE, TEMPLATES
from journal.folding import folded
from journal.git.commit import FileChange
from journal.library.journal import Journal
from journal.library.redaction import redact_journal
from journal.notes.records import AnyNote, Touchpoint
from journal.reading.scan import note_id_of
from journal.settings import Layout
from journal.wording.counts import and_list, count_of
from journal.wording.saved_changes import contact_said, listed, on_day

_DAY = re.compile(r"[0-9]{4} [0-9]{2} [0-9]{2}[ ]*")  # before a folded name


def change_summary(journal: Journal, changes: Sequence[FileChange]) -> tuple[str, ...]:
    """Return what has changed, a part for each person and each kind of change."""
    shown = redact_journal(journal, drafts=True).journal
    layout = journal.settings.layout
    notes = {note_id_of(layout.inner(it.path)): it.what for it in changes if _is_note(it, layout)}
    notes |= _moved(shown, notes)
    told = [
        *_contacts(shown, notes),
        *_named(shown, notes, "new", "New"),
        *_named(shown, notes, "renamed", "Renamed"),
        *_named(shown, notes, "changed", "Changed"),
    ]
    private = _private_names(journal, shown)
    said = [part for part in told if not _names_any(part, private)]
    is_there = {i for i, what in notes.items() if what not in ("deleted", "moved")}
    unnamed = len(is_there - shown.all_notes.keys())
    rest = [*_counts(notes, unnamed, len(told) > len(said)), *_other_files(changes, layout)]
    if not rest:
        return tuple(said)
    return (*said, f"Also: {and_list(rest)}" if said else and_list(rest).capitalize())


def _moved(journal: Journal, notes: Mapping[str, str]) -> dict[str, str]:
    """Return which of the new notes were there under another name, and which were theirs."""
    gone = [note_id for note_id, what in notes.items() if what == "deleted"]
    found: dict[str, str] = {}
    for note_id in (i for i, what in notes.items() if what == "new" and i in journal.all_notes):
        names = {_without_day(name) for name in journal.all_notes[note_id].names}
        for old in gone:
            is_same = _without_day(folded(old.rpartition("/")[2])) in names
            if is_same and old not in found and old.partition("/")[0] == note_id.partition("/")[0]:
                found |= {note_id: "renamed", old: "moved"}
                break
    return found


def _without_day(name: str) -> str:
    return _DAY.sub("", name) or name


def _is_note(change: FileChange, layout: Layout) -> bool:
    return _is_inside(change.path, layout) and change.path.endswith(".md")


def _is_inside(path: str, layout: Layout) -> bool:
    """Whether a file lies where notes and their attachments do."""
    if layout.is_vault:
        return bool(layout.kind_folder(path))
    return path.startswith(f"{layout.notes_root}/")


def _contacts(journal: Journal, notes: dict[str, str]) -> Iterator[str]:
    """Yield each contact that is new or was changed, those with the same people in one part."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for note in journal.touchpoints:
        if notes.get(note.id) in ("new", "changed", "renamed"):
            people = tuple(journal.notes[i].title for i in journal.refs(note, "people"))
            found[people].append(_contact(journal, note))
    for people, said in found.items():
        yield f"{and_list(people)}: {'; '.join(said)}"


def _contact(journal: Journal, note: Touchpoint) -> str:
    state = "planned" if note.is_planned(journal.today) else note.state
    told = sorted(journal.notes[i].title for i in journal.telling[note.id] if i in journal.notes)
    when = on_day(note.date, journal.today, state)
    return contact_said(note.channel, note.direction, told, when)


def _named(journal: Journal, notes: dict[str, str], what: str, heading: str) -> Iterator[str]:
    found = [
        _title(journal.all_notes[i]) for i, how in notes.items() if _has(journal, i, how, what)
    ]
    if found:
        yield listed(heading, found)


def _has(journal: Journal, note_id: str, how: str, what: str) -> bool:
    """Whether a note changed that way, and is told of by its title: touchpoints are by people."""
    is_told = note_id in journal.notes and isinstance(journal.notes[note_id], Touchpoint)
    return how == what and note_id in journal.all_notes and not is_told


def _title(note: AnyNote) -> str:
    return " ".join(note.title.split())


def _private_names(journal: Journal, shown: Journal) -> frozenset[str]:
    """Return the names of what may not be shown, folded."""
    hidden = journal.all_notes.keys() - shown.all_notes.keys()
    names = (name for i in hidden for name in journal.all_notes[i].names if "/" not in name)
    return frozenset(map(_words, (*names, *journal.private_names))) - {""}


def _names_any(part: str, names: Collection[str]) -> bool:
    """Whether a text has one of these names in it, as typed."""
    text = f" {_words(part)} "
    return any(f" {name} " in text for name in names)


def _words(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in folded(text)).split())


def _counts(notes: dict[str, str], unnamed: int, is_left_out: bool) -> Iterator[str]:
    deleted = sum(what == "deleted" for what in notes.values())
    if deleted:
        yield f"{count_of(deleted, 'note')} deleted"
    if unnamed or is_left_out:
        yield f"{count_of(unnamed, 'note')} not named here" if unnamed else "what is not named here"


def _other_files(changes: Sequence[FileChange], layout: Layout) -> Iterator[str]:
    others = [it.path for it in changes if not _is_note(it, layout)]
    names = {path.rpartition("/")[2] for path in others}
    if SETTINGS_FILE in others or IGNORE_FILE in others:
        yield "settings"
    if any(path.startswith(f"{TEMPLATES}/") for path in others):
        yield "templates"
    files = [path for path in others if _is_inside(path, layout)]
    if attached := [path for path in files if not path.endswith(f"/{KEPT_FOLDER_FILE}")]:
        yield count_of(len(attached), "attachment")
    if names == {KEPT_FOLDER_FILE}:
        yield "empty folders"
