"""The verbs about a person: put off, paused, another phase, the mentoring's end."""

from datetime import date
from pathlib import Path

from journal.advice.relationship import Relationship
from journal.errors import Refused
from journal.library import Journal
from journal.notes.kinds import KINDS
from journal.notes.records import Person
from journal.wording.dates import long_date
from journal.writing.compose import checked_value
from journal.writing.note_edit import AskedChange, adding, dropping, edited, setting
from journal.writing.spoken_days import read_day

_KEYS = KINDS["person"].keys


def snooze(root: Path, journal: Journal, person: Person, until: str) -> AskedChange:
    """Suggest nothing for a person before a day, said as a day or a length of time."""
    day = read_day(until, journal.today, ahead=True)
    if day <= journal.today:
        raise Refused(f"{long_date(day)} is not ahead: name a day that is to come.")
    said = f"{person.title}: snoozed until {long_date(day)}."
    return AskedChange(said, (edited(root, person, setting("snooze_until", day.isoformat())),))


def unsnooze(root: Path, person: Person) -> AskedChange:
    """Take a person up again who was put off."""
    change = edited(root, person, dropping("snooze_until"))
    if change.after == change.before:
        return AskedChange(f"{person.title} is not snoozed.")
    return AskedChange(f"{person.title} is not snoozed any more.", (change,))


def pause(root: Path, person: Person) -> AskedChange:
    """Stop all suggestions for a person."""
    if person.paused:
        return AskedChange(f"{person.title} is paused already.")
    said = f"{person.title}: paused until you take that back."
    return AskedChange(said, (edited(root, person, setting("paused", "true")),))


def unpause(root: Path, person: Person) -> AskedChange:
    """Suggest a person again."""
    change = edited(root, person, dropping("paused"))
    if change.after == change.before:
        return AskedChange(f"{person.title} is not paused.")
    return AskedChange(f"{person.title} is not paused any more.", (change,))


def begin_phase(
    root: Path, journal: Journal, person: Person, phase: str, since: date
) -> AskedChange:
    """Add a line to `phases`; a `phase` beside them follows. Raises Refused."""
    word = str(checked_value(_KEYS["phase"], [phase]))
    if since > journal.today:
        raise Refused(f"{long_date(since)} is ahead: name the day on which it began.")
    if person.until and person.until.first <= journal.today and word != "ended":
        line = person.position("until")[0]
        raise Refused(
            f"{person.title}'s note says on line {line} that the mentoring ended "
            f"(until {person.until}): take that line out first."
        )
    last = person.phases[-1] if person.phases else None
    if last and last.phase == word and person.phase in ("", word):
        return AskedChange(f"{person.title}: {word} since {last.since} already.")
    edits = [adding("phases", f"{since.isoformat()} {word}")]
    if person.phase not in ("", word):
        edits.append(setting("phase", word))
    said = f"{person.title}: {word} from {long_date(since)} on."
    return AskedChange(said, (edited(root, person, *edits),))


def end(root: Path, journal: Journal, person: Person, day: date) -> AskedChange:
    """Write down on which day the mentoring ended. Raises Refused."""
    if day > journal.today:
        raise Refused(f"{long_date(day)} is ahead: name the day on which it ended.")
    if person.until and Relationship(journal, person).phase == "ended":
        return AskedChange(f"The mentoring with {person.title} ended already ({person.until}).")
    said = f"The mentoring with {person.title} ended on {long_date(day)}; the page stays."
    return AskedChange(said, (edited(root, person, setting("until", day.isoformat())),))
