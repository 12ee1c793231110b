"""Every reason to reach out to one person, each with its day and a sentence."""

from collections.abc import Iterator

from journal.advice.advice_model import Reason
from journal.advice.cadence import CadenceDue, chosen_day
from journal.advice.index import AdviceIndex
from journal.advice.occasions import open_occasions
from journal.advice.preferences_asked import never_asked
from journal.advice.relationship import Relationship
from journal.library.journal import ME
from journal.notes.records import Touchpoint, Trip
from journal.values import add_days
from journal.wording.dates import every, spelled

#: Kinds of touchpoint from them that ask for no reply.
_NO_REPLY = frozenset({"reply", "greeting", "thanks"})
_REPLY_WITHIN = 60  # days
_RECOGNISE_WITHIN = 14  # days
_REVIEW_SPAN = 30  # days before the review in which going over it counts


def reasons(index: AdviceIndex, relationship: Relationship, due: CadenceDue | None) -> list[Reason]:
    """Return all reasons, in the order of their kinds; `due` is what the cadence says."""
    found = [*_reply(relationship)]
    found += _promises(index, relationship)
    found += _followups(relationship)
    found += _next(relationship)
    found += _planned(relationship)
    for each in (_opportunities, _recognitions, _trips, _occasions):
        found += each(index, relationship)
    found += _agreement(relationship)
    if due:
        found.append(_cadence(relationship, due))
    found += _preferences(relationship)
    return found


def _reply(relationship: Relationship) -> Iterator[Reason]:
    asked = [c for c in relationship.done if c.direction == "in" and c.kind not in _NO_REPLY]
    if not asked or asked[-1].date < add_days(relationship.today, -_REPLY_WITHIN):
        return
    latest = asked[-1]
    if relationship.last_from_me is None or relationship.last_from_me < latest.date:
        text = f"They wrote on {spelled(latest.date)} and have no answer yet."
        yield Reason("reply", add_days(latest.date, 7), text, (latest.id,))


def _promises(index: AdviceIndex, relationship: Relationship) -> Iterator[Reason]:
    for owned in index.promises.get(relationship.person.id, ()):
        stop = "" if owned.task.text.endswith((".", "!", "?", "…")) else "."
        text = f"You promised: {owned.task.text}{stop}"
        yield Reason("promise", owned.task.due, text, (owned.note,))


def _followups(relationship: Relationship) -> Iterator[Reason]:
    for note in relationship.done:
        if note.followup_on and not _followed_up(relationship, note):
            text = f"You meant to come back to “{note.title}” of {spelled(note.date)}."
            yield Reason("followup", note.followup_on, text, (note.id,))


def _followed_up(relationship: Relationship, note: Touchpoint) -> bool:
    assert note.followup_on
    enough = add_days(note.followup_on, -7)
    return any(
        later.date >= enough or note.id in relationship.journal.telling[later.id]
        for later in reversed(relationship.done)
        if later.date > note.date and later.direction != "in"
    )


def _next(relationship: Relationship) -> Iterator[Reason]:
    if day := chosen_day(relationship):
        text = f"You chose {spelled(day)} for the next contact."
        yield Reason("next", day, text, (relationship.person.id,))


def _planned(relationship: Relationship) -> Iterator[Reason]:
    if note := relationship.planned:
        text = f"“{note.title}” is planned for {spelled(note.date)}."
        yield Reason("planned", note.date, text, (note.id,))


def _opportunities(index: AdviceIndex, relationship: Relationship) -> Iterator[Reason]:
    for note in index.opportunities.get(relationship.person.id, ()):
        if note.deadline:
            text = f"“{note.title}” could be for them; its last day is {spelled(note.deadline)}."
            by = note.deadline if note.lead.never else note.lead.before(note.deadline)
            yield Reason("opportunity", by, text, (note.id,))


def _recognitions(index: AdviceIndex, relationship: Relationship) -> Iterator[Reason]:
    for note in index.news.get(relationship.person.id, ()):
        if note.id not in relationship.told_about:
            text = f"Their news of {spelled(note.date)}: “{note.title}”."
            yield Reason("recognise", add_days(note.date, _RECOGNISE_WITHIN), text, (note.id,))


def _trips(index: AdviceIndex, relationship: Relationship) -> Iterator[Reason]:
    theirs = index.cities(relationship.person)
    mine = [note for note in index.trips.get(ME, ()) if index.place(note.city) in theirs]
    for note in mine:
        if note.id not in relationship.told_about:
            yield _trip(note, f"You will be in {note.city}")
    for note in index.trips.get(relationship.person.id, ()):
        here = index.place(note.city) == index.my_city and note not in mine
        if here and note.id not in relationship.told_about:
            yield _trip(note, f"They will be in {note.city}")


def _trip(note: Trip, opening: str) -> Reason:
    days = f"on {spelled(note.start)}"
    if note.end > note.start:
        days = f"from {spelled(note.start)} to {spelled(note.end)}"
    by = note.start if note.lead.never else note.lead.before(note.start)
    return Reason("trip", by, f"{opening} {days}.", (note.id,))


def _occasions(index: AdviceIndex, relationship: Relationship) -> Iterator[Reason]:
    contacts = [relationship.last_contact] if relationship.last_contact else []
    person = relationship.person
    for occasion in open_occasions(index.journal, person, contacts, index.today):
        yield Reason("occasion", occasion.day, occasion.text, (person.id,))


def _agreement(relationship: Relationship) -> Iterator[Reason]:
    day = relationship.person.review_on
    if day and not agreement_reviewed(relationship):
        text = f"On {spelled(day)} you meant to go over what you agreed."
        yield Reason("agreement", day, text, (relationship.person.id,))


def agreement_reviewed(relationship: Relationship) -> bool:
    """Whether what was agreed has been gone over for the date of review."""
    day = relationship.person.review_on
    return day is not None and any(
        note.kind == "agreement" and note.date >= add_days(day, -_REVIEW_SPAN)
        for note in relationship.done
    )


def _cadence(relationship: Relationship, due: CadenceDue) -> Reason:
    how_often, last = every(relationship.cadence), relationship.last_contact
    if last:
        text = f"Your last contact was on {spelled(last)}; you keep in touch {how_often}."
    elif start := relationship.cadence_start:
        text = f"You began on {spelled(start)} and keep in touch {how_often}."
    else:
        text = f"No contact is written down yet; you keep in touch {how_often}."
    notes = (relationship.done[-1].id,) if relationship.done else ()
    return Reason("cadence", due.by, text, notes)


def _preferences(relationship: Relationship) -> Iterator[Reason]:
    if never_asked(relationship):
        text = "You have not asked yet how they like to be reached."
        yield Reason("preferences", None, text)
