"""Their preferences (the article's first tip): channels, quiet hours, announcements, emoji."""

from collections.abc import Iterator
from datetime import datetime

from journal.advice.time_zones import (
    find_time_zone,
    is_quiet,
    on_my_clock,
    quiet_hours,
    quiet_hours_for_me,
    their_time,
)
from journal.body.extract import emoji_position
from journal.body.positions import Positions
from journal.checks.rule_context import Remark, RuleContext, short_title
from journal.notes.records import Person, Touchpoint
from journal.values import add_days
from journal.vocabulary.choices import INTERRUPTING_CHANNELS
from journal.wording.dates import weekday_name

_ANNOUNCED_WITHIN = 30  # days


def avoided_channel(context: RuleContext, note: Touchpoint, person: Person) -> Iterator[Remark]:
    """A channel that they avoid; what comes from them is their own choice."""
    if note.direction != "in" and note.channel in person.avoids:
        message = f"`channel` is {note.channel}, which {short_title(person)} would rather not have"
        yield Remark(note.position("channel"), message, _better_channel(context, note, person))


def unagreed_text(context: RuleContext, note: Touchpoint, person: Person) -> Iterator[Remark]:
    """A text message, though texting was never agreed."""
    agreed = (*person.prefers, *person.accepts, *person.announce_first)
    if note.direction != "in" and note.channel == "text" and "text" not in agreed:
        message = f"`channel` is text, and texting was never agreed with {short_title(person)}"
        better = _better_channel(context, note, person)
        hint = f"ask whether it is fine, and write it in `accepts`; {better}"
        yield Remark(note.position("channel"), message, hint)


def _better_channel(context: RuleContext, note: Touchpoint, person: Person) -> str:
    """Suggest a channel that they welcome."""
    wanted = (*person.prefers, *person.accepts)
    better = next((channel for channel in wanted if channel not in person.avoids), "")
    if not better:
        return "ask them what suits them"
    return f"{better} suits them" if note.is_planned(context.today) else f"next time {better}"


def unannounced_contact(context: RuleContext, note: Touchpoint, person: Person) -> Iterator[Remark]:
    """A channel that they want announced on another one in the 30 days before."""
    if note.direction == "in" or note.channel not in person.announce_first:
        return
    since = add_days(note.date, -_ANNOUNCED_WITHIN)
    others = context.contacts(person).between(since, note.date)
    if not any(other.channel not in ("", note.channel) for other in others):
        message = (
            f"{short_title(person)} likes a {note.channel} announced, and nothing announces it"
        )
        hint = "a line on another channel in the 30 days before is enough; write it down"
        yield Remark(note.position("channel"), message, hint)


def quiet_time(context: RuleContext, note: Touchpoint, person: Person) -> Iterator[Remark]:
    """An interrupting channel inside their quiet hours or days, by their clock."""
    moment = _interrupting_moment(context, note)
    there = _their_quiet_time(context, person, moment) if moment else None
    if there:
        hours = quiet_hours(context.journal.settings, person)
        inside = hours.contains(there.time())
        why = f"their quiet hours are {hours}" if inside else "a quiet day of theirs"
        message = f"it is {there:%H:%M} on {weekday_name(there)} for {short_title(person)}, {why}"
        yield Remark(note.position("time"), message, _quiet_hours_hint(context, note, person))


def _interrupting_moment(context: RuleContext, note: Touchpoint) -> datetime | None:
    """Return the instant at which I interrupted, or will."""
    if note.time is None or note.direction == "in" or note.channel not in INTERRUPTING_CHANNELS:
        return None
    return on_my_clock(context.journal.settings, note.date, note.time)


def _their_quiet_time(context: RuleContext, person: Person, moment: datetime) -> datetime | None:
    """Return `moment` on their clock where it is a quiet one."""
    inside = is_quiet(context.journal.settings, person, moment)
    return their_time(person, moment) if inside else None


def _quiet_hours_hint(context: RuleContext, note: Touchpoint, person: Person) -> str:
    hours = quiet_hours_for_me(context.journal.settings, person, note.date)
    return f"by your clock their quiet hours are {hours}; an e-mail waits until they are up"


def unknown_local_time(context: RuleContext, note: Touchpoint, person: Person) -> Iterator[Remark]:
    """An interrupting channel at a time, and nobody knows what time it is for them."""
    if _interrupting_moment(context, note) and find_time_zone(person.tz) is None:
        message = (
            f"what time it is for {short_title(person)} is unknown: their note has no time zone"
        )
        hint = f"write `tz` in {person.path}, like Europe/Lisbon"
        yield Remark(note.position("time"), message, hint)


def unwelcome_emoji(context: RuleContext, note: Touchpoint, person: Person) -> Iterator[Remark]:
    """Emoji in what is planned, for somebody who is not known to welcome them."""
    if person.emoji_ok or not note.is_planned(context.today):
        return
    if at := _first_emoji(note):
        known = "has not been asked about them"
        if person.emoji_ok is False:
            known = "would rather not have them"
        hint = f"leave it out, or ask, and write `emoji_ok` in {person.path}"
        yield Remark(at, f"an emoji is planned, and {short_title(person)} {known}", hint)


def _first_emoji(note: Touchpoint) -> tuple[int, int] | None:
    places = [note.position(key) for key in ("title", "question") if _has_emoji(getattr(note, key))]
    written = [at for at in places if at != (1, 1)]  # a title may come from the body or the file
    return min(written, default=None) or note.emoji or next(iter(places), None)


def _has_emoji(text: str) -> bool:
    return not text.isascii() and emoji_position(Positions(text, 1)) is not None
