"""Birthdays, anniversaries, holidays: each year where it is the same day, else one by one."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from journal.advice.occasions import anniversary, holidays_for
from journal.advice.recommendations import may_be_suggested
from journal.advice.relationship import written_phase
from journal.feeds.calendar_event import Event, uid
from journal.feeds.source import Anonymiser, FeedSource
from journal.notes.records import Person
from journal.values import add_years, in_year, shift
from journal.wording.counts import count_of

_YEARLY = "FREQ=YEARLY"
#: 29 February falls on the 28th in other years: always on the month's last day.
_LEAP_DAY = f"{_YEARLY};BYMONTH=2;BYMONTHDAY=-1"
#: A holiday that fell on the same day in all these years, this and the next among them, stays
#: there; so many see each weekday, for those that move when it is a Sunday.
_YEARS = range(-5, 2)


def birthdays(source: FeedSource, anonymiser: Anonymiser) -> Iterator[Event]:
    """Yield everybody's birthday, for every year."""
    for person in _people_to_greet(source):
        if day := person.birthday:
            of = anonymiser.person_name(person)
            yield Event(
                uid=uid("birthday", person.id),
                first=in_year(day.month, day.day, source.today.year),
                summary=f"Birthday of {of}",
                category="Occasion",
                rule=_LEAP_DAY if (day.month, day.day) == (2, 29) else _YEARLY,
            )


def anniversaries(source: FeedSource, anonymiser: Anonymiser) -> Iterator[Event]:
    """Yield the next anniversary with each person, unless the mentoring has ended by then.

    They are not kept every year.
    """
    for person in _people_to_greet(source):
        years = range(source.today.year, add_years(source.today.year, 5) + 1)
        days = (found.day for year in years for found in anniversary(person, year))
        day = next((day for day in days if day >= source.today), None)
        if day and person.since and written_phase(person, day) != "ended":
            count = day.year - person.since.first.year
            yield Event(
                uid=uid("anniversary", person.id),
                first=day,
                summary=f"{count_of(count, 'year')} with {anonymiser.person_name(person)}",
                category="Occasion",
            )


def holidays(source: FeedSource, anonymiser: Anonymiser) -> Iterator[Event]:
    """Yield each holiday once, with everybody who likes a greeting on it."""
    found: dict[tuple[str, date, bool], list[Person]] = defaultdict(list)
    for person in _people_to_greet(source):
        for name, day, fixed in sorted(_holiday_days(source, person)):
            found[name, day, fixed].append(person)
    for (name, day, fixed), people in found.items():
        holiday = anonymiser.free_text(name, "Holiday")
        when = day.isoformat()[5:] if fixed else day.isoformat()
        yield Event(
            uid=uid("holiday", name.casefold(), when),
            first=day,
            summary=f"{holiday}: greet {anonymiser.people_names(people)}",
            details=tuple(anonymiser.free_text(person.title) for person in people),
            category="Occasion",
            rule=_YEARLY if fixed else "",
        )


def _people_to_greet(source: FeedSource) -> Iterator[Person]:
    return (person for person in source.journal.people if may_be_suggested(person, source.today))


def _holiday_days(source: FeedSource, person: Person) -> set[tuple[str, date, bool]]:
    """Return name and day of a person's holidays, and whether it is that day every year.

    Those that move are given for twelve months from today.
    """
    if not person.holidays and not any(own.for_all for own in source.journal.settings.holidays):
        return set()
    today = source.today
    years = [set(holidays_for(source.journal, person, add_years(today.year, n))) for n in _YEARS]
    this_year = _without_year(years[-2])
    fixed = this_year.intersection(*map(_without_year, years))
    moving = {
        (name, day)
        for name, day in years[-2] | years[-1]
        if today <= day < shift(today, 12) and (name, day.month, day.day) not in fixed
    }
    found = {(name, date(today.year, month, day), True) for name, month, day in fixed}
    return found | {(name, day, False) for name, day in moving}


def _without_year(days: set[tuple[str, date]]) -> set[tuple[str, int, int]]:
    return {(name, day.month, day.day) for name, day in days}
