"""The files that a site has beside its pages, for other programs."""

from collections.abc import Callable, Mapping

from journal.feeds.calendar import calendar
from journal.feeds.exports import json_export
from journal.feeds.source import FeedSource

CALENDAR, JSON_EXPORT = "reminders.ics", "journal.json"
#: Path on the site -> what makes the file there.
FEEDS: Mapping[str, Callable[[FeedSource], bytes]] = {JSON_EXPORT: json_export, CALENDAR: calendar}
