"""What the words of the vocabulary and of the advice are called when they are said to people."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from journal.wording.dates import long_date


class _Words(NamedTuple):
    """How somebody is reached on a channel, and what one contact on it is called."""

    by: str
    contact: str


#: Every channel of the vocabulary.
_CHANNELS = {
    "email": _Words("by email", "Email"),
    "text": _Words("by text message", "Text message"),
    "call": _Words("by phone", "Call"),
    "video": _Words("by video call", "Video call"),
    "letter": _Words("by letter", "Letter"),
    "in-person": _Words("in person", "Meeting"),
    "chat": _Words("by chat", "Chat message"),
    "social": _Words("on a social network", "Message"),
    "event": _Words("at an event", "Event"),
    "other": _Words("in their own way", "Contact"),
}
#: Channels of what goes from one to another; on all others, people are with each other.
_ONE_WAY = frozenset({"email", "text", "letter", "chat", "social"})
_PREPOSITIONS = {"out": "to", "in": "from", "both": "with"}


def channel_words(channel: str | None) -> str:
    """Return a channel in words, like `in person`; nothing for none."""
    return plain_word(channel or "")


def reached_by(channel: str | None) -> str:
    """Return how somebody is reached on a channel, like `by text message`; nothing for none."""
    return _CHANNELS[channel].by if channel else ""


def contact_words(channel: str | None, direction: str) -> str:
    """Return how a contact begins to be said, like `Letter from` or `Meeting with`."""
    contact = _CHANNELS[channel or "other"].contact
    preposition = _PREPOSITIONS[direction] if channel in _ONE_WAY else "with"
    return f"{contact} {preposition}"


def plain_word(word: str) -> str:
    """Return a word of the vocabulary as people write it: `in progress` for `in-progress`."""
    return word.replace("-", " ")


#: Section of the list of people -> its title.
SECTION_TITLES = {
    "overdue": "Overdue",
    "this-week": "This week",
    "soon": "Soon",
    "later": "Later",
    "resting": "Resting",
    "dormant": "Not heard from for long",
    "snoozed": "Put off",
    "paused": "Paused",
}

#: What moves the day on which to reach out -> the sentence, with room for the day.
_HOLDS = {
    "min_gap": "You were in touch not long ago: leave some room until {}.",
    "resting": "Your last messages have no answer yet: give them room until {}.",
    "snooze": "You put this off until {}.",
}


def hold_words(kind: str, until: date) -> str:
    """Return in a sentence what moved the day on which to reach out."""
    return _HOLDS[kind].format(long_date(until))


#: What there is to say, by its field in `TalkingPoints`, in the order in which it is said.
TALKING_POINT_TITLES = {
    "news": "Your news",
    "recognition": "Their news",
    "offer": "To offer",
    "question": "To ask",
}

#: Key of a person that lists channels -> what it says of them.
CHANNEL_PREFERENCES = {
    "prefers": "Prefers",
    "accepts": "Fine, too",
    "announce_first": "Announce it first",
    "avoids": "Avoid",
}

#: Role -> (one of them, all of them)
ROLE_NAMES = {
    "mentor": ("mentor", "Mentors"),
    "potential-mentor": ("potential mentor", "Potential mentors"),
    "sponsor": ("sponsor", "Sponsors"),
    "protege": ("protégé", "Protégés"),
    "potential-protege": ("potential protégé", "Potential protégés"),
    "peer": ("peer", "Peers"),
    "associate": ("associate", "Associates"),
}


def first_role(roles: Sequence[str]) -> str:
    """Return the role under which somebody is listed."""
    return roles[0] if roles else "associate"


def role_words(roles: Sequence[str]) -> str:
    """Return all that somebody is to me, in words."""
    return ", ".join(ROLE_NAMES[role][0] for role in roles)
