"""Resolves the links of keys and bodies, with a finding for each broken or ambiguous one."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from journal.findings import WARNING, Finding, Mistake
from journal.library.attached_files import AttachedFiles
from journal.library.body_targets import BodyTargets, lacks
from journal.library.journal import ME, OwnedTask, ResolvedLinks
from journal.library.link_hints import LinkHints
from journal.library.names import Names
from journal.notes.kinds import FOLDERS, keys_saying
from journal.notes.note import Ref
from journal.notes.records import AnyNote, Person, Touchpoint
from journal.vocabulary.key_types import Key, Says, Type

#: For so many broken links of one note a similar name is searched for; that takes time.
MOST_GUESSES = 50
#: The keys of a folder's notes that link.
LINK_KEYS = {
    folder: tuple(key for key in kind.keys.values() if key.type is Type.LINKS)
    for folder, kind in FOLDERS.items()
}
#: The key that says to whom the tasks of a folder's notes belong.
_OWNERS = keys_saying(Says.OWNER)


class LinkResolver:
    """Resolves the links of one note after another, collecting findings."""

    def __init__(self, names: Names, notes: Mapping[str, AnyNote], files: AttachedFiles) -> None:
        self.names = names
        self.targets = BodyTargets(names, notes, files)
        self.notes = notes
        self.findings: list[Finding] = []
        self._hints = LinkHints(names)
        self._unresolved: Counter[str] = Counter()

    def take_findings(self) -> tuple[Finding, ...]:
        """Return the findings since the last call."""
        if not self.findings:
            return ()
        found, self.findings = tuple(self.findings), []
        return found

    def keys(self, note: AnyNote) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each key of `note` that links, with the ids it links to."""
        for key in LINK_KEYS[note.folder]:
            refs: tuple[Ref, ...] = getattr(note, key.attribute)
            if refs:
                found = [i for ref in refs for i in self._key_link(note, key, ref)]
                yield key.name, tuple(dict.fromkeys(found))
            elif key.me_by_default:
                yield key.name, (ME,)

    def body(self, note: AnyNote) -> Iterator[tuple[str, bool]]:
        """Yield the id of each link in the text, and whether it tells."""
        may_miss = bool(note.embeds or note.inner_links)
        for link in note.links:
            found = self.find(note, link.target, link.path)
            may_miss = may_miss or not found or bool(link.heading)
            if len(found) > 1:
                at = Mistake(link.line, link.column, "", "", "", WARNING)
                self._report(note, None, link.target, found, at)
            elif found and found[0] in self.notes:
                yield found[0], link.tells
        if may_miss:  # few do, and to look takes time
            for mistake in self.targets.mistakes(note, self._hints):
                self.findings.append(mistake.found_in(note.path))

    def _key_link(self, note: AnyNote, key: Key, ref: Ref) -> tuple[str, ...]:
        """Return the id that a link in a key means: of the notes that it may hold, no other."""
        if key.me and ref.target.casefold() == ME:
            return (ME,)
        names = self.names.notes if key.any_note else self.names.people
        found = names.look_up(note.id, ref.target, ref.path)
        if len(found) == 1:  # where it is there, but left out, that has a finding of its own
            return self._with_part(note, ref, found) if found[0] in self.notes else ()
        at = Mistake(ref.line, ref.column, "", "")
        others = () if found or key.any_note else self.find(note, ref.target, ref.path)
        if others:
            guess = self._may_guess(note)
            said = self._hints.no_person(key, ref.target, others[0], guess=guess)
            self._add(note, at, "F10", said)
        else:
            self._report(note, key, ref.target, found, at)
        return ()

    def _with_part(self, note: AnyNote, ref: Ref, found: tuple[str, ...]) -> tuple[str, ...]:
        """Return the id that was found; a heading or block that is not there is an error."""
        if ref.heading and lacks(self.notes[found[0]], ref.heading):
            at = Mistake(ref.line, ref.column, "", "")
            self._add(note, at, "F10", self._hints.no_part(ref.target, ref.heading))
        return found

    def find(self, note: AnyNote, target: str, path: bool) -> tuple[str, ...]:
        """Return the ids of the notes that a link in the text of `note` may mean."""
        return self.targets.find(note, target, path)

    def _report(
        self, note: AnyNote, key: Key | None, target: str, found: tuple[str, ...], at: Mistake
    ) -> None:
        if found:
            self._add(note, at, "F11", self._hints.unclear(key, target, found))
            return
        said = self._hints.broken(key, target, guess=self._may_guess(note))
        self._add(note, at, "F10", said)

    def _may_guess(self, note: AnyNote) -> bool:
        self._unresolved[note.id] += 1
        return self._unresolved[note.id] <= MOST_GUESSES

    def _add(self, note: AnyNote, at: Mistake, code: str, said: tuple[str, str]) -> None:
        message, hint = said
        mistake = Mistake(at.line, at.column, code, message, hint, at.level)
        self.findings.append(mistake.found_in(note.path))


def _told(note: AnyNote, keys: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the ids of what a note's people are told of by its keys."""
    for key in LINK_KEYS[note.folder]:
        if key.tells:
            yield from keys.get(key.name, ())


class NoteLinker:
    """Resolves the links of notes, among all notes that were read, as of a day."""

    def __init__(
        self, names: Names, read: Mapping[str, AnyNote], files: AttachedFiles, today: date
    ) -> None:
        self.resolver = LinkResolver(names, read, files)
        self.today = today

    def link(self, note: AnyNote) -> ResolvedLinks:
        """Resolve one note's links."""
        keys = dict(self.resolver.keys(note))
        has_links = note.links or note.embeds or note.inner_links
        body = tuple(self.resolver.body(note)) if has_links else ()
        text = tuple([target for target, _ in body])
        if not isinstance(note, Touchpoint):
            return ResolvedLinks(keys, text, findings=self.resolver.take_findings())
        told = frozenset((*_told(note, keys), *[target for target, tells in body if tells]))
        unknown = note.is_done(self.today) and not note.channel
        if unknown and not note.has_mistake("channel"):
            self._miss_channel(note)
        is_left_out = unknown or not keys.get("people")
        return ResolvedLinks(keys, text, told, self.resolver.take_findings(), is_left_out)

    def _miss_channel(self, note: Touchpoint) -> None:
        message = "`channel` is missing: a touchpoint that took place needs one"
        mistake = Mistake(*note.position("channel"), "F05", message, "it is left out now")
        self.resolver.findings.append(mistake.found_in(note.path))

    def tasks(self, note: AnyNote, links: ResolvedLinks) -> Iterator[OwnedTask]:
        """Yield every task of a note with the people it belongs to."""
        for task in note.tasks:
            found = [self.resolver.find(note, link.target, link.path) for link in task.links]
            named = tuple(i for ids in found if len(ids) == 1 for i in ids if self._is_person(i))
            yield OwnedTask(task, note.id, named or self._owners(note, links))

    def _is_person(self, note_id: str) -> bool:
        return isinstance(self.resolver.notes.get(note_id), Person)

    def _owners(self, note: AnyNote, links: ResolvedLinks) -> tuple[str, ...]:
        if isinstance(note, Person):
            return (note.id,)
        owners = links.keys.get(_OWNERS.get(note.folder, ""), ())
        return tuple(i for i in owners if self._is_person(i))
