"""The calendar as other programs read it (iCalendar, RFC 5545)."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from icalendar import Parameters, vText
from icalendar.parser import Contentline

from journal.feeds.advice_events import agreements, follow_ups, reach_outs
from journal.feeds.anonymise import Anonymiser
from journal.feeds.calendar_event import Event
from journal.feeds.note_events import opportunities, planned, promises, trips
from journal.feeds.serialise import harmless
from journal.feeds.source import FeedSource
from journal.feeds.yearly_events import anniversaries, birthdays, holidays
from journal.values import add_days

_EACH: tuple[Callable[[FeedSource, Anonymiser], Iterator[Event]], ...] = (
    reach_outs, follow_ups, agreements, planned, promises, opportunities, trips,
    birthdays, anniversaries, holidays,
)  # fmt: skip
#: Where no name may stand, the journal's title may not, either.
_NAMELESS = "Mentoring"
_HEAD = (
    b"BEGIN:VCALENDAR", b"VERSION:2.0", b"PRODID:-//The mentoring journal//Reminders//EN",
    b"CALSCALE:GREGORIAN", b"REFRESH-INTERVAL;VALUE=DURATION:PT12H", b"X-PUBLISHED-TTL:PT12H",
)  # fmt: skip
_NO_PARAMETERS = Parameters()


def calendar(source: FeedSource) -> bytes:
    """Return every reminder as an event of whole days: UTF-8, lines of 75 bytes at most, CRLF."""
    anonymiser = Anonymiser(source.journal.settings.calendar_names)
    events = sorted((e for each in _EACH for e in each(source, anonymiser)), key=_order)
    title = anonymiser.typed(source.journal.settings.title, _NAMELESS)
    lines = [*_HEAD, _text("NAME", title), _text("X-WR-CALNAME", title)]
    for event in events:
        lines += _lines(event)
    return b"\r\n".join([*lines, b"END:VCALENDAR", b""])


def _order(event: Event) -> tuple[str, str]:
    return (event.first.isoformat(), event.uid)


def _lines(event: Event) -> Iterable[bytes]:
    """Yield the lines of one event.

    The library's `Event` takes five times as long for the same bytes; escaping and folding are
    still its work.
    """
    yield b"BEGIN:VEVENT"
    yield b"UID:" + event.uid.encode()
    yield b"DTSTAMP:" + _day(event.stamp) + b"T000000Z"
    yield b"DTSTART;VALUE=DATE:" + _day(event.first)
    last = event.last or event.first
    if (end := add_days(last, 1)) > last:
        yield b"DTEND;VALUE=DATE:" + _day(end)
    if event.rule:
        yield b"RRULE:" + event.rule.encode()
    yield _text("SUMMARY", event.summary)
    if details := "\n".join(filter(None, event.details)):
        yield _text("DESCRIPTION", details)
    yield b"CATEGORIES:Mentoring," + event.category.encode()
    yield b"CLASS:PRIVATE"
    yield b"TRANSP:TRANSPARENT"
    yield b"STATUS:" + (b"TENTATIVE" if event.tentative else b"CONFIRMED")
    yield b"END:VEVENT"


def _day(day: date) -> bytes:
    return day.isoformat().replace("-", "").encode()


def _text(name: str, value: str) -> bytes:
    line: bytes = Contentline.from_parts(name, _NO_PARAMETERS, vText(harmless(value))).to_ical()
    return line
