"""What a message begins with: the earliest reason to write it; else the first thing to say."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from msgspec import structs

from journal.advice import PersonAdvice, Reason, TalkingPoints
from journal.advice.occasions import occasions
from journal.advice.reasons import promise_behind
from journal.library.journal import ME, Journal
from journal.markup.rendered_text import opening_of
from journal.notes.records import Person, Touchpoint, Trip
from journal.wording import message_openings
from journal.wording.message_openings import Opening

#: Note id -> its body as HTML.
_Bodies = Callable[[str], str]


class Said(NamedTuple):
    """What a message says: the paragraph of its reason, if it has one, and talking points."""

    opening: Opening | None
    points: TalkingPoints


def one_thing(
    journal: Journal, advice: PersonAdvice | None, points: TalkingPoints, bodies: _Bodies
) -> Said:
    """Return the one thing that is enough: the reason, or the first that there is to say."""
    first = advice.reasons[0] if advice else None
    if advice and first:
        slot = _SLOTS.get(first.kind)
        if slot and first.by:
            return Said(None, TalkingPoints(**{slot: first.notes}))
        if opening := opening_of_reason(journal, advice, bodies):
            return Said(opening, TalkingPoints())
    for key in TalkingPoints.__struct_fields__:
        if found := getattr(points, key):
            return Said(None, TalkingPoints(**{key: found[:1]}))
    return Said(None, TalkingPoints())


def led_by_reason(advice: PersonAdvice | None, points: TalkingPoints) -> TalkingPoints:
    """Return talking points with the one that is the earliest reason before the others."""
    first = advice.reasons[0] if advice else None
    slot = _SLOTS.get(first.kind) if first else None
    if not (first and slot):
        return points
    others = (note for note in getattr(points, slot) if note not in first.notes)
    return structs.replace(points, **{slot: (*first.notes, *others)})


#: Reasons that are a talking point, and which.
_SLOTS = {"recognise": "recognition", "opportunity": "offer"}


def opening_of_reason(journal: Journal, advice: PersonAdvice, bodies: _Bodies) -> Opening | None:
    """Return how the earliest reason begins a message; None where it has no words of its own."""
    reason, person = advice.reasons[0], journal.person(advice.person)
    begin = _OPENINGS.get(reason.kind)
    return begin(_About(journal, person, reason, bodies)) if begin and person else None


class _About(NamedTuple):
    journal: Journal
    person: Person
    reason: Reason
    bodies: _Bodies


def _reply(about: _About) -> Opening | None:
    letter = about.journal.notes[about.reason.notes[0]]
    assert isinstance(letter, Touchpoint)
    return message_openings.answer(letter.date, opening_of(about.bodies(letter.id)))


def _promise(about: _About) -> Opening | None:
    owned = promise_behind(about.journal, about.reason)
    return message_openings.kept_promise(owned.task.text) if owned else None


def _followup(about: _About) -> Opening | None:
    note = about.journal.notes[about.reason.notes[0]]
    assert isinstance(note, Touchpoint)
    return message_openings.come_back(note.date, note.title, note.question)


def _planned(about: _About) -> Opening | None:
    note = about.journal.notes[about.reason.notes[0]]
    assert isinstance(note, Touchpoint)
    if note.direction != "both":
        return None  # the message is what was planned
    return message_openings.look_forward(note.date, note.channel)


def _trip(about: _About) -> Opening | None:
    trip = about.journal.notes[about.reason.notes[0]]
    assert isinstance(trip, Trip)
    who = about.journal.refs(trip, "who")
    is_mine = not who or ME in who
    return message_openings.meet(trip.city, trip.start, trip.end, is_mine=is_mine)


def _occasion(about: _About) -> Opening | None:
    day = about.reason.by
    assert day
    found = occasions(about.journal, about.person, day, day)
    name = next((each.name for each in found if each.text == about.reason.text), "")
    return message_openings.greet(name, day) if name else None


def _agreement(_: _About) -> Opening | None:
    return message_openings.go_over_agreement()


_OPENINGS: Mapping[str, Callable[[_About], Opening | None]] = {
    "reply": _reply,
    "promise": _promise,
    "followup": _followup,
    "planned": _planned,
    "trip": _trip,
    "occasion": _occasion,
    "agreement": _agreement,
}
