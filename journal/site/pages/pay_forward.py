"""Pay it forward: what mentors gave me, and what of it went on to those who come after."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from journal.notes.records import Lesson
from journal.site.charts.lineage import Flow, Lineage, lineage
from journal.site.parts.handed_on import HandedOn, handed_on, lessons_learned, proteges
from journal.site.parts.page_context import Link, PageContext
from journal.wording.counts import many
from journal.wording.dates import Day, day


class ReceivedThing(msgspec.Struct, frozen=True):
    """One thing that reached somebody: what it was, from whom, and where it is written down."""

    what: Link
    givers: tuple[Link, ...]
    day: Day
    where: Link


class Receiver(msgspec.Struct, frozen=True):
    """Somebody who comes after me, and what reached them, the latest first."""

    person: Link
    handed: tuple[ReceivedThing, ...]


class KeptLesson(msgspec.Struct, frozen=True):
    """A lesson that is with me still."""

    lesson: Link
    givers: tuple[Link, ...]


class PayForwardPage(msgspec.Struct, frozen=True):
    """The content of `pay-forward.html`; no picture where there is nobody on one of its sides."""

    title: str
    picture: Lineage | None
    described: str
    receivers: tuple[Receiver, ...]
    kept: tuple[KeptLesson, ...]


def view(page: PageContext) -> PayForwardPage:
    """Return the page of what was handed on."""
    passed, lessons = handed_on(page), lessons_learned(page)
    after = [person.id for person in proteges(page)]
    givers = _givers(page, lessons, passed)
    return PayForwardPage(
        title="Pay it forward",
        picture=_picture(page, givers, after, passed) if givers and after else None,
        described=_description(givers, after, passed),
        receivers=tuple(_receiver(page, who, passed) for who in after),
        kept=tuple(_kept(page, lessons, passed)),
    )


def _givers(
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
        f"Of {many(len(givers), 'person', 'people')} who gave me something, on the left,"
        f" what came from {len(gave)} has gone on, to {len(got)} of"
        f" {many(len(after), 'person', 'people')} on the right."
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


def _kept(
    page: PageContext, lessons: Sequence[Lesson], passed: Sequence[HandedOn]
) -> Iterator[KeptLesson]:
    gone = {each.what for each in passed}
    for lesson in lessons:
        if lesson.id not in gone:
            givers = page.links(page.journal.refs(lesson, "from"))
            yield KeptLesson(page.link(lesson.id), givers)
