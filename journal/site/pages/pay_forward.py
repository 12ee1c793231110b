"""Pay it forward: what mentors gave me, and what of it went on to those who come after."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from journal.notes.records import Lesson
from journal.site.charts.lineage import Lineage, Strand, lineage
from journal.site.parts.context import Sources
from journal.site.parts.handed_on import Passed, after_me, learned, passed_on
from journal.site.parts.page_links import Links, Named
from journal.wording.counts import many
from journal.wording.dates import Day, day


class Handed(msgspec.Struct, frozen=True):
    """One thing that reached somebody: what it was, from whom, and where it is written down."""

    what: Named
    givers: tuple[Named, ...]
    day: Day
    where: Named


class Receiver(msgspec.Struct, frozen=True):
    """Somebody who comes after me, and what reached them, the latest first."""

    person: Named
    handed: tuple[Handed, ...]


class Kept(msgspec.Struct, frozen=True):
    """A lesson that is with me still."""

    lesson: Named
    givers: tuple[Named, ...]


class ForwardPage(msgspec.Struct, frozen=True):
    """The context of `pay-forward.html`; no picture where there is nobody on one of its sides."""

    title: str
    picture: Lineage | None
    described: str
    receivers: tuple[Receiver, ...]
    kept: tuple[Kept, ...]


def view(sources: Sources, links: Links, _address: str) -> ForwardPage:
    """Return the page of what was handed on."""
    passed, lessons = passed_on(sources), learned(sources)
    after = [person.id for person in after_me(sources)]
    givers = _givers(sources, lessons, passed)
    return ForwardPage(
        title="Pay it forward",
        picture=_picture(sources, givers, after, passed) if givers and after else None,
        described=_described(givers, after, passed),
        receivers=tuple(_receiver(links, who, passed) for who in after),
        kept=tuple(_kept(sources, links, lessons, passed)),
    )


def _givers(
    sources: Sources, lessons: Sequence[Lesson], passed: Sequence[Passed]
) -> tuple[str, ...]:
    """Return everybody something came from, by name."""
    found = {who for lesson in lessons for who in sources.journal.refs(lesson, "from")}
    found.update(each.giver for each in passed)
    title = sources.journal.notes
    return tuple(sorted(found, key=lambda who: (title[who].title.casefold(), who)))


def _picture(
    sources: Sources, givers: Sequence[str], after: Sequence[str], passed: Sequence[Passed]
) -> Lineage:
    things = Counter((each.giver, each.receiver) for each in passed)
    strands = [
        Strand(givers.index(giver), after.index(receiver), count)
        for (giver, receiver), count in things.items()
    ]
    notes = sources.journal.notes
    left, right = [notes[who].title for who in givers], [notes[who].title for who in after]
    return lineage(sources.my_name, left, right, strands)


def _described(givers: Sequence[str], after: Sequence[str], passed: Sequence[Passed]) -> str:
    """Return in a sentence what the picture shows."""
    gave = {each.giver for each in passed}
    got = {each.receiver for each in passed}
    return (
        f"Of {many(len(givers), 'person', 'people')} who gave me something, on the left,"
        f" what came from {len(gave)} has gone on, to {len(got)} of"
        f" {many(len(after), 'person', 'people')} on the right."
    )


def _receiver(links: Links, who: str, passed: Sequence[Passed]) -> Receiver:
    theirs: dict[tuple[str, str], list[Passed]] = {}
    for each in reversed(passed):
        if each.receiver == who:
            theirs.setdefault((each.what, each.where), []).append(each)
    return Receiver(links.named(who), tuple(_handed(links, found) for found in theirs.values()))


def _handed(links: Links, found: Sequence[Passed]) -> Handed:
    first = found[0]
    givers = links.all_named(tuple(sorted(each.giver for each in found)))
    return Handed(links.named(first.what), givers, day(first.day), links.named(first.where))


def _kept(
    sources: Sources, links: Links, lessons: Sequence[Lesson], passed: Sequence[Passed]
) -> Iterator[Kept]:
    gone = {each.what for each in passed}
    for lesson in lessons:
        if lesson.id not in gone:
            givers = links.all_named(sources.journal.refs(lesson, "from"))
            yield Kept(links.named(lesson.id), givers)
