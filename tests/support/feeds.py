"""Feeds made from real folders, and read back by other libraries than those that write them."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from journal.feeds.calendar import calendar
from journal.feeds.exports import csv_table, json_export
from journal.feeds.source import FeedSource
from journal.feeds.source import feed_source as front_door
from journal.library.opening import open_journal
from journal.reading.folder import ReadOptions
from tests.support.journal import TODAY


def feed_source(
    root: Path, today: date = TODAY, *, private: bool = False, drafts: bool = False
) -> FeedSource:
    """Read a journal, and return what the feeds are made from."""
    opened = open_journal(root, lambda _: today, ReadOptions(bodies=True))
    return front_door(opened, private=private, drafts=drafts)


def calendar_of(root: Path, today: date = TODAY, **which: bool) -> bytes:
    """The calendar, as it is written."""
    return calendar(feed_source(root, today, **which))


def events(root: Path, today: date = TODAY, **which: bool) -> list[Event]:
    """Every event of the calendar, the first day first."""
    written = calendar_of(root, today, **which)
    return parsed(written)


def parsed(written: bytes) -> list[Event]:
    """What another library reads out of a calendar."""
    return IcsCalendarStream.calendar_from_ics(written.decode()).events


def event(root: Path, words: str, today: date = TODAY, **which: bool) -> Event:
    """The one event whose summary begins with these words."""
    found = [each for each in events(root, today, **which) if said(each).startswith(words)]
    assert len(found) == 1, [said(each) for each in found] or summaries(root, today, **which)
    return found[0]


def said(found: Event) -> str:
    """The summary of an event."""
    return found.summary or ""


def summaries(root: Path, today: date = TODAY, **which: bool) -> list[str]:
    """The summary of every event."""
    return [said(each) for each in events(root, today, **which)]


def everything_of(root: Path, today: date = TODAY, **which: bool) -> Any:
    """The JSON, read."""
    return json.loads(json_export(feed_source(root, today, **which)))


def notes_of(found: Any) -> Iterator[Any]:
    """Every note in the JSON."""
    for notes in found["notes"].values():
        yield from notes


def rows_of(root: Path, name: str = "touchpoints") -> list[dict[str, str]]:
    """The rows of a table, by column."""
    written = csv_table(feed_source(root), name).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(written, newline="")))
