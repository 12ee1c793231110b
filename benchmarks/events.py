"""The news, opportunities, trips, goals and lessons of a generated journal."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.note_file import NoteFile, Value
from benchmarks.people import Contact
from benchmarks.prose import Prose
from benchmarks.words import CITIES, TAGS

NEWS = ("project", "publication", "award", "talk", "grant", "job", "milestone")
OFFERS = ("reference", "nomination", "speaking", "grant", "interview", "link", "collaboration")
CLOSED = ("succeeded", "succeeded", "unsuccessful", "declined", "missed", "dropped")
GOALS = ("job", "fellowship", "grant", "publication", "skill", "project")
ASPECTS = ("behave", "interact", "support", "communicate")
STILL_OPEN = timedelta(60)
GOAL_TAKES = timedelta(730)
NOT_WORD = re.compile(r"\W+")


@dataclass(frozen=True)
class Span:
    """The days that a journal covers."""

    first: date
    last: date

    def day(self, prose: Prose) -> date:
        """Return a day of the span."""
        return self.first + timedelta(prose.dice.between(0, (self.last - self.first).days))


class Events:
    """Makes the notes that are not touchpoints, under names that no two share."""

    def __init__(self, prose: Prose, contacts: list[Contact], span: Span) -> None:
        """Write with `prose` about `contacts` on days of `span`."""
        self.prose = prose
        self.contacts = contacts
        self.span = span
        self.names: set[str] = set()

    def name(self, folder: str, day: date, title: str) -> str:
        """Return the id of a new note in `folder`."""
        stem = f"{day}-{NOT_WORD.sub('-', title.lower()).strip('-')}"
        number = 1
        name = stem
        while name in self.names:
            number += 1
            name = f"{stem}-{number}"
        self.names.add(name)
        return f"{folder}/{name}"

    def _known(self, day: date) -> Contact:
        known = [c for c in self.contacts if c.since <= day and (c.until is None or c.until > day)]
        return self.prose.dice.pick(known or self.contacts[:1])

    def _note(self, folder: str, day: date, title: str, fields: dict[str, Value]) -> NoteFile:
        return NoteFile(
            self.name(folder, day, title),
            {"title": title, "date": str(day), **fields},
            self.prose.body([], []),
        )

    def news(self) -> NoteFile:
        """Return a piece of news, about me three times out of four."""
        dice, day = self.prose.dice, self.span.day(self.prose)
        about = "me" if dice.chance(0.75) else self._known(day).stem
        fields: dict[str, Value] = {"kind": dice.pick(NEWS), "about": about, "tags": _tags(self)}
        return self._note("news", day, self.prose.title("news"), fields)

    def opportunity(self) -> NoteFile:
        """Return an opportunity: closed where it is old, far ahead where it is new."""
        dice, day = self.prose.dice, self.span.day(self.prose)
        fields: dict[str, Value] = {"kind": dice.pick(OFFERS), "for": self._known(day).stem}
        if self.span.last - day < STILL_OPEN:
            fields["deadline"] = str(self.span.last + timedelta(dice.between(60, 200)))
        else:
            fields |= {
                "state": dice.pick(CLOSED),
                "deadline": str(day + timedelta(dice.between(20, 50))),
                "closed_on": str(day + timedelta(dice.between(5, 59))),
            }
        return self._note("opportunities", day, self.prose.title("opportunity"), fields)

    def trip(self) -> NoteFile:
        """Return a trip that is over."""
        dice, start = self.prose.dice, self.span.day(self.prose)
        end = min(start + timedelta(dice.between(1, 9)), self.span.last)
        fields: dict[str, Value] = {
            "city": dice.pick(CITIES).name,
            "start": str(start),
            "end": str(end),
            "purpose": self.prose.fill("{occasion}, {topic}"),
            "state": "done",
        }
        return self._note("trips", start, self.prose.title("trip"), fields)

    def goal(self) -> NoteFile:
        """Return a goal; those of the last two years are open."""
        dice, start = self.prose.dice, self.span.day(self.prose)
        fields: dict[str, Value] = {
            "kind": dice.pick(GOALS),
            "start": str(start),
            "people": sorted({self._known(start).stem, self._known(start).stem}),
        }
        if self.span.last - start > GOAL_TAKES:
            closed = start + timedelta(dice.between(100, 700))
            fields |= {"state": dice.pick(("met", "met", "dropped")), "closed_on": str(closed)}
        return self._note("goals", start, self.prose.title("goal"), fields)

    def lesson(self) -> NoteFile:
        """Return a lesson learnt from somebody."""
        dice, day = self.prose.dice, self.span.day(self.prose)
        fields: dict[str, Value] = {
            "from": self._known(day).stem,
            "aspect": dice.pick(ASPECTS),
            "practice": dice.pick(("noted", "trying", "habit")),
            "tags": _tags(self),
        }
        return self._note("lessons", day, self.prose.title("lesson"), fields)


def _tags(events: Events) -> list[str]:
    return events.prose.dice.some(TAGS, events.prose.dice.between(0, 2))
