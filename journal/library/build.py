"""What was read to a journal: links resolved, touchpoints by person, tasks by owner."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time
from typing import Any

from journal.findings import Mistake
from journal.library.journal import Journal, OwnedTask
from journal.library.links import Resolver
from journal.library.names import Names
from journal.notes.records import (
    AnyNote,
    Goal,
    Lesson,
    News,
    Note,
    Opportunity,
    Person,
    Touchpoint,
    Trip,
)
from journal.reading.folder import Folder


def build_journal(folder: Folder, today: date) -> Journal:
    """Return the journal of `folder` as of `today`; its findings include those of reading."""
    notes: dict[str, AnyNote] = {note.id: note for note in sorted(folder.notes, key=_by_id)}
    names = Names(notes.values(), folder.left_out)
    links = _Links(Resolver(names, notes), today)
    for note in notes.values():
        links.add(note)
    if links.left_out:
        links.forget_left_out()
    kept = {i: note for i, note in notes.items() if i not in links.left_out}
    kinds = _by_kind(kept.values())
    return Journal(
        today=today,
        settings=folder.settings,
        notes=kept,
        **kinds,
        tasks=tuple(links.tasks(kept.values())),
        names=names,
        attachments=folder.attachments,
        findings=tuple(sorted({*folder.findings, *links.findings})),
        linked=links.linked,
        telling=links.telling,
        with_person=_with_person(kinds["touchpoints"], links.linked),
        backlinks={i: tuple(sorted(sources)) for i, sources in links.backlinks.items()},
    )


def _by_id(note: Note) -> str:
    return note.id


def _when(touchpoint: Touchpoint) -> tuple[date, time, str]:
    return (touchpoint.date, touchpoint.time or time.min, touchpoint.id)


def _by_kind(notes: Iterable[AnyNote]) -> dict[str, Any]:
    kinds: dict[type, list[Any]] = defaultdict(list)
    for note in notes:
        kinds[type(note)].append(note)
    return {
        "people": tuple(kinds[Person]),
        "touchpoints": tuple(sorted(kinds[Touchpoint], key=_when)),
        "news": tuple(kinds[News]),
        "opportunities": tuple(kinds[Opportunity]),
        "trips": tuple(kinds[Trip]),
        "goals": tuple(kinds[Goal]),
        "lessons": tuple(kinds[Lesson]),
    }


def _with_person(
    touchpoints: Iterable[Touchpoint], linked: dict[tuple[str, str], tuple[str, ...]]
) -> dict[str, tuple[Touchpoint, ...]]:
    found: dict[str, list[Touchpoint]] = defaultdict(list)
    for note in touchpoints:
        if not note.draft:
            for person in linked[note.id, "people"]:
                found[person].append(note)
    return {person: tuple(notes) for person, notes in found.items()}


class _Links:
    """The links of all notes, gathered note by note."""

    def __init__(self, resolver: Resolver, today: date) -> None:
        self.resolver = resolver
        self.today = today
        self.linked: dict[tuple[str, str], tuple[str, ...]] = {}
        self.telling: dict[str, frozenset[str]] = {}
        self.backlinks: dict[str, set[str]] = defaultdict(set)
        self.left_out: set[str] = set()
        self.findings = resolver.findings

    def add(self, note: AnyNote) -> None:
        """Resolve one note's links."""
        targets: list[str] = []
        for key, found in self.resolver.keys(note):
            self.linked[note.id, key] = found
            targets += found
        body = list(self.resolver.body(note)) if note.links else ()
        if isinstance(note, Touchpoint):
            self._touchpoint(note, [target for target, tells in body if tells])
        for target in (*targets, *[target for target, _ in body]):
            if target != note.id:
                self.backlinks[target].add(note.id)

    def _touchpoint(self, note: Touchpoint, told: list[str]) -> None:
        self.telling[note.id] = frozenset((*self.linked.get((note.id, "about"), ()), *told))
        if not self.linked.get((note.id, "people")):
            self.left_out.add(note.id)
        if note.is_done(self.today) and not note.channel and not note.misread("channel"):
            message = "`channel` is missing: a touchpoint that took place needs one"
            mistake = Mistake(*note.where("channel"), "F05", message, "it is left out now")
            self.findings.append(mistake.found_in(note.path))
        if note.is_done(self.today) and not note.channel:
            self.left_out.add(note.id)

    def forget_left_out(self) -> None:
        """Let nothing lead to or come from a note that is not in the journal."""
        out = self.left_out
        self.linked = {
            (note, key): tuple([i for i in found if i not in out])
            for (note, key), found in self.linked.items()
        }
        self.telling = {note: found - out for note, found in self.telling.items()}
        self.backlinks = defaultdict(set, {i: found - out for i, found in self.backlinks.items()})

    def tasks(self, notes: Iterable[AnyNote]) -> Iterable[OwnedTask]:
        """Yield every task with the people it belongs to."""
        for note in notes:
            for task in note.tasks:
                found = [self.resolver.find(note, link.target, link.path) for link in task.targets]
                named = tuple(i for ids in found if len(ids) == 1 for i in ids if self._person(i))
                yield OwnedTask(task, note.id, named or self._owners(note))

    def _person(self, note_id: str) -> bool:
        return isinstance(self.resolver.notes.get(note_id), Person)

    def _owners(self, note: AnyNote) -> tuple[str, ...]:
        if isinstance(note, Person):
            return (note.id,)
        key = {Touchpoint: "people", Opportunity: "for"}.get(type(note), "")
        return tuple(i for i in self.linked.get((note.id, key), ()) if self._person(i))
