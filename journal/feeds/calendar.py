"""The calendar as other programs read it (iCalendar, RFC 5545)."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from zlib import crc32

from icalendar import Parameters, vText
from icalendar.parser import Contentline

from journal.characters import without_controls
from journal.feeds.advice_events import agreements, beginnings, follow_ups, reach_outs
from journal.feeds.calendar_event import Event
from journal.feeds.note_events import (
    due_promises,
    opportunities,
    planned_contacts,
    to_confirm,
    trips,
)
from journal.feeds.source import Anonymiser, FeedSource
from journal.feeds.yearly_events import anniversaries, birthdays, holidays
from journal.values import add_days

_EVENT_MAKERS: tuple[Callable[[FeedSource, Anonymiser], Iterator[Event]], ...] = (
    to_confirm, reach_outs, beginnings, follow_ups, agreements, planned_contacts, due_promises,
    opportunities, trips, birthdays, anniversaries, holidays,
)  # fmt: skip
#: Where no name may stand, the journal's title may not, either.
_NAMELESS = "Mentoring"
_HEAD = (
    b"BEGIN:VCALENDAR", b"VERSION:2.0", b"PRODID:-//The mentoring journal//Reminders//EN",
    b"CALSCALE:GREGORIAN", b"REFRESH-INTERVAL;VALUE=DURATION:PT12H", b"X-PUBLISHED-TTL:PT12H",
)  # fmt: skip
_NO_PARAMETERS = Parameters()
#: The clock of a stamp has a turn for each day on which an event may be, those before today first.
_TURN = 30  # seconds
_TURNS = 24 * 60 * 60 // _TURN
_PAST_TURNS = 365


def calendar(source: FeedSource) -> bytes:
    """Return every reminder as an event of whole days: UTF-8, lines of 75 bytes at most, CRLF."""
    anonymiser = Anonymiser(source.journal.settings.calendar_names)
    events = sorted((e for each in _EVENT_MAKERS for e in each(source, anonymiser)), key=_order)
    title = anonymiser.free_text(source.journal.settings.title, _NAMELESS)
    lines = [*_HEAD, _text_line("NAME", title), _text_line("X-WR-CALNAME", title)]
    for event in events:
        lines += _event_lines(event, source.today)
    return b"\r\n".join([*lines, b"END:VCALENDAR", b""])


def _order(event: Event) -> tuple[str, str]:
    return (event.first.isoformat(), event.uid)


def _event_lines(event: Event, today: date) -> Iterator[bytes]:
    """Yield the lines of one event.

    The library's `Event` takes five times as long for the same bytes; escaping and folding are
    still its work.
    """
    said = tuple(_what_it_says(event))
    yield b"BEGIN:VEVENT"
    yield b"UID:" + event.uid.encode()
    yield b"DTSTAMP:" + _date_value(today) + b"T" + _revision(event, said, today) + b"Z"
    yield from said
    yield b"END:VEVENT"


def _what_it_says(event: Event) -> Iterator[bytes]:
    yield b"DTSTART;VALUE=DATE:" + _date_value(event.first)
    last = event.last or event.first
    if (end := add_days(last, 1)) > last:
        yield b"DTEND;VALUE=DATE:" + _date_value(end)
    if event.rule:
        yield b"RRULE:" + event.rule.encode()
    yield _text_line("SUMMARY", event.summary)
    if details := "\n".join(filter(None, event.details)):
        yield _text_line("DESCRIPTION", details)
    yield b"CATEGORIES:Mentoring," + event.category.encode()
    yield b"CLASS:PRIVATE"
    yield b"TRANSP:TRANSPARENT"
    yield b"STATUS:" + (b"TENTATIVE" if event.tentative else b"CONFIRMED")


def _revision(event: Event, said: Iterable[bytes], today: date) -> bytes:
    """Return the clock of an event's stamp: another one when it says something else.

    A stamp tells when an event was last revised (RFC 5545, 3.8.7.2), and no more is known of that
    than the day. On one day, what was put off has the later stamp.
    """
    turn = min(max((event.first - today).days + _PAST_TURNS, 0), _TURNS - 1)
    seconds = turn * _TURN + crc32(b"\n".join(said)) % _TURN
    minutes, second = divmod(seconds, 60)
    return b"%02d%02d%02d" % (*divmod(minutes, 60), second)


def _date_value(day: date) -> bytes:
    return day.isoformat().replace("-", "").encode()


def _text_line(name: str, value: str) -> bytes:
    line: bytes = Contentline.from_parts(
        name, _NO_PARAMETERS, vText(without_controls(value))
    ).to_ical()
    return line
