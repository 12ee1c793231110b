"""The list of people to reach out to, section by section, in 80 columns."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from journal.advice import Advice, PersonAdvice
from journal.advice.time_zones import is_quiet, their_time
from journal.cli.output import clean, styled
from journal.cli.wrapping import left_and_right, wrap
from journal.library import Journal
from journal.notes.records import Person
from journal.wording.channels import reached_by
from journal.wording.dates import day_with_weekday, distance, long_date, weekday_name
from journal.wording.labels import SECTION_TITLES, hold_words


def reach_out_list(journal: Journal, advice: Advice, moment: datetime) -> Iterator[str]:
    """Yield the lines of the whole list; `moment` is now, on my clock."""
    yield styled(day_with_weekday(advice.as_of).words, bold=True)
    if not advice.people and not advice.unread:
        yield "Nobody is waiting to hear from you."
    for section, found in groupby(advice.people, lambda each: each.section):
        yield ""
        yield styled(SECTION_TITLES[section], bold=True)
        for each in found:
            yield from person_lines(journal, each, moment)
    if advice.unread:
        yield ""
        yield styled("Cannot be read", bold=True)
    for note in advice.unread:
        yield f"  {clean(note.name)}"
        yield f"    {note.location}"


def person_lines(journal: Journal, advice: PersonAdvice, moment: datetime) -> Iterator[str]:
    """Yield the lines about one person: until when, how, why, and what moved the day."""
    person = journal.person(advice.person)
    assert person, advice.person
    by = f"by {long_date(advice.reach_by)}, {distance(advice.reach_by, journal.today)}"
    yield left_and_right(f"  {clean(advice.name)}", by)
    yield from wrap(clean(_how(journal, advice, person, moment)), "    ")
    for reason in advice.reasons:
        yield from wrap(clean(reason.text), "    ")
    if advice.hold:
        yield from wrap(clean(hold_words(advice.hold.kind, advice.hold.until)), "    ")


def _how(journal: Journal, advice: PersonAdvice, person: Person, moment: datetime) -> str:
    """Return the channel, the phase and their local time in one line."""
    by = reached_by(advice.channel) or "no channel known"
    return " · ".join(filter(None, (by, advice.phase, their_clock(journal, person, moment))))


def their_clock(journal: Journal, person: Person, moment: datetime) -> str:
    """Return what their clock shows, and whether those are quiet hours; empty if unknown."""
    there = their_time(person, moment)
    if there is None:
        return ""
    quiet = ", quiet hours" if is_quiet(journal.settings, person, moment) else ""
    day = f" {weekday_name(there)}" if there.date() != moment.date() else ""
    return f"there it is {there:%H:%M}{day}{quiet}"
