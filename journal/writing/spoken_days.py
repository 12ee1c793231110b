"""A day said in words: yesterday, last friday, 12 October 2025, in 2 weeks; or a month, a year."""

import re
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches

from journal.characters import quoted
from journal.durations import read_duration
from journal.errors import Refused
from journal.values import PartialDate, Unreadable, add_days, read_date, read_partial_date, shift
from journal.vocabulary.choices import DAYS
from journal.wording.dates import MONTHS

_DAY = 3  # the parts of a date that is a day
_WORDS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "last week": -7,
    "next week": 7,
}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_UNITS = {"day": (0, 1), "week": (0, 7), "month": (1, 0), "year": (12, 0)}  # months, days
_LENGTH = rf"({'|'.join(_COUNTS)}|[0-9]{{1,4}}) (day|week|month|year)s?"
_AGO, _IN, _BARE = re.compile(f"{_LENGTH} ago"), re.compile(f"in {_LENGTH}"), re.compile(_LENGTH)
_MONTHS = {month.casefold(): number for number, month in enumerate(MONTHS, 1)}
_SHORT = 3  # letters of a month
_DAY_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?(?: of)? ([a-z]+)[.,]?(?: ([0-9]{4}))?")
_MONTH_DAY = re.compile(r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?(?:,? ([0-9]{4}))?")
_DOTTED = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\.(?: ?([0-9]{4}))?")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_MONTH_ALONE = re.compile(r"(?:in )?([a-z]+)\.?,? ([0-9]{4})")
_NEXT = {"next month": (1, 0), "next year": (12, 0)}  # months, days
_NEAR = 92  # days within which a day without a year is surely the one that was meant
_LIKE_ISO = re.compile("[0-9]{4}[-/.]")
_VOCABULARY = sorted(
    {*" ".join(_WORDS).split(), "ago", "in", *_MONTHS, *DAYS.synonyms}
    | {form for unit in _UNITS for form in (unit, f"{unit}s")}
)

#: Reads casefolded words as of today, looking ahead or back; None for words of another kind.
_Reader = Callable[[str, date, bool], date | None]


def read_day(text: str, today: date, *, ahead: bool) -> date:
    """Read a day: a bare `friday` is the next one if `ahead`, else the last.

    A length of time counts from today if `ahead`. Raises Refused, for a month alone, too.
    """
    found = read_day_or_month(text, today, ahead=ahead)
    if not found.full:
        raise Refused(f"{quoted(text)} is no day: say which day of it.")
    return found.first


def read_day_or_month(text: str, today: date, *, ahead: bool = False) -> PartialDate:
    """Read a day as `read_day` does, or a month or a year alone. Raises Refused."""
    words = " ".join(text.casefold().split())
    found = _read(words, today, ahead)
    if found is None:
        raise Refused(f"{quoted(text)} is no day: {_way_out(words, today, ahead)}")
    return found


def _read(words: str, today: date, ahead: bool) -> PartialDate | None:
    for read in _READERS:
        if day := read(words, today, ahead):
            return PartialDate(day, _DAY)
    return _month_or_year(words, today)


def _way_out(words: str, today: date, ahead: bool) -> str:
    """Say what to write instead of words that are no day."""
    if meant := _corrected(words, today, ahead):
        return f"did you mean {meant}?"
    if found := _SLASHED.fullmatch(words):
        first, second, year = (int(part) for part in found.groups())
        return f"write {year}-{second:02}-{first:02} or {year}-{first:02}-{second:02}."
    if _written_without_year(words):
        return "say the year, too."
    if _LIKE_ISO.match(words):
        return _hint(words)
    example = "in 3 weeks, next friday" if ahead else "yesterday, last friday, 3 days ago"
    return f"write YYYY-MM-DD, or {example}."


def _hint(words: str) -> str:
    """Return what the vocabulary says of a date that it cannot read."""
    try:
        return f"write {read_date(words)}."
    except Unreadable as error:
        return f"{error.hint}."


def _corrected(words: str, today: date, ahead: bool) -> str:
    """Return the words with each slip mended, if they are a day then."""
    similar = (get_close_matches(word, _VOCABULARY, 1, cutoff=0.7) for word in words.split())
    parts = zip(words.split(), similar, strict=True)
    meant = " ".join(found[0] if word.isalpha() and found else word for word, found in parts)
    return meant if meant != words and _read(meant, today, ahead) else ""


def _word(words: str, today: date, ahead: bool) -> date | None:
    if ahead and words in _NEXT:
        return shift(today, *_NEXT[words])
    return add_days(today, _WORDS[words]) if words in _WORDS else None


def _counted(words: str, today: date, ahead: bool) -> date | None:
    """`2 weeks ago`, `in 2 weeks`; ahead, `2 weeks` and other lengths of time, too."""
    match, sign = _AGO.fullmatch(words), -1
    if not match:
        match, sign = _IN.fullmatch(words) or (_BARE.fullmatch(words) if ahead else None), 1
    if not match:
        return _after_duration(words.removeprefix("in "), today) if ahead else None
    count = sign * (_COUNTS.get(match[1]) or int(match[1]))
    months, days = _UNITS[match[2]]
    return shift(today, months * count, days * count)


def _after_duration(words: str, today: date) -> date | None:
    """`2w`, `P3M`: as keys have them."""
    try:
        return read_duration(words).after(today) if any(map(str.isdecimal, words)) else None
    except Unreadable:
        return None


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


def _written(words: str, _: date, __: bool) -> date | None:
    """`2025-10-12`."""
    try:
        return read_date(words)
    except Unreadable:
        return None


def _calendar_day(words: str, today: date, ahead: bool) -> date | None:
    """`12 October 2025`, `October 12`, `12.10.2025`, `12.10.`: without a year, a day near by."""
    found = _parts(words)
    if found is None:
        return None
    day, month, year = found
    if year:
        return _existing(year, month, day)
    years = (today.year - 1, today.year, today.year + 1)
    days = [each for each in (_existing(year, month, day) for year in years) if each]
    if ahead:
        return min((each for each in days if each > today), default=None)
    return next((each for each in days if abs((each - today).days) <= _NEAR), None)


def _written_without_year(words: str) -> bool:
    """Whether it is a day of the year that there is."""
    found = _parts(words)
    return found is not None and not found[2] and bool(_existing(2000, found[1], found[0]))


def _parts(words: str) -> tuple[int, int, int] | None:
    """Return day, month and year (0 where none is said) of a day as people write it."""
    if match := _DOTTED.fullmatch(words):
        return int(match[1]), int(match[2]), int(match[3] or 0)
    if match := _DAY_MONTH.fullmatch(words):
        return int(match[1]), _month(match[2]), int(match[3] or 0)
    if match := _MONTH_DAY.fullmatch(words):
        return int(match[2]), _month(match[1]), int(match[3] or 0)
    return None


def _month(name: str) -> int:
    """Return the number of a month, by its name or the beginning of it; 0 for none."""
    found = [number for month, number in _MONTHS.items() if month.startswith(name)]
    return found[0] if len(name) >= _SHORT and found else 0


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


#: In the order in which they are tried; no two read the same words.
_READERS: tuple[_Reader, ...] = (_word, _counted, _weekday, _written, _calendar_day)


def _month_or_year(words: str, today: date) -> PartialDate | None:
    """`2024-05`, `May 2024`, `2024`, `last month`, `last year`."""
    if words in ("last month", "last year"):
        months = 12 if words.endswith("year") else 1
        return _partial(str(PartialDate(shift(today, -months), 1 if months > 1 else 2)))
    if (match := _MONTH_ALONE.fullmatch(words)) and (month := _month(match[1])):
        return _partial(f"{match[2]}-{month:02}")
    return _partial(words)


def _partial(text: str) -> PartialDate | None:
    try:
        return read_partial_date(text)
    except Unreadable:
        return None
