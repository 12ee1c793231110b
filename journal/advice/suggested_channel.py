"""How to reach somebody: the channel that suits them and the reason, and what announces it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from journal.advice.advice_model import Reason
from journal.advice.index import AdviceIndex
from journal.advice.relationship import Relationship
from journal.values import add_days

#: Channels on which one meets, so that both have to be in one place.
_IN_ONE_PLACE = frozenset({"in-person", "event"})
#: Channels that may be used again because they were used last: they need no place, and no stamp.
_USED_AGAIN = frozenset({"email", "text", "call", "video", "chat", "social"})
_ANNOUNCED_WITHIN = 30  # days


class SuggestedChannel(NamedTuple):
    """The channel to use first, and the one that it announces; None for none."""

    channel: str | None
    then: str | None = None


class _Situation(NamedTuple):
    """Whom to reach, why (the earliest reason first), and whether we can meet in person."""

    relationship: Relationship
    reasons: Sequence[Reason]
    can_meet: bool

    def fits(self, channel: str) -> bool:
        """Whether a channel can be used where we both are."""
        return self.can_meet or channel not in _IN_ONE_PLACE


def suggested_channel(
    index: AdviceIndex, relationship: Relationship, reasons: Sequence[Reason] = ()
) -> SuggestedChannel:
    """Return how to reach a person for `reasons`, the earliest of which comes first."""
    situation = _Situation(relationship, reasons, _can_meet(index, relationship, reasons))
    channel = _planned(situation) or _wanted(situation) or _used_last(relationship)
    return _announced(situation, channel)


def _can_meet(index: AdviceIndex, relationship: Relationship, reasons: Sequence[Reason]) -> bool:
    """Whether nothing is known that keeps us apart."""
    person = relationship.person
    if not person.city or not index.my_city or index.my_city in index.meeting_cities(person):
        return True
    return any(reason.kind == "trip" for reason in reasons)


def _planned(situation: _Situation) -> str | None:
    """Return the channel of what is planned, if that is the earliest reason."""
    planned, reasons = situation.relationship.planned, situation.reasons
    if planned and reasons and reasons[0].kind == "planned":
        return planned.channel or None
    return None


def _wanted(situation: _Situation) -> str | None:
    """Return the first channel that they like, and that fits."""
    person = situation.relationship.person
    channels = (*_channel_of_letter(situation), *person.prefers, *person.accepts)
    return next((each for each in channels if situation.fits(each)), None)


def _channel_of_letter(situation: _Situation) -> Iterator[str]:
    """Yield the channel on which they wrote, if an answer comes first."""
    reasons, relationship = situation.reasons, situation.relationship
    letter = relationship.unanswered_letter
    if not (letter and letter.channel and reasons and reasons[0].kind == "reply"):
        return
    if letter.channel not in relationship.person.avoids:
        yield letter.channel


def _used_last(relationship: Relationship) -> str | None:
    """Return the channel used last, if it may be used again; else e-mail to their address."""
    person = relationship.person
    last = relationship.done[-1].channel if relationship.done else ""
    if last in _USED_AGAIN and last not in person.avoids:
        return last
    return "email" if person.mail_address and "email" not in person.avoids else None


def _announced(situation: _Situation, channel: str | None) -> SuggestedChannel:
    """Put another channel first, where they want this one to be announced and it was not yet."""
    person = situation.relationship.person
    if channel not in person.announce_first or _was_announced(situation.relationship, channel):
        return SuggestedChannel(channel)
    unwanted = {*person.announce_first, *person.avoids}
    channels = (*person.prefers, *person.accepts, "letter", "email")
    first = (each for each in channels if each not in unwanted and situation.fits(each))
    before = next(first, None)
    return SuggestedChannel(before, channel) if before else SuggestedChannel(channel)


def _was_announced(relationship: Relationship, channel: str) -> bool:
    """Whether I was in touch of late on another channel that they do not avoid."""
    since = add_days(relationship.today, -_ANNOUNCED_WITHIN)
    others = {channel, *relationship.person.avoids}
    return any(note.date >= since and note.channel not in others for note in relationship.mine)
