"""What somebody writes under a note's keys, chosen by dice; none of it is a mistake of reading."""

import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from types import MappingProxyType

#: Names that several notes take, so that they become ambiguous, and clear again.
SHARED = ("Ada", "Bo Lund", "The paper", "Plots by station", "Zoë", "zoe", "Grant")
_CITIES = ("Porto", "Oporto", "Bergen", "Bangalore", "Bengaluru", "Lyon", "Osaka")
_CHANNELS = ("email", "call", "video", "letter", "in-person", "chat", "text")


class Values:
    """Chooses values; `name` names some note, or none."""

    def __init__(self, dice: Random, day: date, name: Callable[[], str]) -> None:
        self.dice, self.day, self.name = dice, day, name

    def one(self, *choices: str | None) -> str | None:
        """One of the choices; None leaves the key out."""
        return self.dice.choice(choices)

    def some(self, *choices: str) -> str:
        """A list of up to three."""
        return _listed(self.dice.sample(choices, self.dice.randint(1, min(3, len(choices)))))

    def links(self) -> str:
        """A list of one to three names."""
        return _listed([self.name() for _ in range(self.dice.choice((1, 1, 2, 3)))])

    def maybe_links(self) -> str | None:
        """The same, or nothing."""
        return self.dice.choice((None, self.links(), self.links()))

    def near(self) -> str:
        """A day within ten weeks of today."""
        return str(self.day + timedelta(self.dice.randint(-70, 70)))

    def when(self) -> str:
        """A day near today, or years ago."""
        years = self.dice.choice((0, 0, 1, 4))
        return str(self.day + timedelta(self.dice.randint(-60, 60) - 365 * years))

    def maybe_when(self) -> str | None:
        """The same, or nothing."""
        return self.dice.choice((None, self.near()))

    def birthday(self) -> str | None:
        """A birthday near today, or far."""
        return self.dice.choice((None, self.near()[5:], "02-29"))

    def flag(self) -> str | None:
        """Mostly nothing."""
        return self.dice.choice((None, None, "true"))

    def city(self) -> str:
        """A city, by one of its names."""
        return self.dice.choice(_CITIES)


def _listed(texts: list[str]) -> str:
    return json.dumps(texts, ensure_ascii=False)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


_Choice = Callable[[Values], str | None]
_EVERY: Mapping[str, _Choice] = MappingProxyType({
    "title": lambda v: v.one(None, *map(_quoted, SHARED)),
    "aliases": lambda v: v.some(*SHARED),
    "because_of": Values.maybe_links,
    "private": Values.flag,
    "draft": Values.flag,
    "tags": lambda v: v.some("rivers", "Rivers", "ships", "thesis"),
})  # fmt: skip
_PERSON: Mapping[str, _Choice] = MappingProxyType({
    "title": lambda v: v.one(None, *map(_quoted, SHARED)),
    "aliases": lambda v: v.some(*SHARED),
    "introduced_by": Values.maybe_links,
    "city": Values.city,
    "other_cities": lambda v: v.some(*_CITIES),
    "country": lambda v: v.one(None, "PT", "IN", "NO"),
    "tz": lambda v: v.one(None, "Europe/Lisbon", "Asia/Tokyo", "Mars/Olympus"),
    "phase": lambda v: v.one(None, "new", "active", "waiting", "dormant", "ended"),
    "birthday": Values.birthday,
    "prefers": lambda v: v.some(*_CHANNELS),
    "avoids": lambda v: v.some("social", "text", "call"),
    "announce_first": lambda v: v.one(None, "call", "video"),
    "cadence": lambda v: v.one(None, "monthly", "yearly", "none"),
    "replies_in": lambda v: v.one(None, "3 days", "1 month"),
    "next": Values.maybe_when,
    "snooze_until": Values.maybe_when,
    "review_on": Values.maybe_when,
    "paused": Values.flag,
    "died": lambda v: v.one(None, None, None, "2026"),
    "fields": lambda v: v.some("rivers", "optics", "housing"),
    "roles": lambda v: v.one(None, "mentor", "protege", "sponsor"),
    "since": lambda v: v.one(None, "2015", "2026-05"),
    "private": Values.flag,
    "draft": Values.flag,
})  # fmt: skip
_TOUCHPOINT: Mapping[str, _Choice] = MappingProxyType({
    "people": Values.links,
    "channel": lambda v: v.one(None, None, *_CHANNELS),
    "direction": lambda v: v.one(None, "in", "out", "both"),
    "date": Values.when,
    "time": lambda v: v.one(None, "09:05", "14:30"),
    "kind": lambda v: v.one(None, "question", "greeting", "thanks", "update", "reply"),
    "state": lambda v: v.one(None, None, "planned", "cancelled"),
    "about": Values.maybe_links,
    "followup_on": Values.maybe_when,
    "question": lambda v: v.one(None, "Which was wetter?", "Is it ready?"),
    "gave": lambda v: v.one(None, '"article: the survey"'),
})  # fmt: skip
_CHOICES: Mapping[str, Mapping[str, _Choice]] = MappingProxyType({
    "mentors": _PERSON,
    "proteges": _PERSON,
    "people": _PERSON,
    "touchpoints": {**_EVERY, **_TOUCHPOINT},
    "news": {
        **_EVERY,
        "about": Values.maybe_links,
        "date": Values.when,
        "kind": lambda v: v.one("publication", "award", None),
        "fresh_until": Values.maybe_when,
    },
    "opportunities": {
        **_EVERY,
        "for": Values.maybe_links,
        "from": Values.maybe_links,
        "with": Values.maybe_links,
        "fields": lambda v: v.some("rivers", "optics", "housing"),
        "deadline": Values.maybe_when,
        "state": lambda v: v.one(None, "accepted", "succeeded", "dropped"),
    },
    "trips": {
        **_EVERY,
        "who": Values.maybe_links,
        "city": Values.city,
        "start": Values.near,
        "state": lambda v: v.one(None, "booked", "done", "cancelled"),
    },
    "goals": {
        **_EVERY,
        "people": Values.maybe_links,
        "state": lambda v: v.one(None, "met", "dropped"),
        "target": Values.maybe_when,
    },
    "lessons": {
        **_EVERY,
        "from": Values.maybe_links,
        "practice": lambda v: v.one(None, "trying", "habit"),
    },
})  # fmt: skip
#: What must go with a key that is changed, lest it end before it starts.
_WITH = {"start": ("end",), "date": ("answered_on",), "since": ("until",)}


def rekeyed(text: str, folder: str, values: Values) -> str:
    """Return a note with one of its keys changed, added or left out."""
    choices = _CHOICES[folder]
    key = values.dice.choice(tuple(choices))
    for other in _WITH.get(key, ()):
        text = with_key(text, other, None)
    return with_key(text, key, choices[key](values))


def new_note(folder: str, values: Values) -> str:
    """Return a note with the keys that its folder needs, and others."""
    text = "---\n---\n\nNew.\n"
    for key in _NEEDS.get(folder, ()):
        text = with_key(text, key, _CHOICES[folder][key](values))
    for _ in range(4):
        text = rekeyed(text, folder, values)
    return text


_NEEDS = {
    "touchpoints": ("people", "channel", "date"),
    "trips": ("city", "start"),
    "news": ("date",),
}


def with_key(text: str, key: str, value: str | None) -> str:
    """Return a note (each of whose keys is one line) with a key of that value, or without it."""
    head, body = text.split("\n---\n", 1)
    lines = [line for line in head.split("\n") if not line.startswith(f"{key}:")]
    if value is not None:
        lines.append(f"{key}: {value}")
    return "\n".join((*lines, "---", body))


def value_of(text: str, key: str) -> str:
    """Return what stands at a key of such a note, or nothing."""
    lines = text.split("\n---\n", 1)[0].split("\n")
    found = [line for line in lines if line.startswith(f"{key}: ")]
    return found[0].removeprefix(f"{key}: ").strip('"[]') if found else ""
