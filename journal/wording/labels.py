"""What the words of the vocabulary are called when they are said to people: channels, roles."""

from collections.abc import Sequence


def channel_words(channel: str | None) -> str:
    """Return a channel in words, like `in person`; nothing for none."""
    return (channel or "").replace("-", " ")


#: role -> (one of them, all of them)
WORDS = {
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
    return ", ".join(WORDS[role][0] for role in roles)
