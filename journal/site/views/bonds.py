"""What went on between a person and me: told, promised, given, learned, offered."""

from collections.abc import Iterator
from datetime import date

import msgspec

from journal.notes.records import Note, Opportunity, Person, Touchpoint
from journal.site.links import Links, Named
from journal.site.sources import Sources
from journal.site.views.days import Day, day, maybe

_SETTLED = frozenset({"succeeded", "unsuccessful", "declined", "missed", "dropped", "met"})


class Tie(msgspec.Struct, frozen=True):
    """A note beside a person: its day, and a word for how it stands (empty: none)."""

    note: Named
    day: Day | None
    state: str
    tone: str


class Gift(msgspec.Struct, frozen=True):
    """What went one way in a touchpoint."""

    text: str
    day: Day
    note: Named


def _done(sources: Sources, person: Person) -> list[Touchpoint]:
    with_person = sources.visible.with_person.get(person.id, ())
    return [note for note in with_person if note.is_done(sources.today)]


def told(sources: Sources, links: Links, person: Person) -> tuple[Tie, ...]:
    """Return my news that they know, with the day they first heard of it, the latest first."""
    heard: dict[str, date] = {}
    for note in _done(sources, person):
        for target in sources.journal.telling[note.id]:
            heard.setdefault(target, note.date)
    mine = [note for note in sources.my_news if note.id in heard]
    mine.sort(key=lambda note: (heard[note.id], note.id), reverse=True)
    return tuple(Tie(links.named(n.id), day(heard[n.id]), "", "") for n in mine)


def untold(sources: Sources, links: Links, person: Person) -> tuple[Tie, ...]:
    """Return my fresh news that they have not heard, the latest first."""
    heard: set[str] = set()
    for note in sources.journal.with_person.get(person.id, ()):
        if note.is_done(sources.today):
            heard |= sources.journal.telling[note.id]
    fresh = sources.visible.notes(sources.ground.my_news())
    return tuple(Tie(links.named(n.id), day(n.date), "", "") for n in fresh if n.id not in heard)


def their_news(sources: Sources, links: Links, person: Person) -> tuple[Tie, ...]:
    """Return the news about a person, the latest first."""
    found = _naming(sources, person, "news", "about")
    return tuple(Tie(links.named(note.id), maybe(note.date), "", "") for note in reversed(found))


def gifts(sources: Sources, links: Links, person: Person, key: str) -> tuple[Gift, ...]:
    """Return all that they got from me (`gave`) or I from them (`got`), the latest first."""
    return tuple(
        Gift(text, day(note.date), links.named(note.id))
        for note in reversed(_done(sources, person))
        for text in getattr(note, key)
    )


def lessons(sources: Sources, links: Links, person: Person) -> tuple[Tie, ...]:
    """Return what I saw them do well."""
    return tuple(_ties(links, _naming(sources, person, "lessons", "from"), "practice"))


def goals(sources: Sources, links: Links, person: Person) -> tuple[Tie, ...]:
    """Return the goals that they help with."""
    return tuple(_ties(links, _naming(sources, person, "goals", "people"), "state"))


def opportunities(sources: Sources, links: Links, person: Person) -> tuple[Tie, ...]:
    """Return the opportunities for a person; one they were told about counts as offered."""
    return tuple(
        Tie(links.named(note.id), maybe(note.deadline), state, _tone(state))
        for note in _naming(sources, person, "opportunities", "for")
        if isinstance(note, Opportunity)
        for state in (_state(sources, note),)
    )


def _state(sources: Sources, note: Opportunity) -> str:
    offered = note.state == "spotted" and sources.ground.offered(note)
    return "offered" if offered else note.state


def _naming(sources: Sources, person: Person, folder: str, key: str) -> list[Note]:
    journal, inside = sources.journal, f"{folder}/"
    ids = (i for i in journal.backlinks.get(person.id, ()) if i.startswith(inside))
    found = sources.visible.notes(journal.notes[i] for i in ids if i in journal.notes)
    naming = (note for note in found if person.id in journal.refs(note, key))
    return sorted(naming, key=lambda note: (note.date or date.min, note.id))


def _ties(links: Links, notes: list[Note], key: str) -> Iterator[Tie]:
    for note in notes:
        state = getattr(note, key)
        yield Tie(links.named(note.id), maybe(note.date), state, _tone(state))


def _tone(state: str) -> str:
    if state in ("succeeded", "met", "habit"):
        return "good"
    return "quiet" if state in _SETTLED else ""
