"""What may not be shown, and which links lead there. The one place that decides about it."""

import posixpath
import unicodedata
from collections.abc import Collection

from journal.body.records import Target
from journal.library.build import unread
from journal.library.journal import Journal
from journal.notes.identity import folded

#: The key that says whom a note is about: with all of them hidden, the note is hidden too.
ABOUT = {
    "touchpoints": "people",
    "news": "about",
    "opportunities": "for",
    "trips": "who",
    "lessons": "from",
}


def hidden_in(journal: Journal, *, private: bool, drafts: bool) -> frozenset[str]:
    """Return the ids that may not be shown, where private notes and drafts are not asked for."""
    own = {
        note_id
        for note_id, note in journal.read.items()
        if (note.private and not private) or (note.draft and not drafts)
    }
    leading = (journal.backlinks.get(note_id, ()) for note_id in own)
    about = {
        note_id
        for note_id in {source for sources in leading for source in sources}
        if _is_about_only(journal, note_id, own)
    }
    return frozenset(own | about | (frozenset() if private else journal.left_out_private))


def _is_about_only(journal: Journal, note_id: str, own: Collection[str]) -> bool:
    note = journal.notes[note_id]
    about = journal.refs(note, ABOUT.get(note.folder, ""))
    return bool(about) and set(about).issubset(own)


class Hidden:
    """What may not be shown, and which links mean it: whoever may be meant counts."""

    def __init__(self, journal: Journal, ids: frozenset[str]) -> None:
        self.ids = ids
        self._shown = frozenset(journal.read) - ids
        known = (journal.read[note_id].names for note_id in ids if note_id in journal.read)
        lost = (each.names for each in unread(ids & journal.left_out))
        unread_names = journal.private_names if ids & journal.left_out_private else ()
        self._names = frozenset(name for names in (*known, *lost, unread_names) for name in names)
        self._stems = {folded(note_id.rpartition("/")[2]) for note_id in ids}
        self._answers: dict[str, bool] = {}

    @property
    def basis(self) -> tuple[frozenset[str], ...]:
        """What the answers rest on: with the same, the same links are redacted."""
        return self.ids, self._names, self._shown

    def leads(self, note_id: str, target: Target) -> bool:
        """Return whether a link in the note `note_id` leads, or may lead, to something hidden."""
        if target.path:
            return self._at_path(note_id, target.name)
        known = self._answers.get(target.name)
        if known is None:
            known = self._answers[target.name] = self._by_name(target.name)
        return known

    def _by_name(self, target: str) -> bool:
        name = folded(target.removesuffix(".md"))
        return name in self._names or (name not in self._shown and self._ends_in(name))

    def _at_path(self, note_id: str, path: str) -> bool:
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(note_id), path))
        found = unicodedata.normalize("NFC", whole.removesuffix(".md"))
        return found not in self._shown and self._ends_in(folded(found))

    def _ends_in(self, name: str) -> bool:
        return name.rpartition("/")[2] in self._stems
