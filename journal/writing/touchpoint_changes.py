"""The verbs about a planned contact: it took place, was put on another day, or was cancelled."""

import posixpath
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from journal.characters import quoted
from journal.errors import Refused, Unclear
from journal.folding import folded
from journal.frontmatter import Scalar, read_document
from journal.library import Journal
from journal.notes.kinds import FOLDERS, KEY_NAMES, KINDS
from journal.notes.note import Note
from journal.notes.records import Person, Touchpoint
from journal.vocabulary.key_types import Key
from journal.wording.counts import first_and_more
from journal.wording.dates import long_date
from journal.writing.compose import checked_value
from journal.writing.link_edit import Renew, linking
from journal.writing.lookup import find_note, find_person
from journal.writing.note_change import NoteChange, read_note
from journal.writing.note_edit import AskedChange, edited, setting
from journal.writing.note_name import free_note_id

_MOST_LISTED = 6  # plans in a question back
_LEADING_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")


def find_plan(journal: Journal, name: str) -> Touchpoint:
    """Return the touchpoint that `name` means: an id, a path, a title, or whom one is planned with.

    Raises Refused.
    """
    note_id = journal.settings.layout.inner(name).removesuffix(".md")
    named = [journal.notes.get(each) for each in (note_id, *journal.names.notes.find(note_id))]
    touchpoints = {note.id: note for note in named if isinstance(note, Touchpoint)}
    if len(touchpoints) == 1:
        return next(iter(touchpoints.values()))
    try:
        person = find_person(journal, name)
    except Unclear:
        raise
    except Refused:
        note = find_note(journal, name)
    else:
        return _plan_with(journal, person)
    if isinstance(note, Touchpoint):
        return note
    raise Refused(f"{quoted(note.title)} is no touchpoint: name one, or a person.")


def _plan_with(journal: Journal, person: Person) -> Touchpoint:
    plans = [note for note in journal.with_person.get(person.id, ()) if is_open_plan(journal, note)]
    if len(plans) == 1:
        return plans[0]
    if not plans:
        raise Refused(f"Nothing is planned with {person.title}.")
    listed = first_and_more([f"{quoted(note.title)} ({note.path})" for note in plans], _MOST_LISTED)
    raise Refused(f"{len(plans)} are planned with {person.title}: {listed}. Say which.")


def is_open_plan(journal: Journal, note: Note) -> bool:
    """Whether a note is a contact that is planned, or to be confirmed."""
    if not isinstance(note, Touchpoint):
        return False
    return note.is_planned(journal.today) or note.is_to_confirm(journal.today)


def confirm(root: Path, journal: Journal, note: Touchpoint, channel: str = "") -> AskedChange:
    """Say that a planned contact took place. Raises Refused."""
    if note.date > journal.today:
        raise Refused(
            f"{quoted(note.title)} is planned for {long_date(note.date)}, which is ahead: "
            "if it took place earlier, move it to that day first."
        )
    if note.state != "planned":
        return AskedChange(f"{quoted(note.title)} is {note.state or 'done'} already.")
    edits = [setting("state", "done")]
    if channel:
        word = str(checked_value(KINDS["touchpoint"].keys["channel"], [channel]))
        edits.append(setting("channel", word))
    elif not note.channel:
        raise Refused(f"The note of {quoted(note.title)} has no channel: say how, with --channel.")
    said = f"It took place on {long_date(note.date)}: {note.title}."
    return AskedChange(said, (edited(root, note, *edits),))


def cancel(root: Path, journal: Journal, note: Touchpoint) -> AskedChange:
    """Say that a planned contact does not, or did not, take place. Raises Refused."""
    if note.state == "cancelled":
        return AskedChange(f"{quoted(note.title)} is cancelled already.")
    _refuse_done(journal, note)
    said = f"Cancelled: {note.title}, {long_date(note.date)}."
    return AskedChange(said, (edited(root, note, setting("state", "cancelled")),))


def move(root: Path, journal: Journal, note: Touchpoint, day: date) -> AskedChange:
    """Put a planned contact on another day, the name of its file and links to that, too."""
    _refuse_done(journal, note)
    if day == note.date and note.state == "planned":
        return AskedChange(f"{quoted(note.title)} is planned for {long_date(day)} already.")
    whole = journal.notes[note.id]
    is_tied = bool(whole.embeds) or any(link.path for link in whole.links)
    new_id = _id_on(journal.settings.layout.top(root), note, day, is_tied=is_tied)
    changes = [_moved(root, journal, note, day, new_id)]
    if new_id != note.id:
        changes += _links_to(root, journal, note, new_id)
    then = "" if day >= journal.today else " Say “journal confirm” if it took place."
    return AskedChange(f"Planned for {long_date(day)}: {note.title}.{then}", tuple(changes))


def _refuse_done(journal: Journal, note: Touchpoint) -> None:
    if note.is_done(journal.today):
        raise Refused(f"{quoted(note.title)} took place on {long_date(note.date)}: it is no plan.")


def _moved(root: Path, journal: Journal, note: Touchpoint, day: date, new_id: str) -> NoteChange:
    edits = [] if note.state == "planned" else [setting("state", "planned")]
    if not _LEADING_DATE.match(note.stem) or note.position("date") != (1, 1):
        edits.append(setting("date", f"{day.isoformat()}{_time_of_date(root, note)}"))
    if new_id != note.id:
        edits.append(linking(_renew(journal, note, note, new_id)))
    return edited(root, note, *edits, new_id=new_id)


def _time_of_date(root: Path, note: Touchpoint) -> str:
    """Return what stands behind the day in `date`, like `T10:00`."""
    document = read_document(read_note(root, note.path), KEY_NAMES)
    kind = FOLDERS[note.folder]
    dates = [field.value for field in document.fields if kind.canonical(field.key) == "date"]
    return dates[0].text[10:] if dates and isinstance(dates[0], Scalar) else ""


def _id_on(content: Path, note: Touchpoint, day: date, *, is_tied: bool) -> str:
    """Return the id that a note has on another day: its name follows, and its year's folder.

    A note that is tied to its folder, by addresses relative to it, stays there whatever its year.
    """
    if not _LEADING_DATE.match(note.stem):
        return note.id
    folder = note.id.rpartition("/")[0]
    above, _, last = folder.rpartition("/")
    if last == f"{note.date.year:04}" and not is_tied:
        folder = f"{above}/{day.year:04}"
    stem = _LEADING_DATE.sub(day.isoformat(), note.stem, count=1)
    return note.id if f"{folder}/{stem}" == note.id else free_note_id(content, folder, stem)


def _links_to(root: Path, journal: Journal, note: Touchpoint, new_id: str) -> Iterator[NoteChange]:
    """Yield the change of every other note that links to it by its path or the name of its file."""
    for note_id in journal.backlinks.get(note.id, ()):
        if note_id != note.id:
            where = journal.notes[note_id]
            yield edited(root, where, linking(_renew(journal, where, note, new_id)))


def _renew(journal: Journal, where: Note, note: Note, new_id: str) -> Renew:
    """Return what a link in `where` to the note by its path or stem is to say instead."""

    def renew(target: str, path: bool, key: Key | None) -> str | None:
        is_for_people = key is not None and not key.any_note
        if is_for_people or journal.find(where, target, path) != note.id:
            return None
        if path and posixpath.dirname(new_id) != posixpath.dirname(note.id):
            return posixpath.relpath(f"{new_id}.md", posixpath.dirname(where.id))
        ending = target[-3:] if target.casefold().endswith(".md") else ""
        parts = target.removesuffix(ending).split("/")
        if folded(parts[-1]) != folded(note.stem):
            return None
        if path:
            return "/".join([*parts[:-1], new_id.rpartition("/")[2]]) + ending
        first = f"{parts[0]}/" if parts[0].casefold() == note.notes_root.casefold() else ""
        count = len(parts) - bool(first)
        return first + "/".join(new_id.split("/")[-count:]) + ending

    return renew
