"""Where things stood with one person over the years: the rules of phases, asked of past days."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

import msgspec

from journal.advice.relationship import (
    NEW_FOR,
    first_of_cadence,
    phase_after_silence,
    phase_cadence,
    written_phase,
)
from journal.durations import Duration
from journal.notes.records import Person
from journal.settings import Settings
from journal.values import PartialDate, shift

_MONTH, _SHORTEST_MONTH = 30.44, 28  # days


#: The phase of years of which nothing is written down, neither a contact nor a phase.
UNKNOWN = "unknown"


class PhaseSpan(NamedTuple):
    """A phase from its first day on, each as exactly as it is known; `ends` is the day after it.

    `is_recorded`: whether contacts were written down by then. Before that, nothing is known of
    them: that is not the same as silence.
    """

    begins: PartialDate
    ends: PartialDate
    phase: str
    is_recorded: bool = True


class PhaseHistory:
    """The phases of one person; `contacts` are the days of what took place, oldest first."""

    def __init__(self, person: Person, contacts: Sequence[date], settings: Settings) -> None:
        self.person = person
        self.contacts = _with_written(contacts, person)
        self.settings = settings
        # `phase` counts from the last line on; what came before is what `phases` says
        self._person_before_last_line = (
            msgspec.structs.replace(person, phase="") if person.phases else person
        )

    @property
    def begins(self) -> PartialDate | None:
        """The first day that anything is known of, as exactly as it is known."""
        known = [*map(self._as_known, self.contacts[:1])]
        known += filter(None, (self.person.since, self.person.known_since))
        known += [line.since for line in self.person.phases[:1]]
        return min(known, key=_by_day, default=None)

    def _as_known(self, contact: date) -> PartialDate:
        """Return the day of a contact, or the month or year of the one that no note tells of."""
        written = self.person.last_contact
        return written if written and written.first == contact else PartialDate.of(contact)

    def spans(self, until: date) -> tuple[PhaseSpan, ...]:
        """Return the phases before `until`, without gaps; nothing after somebody's death."""
        last, first = self._last(until), self.begins
        if first is None or first.first >= last.first:
            return ()
        days = [first, *self._change_days(last.first)]
        inside = {when.first: when for when in sorted(days, key=_by_day)}
        ordered = [when for day, when in inside.items() if first.first <= day < last.first]
        return tuple(self._merge_equal(ordered, last))

    def _last(self, until: date) -> PartialDate:
        died = self.person.died
        return died if died and died.first < until else PartialDate.of(until)

    def _merge_equal(self, days: list[PartialDate], last: PartialDate) -> Iterator[PhaseSpan]:
        begins, shown = days[0], self._shown_on(days[0].first, last.first)
        for when in days[1:]:
            now = self._shown_on(when.first, last.first)
            if now != shown:
                yield PhaseSpan(begins, when, *shown)
                begins, shown = when, now
        yield PhaseSpan(begins, last, *shown)

    def _shown_on(self, day: date, last: date) -> tuple[str, bool]:
        """Return what is known of the phase on a day up to `last`, and whether contacts are."""
        if self.contacts and self.contacts[0] <= day:
            return self.phase_on(day), True
        known = self._is_written_on(day) or self._is_new_up_to(last)
        return (self.phase_on(day) if known else UNKNOWN), False

    def _is_written_on(self, day: date) -> bool:
        """Whether the note itself says the phase of a day."""
        ended = self.person.until is not None and self.person.until.first <= day
        return ended or any(line.since.first <= day for line in self.person.phases)

    def _is_new_up_to(self, last: date) -> bool:
        """Whether the mentoring is in its first months, and no contact is written down yet."""
        since = self.person.since
        return not self.contacts and since is not None and last <= NEW_FOR.after(since.first)

    def _change_days(self, last: date) -> Iterator[PartialDate]:
        """Yield when the phase, or what is known of it, may change."""
        yield from _written_changes(self.person)
        yield from map(self._as_known, self.contacts[:1])
        yield from self._dormancy_changes(last)

    def _dormancy_changes(self, last: date) -> Iterator[PartialDate]:
        """Yield when a silence had become long, and the contact that ended it."""
        silence = self.settings.dormant
        days = [*self.contacts, last]
        for one, other in pairwise(sorted(days)):
            if not silence.never and (other - one).days >= _least_days(silence):
                yield PartialDate(silence.after(one), self._as_known(one).parts)
                yield self._as_known(other)

    def phase_on(self, day: date) -> str:
        """Return the phase as of a day, waiting turned into dormant after years of silence."""
        lines = self.person.phases
        is_current = not lines or lines[-1].since.first <= day
        phase = written_phase(self.person if is_current else self._person_before_last_line, day)
        return phase_after_silence(phase, self.last_contact_by(day), self.settings.dormant, day)

    def _cached_phase(self, day: date) -> str:
        """Return what `phase_on` does, out of what is worked out once."""
        at = bisect_right(self._changes, day, key=itemgetter(0))
        return self._changes[at - 1][1] if at else self.phase_on(day)

    @cached_property
    def _changes(self) -> list[tuple[date, str]]:
        """The days on which the phase may change, and what it is from then on."""
        days = {when.first for when in self._change_days(date.max)}
        return [(day, self.phase_on(day)) for day in sorted(days)]

    def last_contact_by(self, day: date) -> date | None:
        """Return the last contact up to a day that is known, if there is one."""
        at = bisect_right(self.contacts, day)
        return self.contacts[at - 1] if at else None

    def was_due(self, first: date, last: date) -> bool:
        """Whether the cadence would have asked for a contact from `first` to `last`."""
        phase = self._cached_phase(last)
        base = first_of_cadence(self.person, phase, self.last_contact_by(last))
        gone = (self.person.died, self.person.until)
        if base is None or base > last or not self.person.kept_in_touch:
            return False
        if phase == "ended" or any(end and end.first <= last for end in gone):
            return False
        cadence = self.person.cadence or phase_cadence(self.person, phase, self.settings)
        return not cadence.never and _is_due_between(base, cadence, first, last)


def days_of_change(person: Person, last: date, settings: Settings) -> Iterator[date]:
    """Yield the days on which the phase may change, if nothing follows a contact on `last`."""
    yield from (when.first for when in _written_changes(person))
    if not settings.dormant.never:
        yield settings.dormant.after(last)


def _written_changes(person: Person) -> Iterator[PartialDate]:
    """Yield the days on which what their note says may change the phase."""
    if person.since:
        yield person.since
        yield PartialDate(NEW_FOR.after(person.since.first), person.since.parts)
    if person.until:
        yield person.until
    yield from (line.since for line in person.phases)


def _by_day(when: PartialDate) -> tuple[date, int]:
    """Sort by day; of one day, what is known most exactly comes last."""
    return when.first, when.parts


def _with_written(contacts: Sequence[date], person: Person) -> Sequence[date]:
    """Return the days of contacts with the last one that no note tells of."""
    if person.last_contact is None:
        return contacts
    return sorted((*contacts, person.last_contact.first))


def _is_due_between(base: date, cadence: Duration, first: date, last: date) -> bool:
    """Return whether a contact by cadence, counted from `base`, is due from `first` to `last`."""
    step = cadence.months * _MONTH + cadence.days
    if not step:
        return True
    nearest = int((first - base).days / step)
    turns = range(max(nearest - 1, 1), max(nearest, 1) + 2)
    return any(first <= shift(base, cadence.months * n, cadence.days * n) <= last for n in turns)


def _least_days(silence: Duration) -> int:
    """Return a number of days that no such silence is shorter than."""
    return silence.months * _SHORTEST_MONTH + silence.days
