"""The contacts with one person as a line of days: what came before what, and what was answered."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from journal.notes.records import Touchpoint


class Contacts:
    """The contacts with one person that took place or lie ahead, oldest first."""

    def __init__(self, counted: Sequence[Touchpoint], today: date) -> None:
        self._all = counted
        self._days = [note.date for note in counted]
        self._out = [note for note in counted if note.direction == "out"]
        self._place = {note.id: place for place, note in enumerate(self._out)}
        heard = [note.date for note in counted if note.direction != "out"]
        answers = (note.answered_on for note in counted)
        self._heard = sorted([*heard, *(day for day in answers if day and day <= today)])

    def between(self, first: date, last: date) -> Sequence[Touchpoint]:
        """Return the contacts from `first` to `last`, both included."""
        return self._all[bisect_left(self._days, first) : bisect_right(self._days, last)]

    def heard_between(self, first: date, last: date) -> bool:
        """Whether anything came from them from `first` to `last`, both included."""
        return bisect_left(self._heard, first) < bisect_right(self._heard, last)

    def message_before(self, note: Touchpoint) -> Touchpoint | None:
        """Return my message (direction out) before `note`, which is one itself."""
        place = self._place.get(note.id, 0)
        return self._out[place - 1] if place else None
