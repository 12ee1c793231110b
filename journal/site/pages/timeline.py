"""The timeline: a lane for each person over the years, the chapters of my life behind them."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from journal.advice.phase_history import UNKNOWN, PhaseSpan
from journal.notes.records import Touchpoint
from journal.site.charts.lanes import FOOT, HEIGHT, MIDDLE, Lane, LaneFacts, StrokeScale, lane
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
from journal.values import PartialDate, add_days
from journal.wording.counts import count_of
from journal.wording.dates import Day, day, known_day, month_or_year, optional_day
from journal.wording.labels import ROLE_NAMES, first_role, phase_words

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
    return TimelinePage(
        title="Timeline",
        lead=_lead(page, found),
        count=len(page.data.done),
        picture=_picture(page, scale),
        axis=f"Years from {scale.first.year} to {add_days(scale.last, -1).year}; the line is today",
        chapters=tuple(_chapters(page)),
        parts=tuple(_parts(page, found, StrokeScale(scale))),
        legend=LEGEND,
    )


def _parts(
    page: PageContext, found: Sequence[PersonHistory], strokes: StrokeScale
) -> Iterator[TimelinePart]:
    rows = [
        (history, _row(page, history, strokes, f"lane-{n}")) for n, history in enumerate(found, 1)
    ]
    for title, is_kept in (("Kept in touch with", True), ("Others", False)):
        inside = tuple(row for history, row in rows if history.person.kept_in_touch == is_kept)
        if inside:
            yield TimelinePart(title, inside)


def _scale(page: PageContext, found: Sequence[PersonHistory]) -> Scale:
    today = page.today
    begins = [
        begin.first
        for history in found
        if (begin := history.phase_history.begins) and begin.first <= today
    ]
    begins += [chapter.begins.first for chapter in page.journal.settings.me.chapters]
    furthest = add_days(today, _FURTHEST)
    ahead = [planned for history in found for planned in history.planned if planned <= furthest]
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
        yield known_day(chapter.begins), chapter.name


def _lead(page: PageContext, found: Sequence[PersonHistory]) -> str:
    begun = [
        history
        for history in found
        if history.phase_history.begins and history.person.kept_in_touch
    ]
    if not begun:
        return "The people of your journal, over the years."
    people = count_of(len(found), "person")
    talks = count_of(len(page.data.done), "touchpoint")
    years = {note.date.year for note in page.data.done}
    over = f", in {len(years)} years" if len(years) > 1 else ""
    longest = begun[0]
    since = longest.phase_history.begins or PartialDate.of(page.today)
    thread = f"The longest thread is {longest.person.title}’s, from {month_or_year(since)}."
    return f"{people} and {talks}{over}. {thread}"


def _row(
    page: PageContext, history: PersonHistory, strokes: StrokeScale, anchor: str
) -> TimelineRow:
    spans = _spans(history)
    phases = ", ".join(_phase_words(history, spans))
    return TimelineRow(
        id=anchor,
        person=page.link(history.person.id),
        under=_role_and_year(history),
        lane=lane(_facts(history, spans), strokes, history.today),
        words=_words(history, phases),
        phases=phases,
        count=len(history.done),
        years=_by_year(history.done),
        first=optional_day(history.done[0].date) if history.done else None,
        last=optional_day(history.done[-1].date) if history.done else None,
    )


def _spans(history: PersonHistory) -> tuple[PhaseSpan, ...]:
    """Return the phases up to today; others than those kept in touch with have none."""
    spans = history.phase_history.spans(add_days(history.today, 1))
    if history.person.kept_in_touch or not spans:
        return spans
    return tuple(_known_spans(history, spans[0].begins))


def _known_spans(history: PersonHistory, begins: PartialDate) -> Iterator[PhaseSpan]:
    """Yield the years up to the last contact, those before the first one as not recorded."""
    if not history.done:
        return
    first, last = (PartialDate.of(history.done[at].date) for at in (0, -1))
    if begins.first < first.first:
        yield PhaseSpan(begins, first, UNKNOWN, False)
    if first.first < last.first:
        yield PhaseSpan(first, last, "known")


def _facts(history: PersonHistory, spans: tuple[PhaseSpan, ...]) -> LaneFacts:
    since = history.person.since
    return LaneFacts(
        spans=spans,
        contacts=[Contact(note.date, note.direction) for note in history.done],
        planned=history.planned,
        since=since.first if since else None,
        end=history.end,
    )


def _role_and_year(history: PersonHistory) -> str:
    role = ROLE_NAMES[first_role(history.person.roles)][0]
    return f"{role}, {history.person.since.first.year}" if history.person.since else role


def _phase_words(history: PersonHistory, spans: tuple[PhaseSpan, ...]) -> Iterator[str]:
    if history.person.kept_in_touch:
        for span in spans:
            phase = phase_words(span.phase, span.is_recorded)
            yield f"{phase} from {month_or_year(span.begins)}"
    yield from filter(None, [history.end_words])


def _words(history: PersonHistory, phases: str) -> str:
    done = history.done
    contacts = count_of(len(done), "touchpoint") if done else "no touchpoint yet"
    if done:
        first, last = day(done[0].date).words, day(done[-1].date).words
        contacts += f", on {first}" if len(done) == 1 else f" from {first} to {last}"
    ahead = f"{len(history.planned)} planned" if history.planned else ""
    return "; ".join(filter(None, [phases, contacts, ahead])) + "."
