"""Pay it forward: what mentors gave me, and what of it reached my protégés."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from journal.library.journal import ME
from journal.notes.kinds import keys_saying
from journal.notes.records import AnyNote, Lesson, Opportunity, Person, Touchpoint
from journal.site.charts.lineage import Flow, Lineage, lineage
from journal.site.parts.page_context import Link, PageContext
from journal.vocabulary.key_types import Says
from journal.wording.counts import count_of
from journal.wording.dates import Day, day

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


class ReceivedThing(msgspec.Struct, frozen=True):
    """Something that reached a protégé: what, from whom, and in which note."""

    what: Link
    givers: tuple[Link, ...]
    day: Day
    where: Link


class Receiver(msgspec.Struct, frozen=True):
    """A protégé, and what reached them, the latest first."""

    person: Link
    received: tuple[ReceivedThing, ...]


class KeptLesson(msgspec.Struct, frozen=True):
    """A lesson that I have not handed on yet."""

    lesson: Link
    givers: tuple[Link, ...]


class PayForwardPage(msgspec.Struct, frozen=True):
    """The content of `pay-forward.html`; no picture where there is nobody on one of its sides."""

    title: str
    picture: Lineage | None
    description: str
    receivers: tuple[Receiver, ...]
    with_me_still: tuple[KeptLesson, ...]


def view(page: PageContext) -> PayForwardPage:
    """Return the page of what was handed on."""
    passed, lessons = handed_on(page), lessons_learned(page)
    after = [person.id for person in proteges(page)]
    givers = _all_givers(page, lessons, passed)
    return PayForwardPage(
        title="Pay it forward",
        picture=_picture(page, givers, after, passed) if givers and after else None,
        description=_description(givers, after, passed),
        receivers=tuple(_receiver(page, who, passed) for who in after),
        with_me_still=tuple(_with_me_still(page, lessons, passed)),
    )


def _all_givers(
    page: PageContext, lessons: Sequence[Lesson], passed: Sequence[HandedOn]
) -> tuple[str, ...]:
    """Return everybody something came from, by name."""
    found = {who for lesson in lessons for who in page.journal.refs(lesson, "from")}
    found.update(each.giver for each in passed)
    title = page.journal.notes
    return tuple(sorted(found, key=lambda who: (title[who].title.casefold(), who)))


def _picture(
    page: PageContext, givers: Sequence[str], after: Sequence[str], passed: Sequence[HandedOn]
) -> Lineage:
    things = Counter((each.giver, each.receiver) for each in passed)
    strands = [
        Flow(givers.index(giver), after.index(receiver), count)
        for (giver, receiver), count in things.items()
    ]
    notes = page.journal.notes
    left, right = [notes[who].title for who in givers], [notes[who].title for who in after]
    return lineage(page.data.my_name, left, right, strands)


def _description(givers: Sequence[str], after: Sequence[str], passed: Sequence[HandedOn]) -> str:
    """Return in a sentence what the picture shows."""
    gave = {each.giver for each in passed}
    got = {each.receiver for each in passed}
    return (
        f"Of {count_of(len(givers), 'person')} who gave me something, on the left,"
        f" what came from {len(gave)} has gone on, to {len(got)} of"
        f" {count_of(len(after), 'person')} on the right."
    )


def _receiver(page: PageContext, who: str, passed: Sequence[HandedOn]) -> Receiver:
    theirs: dict[tuple[str, str], list[HandedOn]] = {}
    for each in reversed(passed):
        if each.receiver == who:
            theirs.setdefault((each.what, each.where), []).append(each)
    return Receiver(page.link(who), tuple(_received(page, found) for found in theirs.values()))


def _received(page: PageContext, found: Sequence[HandedOn]) -> ReceivedThing:
    first = found[0]
    givers = page.links(tuple(sorted(each.giver for each in found)))
    return ReceivedThing(page.link(first.what), givers, day(first.day), page.link(first.where))


def _with_me_still(
    page: PageContext, lessons: Sequence[Lesson], passed: Sequence[HandedOn]
) -> Iterator[KeptLesson]:
    gone = {each.what for each in passed}
    for lesson in lessons:
        if lesson.id not in gone:
            givers = page.links(page.journal.refs(lesson, "from"))
            yield KeptLesson(page.link(lesson.id), givers)


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
    for note, when, key in _could_reach(page):
        receivers = [who for who in page.journal.refs(note, key) if who in protege_ids]
        for what, giver in _origins(page, note, protege_ids) if receivers else ():
            yield from (
                HandedOn(who, when, what, giver, note.id) for who in receivers if who != giver
            )


def _could_reach(page: PageContext) -> Iterator[tuple[Touchpoint | Opportunity, date, str]]:
    """Yield each note that may have handed something on, its day, and the key of its people."""
    for note in page.data.done:
        yield note, note.date, "people"
    for found in page.journal.opportunities:
        when = found.date or found.closed_on
        if when and when <= page.today and not found.draft:
            yield found, when, "for"


def _origins(
    page: PageContext, note: Touchpoint | Opportunity, protege_ids: set[str]
) -> Iterator[tuple[str, str]]:
    """Yield what a note handed on, and from whom: what it tells of and what it grew from."""
    for what in _grown_from(page, note):
        found = page.journal.notes[what]
        for giver in _givers(page, found):
            # a lesson may come from anybody; anything else from no protégé
            if isinstance(found, Lesson) or giver not in protege_ids:
                yield what, giver


def _grown_from(page: PageContext, note: AnyNote) -> Iterable[str]:
    """Return all notes that one grew from, and the lessons and contacts that it links to."""
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
