"""The touchpoints of a generated journal."""

from bisect import bisect_right
from datetime import date, timedelta

from benchmarks.events import Events, Span
from benchmarks.note_file import NoteFile, Value
from benchmarks.people import Contact
from benchmarks.prose import Prose
from benchmarks.words import TAGS

KINDS = ("note",) * 6 + ("update",) * 4 + ("greeting", "thanks", "question", "meeting", "reply")
MOST_PEOPLE = 4
INTERRUPTING_CHANNELS = ("call", "video", "text", "chat")
TEXT_GAP = timedelta(7)
"""The least between two text messages to one person."""


class Touchpoints:
    """Makes touchpoints with the people known on their day."""

    def __init__(self, prose: Prose, events: Events, told: list[NoteFile]) -> None:
        """Write with `prose`; `told` are the news and opportunities that touchpoints link to."""
        self.prose = prose
        self.events = events
        self.told = sorted(told, key=lambda note: str(note.fields["date"]))
        self.told_days = [str(note.fields["date"]) for note in self.told]
        self.known: dict[int, list[Contact]] = {}
        self.asked: set[tuple[str, str]] = set()
        self.texted: dict[str, date] = {}

    def make(self, count: int, span: Span) -> list[NoteFile]:
        """Return `count` touchpoints, oldest first, some of them planned after the last day."""
        planned = max(2, count // 5000)
        days = sorted(span.day(self.prose) for _ in range(count - planned))
        ahead = [span.last + timedelta(self.prose.dice.between(3, 40)) for _ in range(planned)]
        return [self._touchpoint(day, span.last) for day in (*days, *sorted(ahead))]

    def _touchpoint(self, day: date, last: date) -> NoteFile:
        dice = self.prose.dice
        people = self._people(day)
        kind = dice.pick(KINDS)
        title = self.prose.title("note")
        fields: dict[str, Value] = {
            "title": title if dice.chance(0.7) else "",
            "date": str(day) if dice.chance(0.5) else "",
            "people": people[0].stem if len(people) == 1 else [one.stem for one in people],
            **self._channel(people, day),
            "kind": kind if kind != "note" else "",
            "tags": dice.some(TAGS, dice.between(0, 2)),
        }
        if kind == "question":
            fields |= self._question(people[0], day, last)
        if dice.chance(0.1):
            fields["got"] = [f"advice: {self.prose.fill('{lesson}')}"]
        if dice.chance(0.05):
            fields["gave"] = [self.prose.fill("{favour}")]
        name = self.events.name(f"touchpoints/{day.year}", day, f"{people[0].stem} {kind}")
        return NoteFile(name, fields, self._body(people, day, last))

    def _people(self, day: date) -> list[Contact]:
        dice = self.prose.dice
        known = self.known.get(day.toordinal() // 90) or self._now_known(day)
        people = [dice.pick(known)]
        while dice.chance(0.16) and len(people) < MOST_PEOPLE:
            other = dice.pick(known)
            if other not in people:
                people.append(other)
        return people

    def _now_known(self, day: date) -> list[Contact]:
        quarter = day.toordinal() // 90
        begin, end = date.fromordinal(quarter * 90), date.fromordinal(quarter * 90 + 90)
        contacts = self.events.contacts
        known = [c for c in contacts if c.since <= begin and (c.until is None or c.until >= end)]
        self.known[quarter] = [c for c in known or contacts[:2] for _ in range(c.weight)]
        return self.known[quarter]

    def _channel(self, people: list[Contact], day: date) -> dict[str, Value]:
        dice = self.prose.dice
        if len(people) > 1:
            return {"channel": "in-person", "place": self.prose.fill("{place}")}
        one = people[0]
        channel = dice.pick((*one.channels, one.channels[0], "in-person"))
        if channel == "text" and day - self.texted.get(one.stem, date.min) < TEXT_GAP:
            channel = "in-person"
        if channel == "text":
            self.texted[one.stem] = day
        fields: dict[str, Value] = {"channel": channel}
        if channel in INTERRUPTING_CHANNELS:
            begin, end = one.city.hours
            fields["time"] = f"{dice.between(begin, end - 1):02}:{dice.pick(('00', '15', '40'))}"
        if channel in ("email", "letter", "text", "chat"):
            fields["direction"] = dice.pick(("both", "both", "out", "in"))
        return fields

    def _question(self, person: Contact, day: date, last: date) -> dict[str, Value]:
        question = self.prose.question()
        while (person.stem, question) in self.asked:
            question = self.prose.question()
        self.asked.add((person.stem, question))
        answered = day + timedelta(self.prose.dice.between(1, 12))
        return {"question": question, "answered_on": str(answered) if answered <= last else ""}

    def _body(self, people: list[Contact], day: date, last: date) -> str:
        dice = self.prose.dice
        links = [dice.pick(people).link] if dice.chance(0.15) else []
        latest = bisect_right(self.told_days, str(day))
        if latest and dice.chance(0.2):
            note = self.told[max(0, latest - dice.between(1, 5))]
            links.append(f"[[{note.note_id}|{note.fields['title']}]]")
        return self.prose.body(links, self._tasks(day, last) if dice.chance(0.15) else [])

    def _tasks(self, day: date, last: date) -> list[str]:
        dice = self.prose.dice
        due = day + timedelta(dice.between(5, 40))
        box = "[ ]" if due > last or dice.chance(0.01) else "[x]"
        whose = " #theirs" if dice.chance(0.2) else ""
        return [f"- {box} {self.prose.task()}{whose} 📅 {due}" for _ in range(dice.between(1, 3))]
