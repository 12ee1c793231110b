"""One year: its days at a glance, what went on in it, and every touchpoint as a line."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

import msgspec

from journal.notes.records import Touchpoint
from journal.site.charts import calendar_grid as weeks
from journal.site.pages.months import month_name
from journal.site.parts.context import Sources
from journal.site.parts.page_links import Links, Named
from journal.site.parts.year_review import Told, review
from journal.wording.counts import many
from journal.wording.dates import MONTHS, Day, day, short
from journal.wording.labels import channel_words

_SHADES = 4


class Cell(msgspec.Struct, frozen=True):
    """A day: `text` is how many touchpoints it has, `p` for planned ones, empty for none."""

    text: str = ""
    name: str = ""
    href: str = ""
    shade: int = 0


class Week(msgspec.Struct, frozen=True):
    """A row: the number of the week, the day it begins with, its days; None: of another year."""

    name: str
    begins: Day
    cells: tuple[Cell | None, ...]


class Quarter(msgspec.Struct, frozen=True):
    """Three months, in weeks."""

    title: str
    weeks: tuple[Week, ...]


class Line(msgspec.Struct, frozen=True):
    """A touchpoint in one line; `state` is empty for what took place."""

    day: Day
    note: Named
    people: str
    channel: str
    state: str


class Month(msgspec.Struct, frozen=True):
    """The touchpoints of a month, and the page where they stand in full."""

    month: Named
    lines: tuple[Line, ...]


class YearPage(msgspec.Struct, frozen=True):
    """The context of `year.html`; `review` is empty where there is nothing to tell."""

    title: str
    lead: str
    before: Named | None
    after: Named | None
    quarters: tuple[Quarter, ...]
    review: tuple[Told, ...]
    months: tuple[Month, ...]


def addresses(sources: Sources) -> Iterable[str]:
    """Return the page of this year, then of every other year with a touchpoint, latest first."""
    others = sorted(_years(sources) - {sources.today.year}, reverse=True)
    return (f"years/{year}/" for year in (sources.today.year, *others))


def _years(sources: Sources) -> set[int]:
    return {int(month[:4]) for month in sources.months} | {sources.today.year}


def view(sources: Sources, links: Links, address: str) -> YearPage:
    """Return what the page of one year shows."""
    year = int(address.split("/")[1])
    years = sorted(_years(sources))
    at = years.index(year)
    notes = [n for month, found in sources.months.items() if int(month[:4]) == year for n in found]
    return YearPage(
        title=str(year),
        lead=_lead(sources, notes),
        before=_beside(links, years[max(at - 1, 0) : at]),
        after=_beside(links, years[at + 1 : at + 2]),
        quarters=tuple(_quarters(sources, links, year, notes)),
        review=tuple(review(sources, links, year)),
        months=tuple(_months(sources, links, notes)),
    )


def _beside(links: Links, found: list[int]) -> Named | None:
    return Named(str(found[0]), links.page(f"years/{found[0]}/")) if found else None


def _lead(sources: Sources, notes: list[Touchpoint]) -> str:
    done = [note for note in notes if note.is_done(sources.today)]
    if not done:
        return f"Nothing of this year {'has taken place' if notes else 'is written down'} yet."
    people = {person for note in done for person in sources.journal.refs(note, "people")}
    touchpoints = many(len(done), "touchpoint", "touchpoints")
    return f"{touchpoints} with {many(len(people), 'person', 'people')}."


def _quarters(
    sources: Sources, links: Links, year: int, notes: list[Touchpoint]
) -> Iterator[Quarter]:
    by_day: dict[date, list[Touchpoint]] = defaultdict(list)
    for note in notes:
        if note.state != "cancelled":
            by_day[note.date].append(note)
    for number, part in enumerate(weeks.quarters(year)):
        title = f"{MONTHS[number * 3]} to {MONTHS[number * 3 + 2]}"
        yield Quarter(title, tuple(_week(sources, links, by_day, week) for week in part))


def _week(
    sources: Sources, links: Links, by_day: Mapping[date, list[Touchpoint]], week: weeks.Week
) -> Week:
    begins = next(filter(None, week.days))
    cells = (_cell(sources, links, by_day.get(d, ())) if d else None for d in week.days)
    return Week(f"week {week.number}", Day(begins.isoformat(), _short(begins)), tuple(cells))


def _short(when: date) -> str:
    return f"{when.day} {when:%b}"


def _cell(sources: Sources, links: Links, notes: Sequence[Touchpoint]) -> Cell:
    if not notes:
        return Cell()
    href, when = links.note(notes[0].id), day(notes[0].date).words
    done = sum(note.is_done(sources.today) for note in notes)
    if not done:
        return Cell("p", f"planned on {when}", href)
    name = f"{many(done, 'touchpoint', 'touchpoints')} on {when}"
    return Cell(str(done), name, href, min(done, _SHADES))


def _months(sources: Sources, links: Links, notes: list[Touchpoint]) -> Iterator[Month]:
    for month, found in groupby(notes, key=lambda note: note.date.isoformat()[:7]):
        of_month = list(found)
        title = Named(month_name(of_month[0]), links.page(f"months/{month}/"))
        yield Month(title, tuple(_line(sources, links, note) for note in of_month))


def _line(sources: Sources, links: Links, note: Touchpoint) -> Line:
    done = note.is_done(sources.today)
    return Line(
        day=short(note.date),
        note=links.named(note.id),
        people=", ".join(links.named(who).text for who in sources.journal.refs(note, "people")),
        channel=channel_words(note.channel),
        state="" if done else "cancelled" if note.state == "cancelled" else "planned",
    )
