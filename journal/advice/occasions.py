"""Days on which a greeting is welcome: birthdays, holidays, anniversaries."""

import warnings
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from journal.library.journal import Journal
from journal.notes.records import Person
from journal.settings import Holiday
from journal.values import Birthday, add_days, in_year
from journal.wording.dates import long_date


@lru_cache(maxsize=256)
def public_holidays(country: str, year: int) -> dict[str, tuple[date, ...]]:
    """Return the days of each public holiday, by name without case; empty for unknown countries.

    `country` is an ISO 3166-1 alpha-2 code. Labour Day is found as Labor Day, too, where the
    library knows both spellings.
    """
    found: dict[str, set[date]] = {}
    with warnings.catch_warnings():
        # for years that nobody has worked out yet, it warns and gives what it has
        warnings.simplefilter("ignore", UserWarning)
        try:
            for name, day in _named_days(country, year):
                found.setdefault(name, set()).add(day)
        except (NotImplementedError, ValueError):
            return {}
    return {name: tuple(sorted(days)) for name, days in found.items()}


def _named_days(country: str, year: int) -> Iterator[tuple[str, date]]:
    import holidays

    for language in _english_locales(holidays.country_holidays(country).supported_languages):
        days = holidays.country_holidays(country, years=[year], language=language)
        for day, names in days.items():
            if day.year == year:
                yield from ((name, day) for name in _holiday_names(names))


def _holiday_names(written: str) -> set[str]:
    """Return the names of a day; of one that waits for the moon, without that remark, too."""
    names = written.casefold().split("; ")
    return {*names, *(name.removesuffix(" (estimated)") for name in names)}


def _english_locales(languages: tuple[str, ...]) -> list[str | None]:
    """Return the spellings of English there are; where a country has one language, it is that."""
    return [language for language in languages or () if language.startswith("en")] or [None]


#: Days before an occasion on which it is mentioned, and within which a contact counts for it.
_MENTIONED_BEFORE = 10


class Occasion(NamedTuple):
    """A day, what it is called beside its day, and the sentence that says both."""

    day: date
    name: str
    text: str


def occasions(journal: Journal, person: Person, first: date, last: date) -> Iterator[Occasion]:
    """Yield every occasion of `person` from `first` to `last`, both included."""
    for year in range(first.year, last.year + 1):
        for occasion in _of_year(journal, person, year):
            if first <= occasion.day <= last:
                yield occasion


def _of_year(journal: Journal, person: Person, year: int) -> Iterator[Occasion]:
    if person.birthday:
        day = in_year(person.birthday.month, person.birthday.day, year)
        yield Occasion(day, "birthday", f"Their birthday is on {long_date(day)}.")
    yield from anniversary(person, year)
    for name, day in sorted(set(holidays_for(journal, person, year)), key=lambda item: item[1]):
        yield Occasion(day, name, f"{name} is on {long_date(day)}.")


def anniversary(person: Person, year: int) -> Iterator[Occasion]:
    """Yield the anniversary of the beginning in `year`, if it is one to keep."""
    if not (person.since and person.since.full):
        return
    begun = person.since.first
    years = year - begun.year
    if years == 1 or (years >= 5 and years % 5 == 0):
        day = in_year(begun.month, begun.day, year)
        name = f"{'one year' if years == 1 else f'{years} years'} since you began"
        yield Occasion(day, name, f"On {long_date(day)} it is {name}.")


def holidays_for(journal: Journal, person: Person, year: int) -> Iterator[tuple[str, date]]:
    """Yield name and day of each holiday in `year` on which a person likes a greeting."""
    wanted = {name.casefold(): name for name in person.holidays}
    own = {holiday.name.casefold() for holiday in journal.settings.holidays}
    for holiday in journal.settings.holidays:
        if holiday.for_all or holiday.name.casefold() in wanted:
            for day in days_of_holiday(holiday, year):
                yield holiday.name, day
    if person.country and not own.issuperset(wanted):
        known = public_holidays(person.country, year)
        for folded, name in wanted.items():
            for day in () if folded in own else known.get(folded, ()):
                yield name, day


def days_of_holiday(holiday: Holiday, year: int) -> Iterator[date]:
    """Yield the days in `year` of a holiday from the settings."""
    for day in holiday.dates:
        if isinstance(day, Birthday):
            if day.year in (0, year):
                yield in_year(day.month, day.day, year)
        elif day.year == year:
            yield day


def occasions_to_mention(
    journal: Journal, person: Person, last_from_me: date | None, today: date
) -> Iterator[Occasion]:
    """Yield the occasions of the next days for which I was not in touch yet."""
    for occasion in occasions(journal, person, today, add_days(today, _MENTIONED_BEFORE)):
        if last_from_me is None or last_from_me < add_days(occasion.day, -_MENTIONED_BEFORE):
            yield occasion
