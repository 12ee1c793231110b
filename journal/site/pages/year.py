"""The page of a year: its days in a grid, a review, and every touchpoint in a line."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

import msgspec

from journal.notes.records import Touchpoint
from journal.site.charts.calendar_grid import IsoWeek, weeks_by_quarter
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.site_data import SiteData
from journal.site.parts.year_review import ReviewPart, review
from journal.wording.counts import count_of
from journal.wording.dates import (
    MONTHS,
    WEEKDAYS,
    Day,
    day,
    day_without_year,
    month_and_year,
    short_day_without_year,
)
from journal.wording.labels import channel_words

_SHADES = 4


class DayCell(msgspec.Struct, frozen=True):
    """A day: `text` is how many touchpoints it has, `p` for planned ones, empty for none."""

    text: str = ""
    name: str = ""
    href: str = ""
    shade: int = 0


class WeekRow(msgspec.Struct, frozen=True):
    """A row: the number of the week, the day it begins with, its days; None: of another year."""

    name: str
    begins: Day
    cells: tuple[DayCell | None, ...]


class QuarterGrid(msgspec.Struct, frozen=True):
    """Three months, in weeks."""

    title: str
    weeks: tuple[WeekRow, ...]


class TouchpointLine(msgspec.Struct, frozen=True):
    """A touchpoint in one line; `state` is empty for what took place."""

    day: Day
    note: Link
    people: str
    channel: str
    state: str


class MonthLines(msgspec.Struct, frozen=True):
    """The touchpoints of a month, and the page where they stand in full."""

    month: Link
    lines: tuple[TouchpointLine, ...]


class YearPage(msgspec.Struct, frozen=True):
    """The content of `year.html`; `review` is empty where there is nothing to tell."""

    title: str
    lead: str
    before: Link | None
    after: Link | None
    weekdays: tuple[str, ...]
    quarters: tuple[QuarterGrid, ...]
    review: tuple[ReviewPart, ...]
    months: tuple[MonthLines, ...]


def addresses(data: SiteData) -> Iterable[str]:
    """Return the page of this year, then of every other year with a touchpoint, latest first."""
    others = sorted(_years(data) - {data.today.year}, reverse=True)
    return (f"years/{year}/" for year in (data.today.year, *others))


def _years(data: SiteData) -> set[int]:
    return {int(month[:4]) for month in data.months} | {data.today.year}


def view(page: PageContext) -> YearPage:
    """Return what the page of one year shows."""
    year = int(page.address.split("/")[1])
    years = sorted(_years(page.data))
    at = years.index(year)
    notes = [note for note in page.journal.touchpoints if note.date.year == year]
    return YearPage(
        title=str(year),
        lead=_lead(page, notes),
        before=_neighbour(page, years[max(at - 1, 0) : at]),
        after=_neighbour(page, years[at + 1 : at + 2]),
        weekdays=WEEKDAYS,
        quarters=tuple(_quarters(page, year, notes)),
        review=tuple(review(page, year)),
        months=tuple(_months(page, notes)),
    )


def _neighbour(page: PageContext, found: list[int]) -> Link | None:
    return Link(str(found[0]), page.href(f"years/{found[0]}/")) if found else None


def _lead(page: PageContext, notes: list[Touchpoint]) -> str:
    done = [note for note in notes if note.is_done(page.today)]
    if not done:
        return f"Nothing of this year {'has taken place' if notes else 'is written down'} yet."
    people = {person for note in done for person in page.journal.refs(note, "people")}
    touchpoints = count_of(len(done), "touchpoint")
    return f"{touchpoints} with {count_of(len(people), 'person')}."


def _quarters(page: PageContext, year: int, notes: list[Touchpoint]) -> Iterator[QuarterGrid]:
    by_day: dict[date, list[Touchpoint]] = defaultdict(list)
    for note in notes:
        if note.state != "cancelled":
            by_day[note.date].append(note)
    for number, part in enumerate(weeks_by_quarter(year)):
        title = f"{MONTHS[number * 3]} to {MONTHS[number * 3 + 2]}"
        yield QuarterGrid(title, tuple(_week(page, by_day, week) for week in part))


def _week(page: PageContext, by_day: Mapping[date, list[Touchpoint]], week: IsoWeek) -> WeekRow:
    begins = next(filter(None, week.days))
    cells = (_cell(page, by_day.get(d, ())) if d else None for d in week.days)
    return WeekRow(f"week {week.number}", short_day_without_year(begins), tuple(cells))


def _cell(page: PageContext, notes: Sequence[Touchpoint]) -> DayCell:
    if not notes:
        return DayCell()
    href, when = page.note_href(notes[0].id), day(notes[0].date).words
    done = sum(note.is_done(page.today) for note in notes)
    if not done:
        return DayCell("p", f"planned on {when}", href)
    name = f"{count_of(done, 'touchpoint')} on {when}"
    return DayCell(str(done), name, href, min(done, _SHADES))


def _months(page: PageContext, notes: list[Touchpoint]) -> Iterator[MonthLines]:
    for month, found in groupby(notes, key=lambda note: note.date.isoformat()[:7]):
        of_month = list(found)
        title = Link(month_and_year(of_month[0].date), page.href(f"months/{month}/"))
        yield MonthLines(title, tuple(_line(page, note) for note in of_month))


def _line(page: PageContext, note: Touchpoint) -> TouchpointLine:
    done = note.is_done(page.today)
    return TouchpointLine(
        day=day_without_year(note.date),
        note=page.link(note.id),
        people=", ".join(page.link(who).text for who in page.journal.refs(note, "people")),
        channel=channel_words(note.channel),
        state="" if done else "cancelled" if note.state == "cancelled" else "planned",
    )
