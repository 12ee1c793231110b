"""Where things stood with one person over the years: the rules of phases, asked of past days."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise
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
from journal.values import shift

_MONTH, _SHORTEST_MONTH = 30.44, 28  # days


class PhaseSpan(NamedTuple):
    """A phase from its first day on; `ends` is the first day after it."""

    begins: date
    ends: date
    phase: str


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
    def begins(self) -> date | None:
        """The first day that anything is known of."""
        days = [*self.contacts[:1], *(line.since.first for line in self.person.phases[:1])]
        if self.person.since:
            days.append(self.person.since.first)
        return min(days, default=None)

    def spans(self, until: date) -> tuple[PhaseSpan, ...]:
        """Return the phases before `until`, without gaps; nothing after somebody's death."""
        died = self.person.died
        last = min(until, died.first) if died else until
        first = self.begins
        if first is None or first >= last:
            return ()
        days = sorted({first, *(day for day in self._change_days(last) if first < day < last)})
        return tuple(self._merge_equal(days, last))

    def _merge_equal(self, days: list[date], last: date) -> Iterator[PhaseSpan]:
        begins, phase = days[0], self.phase_on(days[0])
        for day in days[1:]:
            now = self.phase_on(day)
            if now != phase:
                yield PhaseSpan(begins, day, phase)
                begins, phase = day, now
        yield PhaseSpan(begins, last, phase)

    def _change_days(self, last: date) -> Iterator[date]:
        """Yield the days on which the phase may change."""
        yield from _written_changes(self.person)
        yield from self._dormancy_changes(last)

    def _dormancy_changes(self, last: date) -> Iterator[date]:
        """Yield when a silence had become long, and the contact that ended it."""
        silence = self.settings.dormant
        days = [*self.contacts, last]
        for one, other in pairwise(sorted(days)):
            if not silence.never and (other - one).days >= _least_days(silence):
                yield silence.after(one)
                yield other

    def phase_on(self, day: date) -> str:
        """Return the phase as of a day, waiting turned into dormant after years of silence."""
        lines = self.person.phases
        is_current = not lines or lines[-1].since.first <= day
        phase = written_phase(self.person if is_current else self._person_before_last_line, day)
        return phase_after_silence(phase, self.last_contact_by(day), self.settings.dormant, day)

    def _cached_phase(self, day: date) -> str:
        """Return what `phase_on` does, out of spans that are worked out once."""
        at = bisect_right(self._span_starts, day)
        return self._all_spans[at - 1].phase if at else self.phase_on(day)

    @cached_property
    def _all_spans(self) -> tuple[PhaseSpan, ...]:
        return self.spans(date.max)

    @cached_property
    def _span_starts(self) -> list[date]:
        return [span.begins for span in self._all_spans]

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
    yield from _written_changes(person)
    if not settings.dormant.never:
        yield settings.dormant.after(last)


def _written_changes(person: Person) -> Iterator[date]:
    """Yield the days on which what their note says may change the phase."""
    if person.since:
        yield person.since.first
        yield NEW_FOR.after(person.since.first)
    if person.until:
        yield person.until.first
    yield from (line.since.first for line in person.phases)


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
