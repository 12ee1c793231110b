"""What a commit of the journal says: contacts first, then notes, then whatever else changed."""

from collections.abc import Sequence
from datetime import date

from journal.wording.counts import first_and_more
from journal.wording.dates import short_day, short_day_without_year
from journal.wording.labels import contact_noun

#: The message of the commit that `journal init` makes.
FIRST_COMMIT = "The journal begins"
_SUBJECT = 72  # characters that every program shows of a commit's first line
_MOST = 4  # names after one heading
_WAYS = {"in": " from them", "out": "", "both": ""}


def contact_said(channel: str, direction: str, told: Sequence[str], when: str) -> str:
    """Return a contact like `email, 24 Nov, told of “The paper is out”`."""
    noun = contact_noun(channel)
    way = f"{noun[:1].lower()}{noun[1:]}{_WAYS[direction]}"
    titles = [f"“{title}”" for title in told]
    said = f", told of {first_and_more(titles, _MOST)}" if titles else ""
    return f"{way}{when}{said}"


def on_day(day: date, today: date, state: str) -> str:
    """Return when a contact was, or is to be, like `, 24 Nov` or ` planned for 3 Dec`."""
    words = (short_day_without_year if day.year == today.year else short_day)(day).words
    if state == "cancelled":
        return f" on {words} cancelled"
    return f" planned for {words}" if state == "planned" else f", {words}"


def listed(heading: str, names: Sequence[str]) -> str:
    """Return names after a heading, like `New: Zoë Lindqvist`."""
    return f"{heading}: {first_and_more(names, _MOST)}"


def commit_message(parts: Sequence[str]) -> str:
    """Return all that changed: in one line if it fits, else in a line each below the first."""
    whole = ". ".join(parts)
    if len(whole) <= _SUBJECT or len(parts) == 1:
        return whole
    for count in range(len(parts) - 1, 0, -1):
        subject = f"{'. '.join(parts[:count])}, and more"
        if len(subject) <= _SUBJECT:
            break
    else:
        subject = f"{parts[0][: _SUBJECT - 1].rpartition(' ')[0]}…"
    return "\n".join((subject, "", *parts))
