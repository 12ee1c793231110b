"""The keys of a contact from what was said of it: days, times and links in words."""

import re
from collections.abc import Sequence
from datetime import date

from journal.characters import quoted
from journal.errors import Refused
from journal.library import Journal
from journal.notes.kinds import KINDS
from journal.notes.records import Person
from journal.writing.compose import KeyValue, KeyValues, state_of_day
from journal.writing.key_settings import KeyTexts, LinkFinder, key_values
from journal.writing.lookup import link_to
from journal.writing.spoken_days import read_day

_KIND = KINDS["touchpoint"]
#: In the order in which they are written; all others come behind them.
_FIRST = (
    "title", "people", "channel", "direction", "time", "kind", "state", "about", "question",
    "followup_on", "gave", "got",
)  # fmt: skip
_CLOCK = re.compile(r"(?:at )?([0-9]{1,2})(?:[:.h]([0-9]{2}))? ?(am|pm|a\.m\.|p\.m\.|h)?")
_NAMED_TIMES = {"noon": "12:00", "midnight": "00:00"}


def contact_keys(
    journal: Journal, people: Sequence[Person], day: date, texts: KeyTexts
) -> dict[str, KeyValue]:
    """Return what to write for each key; the day is in the file's name. Raises Refused."""
    if "people" in texts:
        raise Refused("Who it was with is said by name: leave `people` out of --set.")
    said = {key: [_plain(key, text, journal.today, day) for text in texts[key]] for key in texts}
    values: dict[str, KeyValue] = {"people": [link_to(journal, person) for person in people]}
    values |= key_values(_KIND, said, LinkFinder(lambda: journal))
    values |= state_of_day(_KIND, {**values, "date": day.isoformat()}, journal.today)
    return {key: _alone(value) for key, value in values.items()}


def _plain(key: str, text: str, today: date, day: date) -> str:
    """Return a text as its key has it, where it may be said in other words."""
    if key == "time":
        return read_time(text)
    if key == "answered_on":
        return read_day(text, today, ahead=False).isoformat()
    if key == "followup_on":
        return _followup(text, max(today, day), day)
    return text


def _followup(text: str, base: date, day: date) -> str:
    found = read_day(text, base, ahead=True)
    if found < day:
        raise Refused(f"{quoted(text)} is before the contact: say when to come back to it.")
    return found.isoformat()


def read_time(text: str) -> str:
    """Return a time of day as HH:MM: from `3pm`, `15:30`, `9.05`, `noon`. Raises Refused."""
    words = " ".join(text.casefold().split())
    if words in _NAMED_TIMES:
        return _NAMED_TIMES[words]
    match = _CLOCK.fullmatch(words)
    if match is None or not (match[2] or match[3]):
        return text  # the vocabulary says what is wrong with it
    hour, half = int(match[1]), (match[3] or "")[:1]
    if half in ("a", "p"):
        if not 1 <= hour <= 12:
            return text
        hour = hour % 12 + 12 * (half == "p")
    return f"{hour:02}:{match[2] or '00'}"


def in_order(values: KeyValues) -> KeyValues:
    """Return the same keys in the order in which they are written."""
    first = [key for key in _FIRST if key in values]
    return {key: values[key] for key in (*first, *values)}


def _alone(value: KeyValue) -> KeyValue:
    """One link or text needs no list."""
    return value[0] if not isinstance(value, str) and len(value) == 1 else value
