"""A person to reach out to, with all that helps: why, how, what to say, what to write down."""

from collections.abc import Iterator

import msgspec

from journal.advice import Hold, PersonAdvice, Reason
from journal.advice.clock import quiet_hours, quiet_hours_for_me
from journal.advice.spelling import spelled
from journal.library.journal import Journal
from journal.notes.identity import note_key
from journal.notes.records import Person, Touchpoint
from journal.site.draft import draft, mailto
from journal.site.links import Links, Named
from journal.site.reaching import by_channel, log_command
from journal.site.sources import Sources
from journal.site.views.days import Day, day, maybe
from journal.site.views.facts import Fact, Value, names, texts

_LAST = 2  # touchpoints whose beginning is shown
_HOLDS = {
    "min_gap": "You were in touch not long ago: leave some room, until {}.",
    "resting": "Your last messages have no answer yet: give them room, until {}.",
    "snooze": "You put this off until {}.",
}
_DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
TONES = {"overdue": "due", "this-week": "warm", "soon": "near"}


class Why(msgspec.Struct, frozen=True):
    """A reason as a sentence, its day, and the notes behind it."""

    text: str
    by: Day | None
    behind: tuple[Named, ...]


class Last(msgspec.Struct, frozen=True):
    """How a touchpoint begins."""

    day: Day
    note: Named
    text: str


class Message(msgspec.Struct, frozen=True):
    """A draft, and the address that opens it in a mail program (empty: no e-mail address)."""

    subject: str
    text: str
    mailto: str


class Card(msgspec.Struct, frozen=True):
    """The context of a card; `hold`, `quiet` and `channel` are empty where there is none."""

    anchor: str
    person: Named
    section: str
    tone: str
    reach_by: Day
    last_contact: Day | None
    phase: str
    channel: Value
    quiet: str
    reasons: tuple[Why, ...]
    hold: str
    lasts: tuple[Last, ...]
    slots: tuple[Fact, ...]
    message: Message
    command: str
    editor: str


def card(sources: Sources, links: Links, advice: PersonAdvice) -> Card:
    """Return the card of one person in the list."""
    person = sources.journal.person(advice.person)
    assert person
    return Card(
        anchor=note_key(person.id),
        person=links.named(person.id),
        section=section_words(advice.section),
        tone=TONES.get(advice.section, "quiet"),
        reach_by=day(advice.reach_by),
        last_contact=maybe(advice.last_contact),
        phase=advice.phase,
        channel=Value(advice.channel or "", by_channel(person, advice.channel)),
        quiet=quiet(sources.journal, person),
        reasons=tuple(why(links, reason) for reason in advice.reasons),
        hold=hold_words(advice.hold),
        lasts=tuple(_lasts(sources, links, person)),
        slots=tuple(_slots(links, advice)),
        message=_message(sources, links, person, advice),
        command=log_command(sources.journal, person, advice.channel),
        editor=links.editor(person),
    )


def section_words(section: str) -> str:
    """Return a section of the list in words, like `this week`."""
    return section.replace("-", " ")


def why(links: Links, reason: Reason) -> Why:
    """Return a reason as it is shown."""
    return Why(reason.text, maybe(reason.by), links.all_named(reason.notes))


def hold_words(hold: Hold | None) -> str:
    """Return in a sentence what moved the day; nothing where nothing did."""
    return _HOLDS[hold.kind].format(spelled(hold.until)) if hold else ""


def quiet(journal: Journal, person: Person) -> str:
    """Return when not to ring a person, on their clock and on mine."""
    hours = str(quiet_hours(journal.settings, person)).replace("-", "–")
    mine = quiet_hours_for_me(journal.settings, person, journal.today)
    here = f"{hours} in their time"
    if mine is not None:
        same = str(mine).replace("-", "–")
        here = hours if same == hours else f"{hours} in their time, {same} in yours"
    days = ", ".join(_DAYS[day] for day in person.quiet_days)
    return f"{here}, and on {days}" if days else here


def _lasts(sources: Sources, links: Links, person: Person) -> Iterator[Last]:
    done = [
        note
        for note in sources.visible.with_person.get(person.id, ())
        if note.is_done(sources.today) and not note.draft
    ]
    for note in reversed(done[-_LAST:]):
        yield last(sources, links, note)


def last(sources: Sources, links: Links, note: Touchpoint) -> Last:
    """Return a touchpoint's beginning."""
    return Last(day(note.date), links.named(note.id), sources.visible.opening(note))


def _slots(links: Links, advice: PersonAdvice) -> Iterator[Fact]:
    slots = advice.slots
    yield from names("News from you", links.all_named(slots.news))
    yield from names("Their news", links.all_named(slots.recognition))
    yield from names("To offer", links.all_named(slots.offer))
    yield from texts("To ask", *slots.question)


def _message(sources: Sources, links: Links, person: Person, advice: PersonAdvice) -> Message:
    made = draft(sources.journal, person, advice, links.templates)
    return Message(made.subject, made.text, mailto(made, person.email[0]) if person.email else "")
