"""What was handed on: from somebody, through me, to somebody who comes after."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from journal.library.journal import ME
from journal.notes.kinds import keys_saying
from journal.notes.records import AnyNote, Lesson, Opportunity, Person, Touchpoint
from journal.site.parts.page_context import PageContext
from journal.vocabulary.key_types import Says

_PROTEGES = frozenset({"protege", "potential-protege"})
#: Folder -> the key that says from whom its notes came, or with whom they were.
_GIVERS = keys_saying(Says.GIVER)


class HandedOn(NamedTuple):
    """That `what` (a note) came from `giver` and reached `receiver` on `day`, in `where`."""

    receiver: str
    day: date
    what: str
    giver: str
    where: str


def proteges(page: PageContext) -> tuple[Person, ...]:
    """Return those whom I mentor, or might, by name."""
    found = (person for person in page.journal.people if _PROTEGES.intersection(person.roles))
    return tuple(sorted(found, key=lambda person: (person.title.casefold(), person.id)))


def handed_on(page: PageContext) -> tuple[HandedOn, ...]:
    """Return all that was handed on, each thing once, by when it first reached somebody."""
    protege_ids = {person.id for person in proteges(page)}
    first: dict[tuple[str, str, str], HandedOn] = {}
    for found in sorted(_all(page, protege_ids), key=lambda passed: passed.day):
        first.setdefault((found.giver, found.receiver, found.what), found)
    return tuple(first.values())


def _all(page: PageContext, protege_ids: set[str]) -> Iterator[HandedOn]:
    for note, day, key in _could_reach(page):
        receivers = [who for who in page.journal.refs(note, key) if who in protege_ids]
        for what, giver in _origins(page, note, protege_ids) if receivers else ():
            yield from (
                HandedOn(who, day, what, giver, note.id) for who in receivers if who != giver
            )


def _could_reach(page: PageContext) -> Iterator[tuple[Touchpoint | Opportunity, date, str]]:
    """Yield what can have reached somebody, its day, and the key that says whom."""
    for note in page.data.done:
        yield note, note.date, "people"
    for found in page.journal.opportunities:
        day = found.date or found.closed_on
        if day and day <= page.today and not found.draft:
            yield found, day, "for"


def _origins(
    page: PageContext, note: Touchpoint | Opportunity, protege_ids: set[str]
) -> Iterator[tuple[str, str]]:
    """Yield what a note handed on and from whom: what it tells of, and what it grew from."""
    for what in _grown_from(page, note):
        found = page.journal.notes[what]
        for giver in _givers(page, found):
            # a lesson may come from anybody; else those who come after me are no source
            if isinstance(found, Lesson) or giver not in protege_ids:
                yield what, giver


def _grown_from(page: PageContext, note: AnyNote) -> Iterable[str]:
    """Return the notes behind one, however far back; lessons and contacts it links to as well."""
    seen: dict[str, None] = {}
    told = sorted(page.journal.telling.get(note.id, ()))
    ahead = [*page.journal.refs(note, "because_of")]
    ahead += [i for i in told if i.startswith(("lessons/", "touchpoints/"))]
    while ahead:
        earlier = ahead.pop()
        if earlier not in seen and earlier in page.journal.notes:
            seen[earlier] = None
            ahead += page.journal.refs(page.journal.notes[earlier], "because_of")
    return seen


def _givers(page: PageContext, note: AnyNote) -> Iterable[str]:
    if isinstance(note, Person):
        return (note.id,)
    found = page.journal.refs(note, _GIVERS.get(note.folder, ""))
    return [who for who in found if who != ME]


def lessons_learned(page: PageContext) -> tuple[Lesson, ...]:
    """Return the lessons that somebody taught me, drafts left out."""
    lessons = (note for note in page.journal.lessons if not note.draft)
    return tuple(note for note in lessons if page.journal.refs(note, "from"))
