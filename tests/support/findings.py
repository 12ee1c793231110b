"""Short notes to check, and what was found in them."""

from datetime import date

from journal.checks import check
from tests.support.journal import TODAY, Writer

WISHES = ("since: 2015", "prefers: email")


def note(*lines: str, body: str = "") -> str:
    """Return a note with these lines of front matter; the first is line 2 of the file."""
    return "\n".join(("---", *lines, "---", body))


def person(*lines: str) -> str:
    """Return a mentor whose wishes are known; `lines` begin on line 4."""
    return note(*WISHES, *lines)


def contact(*lines: str, body: str = "") -> str:
    """Return a touchpoint with p; `lines` begin on line 3."""
    return note("people: p", *lines, body=body)


def lines(notes: Writer, code: str, path: str = "", today: date = TODAY) -> list[int]:
    """Return the line of every finding with that code, in notes whose path ends with `path`."""
    found = check(notes.journal(today))
    return [f.line for f in found if f.code == code and f.path.endswith(path)]


def messages(notes: Writer, code: str) -> list[str]:
    """Return what every finding with that code says."""
    return [f"{f.message} ({f.hint})" for f in check(notes.journal()) if f.code == code]
