"""The advice in words for a terminal: the list section by section, and one person."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from journal.advice import Advice, PersonAdvice, Reason
from journal.advice.index import AdviceIndex
from journal.advice.known_days import reach_by_as_known
from journal.advice.list_sections import shown_this_week
from journal.advice.preferences_asked import known_wishes
from journal.advice.recommendations import why_not_listed
from journal.advice.relationship import Relationship
from journal.advice.settling import settling_line
from journal.advice.shell_lines import (
    ShellLine,
    lines_to_confirm,
    lines_to_settle,
)
from journal.advice.talking_points import talking_points
from journal.advice.time_zones import is_quiet, their_time
from journal.cli.output import clean, left_and_right, styled, wrap
from journal.library import Journal
from journal.notes.records import Person, Touchpoint
from journal.wording.dates import (
    day_with_weekday,
    distance,
    known_day,
    long_date,
    partial_day,
    weekday_name,
)
from journal.wording.labels import (
    AS_YOU_KNOW_IT,
    CHANNEL_PREFERENCES,
    SECTION_TITLES,
    TALKING_POINT_TITLES,
    TO_CONFIRM,
    TO_SETTLE,
    channel_words,
    hold_words,
    not_listed_words,
    way_words,
)

#: Sections of which the first reason has the line that writes down what was done.
_NEAR = frozenset({"overdue", "this-week"})


def reach_out_list(
    journal: Journal, advice: Advice, moment: datetime, everybody: bool = False
) -> Iterator[str]:
    """Yield the lines of the whole list; `moment` is now, on my clock.

    Of long sections only a few people, others each week, unless `everybody` was asked for.
    """
    yield styled(day_with_weekday(advice.as_of).words, bold=True)
    if not (advice.people or advice.unread or advice.to_confirm):
        yield "Nobody is waiting to hear from you."
    if advice.to_confirm:
        yield ""
        yield from confirm_lines(journal, advice)
    for section, found in groupby(advice.people, lambda each: each.section):
        people = tuple(found)
        shown = people if everybody else shown_this_week(advice, section)
        yield ""
        yield styled(SECTION_TITLES[section], bold=True)
        for each in shown:
            yield from person_lines(journal, each, moment)
        yield from _another_week([each.name for each in people if each not in shown])
    yield from _unread(advice)


def _answer(line: ShellLine) -> str:
    return _copied(f"{line.answer}: {line.command}")


def _copied(line: str) -> str:
    """Return a line that is to be copied: whole, however long it is."""
    return styled(f"      {clean(line)}", dim=True)


def confirm_lines(journal: Journal, advice: Advice) -> Iterator[str]:
    """Yield what was planned for a day that has passed, and what to write of it."""
    if advice.to_confirm:
        yield styled(TO_CONFIRM, bold=True)
    for note_id in advice.to_confirm:
        note = journal.notes[note_id]
        assert isinstance(note, Touchpoint)
        yield left_and_right(f"  {clean(note.title)}", f"planned for {long_date(note.date)}")
        for line in lines_to_confirm(journal, note):
            yield _answer(line)


def _another_week(names: Sequence[str]) -> Iterator[str]:
    if names:
        yield from wrap(clean(f"Another week: {', '.join(names)}."), "  ")


def _unread(advice: Advice) -> Iterator[str]:
    if advice.unread:
        yield ""
        yield styled("Cannot be read", bold=True)
    for note in advice.unread:
        yield f"  {clean(note.name)}"
        yield f"    {note.location}"


def person_lines(
    journal: Journal, advice: PersonAdvice, moment: datetime, *, every_line: bool = False
) -> Iterator[str]:
    """Yield the lines about one person: until when, how, why, and what moved the day.

    With what to write down afterwards: of the first reason where its day is near, or of each.
    """
    person = journal.person(advice.person)
    assert person, advice.person
    yield left_and_right(f"  {clean(advice.name)}", _by(journal, advice))
    yield from wrap(clean(_how(journal, advice, person, moment)), "    ")
    near = advice.reasons[:1] if advice.section in _NEAR else ()
    with_line = advice.reasons if every_line else near
    for reason in advice.reasons:
        if not reason.stale:
            yield from _reason_lines(journal, advice, reason, reason in with_line)
    if advice.hold:
        yield from wrap(clean(hold_words(advice.hold.kind, advice.hold.until)), "    ")
    for reason in advice.reasons:
        if reason.stale:
            yield from _reason_lines(journal, advice, reason, reason in with_line)


def _reason_lines(
    journal: Journal, advice: PersonAdvice, reason: Reason, with_line: bool
) -> Iterator[str]:
    """Yield a reason, and the line that writes down that it was done: whole, to be copied."""
    yield from wrap(clean(f"{TO_SETTLE}: {reason.text}" if reason.stale else reason.text), "    ")
    with_line = with_line or reason.kind == "begin"
    if with_line and reason.stale:
        yield from map(_answer, lines_to_settle(journal, advice, reason))
    elif with_line and (line := settling_line(journal, advice, reason)):
        yield _copied(line)


def _by(journal: Journal, advice: PersonAdvice) -> str:
    by = reach_by_as_known(journal, advice)
    return f"by {known_day(by).words}, {distance(by.first, journal.today)}" if by else ""


def _how(journal: Journal, advice: PersonAdvice, person: Person, moment: datetime) -> str:
    """Return the channel, the phase and their local time in one line."""
    by = way_words(advice.channel, advice.then) or "no channel known"
    return " · ".join(filter(None, (by, advice.phase, their_clock(journal, person, moment))))


def their_clock(journal: Journal, person: Person, moment: datetime) -> str:
    """Return what their clock shows, and whether those are quiet hours; empty if unknown."""
    there = their_time(person, moment)
    if there is None:
        return ""
    quiet = ", quiet hours" if is_quiet(journal.settings, person, moment) else ""
    day = f" {weekday_name(there)}" if there.date() != moment.date() else ""
    return f"there it is {there:%H:%M}{day}{quiet}"


def listed_person(journal: Journal, advice: PersonAdvice, moment: datetime) -> Iterator[str]:
    """Yield the lines about somebody in the list."""
    yield styled(SECTION_TITLES[advice.section], bold=True)
    yield from person_lines(journal, advice, moment, every_line=True)
    person = journal.person(advice.person)
    assert person, advice.person
    yield from _more(journal, person)


def unlisted_person(journal: Journal, person: Person, moment: datetime) -> Iterator[str]:
    """Yield the lines about somebody who is not in the list: why that is, and what is open."""
    yield styled(person.title, bold=True)
    yield from why_unlisted(journal, person)
    if person.is_dead(journal.today):
        return
    if clock := their_clock(journal, person, moment):
        yield from wrap(clean(f"{clock[0].upper()}{clock[1:]}."), "  ")
    yield from _more(journal, person)


def why_unlisted(journal: Journal, person: Person) -> Iterator[str]:
    """Yield why somebody is not in the list, and what is open all the same."""
    found = why_not_listed(AdviceIndex(journal), person)
    yield from wrap(clean(not_listed_words(found.cause, bool(found.reasons))), "  ")
    for reason in found.reasons if found.cause != "died" else ():
        text = f"{TO_SETTLE}: {reason.text}" if reason.stale else reason.text
        yield from wrap(clean(text), "    ")


def _more(journal: Journal, person: Person) -> Iterator[str]:
    relationship = Relationship(journal, person)
    yield ""
    if last := partial_day(relationship.last_contact_as_written):
        yield f"  Last contact: {last.words}"
    if wishes := _preferences(relationship):
        yield from wrap(clean(wishes), "  ")
    yield from _to_say(journal, relationship)


def _preferences(relationship: Relationship) -> str:
    """Return how they want to be reached, as far as it is known."""
    said = []
    for key, words in CHANNEL_PREFERENCES.items():
        if channels := getattr(relationship.person, key):
            said.append(f"{words}: {', '.join(map(channel_words, channels))}")
    guessed = f" ({AS_YOU_KNOW_IT})" if known_wishes(relationship).are_guessed else ""
    return "; ".join(said) + guessed


def _to_say(journal: Journal, relationship: Relationship) -> Iterator[str]:
    found = talking_points(AdviceIndex(journal), relationship)
    for key, title in TALKING_POINT_TITLES.items():
        items: tuple[str, ...] = getattr(found, key)
        if items:
            yield ""
            yield f"  {title}"
        for item in items:
            text = journal.notes[item].title if item in journal.notes else item
            yield from _bullet(text)


def _bullet(text: str) -> Iterator[str]:
    first, *rest = wrap(clean(text), "    ") or ["    "]
    yield f"  - {first[4:]}"
    yield from rest
