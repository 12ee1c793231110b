"""One month: every touchpoint in it, day after day."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec
from markupsafe import Markup

from journal.advice.spelling import MONTHS
from journal.notes.records import Touchpoint
from journal.site.links import Links, Named
from journal.site.sources import Sources
from journal.site.views.counting import many
from journal.site.views.days import Day, short
from journal.site.views.touchpoints import entries


class DayGroup(msgspec.Struct, frozen=True):
    """The touchpoints of one day, in the order of their times."""

    day: Day
    entries: Markup


class MonthPage(msgspec.Struct, frozen=True):
    """The context of `month.html`; `before` and `after` are the months next to it."""

    title: str
    count: str
    days: tuple[DayGroup, ...]
    months: str
    before: Named | None
    after: Named | None


def addresses(sources: Sources) -> Iterable[str]:
    """Return the page of each month that has a touchpoint, oldest first."""
    return (f"months/{month}/" for month in sources.months)


def view(sources: Sources, links: Links, address: str) -> MonthPage:
    """Return what the page of one month shows."""
    months = list(sources.months)
    at = months.index(address.split("/")[1])
    notes = sources.months[months[at]]
    return MonthPage(
        title=month_name(notes[0]),
        count=many(len(notes), "touchpoint", "touchpoints"),
        days=tuple(_days(sources, links, notes)),
        months=links.page("months/"),
        before=_beside(sources, links, months[max(at - 1, 0) : at]),
        after=_beside(sources, links, months[at + 1 : at + 2]),
    )


def _days(sources: Sources, links: Links, notes: Iterable[Touchpoint]) -> Iterator[DayGroup]:
    for when, found in groupby(notes, key=lambda note: note.date):
        day = Day(when.isoformat(), f"{when:%A}, {short(when).words}")
        yield DayGroup(day, entries(sources, links, found))


def _beside(sources: Sources, links: Links, found: list[str]) -> Named | None:
    if not found:
        return None
    return Named(month_name(sources.months[found[0]][0]), links.page(f"months/{found[0]}/"))


def month_name(note: Touchpoint) -> str:
    """Return the month of a touchpoint, like `March 2025`."""
    return f"{MONTHS[note.date.month - 1]} {note.date.year}"
