"""The list of people to reach out to, section by section, in 80 columns."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby

from journal.advice import Advice, Hold, PersonAdvice
from journal.advice.time_zones import is_quiet, their_time
from journal.cli.output import clean, styled
from journal.cli.wrapping import row, wrap
from journal.library import Journal
from journal.notes.records import Person
from journal.wording.dates import spelled

TITLES = {
    "overdue": "Overdue", "this-week": "This week", "soon": "Soon", "later": "Later",
    "resting": "Resting", "dormant": "Dormant", "snoozed": "Snoozed", "paused": "Paused",
}  # fmt: skip
#: How a channel is said, where it is not “by” it.
_BY = {
    "": "no channel known", "text": "by text message", "in-person": "in person",
    "event": "at an event", "social": "on a social network", "other": "in their own way",
}  # fmt: skip
_HOLDS = {
    "min_gap": "Room is left after your last message until {}.",
    "resting": "They have not answered yet; they are left in peace until {}.",
    "snooze": "Snoozed until {}.",
}


def listing(journal: Journal, advice: Advice, moment: datetime) -> Iterator[str]:
    """Yield the lines of the whole list; `moment` is now, on my clock."""
    yield styled(f"{advice.as_of:%A}, {spelled(advice.as_of)}", bold=True)
    if not advice.people and not advice.unread:
        yield "Nobody is waiting to hear from you."
    for section, found in groupby(advice.people, lambda each: each.section):
        yield ""
        yield styled(TITLES[section], bold=True)
        for each in found:
            yield from entry(journal, each, moment)
    if advice.unread:
        yield ""
        yield styled("Cannot be read", bold=True)
    for note in advice.unread:
        yield f"  {clean(note.name)}"
        yield f"    {note.place}"


def entry(journal: Journal, advice: PersonAdvice, moment: datetime) -> Iterator[str]:
    """Yield the lines about one person: until when, how, why, and what moved the day."""
    person = journal.person(advice.person)
    assert person, advice.person
    by = f"by {spelled(advice.reach_by)}, {distance(advice.reach_by, journal.today)}"
    yield row(f"  {clean(advice.name)}", by)
    yield from wrap(clean(how(journal, advice, person, moment)), "    ")
    for reason in advice.reasons:
        yield from wrap(clean(reason.text), "    ")
    if advice.hold:
        yield from wrap(clean(held(advice.hold)), "    ")


def how(journal: Journal, advice: PersonAdvice, person: Person, moment: datetime) -> str:
    """Return the channel, the phase and their local time in one line."""
    channel = advice.channel or ""
    by = _BY.get(channel, f"by {channel}")
    return " · ".join(filter(None, (by, advice.phase, their_clock(journal, person, moment))))


def their_clock(journal: Journal, person: Person, moment: datetime) -> str:
    """Return what their clock shows, and whether those are quiet hours; empty if unknown."""
    there = their_time(person, moment)
    if there is None:
        return ""
    quiet = ", quiet hours" if is_quiet(journal.settings, person, moment) else ""
    day = f" {there:%A}" if there.date() != moment.date() else ""
    return f"there it is {there:%H:%M}{day}{quiet}"


def held(hold: Hold) -> str:
    """Return in words what moved the day."""
    return _HOLDS[hold.kind].format(spelled(hold.until))


def distance(day: date, today: date) -> str:
    """Return how far a day is from today, in words."""
    days = (day - today).days
    if abs(days) <= 1:
        return {0: "today", 1: "tomorrow", -1: "yesterday"}[days]
    count, unit = (abs(days), "days") if abs(days) < 60 else (abs(days) // 30, "months")
    if abs(days) >= 730:
        count, unit = abs(days) // 365, "years"
    return f"in {count} {unit}" if days > 0 else f"{count} {unit} ago"
