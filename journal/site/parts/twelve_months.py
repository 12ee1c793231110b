"""The last twelve months: who was in touch with whom, week by week, as a picture and a table."""

from collections.abc import Sequence

import msgspec

from journal.notes.records import Touchpoint
from journal.site.charts.week_strip import WEEKS, WeekStrip, counted_weeks, week_strip
from journal.site.parts.page_context import PageContext
from journal.values import add_days
from journal.wording.counts import many
from journal.wording.dates import Day, short_day

_SAID = (("out", "from you"), ("both", "together"), ("in", "from them"))


class WeekRow(msgspec.Struct, frozen=True):
    """A week in which there was something, and how much."""

    monday: Day
    out: int
    both: int
    into: int


class TwelveMonths(msgspec.Struct, frozen=True):
    """The picture, what it says in a sentence, and the same in rows, the latest first."""

    strip: WeekStrip
    said: str
    each: str
    rows: tuple[WeekRow, ...]


def twelve_months(page: PageContext) -> TwelveMonths | None:
    """Return the last twelve months, or None if there was no contact in them."""
    last = page.today
    first = add_days(last, -last.weekday() - 7 * (WEEKS - 1))
    notes = page.data.done_between(first, last)
    if not notes:
        return None
    found = counted_weeks([(note.date, note.direction) for note in notes], last)
    drawn = week_strip(found)
    rows = (WeekRow(short_day(w.monday), w.out, w.both, w.into) for w in reversed(found) if w.total)
    each = f"One mark stands for up to {drawn.each} contacts." if drawn.each > 1 else ""
    return TwelveMonths(drawn, _said(page, notes), each, tuple(rows))


def _said(page: PageContext, notes: Sequence[Touchpoint]) -> str:
    people = {person for note in notes for person in page.journal.refs(note, "people")}
    ways = [note.direction for note in notes]
    parts = (f"{ways.count(way)} {words}" for way, words in _SAID if way in ways)
    contacts = many(len(notes), "contact", "contacts")
    whom = many(len(people), "person", "people")
    return f"{contacts} with {whom}: {', '.join(parts)}."
