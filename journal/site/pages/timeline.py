"""Decades in one picture: a lane for each person, my chapters behind them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

import msgspec

from journal.advice.phase_history import PhaseSpan
from journal.notes.records import Touchpoint
from journal.site.charts.lanes import FOOT, HEIGHT, MIDDLE, Lane, LaneFacts, lane
from journal.site.charts.legend import LEGEND, LegendShape
from journal.site.charts.river import river
from journal.site.charts.scale import (
    WIDTH,
    ChapterBand,
    Contact,
    Scale,
    Tick,
    chapter_bands,
    scale_of,
    ticks,
)
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.person_histories import PersonHistory
from journal.values import add_days
from journal.wording.counts import count_of
from journal.wording.dates import Day, day, month_and_year, optional_day, partial_day
from journal.wording.labels import ROLE_NAMES, first_role

_AHEAD = 120  # days that are always shown after today
_FURTHEST = 365  # days ahead that planned touchpoints are shown for


class TimelineRow(msgspec.Struct, frozen=True):
    """A person: their lane, and the same facts in words; `id` is unique on the page."""

    id: str
    person: Link
    under: str
    lane: Lane
    words: str
    phases: str
    count: int
    years: str
    first: Day | None
    last: Day | None


class TimelinePart(msgspec.Struct, frozen=True):
    """Those kept in touch with, or the others."""

    title: str
    rows: tuple[TimelineRow, ...]


class TimelinePicture(msgspec.Struct, frozen=True):
    """What all lanes share, in units; `rows` is how many rows of chapter names there are."""

    width: float
    height: float
    middle: float
    foot: float
    ticks: tuple[Tick, ...]
    bands: tuple[ChapterBand, ...]
    rows: int
    today: float
    river: str
    river_words: str


class TimelinePage(msgspec.Struct, frozen=True):
    """The content of `timeline.html`."""

    title: str
    lead: str
    count: int
    picture: TimelinePicture
    axis: str
    chapters: tuple[tuple[Day, str], ...]
    parts: tuple[TimelinePart, ...]
    legend: tuple[LegendShape, ...]


def view(page: PageContext) -> TimelinePage:
    """Return what the timeline shows."""
    found = page.data.person_histories
    scale = _scale(page, found)
    numbers = count(1)
    rows = [(life, _row(page, life, scale, f"lane-{next(numbers)}")) for life in found]
    kept = TimelinePart(
        "Kept in touch with", tuple(r for life, r in rows if life.person.kept_in_touch)
    )
    rest = TimelinePart("Others", tuple(r for life, r in rows if not life.person.kept_in_touch))
    return TimelinePage(
        title="Timeline",
        lead=_lead(page, found),
        count=len(page.data.done),
        picture=_picture(page, scale),
        axis=f"Years from {scale.first.year} to {add_days(scale.last, -1).year}; the line is today",
        chapters=tuple(_chapters(page)),
        parts=tuple(part for part in (kept, rest) if part.rows),
        legend=LEGEND,
    )


def _scale(page: PageContext, found: Sequence[PersonHistory]) -> Scale:
    today = page.today
    begins = [begin for life in found if (begin := life.history.begins) and begin <= today]
    begins += [chapter.begins.first for chapter in page.journal.settings.me.chapters]
    furthest = add_days(today, _FURTHEST)
    ahead = [planned for life in found for planned in life.planned if planned <= furthest]
    return scale_of(min(begins, default=today), today, max([*ahead, add_days(today, _AHEAD)]))


def _picture(page: PageContext, scale: Scale) -> TimelinePicture:
    chapters = page.journal.settings.me.chapters
    shown = chapter_bands([(chapter.begins.first, chapter.name) for chapter in chapters], scale)
    return TimelinePicture(
        width=WIDTH,
        height=HEIGHT,
        middle=MIDDLE,
        foot=FOOT,
        ticks=ticks(scale),
        bands=shown,
        rows=max((band.row + 1 for band in shown), default=0),
        today=scale.x(page.today),
        river=river([Contact(n.date, n.direction) for n in page.data.done], scale, MIDDLE, MIDDLE),
        river_words=_by_year(page.data.done),
    )


def _by_year(done: Sequence[Touchpoint]) -> str:
    years = Counter(note.date.year for note in done)
    return ", ".join(f"{year}: {number}" for year, number in years.items())


def _chapters(page: PageContext) -> Iterator[tuple[Day, str]]:
    for chapter in page.journal.settings.me.chapters:
        begins = partial_day(chapter.begins)
        if begins:
            yield begins, chapter.name


def _lead(page: PageContext, found: Sequence[PersonHistory]) -> str:
    begun = [life for life in found if life.history.begins and life.person.kept_in_touch]
    if not begun:
        return "The people of your journal, over the years."
    people = count_of(len(found), "person")
    talks = count_of(len(page.data.done), "touchpoint")
    years = {note.date.year for note in page.data.done}
    over = f", in {len(years)} years" if len(years) > 1 else ""
    longest = begun[0]
    since = month_and_year(longest.history.begins or page.today)
    thread = f"The longest thread is {longest.person.title}’s, from {since}."
    return f"{people} and {talks}{over}. {thread}"


def _row(page: PageContext, life: PersonHistory, scale: Scale, anchor: str) -> TimelineRow:
    spans = _spans(life)
    phases = ", ".join(_phase_words(life, spans))
    return TimelineRow(
        id=anchor,
        person=page.link(life.person.id),
        under=_role_and_year(life),
        lane=lane(_facts(life, spans), scale, life.today),
        words=_words(life, phases),
        phases=phases,
        count=len(life.done),
        years=_by_year(life.done),
        first=optional_day(life.done[0].date) if life.done else None,
        last=optional_day(life.done[-1].date) if life.done else None,
    )


def _spans(life: PersonHistory) -> tuple[PhaseSpan, ...]:
    """Return the phases up to today; others than those kept in touch with have none."""
    spans = life.history.spans(add_days(life.today, 1))
    if life.person.kept_in_touch or not spans:
        return spans
    last = max(life.done[-1].date, spans[0].begins) if life.done else spans[0].begins
    return (PhaseSpan(spans[0].begins, last, "known"),) if last > spans[0].begins else ()


def _facts(life: PersonHistory, spans: tuple[PhaseSpan, ...]) -> LaneFacts:
    since = life.person.since
    return LaneFacts(
        spans=spans,
        contacts=[Contact(note.date, note.direction) for note in life.done],
        planned=life.planned,
        since=since.first if since else None,
        end=life.end,
    )


def _role_and_year(life: PersonHistory) -> str:
    role = ROLE_NAMES[first_role(life.person.roles)][0]
    return f"{role}, {life.person.since.first.year}" if life.person.since else role


def _phase_words(life: PersonHistory, spans: tuple[PhaseSpan, ...]) -> Iterator[str]:
    if life.person.kept_in_touch:
        yield from (f"{span.phase} from {month_and_year(span.begins)}" for span in spans)
    yield from filter(None, [life.end_words])


def _words(life: PersonHistory, phases: str) -> str:
    done = life.done
    contacts = count_of(len(done), "touchpoint")
    if done:
        first, last = day(done[0].date).words, day(done[-1].date).words
        contacts += f", on {first}" if len(done) == 1 else f" from {first} to {last}"
    ahead = f"{len(life.planned)} planned" if life.planned else ""
    return "; ".join(filter(None, [phases, contacts, ahead])) + "."
