"""A contact in words: what it is called, what was understood of it, and what comes next."""

from collections.abc import Sequence
from datetime import date

from journal.values import PartialDate
from journal.wording.counts import and_list
from journal.wording.dates import day_without_year, distance, long_date, partial_day
from journal.wording.labels import contact_words

_NAMED = 3  # people in a title
_NEAR = 1  # days from today that have words of their own


def contact_title(
    channel: str, direction: str, names: Sequence[str], *, others: bool = False
) -> str:
    """Return how it was and with whom; `others` were there whom it does not name."""
    others = others or len(names) > _NAMED
    named = [*names[:_NAMED], *(["others"] if others else [])]
    return f"{contact_words(channel, direction)} {and_list(named)}"


def contact_sentence(contact: str, state: str, day: date, today: date) -> str:
    """Return in a sentence what was understood, like `Email to Min-ji Kim, today`."""
    near = abs((day - today).days) <= _NEAR
    when = distance(day, today) if near else day_in_sentence(day, today)
    if state:
        return f"{contact}, {state} for {when}."
    return f"{contact}, {when}." if near else f"{contact}, on {when}."


def day_in_sentence(day: date, today: date) -> str:
    """Return a day, with its year only where that is not this one."""
    return day_without_year(day).words if day.year == today.year else long_date(day)


def next_sentence(days: Sequence[tuple[str, date]], today: date) -> str:
    """Return by when to be in touch again, like `Next: by 29 September`; by name if several."""
    if not days:
        return ""
    if len(days) == 1:
        return f"Next: by {day_in_sentence(days[0][1], today)}."
    each = [f"{name} by {day_in_sentence(day, today)}" for name, day in days]
    return f"Next: {', '.join(each)}."


def last_contact_sentence(names: Sequence[str], when: PartialDate) -> str:
    """Return that the last contact is known, which no note tells of."""
    day = partial_day(when)
    assert day
    return f"Last contact with {and_list(names)}: {day.words}."


def still_waiting(reason: str) -> str:
    """Return what the contact did not settle, though its day has come."""
    return f"Still waiting: {reason}"


#: What is said of a contact that a page may not tell of.
WRITTEN_DOWN = "Written down."
