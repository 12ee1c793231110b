"""All months in a table, and one month: every touchpoint in it, day after day."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec
from markupsafe import Markup

from journal.notes.records import Touchpoint
from journal.site.parts.context import Sources
from journal.site.parts.page_links import Links, Named
from journal.site.parts.touchpoint_entries import entries
from journal.wording.counts import many
from journal.wording.dates import MONTHS, Day, short


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


def month_addresses(sources: Sources) -> Iterable[str]:
    """Return the page of each month that has a touchpoint, oldest first."""
    return (f"months/{month}/" for month in sources.months)


def month_view(sources: Sources, links: Links, address: str) -> MonthPage:
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


class Month(msgspec.Struct, frozen=True):
    """A cell; empty where nothing happened."""

    name: str
    count: str
    href: str


class Year(msgspec.Struct, frozen=True):
    """A row: a year, its twelve months, and how much there was in it."""

    name: str
    months: tuple[Month, ...]
    count: str


class MonthsPage(msgspec.Struct, frozen=True):
    """The context of `months.html`, the latest year first."""

    title: str
    names: tuple[str, ...]
    years: tuple[Year, ...]


def view(sources: Sources, links: Links, _: str) -> MonthsPage:
    """Return what the page of months shows."""
    years = sorted({month[:4] for month in sources.months}, reverse=True)
    return MonthsPage("Months", MONTHS, tuple(_year(sources, links, year) for year in years))


def _year(sources: Sources, links: Links, year: str) -> Year:
    months = tuple(_months(sources, links, year))
    total = sum(len(notes) for month, notes in sources.months.items() if month[:4] == year)
    return Year(year, months, many(total, "touchpoint", "touchpoints"))


def _months(sources: Sources, links: Links, year: str) -> Iterator[Month]:
    for number, name in enumerate(MONTHS, start=1):
        month = f"{year}-{number:02}"
        notes = sources.months.get(month, ())
        href = links.page(f"months/{month}/") if notes else ""
        yield Month(f"{name} {year}", str(len(notes)), href)
