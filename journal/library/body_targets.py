"""What the text of a note leads to: notes, parts of them, files; and what of it is missing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from journal.body.contents import BodyLink
from journal.body.fragments import anchor_of
from journal.characters import quoted
from journal.findings import HINT, WARNING, Mistake
from journal.library.attached_files import AttachedFiles, looks_like_file
from journal.library.link_hints import LinkHints
from journal.library.names import Names
from journal.notes.records import AnyNote

_NO_SUCH_FILE = "put the file beside the note, or write its name as it is"


class _Nowhere(NamedTuple):
    """A link that leads nowhere: to no note, or to a part that its note has not."""

    line: int
    column: int
    target: str
    part: str = ""


class BodyTargets:
    """Looks up what the texts of notes lead to."""

    def __init__(self, names: Names, notes: Mapping[str, AnyNote], files: AttachedFiles) -> None:
        self.names = names
        self.notes = notes
        self.files = files

    def find(self, note: AnyNote, target: str, path: bool) -> tuple[str, ...]:
        """Return the ids of the notes that a link in the text of `note` may mean."""
        return self.names.notes.look_up(note.id, target, path)

    def mistakes(self, note: AnyNote, hints: LinkHints) -> Iterator[Mistake]:
        """Yield a warning for each file that is missing, and one hint for all else that is."""
        yield from self._missing_files(note)
        nowhere = sorted((*self._missing_notes(note), *self._missing_parts(note)))
        if nowhere:
            yield _hint_about(nowhere, hints)

    def _missing_files(self, note: AnyNote) -> Iterator[Mistake]:
        named = [(link.target, link.path, link.line, link.column) for link in note.links]
        named += [(each.target, each.path, each.line, each.column) for each in note.embeds]
        seen: set[str] = set()
        for target, path, line, column in sorted(named, key=lambda each: each[2:]):
            if target not in seen and self._is_missing_file(note, target, path):
                seen.add(target)
                message = f"{quoted(target)} is not there"
                yield Mistake(line, column, "F20", message, _NO_SUCH_FILE, WARNING)

    def _is_missing_file(self, note: AnyNote, target: str, path: bool) -> bool:
        if path and target[-3:].casefold() == ".md":
            return False
        return (path or looks_like_file(target)) and not self._is_there(note, target, path)

    def _is_there(self, note: AnyNote, target: str, path: bool) -> bool:
        """Say whether a link leads to a file, or to notes, be they one or several."""
        is_note = not path and bool(self.find(note, target, path=False))
        return is_note or self.files.find(note.id, target) is not None

    def _missing_notes(self, note: AnyNote) -> Iterator[_Nowhere]:
        names = [(each.line, each.column, each.target, each.path) for each in note.links]
        names += [(x.line, x.column, x.target, False) for x in note.embeds if not x.path]
        for line, column, target, path in names:
            if self._is_missing_note(note, target, path):
                yield _Nowhere(line, column, target)

    def _missing_parts(self, note: AnyNote) -> Iterator[_Nowhere]:
        for link in note.links:
            if link.heading and (found := self._note(note, link)) and lacks(found, link.heading):
                yield _Nowhere(link.line, link.column, link.target, link.heading)
        for link in note.inner_links:
            if lacks(note, link.heading):
                yield _Nowhere(link.line, link.column, "", link.heading)

    def _note(self, note: AnyNote, link: BodyLink) -> AnyNote | None:
        found = self.find(note, link.target, link.path)
        return self.notes.get(found[0]) if len(found) == 1 else None

    def _is_missing_note(self, note: AnyNote, target: str, path: bool) -> bool:
        if path:
            return not self.find(note, target, path=True)
        return not looks_like_file(target) and not self._is_there(note, target, path=False)


def lacks(note: AnyNote, fragment: str) -> bool:
    """Say whether a note has no such heading or block."""
    return bool(fragment.strip("# ")) and anchor_of(note.anchors, fragment) is None


def _hint_about(nowhere: Sequence[_Nowhere], hints: LinkHints) -> Mistake:
    """Return one hint about the first link that leads nowhere, which counts the others."""
    line, column, target, part = nowhere[0]
    said = hints.no_part(target, part) if part else hints.broken(None, target, guess=True)
    message, hint = said
    others = len(nowhere) - 1
    if others:
        more = "one other link leads" if others == 1 else f"{others} other links lead"
        message = f"{message}; {more} nowhere, too"
    return Mistake(line, column, "F10", message, hint, HINT)
