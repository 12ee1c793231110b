"""The calendar as other programs read it (iCalendar, RFC 5545)."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from icalendar import Parameters, vText
from icalendar.parser import Contentline

from journal.characters import without_controls
from journal.feeds.advice_events import agreements, follow_ups, reach_outs
from journal.feeds.calendar_event import Event
from journal.feeds.note_events import due_promises, opportunities, planned_contacts, trips
from journal.feeds.source import Anonymiser, FeedSource
from journal.feeds.yearly_events import anniversaries, birthdays, holidays
from journal.values import add_days

_EVENT_MAKERS: tuple[Callable[[FeedSource, Anonymiser], Iterator[Event]], ...] = (
    reach_outs, follow_ups, agreements, planned_contacts, due_promises, opportunities, trips,
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
    events = sorted((e for each in _EVENT_MAKERS for e in each(source, anonymiser)), key=_order)
    title = anonymiser.free_text(source.journal.settings.title, _NAMELESS)
    lines = [*_HEAD, _text_line("NAME", title), _text_line("X-WR-CALNAME", title)]
    for event in events:
        lines += _event_lines(event)
    return b"\r\n".join([*lines, b"END:VCALENDAR", b""])


def _order(event: Event) -> tuple[str, str]:
    return (event.first.isoformat(), event.uid)


def _event_lines(event: Event) -> Iterable[bytes]:
    """Yield the lines of one event.

    The library's `Event` takes five times as long for the same bytes; escaping and folding are
    still its work.
    """
    yield b"BEGIN:VEVENT"
    yield b"UID:" + event.uid.encode()
    yield b"DTSTAMP:" + _date_value(event.stamp) + b"T000000Z"
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
    yield b"END:VEVENT"


def _date_value(day: date) -> bytes:
    return day.isoformat().replace("-", "").encode()


def _text_line(name: str, value: str) -> bytes:
    line: bytes = Contentline.from_parts(
        name, _NO_PARAMETERS, vText(without_controls(value))
    ).to_ical()
    return line
