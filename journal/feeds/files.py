"""The files that a site has beside its pages, for other programs."""

from collections.abc import Callable, Iterator, Mapping

from journal.feeds.calendar import calendar
from journal.feeds.everything import everything
from journal.feeds.shown import Shown

CALENDAR, EVERYTHING = "reminders.ics", "journal.json"
#: Path on the site -> what makes the file there.
FEEDS: Mapping[str, Callable[[Shown], bytes]] = {EVERYTHING: everything, CALENDAR: calendar}


def files(shown: Shown) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every feed."""
    for path, make in FEEDS.items():
        yield path, make(shown)
