"""Everybody's contacts by quarter, the latest quarter first."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from journal.notes.records import Touchpoint
from journal.site.charts.calendar_grid import Quarter, quarter_of, quarters_back_from
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.person_histories import PersonHistory
from journal.wording.labels import channel_words

_MOST = 40  # years
_MOST_CELLS = 6_000  # more would make a page that is slow to open
#: channel -> its letter; no two share one
LETTERS: Mapping[str, str] = {
    "email": "E", "text": "T", "call": "C", "video": "V", "letter": "L", "in-person": "P",
    "chat": "H", "social": "S", "event": "N", "other": "X",
}  # fmt: skip
_QUIET = "·"
_SHADES = 4


class QuarterCell(msgspec.Struct, frozen=True):
    """A quarter with one person: a count (empty: none), the letter of a channel, or a dot."""

    count: str
    letter: str
    shade: int


class QuarterRow(msgspec.Struct, frozen=True):
    """A person; the cells stand in the order of the quarters."""

    person: Link
    cells: tuple[QuarterCell, ...]


class QuarterYear(msgspec.Struct, frozen=True):
    """A year over its quarters in the table; `page` links to the year."""

    page: Link
    quarters: tuple[str, ...]


class ChannelLetter(msgspec.Struct, frozen=True):
    """A letter and the channel that it stands for."""

    letter: str
    channel: str


class QuartersPage(msgspec.Struct, frozen=True):
    """The content of `quarters.html`."""

    title: str
    years: tuple[QuarterYear, ...]
    rows: tuple[QuarterRow, ...]
    letters: tuple[ChannelLetter, ...]
    earlier: str


def view(page: PageContext) -> QuartersPage:
    """Return what the page of quarters shows: people kept in touch with, or talked to."""
    everybody = page.data.person_histories
    found = [one for one in everybody if one.person.kept_in_touch or one.done]
    quarters = _quarters(page, found)
    rows = tuple(QuarterRow(page.link(one.person.id), _cells(one, quarters)) for one in found)
    return QuartersPage(
        title="Quarters",
        years=_years(page, quarters, {int(month[:4]) for month in page.data.months}),
        rows=rows,
        letters=tuple(_letters(rows)),
        earlier=_earlier(page, found, quarters),
    )


def _letters(rows: Sequence[QuarterRow]) -> Iterator[ChannelLetter]:
    """Yield the letters that are in the table."""
    used = {cell.letter for row in rows for cell in row.cells}
    for channel, letter in LETTERS.items():
        if letter in used:
            yield ChannelLetter(letter, channel_words(channel))


def _earlier(page: PageContext, found: Sequence[PersonHistory], quarters: Sequence[Quarter]) -> str:
    """Return where to find earlier contacts, empty where the table has them all."""
    first = min((one.done[0].date for one in found if one.done), default=page.today)
    if not quarters or first >= quarters[-1].first:
        return ""
    return f"What was before {quarters[-1].year} is on the timeline."


def _quarters(page: PageContext, found: Sequence[PersonHistory]) -> tuple[Quarter, ...]:
    if not found:
        return ()
    begins = [begin.first for history in found if (begin := history.phase_history.begins)]
    most = max(min(_MOST, _MOST_CELLS // (4 * len(found))), 1)
    return quarters_back_from(page.today, min([*begins, page.today]), most)


def _years(
    page: PageContext, quarters: Sequence[Quarter], noted: set[int]
) -> tuple[QuarterYear, ...]:
    return tuple(
        QuarterYear(
            Link(str(year), page.href(f"years/{year}/") if year in noted else ""),
            tuple(f"Q{quarter.number}" for quarter in found),
        )
        for year, found in groupby(quarters, key=lambda quarter: quarter.year)
    )


def _cells(history: PersonHistory, quarters: Sequence[Quarter]) -> tuple[QuarterCell, ...]:
    by_quarter: dict[Quarter, list[Touchpoint]] = defaultdict(list)
    for note in history.done:
        by_quarter[quarter_of(note.date)].append(note)
    return tuple(_cell(history, quarter, by_quarter.get(quarter, [])) for quarter in quarters)


def _cell(history: PersonHistory, quarter: Quarter, notes: Sequence[Touchpoint]) -> QuarterCell:
    if not notes:
        missed = history.phase_history.was_due(quarter.first, min(quarter.last, history.today))
        return QuarterCell("", _QUIET if missed else "", 0)
    channels = Counter(note.channel for note in notes)
    ((channel, _),) = channels.most_common(1)
    return QuarterCell(str(len(notes)), LETTERS.get(channel, "X"), min(len(notes), _SHADES))
