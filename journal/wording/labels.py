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


def way_words(channel: str | None, then: str | None) -> str:
    """Return how to reach somebody, like `by letter first, then by phone`; nothing for none."""
    return f"{reached_by(channel)} first, then {reached_by(then)}" if then else reached_by(channel)


def contact_noun(channel: str | None) -> str:
    """Return what one contact on a channel is called, like `Letter`."""
    return _CHANNELS[channel or "other"].contact


def contact_words(channel: str | None, direction: str) -> str:
    """Return how a contact begins to be said, like `Letter from` or `Meeting with`."""
    preposition = _PREPOSITIONS[direction] if channel in _ONE_WAY else "with"
    return f"{contact_noun(channel)} {preposition}"


def plain_word(word: str) -> str:
    """Return a word of the vocabulary as people write it: `in progress` for `in-progress`."""
    return word.replace("-", " ")


#: Section of the list of people -> its title.
SECTION_TITLES = {
    "overdue": "It's time",
    "this-week": "This week",
    "begin": "To begin with",
    "soon": "Coming up",
    "later": "Later",
    "resting": "Giving them room",
    "dormant": "Long quiet",
    "snoozed": "Snoozed",
    "paused": "Paused",
}

#: Section -> what it means that somebody is in it.
SECTION_LEADS = {
    "overdue": "The day has passed. A short note is enough.",
    "this-week": "Within seven days.",
    "begin": "No contact with them is written down yet. When did you last speak?",
    "soon": "Within six weeks.",
    "later": "Nothing to do yet.",
    "resting": "They owe you nothing: your last messages had no answer, so they get some room.",
    "dormant": "Worth a hello: three at a time, others each week.",
    "snoozed": "You chose a later day.",
    "paused": "You paused these.",
}

#: Why somebody is not in the list -> the sentence; of some, that something is open nevertheless.
_NOT_LISTED = {
    "died": "They have died; their page stays.",
    "draft": "Their note is a draft, so nothing is suggested.",
    "unread": "Their note cannot be read, so nothing is suggested; “journal check” says why.",
    "ended": "The mentoring has ended, and {}.",
    "not-kept": "You do not keep in touch with them regularly, and {}.",
    "no-cadence": "They have no cadence, and {}.",
}


def not_listed_words(cause: str, is_open: bool) -> str:
    """Return why somebody is not in the list; `is_open`: something waits for them on no day."""
    nothing = "what is open has no day" if is_open else "nothing else is waiting"
    return _NOT_LISTED[cause].format(nothing)


#: Held back -> how somebody in that section is, before the day until when.
HELD_WORDS = {"snoozed": "snoozed", "resting": "given room"}

#: What was planned for a day that has passed.
TO_CONFIRM = "Did it happen?"
#: The answers to that, with the verb of each, and what follows the note in its line.
CONFIRM_ANSWERS = (("yes", "confirm", ""), ("moved", "move", " DAY"), ("cancelled", "cancel", ""))

#: A month, as the last contact is written of which nothing more is known.
BEGIN_EXAMPLE = "2024-05"


def chosen_words(day: date) -> str:
    """Return in a sentence that a day was chosen by hand."""
    return f"You chose {long_date(day)} for the next contact."


_PHASE_NOT_KNOWN = "not recorded"


def phase_words(phase: str, is_recorded: bool) -> str:
    """Return a phase of the past; where no contact was written down by then, that it is so."""
    if phase == "unknown":
        return _PHASE_NOT_KNOWN
    return phase if is_recorded else f"{phase} (contacts {_PHASE_NOT_KNOWN})"


#: How a reason begins that is only to be settled, since life went on.
TO_SETTLE = "To settle"
#: The answers to that.
SETTLE_ANSWERS = ("kept", "dropped")

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

#: How wishes are known that are written down, though nobody asked.
AS_YOU_KNOW_IT = "as you know it"
#: How wishes are known that are not.
NOT_ASKED_YET = "not asked yet"

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
