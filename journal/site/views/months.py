"""All months: a table of years and months, each with how much there was."""

from collections.abc import Iterator

import msgspec

from journal.advice.spelling import MONTHS
from journal.site.links import Links
from journal.site.sources import Sources
from journal.site.views.counting import many


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
