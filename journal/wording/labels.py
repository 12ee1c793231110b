"""What the words of the vocabulary and of the advice are called when they are said to people."""

from collections.abc import Sequence
from datetime import date

from journal.wording.dates import long_date


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
