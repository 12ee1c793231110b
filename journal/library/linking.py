"""One note after another linked with the others."""

from collections.abc import Iterator, Mapping
from datetime import date

from journal.findings import Mistake
from journal.library.journal import OwnedTask
from journal.library.linked import Linked
from journal.library.links import Resolver
from journal.library.names import Names
from journal.notes.records import AnyNote, Opportunity, Person, Touchpoint

#: The key that says to whom the tasks of a note belong.
_OWNERS = {Touchpoint: "people", Opportunity: "for"}


class Linking:
    """Finds out where notes lead, among all notes that were read, as of a day."""

    def __init__(self, names: Names, read: Mapping[str, AnyNote], today: date) -> None:
        self.resolver = Resolver(names, read)
        self.today = today

    def link(self, note: AnyNote) -> Linked:
        """Resolve one note's links."""
        keys = dict(self.resolver.keys(note))
        body = tuple(self.resolver.body(note)) if note.links else ()
        text = tuple([target for target, _ in body])
        if not isinstance(note, Touchpoint):
            return Linked(keys, text, findings=self.resolver.taken())
        told = frozenset((*keys.get("about", ()), *[target for target, tells in body if tells]))
        unknown = note.is_done(self.today) and not note.channel
        if unknown and not note.misread("channel"):
            self._miss_channel(note)
        is_left_out = unknown or not keys.get("people")
        return Linked(keys, text, told, self.resolver.taken(), is_left_out)

    def _miss_channel(self, note: Touchpoint) -> None:
        message = "`channel` is missing: a touchpoint that took place needs one"
        mistake = Mistake(*note.where("channel"), "F05", message, "it is left out now")
        self.resolver.findings.append(mistake.found_in(note.path))

    def tasks(self, note: AnyNote, linked: Linked) -> Iterator[OwnedTask]:
        """Yield every task of a note with the people it belongs to."""
        for task in note.tasks:
            found = [self.resolver.find(note, link.target, link.path) for link in task.targets]
            named = tuple(i for ids in found if len(ids) == 1 for i in ids if self._is_person(i))
            yield OwnedTask(task, note.id, named or self._owners(note, linked))

    def _is_person(self, note_id: str) -> bool:
        return isinstance(self.resolver.notes.get(note_id), Person)

    def _owners(self, note: AnyNote, linked: Linked) -> tuple[str, ...]:
        if isinstance(note, Person):
            return (note.id,)
        owners = linked.keys.get(_OWNERS.get(type(note), ""), ())
        return tuple(i for i in owners if self._is_person(i))
