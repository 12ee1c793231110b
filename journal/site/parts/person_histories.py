"""The history with each person: contacts, phases, beginning and end."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from journal.advice.phase_history import PhaseHistory
from journal.library.journal import Journal
from journal.notes.records import Person, Touchpoint
from journal.values import PartialDate
from journal.wording.dates import partial_day


class PersonHistory:
    """The history with one person, without hidden touchpoints and drafts."""

    def __init__(self, journal: Journal, person: Person) -> None:
        self.person = person
        self.today = journal.today
        with_person = journal.with_person.get(person.id, ())
        self._all = [note for note in with_person if not note.draft]
        self.done: Sequence[Touchpoint] = [n for n in self._all if n.is_done(self.today)]
        days = [note.date for note in self.done]
        self.phase_history = PhaseHistory(person, days, journal.settings)

    @cached_property
    def planned(self) -> tuple[date, ...]:
        """The days of planned touchpoints."""
        return tuple(note.date for note in self._all if note.is_planned(self.today))

    @property
    def end(self) -> tuple[date, str] | None:
        """The last day of a mentoring or of a life that is over, with its word and year."""
        found = _over(self.person.died, self.today) or _over(self.person.until, self.today)
        if found is None:
            return None
        word = "died" if found is self.person.died else "until"
        return found.first, f"{word} {found.first.year}"

    @property
    def end_words(self) -> str:
        """When the mentoring ended and when they died, as exactly as it is known."""
        died = partial_day(_over(self.person.died, self.today))
        until = partial_day(_over(self.person.until, self.today))
        words = ((until, "until"), (died, "died"))
        return ", ".join(f"{word} {when.words}" for when, word in words if when)

    @property
    def rank(self) -> tuple[bool, date, str, str]:
        """What people are sorted by: kept in touch with first, then by when it began."""
        begins, person = self.phase_history.begins, self.person
        first = begins.first if begins else date.max
        return (not person.kept_in_touch, first, person.title.casefold(), person.id)


def person_histories(journal: Journal) -> tuple[PersonHistory, ...]:
    """Return everybody's history: those kept in touch with first, the longest first."""
    found = (PersonHistory(journal, person) for person in journal.people)
    return tuple(sorted(found, key=lambda history: history.rank))


def _over(when: PartialDate | None, today: date) -> PartialDate | None:
    return when if when and when.first <= today else None
