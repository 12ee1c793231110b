"""Every reason to reach out to one person, each with its day and a sentence."""

from collections.abc import Iterator

from journal.advice.advice_model import Reason
from journal.advice.index import Ground
from journal.advice.occasions import open_occasions
from journal.advice.preferences_asked import never_asked
from journal.advice.relationship import Due, Standing, chosen
from journal.library.journal import ME
from journal.notes.records import Touchpoint, Trip
from journal.values import add_days
from journal.wording.dates import every, spelled

#: Kinds of touchpoint from them that ask for no reply.
_NO_REPLY = frozenset({"reply", "greeting", "thanks"})
_REPLY_WITHIN = 60  # days
_RECOGNISE_WITHIN = 14  # days
_REVIEW_SPAN = 30  # days before the review in which going over it counts


def reasons(ground: Ground, standing: Standing, due: Due | None) -> list[Reason]:
    """Return all reasons, in the order of their kinds; `due` is what the cadence says."""
    found = [*_reply(standing)]
    found += _promises(ground, standing)
    found += _followups(standing)
    found += _next(standing)
    found += _planned(standing)
    for each in (_opportunities, _recognitions, _trips, _occasions):
        found += each(ground, standing)
    found += _agreement(standing)
    if due:
        found.append(_cadence(standing, due))
    found += _preferences(standing)
    return found


def _reply(standing: Standing) -> Iterator[Reason]:
    asked = [c for c in standing.done if c.direction == "in" and c.kind not in _NO_REPLY]
    if not asked or asked[-1].date < add_days(standing.today, -_REPLY_WITHIN):
        return
    latest = asked[-1]
    if standing.last_out is None or standing.last_out < latest.date:
        text = f"They wrote on {spelled(latest.date)} and have no answer yet."
        yield Reason("reply", add_days(latest.date, 7), text, (latest.id,))


def _promises(ground: Ground, standing: Standing) -> Iterator[Reason]:
    for owned in ground.promises.get(standing.person.id, ()):
        stop = "" if owned.task.text.endswith((".", "!", "?", "…")) else "."
        text = f"You promised: {owned.task.text}{stop}"
        yield Reason("promise", owned.task.due, text, (owned.note,))


def _followups(standing: Standing) -> Iterator[Reason]:
    for note in standing.done:
        if note.followup_on and not _followed_up(standing, note):
            text = f"You meant to come back to “{note.title}” of {spelled(note.date)}."
            yield Reason("followup", note.followup_on, text, (note.id,))


def _followed_up(standing: Standing, note: Touchpoint) -> bool:
    assert note.followup_on
    enough = add_days(note.followup_on, -7)
    return any(
        later.date >= enough or note.id in standing.journal.telling[later.id]
        for later in reversed(standing.done)
        if later.date > note.date and later.direction != "in"
    )


def _next(standing: Standing) -> Iterator[Reason]:
    if day := chosen(standing):
        text = f"You chose {spelled(day)} for the next contact."
        yield Reason("next", day, text, (standing.person.id,))


def _planned(standing: Standing) -> Iterator[Reason]:
    if note := standing.planned:
        text = f"“{note.title}” is planned for {spelled(note.date)}."
        yield Reason("planned", note.date, text, (note.id,))


def _opportunities(ground: Ground, standing: Standing) -> Iterator[Reason]:
    for note in ground.opportunities.get(standing.person.id, ()):
        if note.deadline:
            text = f"“{note.title}” could be for them; its last day is {spelled(note.deadline)}."
            by = note.deadline if note.lead.never else note.lead.before(note.deadline)
            yield Reason("opportunity", by, text, (note.id,))


def _recognitions(ground: Ground, standing: Standing) -> Iterator[Reason]:
    for note in ground.news.get(standing.person.id, ()):
        if note.id not in standing.told:
            text = f"Their news of {spelled(note.date)}: “{note.title}”."
            yield Reason("recognise", add_days(note.date, _RECOGNISE_WITHIN), text, (note.id,))


def _trips(ground: Ground, standing: Standing) -> Iterator[Reason]:
    theirs = ground.cities(standing.person)
    mine = [note for note in ground.trips.get(ME, ()) if ground.place(note.city) in theirs]
    for note in mine:
        if note.id not in standing.told:
            yield _trip(note, f"You will be in {note.city}")
    for note in ground.trips.get(standing.person.id, ()):
        here = ground.place(note.city) == ground.my_city and note not in mine
        if here and note.id not in standing.told:
            yield _trip(note, f"They will be in {note.city}")


def _trip(note: Trip, opening: str) -> Reason:
    days = f"on {spelled(note.start)}"
    if note.end > note.start:
        days = f"from {spelled(note.start)} to {spelled(note.end)}"
    by = note.start if note.lead.never else note.lead.before(note.start)
    return Reason("trip", by, f"{opening} {days}.", (note.id,))


def _occasions(ground: Ground, standing: Standing) -> Iterator[Reason]:
    contacts = [standing.last] if standing.last else []
    for day, text in open_occasions(ground.journal, standing.person, contacts, ground.today):
        yield Reason("occasion", day, text, (standing.person.id,))


def _agreement(standing: Standing) -> Iterator[Reason]:
    day = standing.person.review_on
    if day and not reviewed(standing):
        text = f"On {spelled(day)} you meant to go over what you agreed."
        yield Reason("agreement", day, text, (standing.person.id,))


def reviewed(standing: Standing) -> bool:
    """Whether what was agreed has been gone over for the date of review."""
    day = standing.person.review_on
    return day is not None and any(
        note.kind == "agreement" and note.date >= add_days(day, -_REVIEW_SPAN)
        for note in standing.done
    )


def _cadence(standing: Standing, due: Due) -> Reason:
    rhythm = every(standing.cadence)
    if standing.last:
        text = f"Your last contact was on {spelled(standing.last)}; you keep in touch {rhythm}."
    elif standing.base:
        text = f"You began on {spelled(standing.base)} and keep in touch {rhythm}."
    else:
        text = f"No contact is written down yet; you keep in touch {rhythm}."
    last = (standing.done[-1].id,) if standing.done else ()
    return Reason("cadence", due.by, text, last)


def _preferences(standing: Standing) -> Iterator[Reason]:
    if never_asked(standing):
        text = "You have not asked yet how they like to be reached."
        yield Reason("preferences", None, text)
