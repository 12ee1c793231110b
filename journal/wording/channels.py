"""Channels in words: `in person`, `by text message`, `Letter to`."""

from typing import NamedTuple

from journal.wording.labels import plain_word


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
