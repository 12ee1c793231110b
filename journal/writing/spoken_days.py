"""A day said in words: yesterday, last friday, 3 days ago, in 2 weeks."""

import re
from datetime import date

from journal.characters import quoted
from journal.errors import Refused
from journal.values import Unreadable, add_days, read_date, shift
from journal.vocabulary.choices import DAYS

_WORDS = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2}
_AGO = re.compile(r"(an?|one|two|three|[0-9]{1,4}) (day|week|month|year)s? ago")
_AHEAD = re.compile(r"in (an?|one|two|three|[0-9]{1,4}) (day|week|month|year)s?")
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_UNITS = {"day": (0, 1), "week": (0, 7), "month": (1, 0), "year": (12, 0)}  # months, days


def read_day(text: str, today: date, *, ahead: bool) -> date:
    """Read a date, or words for one; a bare `friday` is the next one if `ahead`, else the last.

    Raises Refused.
    """
    words = " ".join(text.casefold().split())
    if words in _WORDS:
        return add_days(today, _WORDS[words])
    if day := _counted(words, today) or _weekday(words, today, ahead):
        return day
    try:
        return read_date(words)
    except Unreadable as error:
        example = "in 3 weeks, next friday" if ahead else "yesterday, last friday, 3 days ago"
        raise Refused(f"{quoted(text)} is no day: write YYYY-MM-DD, or {example}.") from error


def _counted(words: str, today: date) -> date | None:
    match, sign = _AGO.fullmatch(words), -1
    if not match:
        match, sign = _AHEAD.fullmatch(words), 1
    if not match:
        return None
    count = sign * (_COUNTS.get(match[1]) or int(match[1]))
    months, days = _UNITS[match[2]]
    return shift(today, months * count, days * count)


def _weekday(words: str, today: date, ahead: bool) -> date | None:
    """`last` and `next` leave today out; so does a bare name ahead."""
    which, _, name = words.rpartition(" ")
    day = DAYS.word_for(name)
    if day is None or which not in ("", "last", "next"):
        return None
    step = 1 if which == "next" or (ahead and not which) else -1
    start = add_days(today, step) if which or ahead else today
    ahead_by = (DAYS.words.index(day) - start.weekday()) % 7
    return add_days(start, ahead_by if step > 0 else ahead_by - 7 * bool(ahead_by))
