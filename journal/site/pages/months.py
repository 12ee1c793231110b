"""All months in a table, and one month: every touchpoint in it, day after day."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec
from markupsafe import Markup

from journal.notes.records import Touchpoint
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.site_data import SiteData
from journal.site.parts.touchpoint_entries import entries_html
from journal.wording.counts import count_of
from journal.wording.dates import MONTHS, Day, day_with_weekday_without_year, month_and_year


class DayGroup(msgspec.Struct, frozen=True):
    """The touchpoints of one day, in the order of their times."""

    day: Day
    entries: Markup


class MonthPage(msgspec.Struct, frozen=True):
    """The content of `month.html`; `before` and `after` are the months next to it."""

    title: str
    count: str
    days: tuple[DayGroup, ...]
    months: str
    before: Link | None
    after: Link | None


def month_addresses(data: SiteData) -> Iterable[str]:
    """Return the page of each month that has a touchpoint, oldest first."""
    return (f"months/{month}/" for month in data.months)


def month_view(page: PageContext) -> MonthPage:
    """Return what the page of one month shows."""
    months = list(page.data.months)
    at = months.index(page.address.split("/")[1])
    notes = page.data.months[months[at]]
    return MonthPage(
        title=month_and_year(notes[0].date),
        count=count_of(len(notes), "touchpoint"),
        days=tuple(_days(page, notes)),
        months=page.href("months/"),
        before=_neighbour(page, months[max(at - 1, 0) : at]),
        after=_neighbour(page, months[at + 1 : at + 2]),
    )


def _days(page: PageContext, notes: Iterable[Touchpoint]) -> Iterator[DayGroup]:
    for when, found in groupby(notes, key=lambda note: note.date):
        yield DayGroup(day_with_weekday_without_year(when), entries_html(page, found))


def _neighbour(page: PageContext, found: list[str]) -> Link | None:
    if not found:
        return None
    title = month_and_year(page.data.months[found[0]][0].date)
    return Link(title, page.href(f"months/{found[0]}/"))


class MonthCell(msgspec.Struct, frozen=True):
    """A month in the table; `href` is empty where nothing happened."""

    name: str
    count: str
    href: str


class YearRow(msgspec.Struct, frozen=True):
    """A row of the table: a year and its twelve months."""

    name: str
    months: tuple[MonthCell, ...]


class MonthsPage(msgspec.Struct, frozen=True):
    """The content of `months.html`, the latest year first."""

    title: str
    names: tuple[str, ...]
    years: tuple[YearRow, ...]


def view(page: PageContext) -> MonthsPage:
    """Return what the page of months shows."""
    years = sorted({month[:4] for month in page.data.months}, reverse=True)
    rows = tuple(YearRow(year, tuple(_months(page, year))) for year in years)
    return MonthsPage("Months", MONTHS, rows)


def _months(page: PageContext, year: str) -> Iterator[MonthCell]:
    for number, name in enumerate(MONTHS, start=1):
        month = f"{year}-{number:02}"
        notes = page.data.months.get(month, ())
        href = page.href(f"months/{month}/") if notes else ""
        yield MonthCell(f"{name} {year}", str(len(notes)), href)
