"""Which notes may not be shown, and which links lead to them. Nothing else decides that."""

import posixpath
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator

import msgspec

from journal.body.contents import LinkTarget
from journal.file_names import SETTINGS_FILE
from journal.findings import Finding
from journal.folding import folded
from journal.library.assemble import unread_names
from journal.library.journal import Journal
from journal.library.name_ranks import Asked, folded_path
from journal.notes.kinds import holds_people, keys_saying
from journal.reading.scan import note_id_of
from journal.vocabulary.key_types import Key, Says


def without_stray_names(journal: Journal) -> Journal:
    """Return the journal with findings about files that are no notes added up, with no file named.

    Such a file may be private: a copy that a sync program made, or a note in an unknown folder.
    """
    strays = [finding for finding in journal.findings if _is_stray(journal, finding)]
    if not strays:
        return journal
    counted = Counter((finding.code, finding.level) for finding in strays)
    place = journal.settings.layout.place
    totals = {_stray_finding(place, of, count) for of, count in counted.items()}
    found = {*journal.findings}.difference(strays) | totals
    return msgspec.structs.replace(journal, findings=tuple(sorted(found)))


def _is_stray(journal: Journal, finding: Finding) -> bool:
    layout = journal.settings.layout
    if finding.path in (SETTINGS_FILE, layout.place):
        return False
    note_id = note_id_of(layout.inner(finding.path))
    return note_id not in journal.all_notes and note_id not in journal.left_out


def _stray_finding(place: str, of: tuple[str, str], count: int) -> Finding:
    code, level = of
    files = "one file or folder here is" if count == 1 else f"{count} files or folders here are"
    message = f"{files} not read as notes; no page names what may be private"
    return Finding(place, 1, 1, code, level, message, "“journal check” says which, and why")


#: The key that says whom a note is about: if all of them are hidden, the note is hidden too.
_SUBJECTS = keys_saying(Says.SUBJECT)


def find_hidden(journal: Journal, *, private: bool, drafts: bool) -> frozenset[str]:
    """Return the ids of the notes that may not be shown, unless private notes or drafts are."""
    themselves = {
        note_id
        for note_id, note in journal.all_notes.items()
        if (note.private and not private) or (note.draft and not drafts)
    }
    linking = (journal.backlinks.get(note_id, ()) for note_id in themselves)
    about = {
        note_id
        for note_id in {source for sources in linking for source in sources}
        if _is_about_only(journal, note_id, themselves)
    }
    return frozenset(themselves | about | (frozenset() if private else journal.left_out_private))


def _is_about_only(journal: Journal, note_id: str, ids: Collection[str]) -> bool:
    note = journal.notes[note_id]
    about = journal.refs(note, _SUBJECTS.get(note.folder, ""))
    return bool(about) and set(about).issubset(ids)


class HiddenNotes:
    """The notes that may not be shown, and which links lead, or may lead, to one of them."""

    def __init__(self, journal: Journal, ids: frozenset[str]) -> None:
        self.ids = ids
        self._shown = frozenset(journal.all_notes) - ids
        self._any = _Called(journal, ids)
        kind_of = journal.settings.layout.kind_folder
        self._people = _Called(journal, frozenset(i for i in ids if holds_people(kind_of(i))))
        self._names_of_people = journal.names.people
        self._answers: dict[str, bool] = {}
        self._people_asked: dict[tuple[str, LinkTarget], tuple[str, ...]] = {}

    def continues(self, before: "HiddenNotes") -> bool:
        """Return whether the same links are redacted as before; then what was asked is kept."""
        now, then = ((h.ids, h._any.names, h._shown) for h in (self, before))  # noqa: SLF001
        asked = before._people_asked.items()  # noqa: SLF001 - of its own class
        is_same = now == then and all(self._people_meant(*key) == found for key, found in asked)
        self._people_asked.update(asked if is_same else ())
        return is_same

    def may_be_target(self, note_id: str, target: LinkTarget) -> bool:
        """Return whether a link in the note `note_id` leads, or may lead, to something hidden."""
        if target.path:
            return self._leads(self._any, note_id, target)
        known = self._answers.get(target.name)
        if known is None:
            known = self._answers[target.name] = self._leads(self._any, note_id, target)
        return known

    def may_be_in_key(self, note_id: str, key: Key, target: LinkTarget) -> bool:
        """Return the same for a link in a key: one that holds people finds somebody else, maybe."""
        if not self.may_be_target(note_id, target):
            return False
        if key.any_note or self._leads(self._people, note_id, target):
            return True
        found = self._people_meant(note_id, target)
        self._people_asked[note_id, target] = found
        return len(found) != 1

    def _people_meant(self, note_id: str, target: LinkTarget) -> tuple[str, ...]:
        return self._names_of_people.look_up(note_id, target.name, target.path)

    def _leads(self, called: "_Called", note_id: str, target: LinkTarget) -> bool:
        if target.path:
            whole = posixpath.normpath(posixpath.join(posixpath.dirname(note_id), target.name))
            path = unicodedata.normalize("NFC", whole.removesuffix(".md"))
            return path not in self._shown and called.ends(folded_path(path))
        asked = Asked(target.name)
        if asked.path in self._shown:  # its id, as it is spelled
            return False
        return asked.folded in called.names or called.ends(asked.folded_path)


class _Called:
    """What some hidden notes are called, folded."""

    def __init__(self, journal: Journal, ids: frozenset[str]) -> None:
        self.names = frozenset(_names_of(journal, ids))
        self._stems = {folded(note_id.rpartition("/")[2]) for note_id in ids}

    def ends(self, path: str) -> bool:
        """Return whether the last part of a folded path is the name of such a file."""
        return path.rpartition("/")[2] in self._stems


def _names_of(journal: Journal, ids: frozenset[str]) -> Iterator[str]:
    """Yield the names by which these notes, and files left out, could be linked."""
    for note_id in ids & journal.all_notes.keys():
        yield from journal.all_notes[note_id].names
    for left_out in unread_names(ids & journal.left_out, journal.settings.layout):
        yield from left_out.folded
    if ids & journal.left_out_private:
        yield from journal.private_names
