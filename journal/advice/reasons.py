"""How each kind of reason is found: its day and its sentence; and when it ends by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from journal.advice.advice_model import Reason
from journal.advice.cadence import DueDay, chosen_day
from journal.advice.index import AdviceIndex
from journal.advice.occasions import occasions_to_mention
from journal.advice.preferences_asked import never_asked
from journal.advice.relationship import SPOKEN_OF_FOR, Relationship
from journal.durations import Duration
from journal.library.journal import ME, Journal, OwnedTask
from journal.notes.records import AnyNote, News, Opportunity, Touchpoint, Trip
from journal.values import add_days
from journal.wording.dates import cadence_words, long_date, on_partial_date
from journal.wording.labels import chosen_words

_REPLY_WITHIN = 60  # days
_REPLY_BY = 7  # days
_RECOGNISE_WITHIN = 14  # days
_REVIEW_SPAN = 30  # days before the review in which going over it counts


@dataclass(frozen=True, slots=True)
class ReasonContext:
    """What the reasons to reach out to one person are found from."""

    index: AdviceIndex
    relationship: Relationship
    #: what the cadence says, or None where there is none
    due: DueDay | None


def find_reply(context: ReasonContext) -> Iterator[Reason]:
    """They wrote in the last year, and I have not since; the first of their letters counts."""
    relationship = context.relationship
    first = relationship.unanswered_letter
    if first is None:
        return
    waits = first.date >= add_days(relationship.today, -_REPLY_WITHIN)
    by = add_days(first.date, _REPLY_BY) if waits else None
    text = f"They wrote on {long_date(first.date)} and have no answer yet."
    yield Reason("reply", by, text, (first.id,))


def last_day_of_reply(journal: Journal, reason: Reason) -> date | None:
    """Return when their message is too old to speak of."""
    note = _note(journal, reason)
    return add_days(note.date, SPOKEN_OF_FOR) if isinstance(note, Touchpoint) else None


def find_promises(context: ReasonContext) -> Iterator[Reason]:
    """Open tasks of mine."""
    index, relationship = context.index, context.relationship
    for owned in index.promises.get(relationship.person.id, ()):
        yield Reason("promise", owned.task.due, _promise_words(owned), (owned.note,))


def _promise_words(owned: OwnedTask) -> str:
    stop = "" if owned.task.text.endswith((".", "!", "?", "…")) else "."
    return f"You promised: {owned.task.text}{stop}"


def promise_behind(journal: Journal, reason: Reason) -> OwnedTask | None:
    """Return the open task that a promise was made from."""
    is_open = (each for each in journal.tasks if each.task.state == "open" and not each.task.theirs)
    there = (each for each in is_open if each.note in reason.notes)
    return next((each for each in there if _promise_words(each) == reason.text), None)


def find_followups(context: ReasonContext) -> Iterator[Reason]:
    """Touchpoints to come back to, until a later contact does."""
    relationship = context.relationship
    for note in relationship.done:
        if note.followup_on and not _followed_up(relationship, note):
            text = f"You meant to come back to “{note.title}” of {long_date(note.date)}."
            yield Reason("followup", note.followup_on, text, (note.id,))


def _followed_up(relationship: Relationship, note: Touchpoint) -> bool:
    assert note.followup_on
    enough = add_days(note.followup_on, -7)
    telling = relationship.journal.telling
    return any(
        later.date >= enough or note.id in telling[later.id]
        for later in reversed(relationship.mine)
        if note.is_before(later)
    )


def find_next(context: ReasonContext) -> Iterator[Reason]:
    """A day I chose, until a contact of mine on it or later."""
    relationship = context.relationship
    if day := chosen_day(relationship):
        yield Reason("next", day, chosen_words(day), (relationship.person.id,))


def find_planned(context: ReasonContext) -> Iterator[Reason]:
    """The earliest touchpoint that lies ahead."""
    relationship = context.relationship
    if note := relationship.planned:
        text = f"“{note.title}” is planned for {long_date(note.date)}."
        yield Reason("planned", note.date, text, (note.id,))


def find_opportunities(context: ReasonContext) -> Iterator[Reason]:
    """Opportunities for them with a deadline, until they are told."""
    index, relationship = context.index, context.relationship
    for note in index.opportunities.get(relationship.person.id, ()):
        if note.deadline and note.id not in relationship.told_about:
            text = f"“{note.title}” could be for them; its last day is {long_date(note.deadline)}."
            by = _day_ahead(note.deadline, note.lead, index.today)
            yield Reason("opportunity", by, text, (note.id,))


def _day_ahead(day: date, lead: Duration, today: date) -> date:
    """Return the day that lies `lead` before `day`, or today where that has passed."""
    return max(day if lead.never else lead.before(day), today)


def last_day_of_opportunity(journal: Journal, reason: Reason) -> date | None:
    """Return its deadline."""
    note = _note(journal, reason)
    return note.deadline if isinstance(note, Opportunity) else None


def find_recognitions(context: ReasonContext) -> Iterator[Reason]:
    """News of theirs, until I mention it."""
    index, relationship = context.index, context.relationship
    for note in index.news.get(relationship.person.id, ()):
        if note.id not in relationship.acknowledged:
            text = f"Their news of {long_date(note.date)}: “{note.title}”."
            yield Reason("recognise", add_days(note.date, _RECOGNISE_WITHIN), text, (note.id,))


def last_day_of_news(journal: Journal, reason: Reason) -> date | None:
    """Return until when it is fresh."""
    note = _note(journal, reason)
    if not isinstance(note, News):
        return None
    return note.fresh_until or journal.settings.fresh.after(note.date)


def find_trips(context: ReasonContext) -> Iterator[Reason]:
    """Trips that bring us to one city, until I mention them."""
    index, told = context.index, context.relationship.told_about
    for trip, traveller in index.trips_that_meet(context.relationship.person):
        if trip.id not in told:
            yield _trip(trip, traveller, index.today)


def _trip(trip: Trip, traveller: str, today: date) -> Reason:
    opening = f"{'You' if traveller == ME else 'They'} will be in {trip.city}"
    days = f"on {long_date(trip.start)}"
    if trip.end > trip.start:
        days = f"from {long_date(trip.start)} to {long_date(trip.end)}"
    by = _day_ahead(trip.start, trip.lead, today)
    return Reason("trip", by, f"{opening} {days}.", (trip.id,))


def first_day_of_trip(journal: Journal, reason: Reason) -> date | None:
    """Return when it starts."""
    note = _note(journal, reason)
    return note.start if isinstance(note, Trip) else None


def last_day_of_trip(journal: Journal, reason: Reason) -> date | None:
    """Return when it ends."""
    note = _note(journal, reason)
    return note.end if isinstance(note, Trip) else None


def find_occasions(context: ReasonContext) -> Iterator[Reason]:
    """Days on which a greeting is welcome, until I was in touch around them."""
    index, relationship = context.index, context.relationship
    person, last = relationship.person, relationship.last_from_me
    for occasion in occasions_to_mention(index.journal, person, last, index.today):
        yield Reason("occasion", occasion.day, occasion.text, (person.id,))


def find_agreement(context: ReasonContext) -> Iterator[Reason]:
    """The day of review, until what was agreed has been gone over."""
    relationship = context.relationship
    day = relationship.person.review_on
    if day and not agreement_reviewed(relationship):
        text = f"On {long_date(day)} you meant to go over what you agreed."
        yield Reason("agreement", day, text, (relationship.person.id,))


def agreement_reviewed(relationship: Relationship) -> bool:
    """Whether what was agreed has been gone over for the date of review."""
    day = relationship.person.review_on
    return day is not None and any(
        note.kind == "agreement" and note.date >= add_days(day, -_REVIEW_SPAN)
        for note in relationship.done
    )


def find_cadence(context: ReasonContext) -> Iterator[Reason]:
    """How often we are in touch, until the next contact."""
    relationship, due = context.relationship, context.due
    if due is None:
        return
    how_often, last = cadence_words(relationship.cadence), relationship.last_contact_as_written
    text, notes = f"You keep in touch {how_often}.", (relationship.person.id,)
    if last:
        text = f"Your last contact was {on_partial_date(last)}; you keep in touch {how_often}."
        notes = (relationship.last_noted_in,)
    elif relationship.cadence_start and relationship.person.since:
        began = on_partial_date(relationship.person.since)
        text = f"You began {began} and keep in touch {how_often}."
    yield Reason("cadence", due.by, text, notes)


def find_beginning(context: ReasonContext) -> Iterator[Reason]:
    """No contact is written down, so that the cadence has nothing to run from: on no day."""
    relationship = context.relationship
    if context.due is None and relationship.has_cadence and not chosen_day(relationship):
        name = relationship.person.title
        text = f"No contact with {name} is written down yet. When did you last speak?"
        yield Reason("begin", None, text, (relationship.person.id,))


def find_preferences(context: ReasonContext) -> Iterator[Reason]:
    """Nobody asked them how they like to be reached: something to say, on no day."""
    relationship = context.relationship
    if never_asked(relationship):
        text = "You have not asked yet how they like to be reached."
        yield Reason("preferences", None, text)


def no_day(_: Journal, __: Reason) -> date | None:
    """Return no day."""
    return None


def its_own_day(_: Journal, reason: Reason) -> date | None:
    """Return the day by which to reach out."""
    return reason.by


def _note(journal: Journal, reason: Reason) -> AnyNote | None:
    return journal.notes.get(reason.notes[0]) if reason.notes else None
