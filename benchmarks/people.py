"""The people of a generated journal."""

from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.note_file import NoteFile, Value
from benchmarks.prose import Prose
from benchmarks.words import CITIES, FIRST_NAMES, LAST_NAMES, SLOTS, City

CHANNELS = ("email", "call", "video", "letter", "chat", "text")
LONG = 8
"""Years after which a mentoring may be over."""


@dataclass(frozen=True)
class Contact:
    """A person, and when and how they are met."""

    folder: str
    stem: str
    first_name: str
    since: date
    until: date | None
    weight: int
    """How many touchpoints fall to them, beside the others."""
    channels: tuple[str, ...]
    """The ones they wish for, the dearest first."""
    city: City

    @property
    def note_id(self) -> str:
        """Return the id of the note about them."""
        return f"{self.folder}/{self.stem}"

    @property
    def name(self) -> str:
        """Return first and last name."""
        return self.stem.replace("-", " ").title()

    @property
    def link(self) -> str:
        """Return a wikilink that shows the first name."""
        return f"[[{self.stem}|{self.first_name}]]"


def cast(prose: Prose, count: int, first: date, last: date) -> list[Contact]:
    """Return `count` people met between `first` and a year before `last`, the earliest first."""
    names = prose.dice.some([(one, two) for one in FIRST_NAMES for two in LAST_NAMES], count)
    days = (last - first).days - 365
    met = [
        first + timedelta(days * position * position // (count * count))
        for position in range(count)
    ]
    return [_contact(prose, name, since, last) for name, since in zip(names, met, strict=True)]


def _contact(prose: Prose, name: tuple[str, str], since: date, last: date) -> Contact:
    dice = prose.dice
    years = (last - since).days // 365
    ended = since + timedelta(365 * years // 2) if years >= LONG and dice.chance(0.15) else None
    return Contact(
        folder=dice.pick(("mentors", "mentors", "mentors", "proteges", "people")),
        stem="-".join(name).lower(),
        first_name=name[0],
        since=since,
        until=ended,
        weight=dice.pick((1, 1, 2, 3, 6)),
        channels=tuple(dice.some(CHANNELS, 3)),
        city=dice.pick(CITIES),
    )


def person_note(prose: Prose, contact: Contact, last: date) -> NoteFile:
    """Return the note about `contact`, as it stands on the day `last`."""
    dice = prose.dice
    asked = max(contact.since, last - timedelta(dice.between(30, 900)))
    fields: dict[str, Value] = {
        "title": contact.name,
        "since": str(contact.since),
        "until": str(contact.until or ""),
        "met": prose.fill("At the {occasion} in {place}"),
        "org": prose.fill("Institute of {Topic}, {place}"),
        "job_title": dice.pick(("Professor", "Editor", "Engineer", "Head of a group", "Student")),
        "why": prose.fill("knows {topic} and gives {favour}"),
        "current_work": prose.fill("one more {thing} on {topic}"),
        "fields": dice.some(SLOTS["topic"], 3),
        "interests": dice.some(SLOTS["topic"], 2),
        "email": f"{contact.stem}@example.org",
        "city": contact.city.name,
        "country": contact.city.country,
        "tz": contact.city.tz,
        "birthday": f"{dice.between(1, 12):02}-{dice.between(1, 28):02}",
        "prefers": [contact.channels[0]],
        "accepts": list(contact.channels[1:]),
        "avoids": ["social"],
        "prefs_asked": str(asked),
        "tone": dice.pick(("formal", "neutral", "informal")),
        "min_gap": "1 day",
        "phases": _phases(contact),
        "questions": [prose.question()],
        "support": dice.some(("feedback", "development", "opportunities", "sponsorship"), 2),
    }
    return NoteFile(contact.note_id, fields, prose.body([], []))


def _phases(contact: Contact) -> list[str]:
    if contact.until is None:
        return []
    return [f"{contact.since} new", f"{contact.since.year + 1} waiting", f"{contact.until} ended"]
