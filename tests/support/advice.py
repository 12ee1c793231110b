"""One mentor, p, a few notes, and what is advised about them."""

from datetime import date

from journal.advice import PersonAdvice
from tests.support.findings import note
from tests.support.journal import TODAY, Files, Writer

#: An old acquaintance whose wishes are known, so that nothing but the cadence speaks.
KNOWN = ("since: 2015-03-01", "prefers: email", "phase: waiting")
PERSON = "mentors/p"


def mentor(*lines: str) -> Files:
    """Return the note of p, well known, with `lines` added; a key given again replaces its own."""
    given = {line.partition(":")[0] for line in lines}
    kept = [line for line in KNOWN if line.partition(":")[0] not in given]
    return {PERSON: note(*kept, *lines)}


def stranger(*lines: str) -> Files:
    """Return the note of p with `lines` and nothing else, but that they were asked."""
    return {PERSON: note("prefers: email", *lines)}


def met(day: str, *lines: str, body: str = "") -> Files:
    """Return an e-mail to p on `day`; a key in `lines` replaces its own."""
    given = {line.partition(":")[0] for line in lines}
    own = [line for line in ("people: p", "channel: email") if line.partition(":")[0] not in given]
    name = "-".join(("note", *(line.partition(":")[2].strip()[:12] for line in lines)))
    safe = "".join(c if c.isalnum() else "-" for c in name)
    return {f"touchpoints/{day} {safe}": note(*own, *lines, body=body)}


def advised(notes: Writer, *files: Files, today: date = TODAY) -> PersonAdvice:
    """Write `files` and return what is advised about p, who is in the list."""
    found = maybe(notes, *files, today=today)
    assert found, "p is not in the list"
    return found


def maybe(notes: Writer, *files: Files, today: date = TODAY) -> PersonAdvice | None:
    """Write `files` and return what is advised about p, if they are in the list."""
    for each in files:
        notes.write(each)
    return notes.advice(today).of(PERSON)


def days(advice: PersonAdvice | None, kind: str) -> list[str | None]:
    """Return the day of each reason of `kind`, as text."""
    reasons = advice.reasons if advice else ()
    return [str(r.by) if r.by else None for r in reasons if r.kind == kind]


def kinds(advice: PersonAdvice | None) -> list[str]:
    """Return the kind of each reason, in order."""
    return [r.kind for r in advice.reasons] if advice else []


def about(advice: PersonAdvice, kind: str) -> list[str]:
    """Return the notes behind the reasons of `kind`."""
    return [note for r in advice.reasons if r.kind == kind for note in r.notes]


def day(text: str) -> date:
    """Return a day written as YYYY-MM-DD."""
    return date.fromisoformat(text)
