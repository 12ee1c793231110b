"""The files that a site has beside its pages, for other programs."""

from collections.abc import Callable, Mapping
from functools import partial

from journal.feeds.calendar import calendar
from journal.feeds.exports import everything
from journal.feeds.source import Shown

CALENDAR, EVERYTHING = "reminders.ics", "journal.json"
#: Path on the site -> what makes the file there.
FEEDS: Mapping[str, Callable[[Shown], bytes]] = {EVERYTHING: everything, CALENDAR: calendar}


def makers(shown: Shown) -> Mapping[str, Callable[[], bytes]]:
    """Return what makes each feed, by its path."""
    return {path: partial(make, shown) for path, make in FEEDS.items()}
