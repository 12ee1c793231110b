"""The settings of a journal, with their defaults."""

from collections.abc import Mapping
from datetime import date, time

import msgspec

from journal.durations import Duration
from journal.settings.notes_layout import DEFAULT_LAYOUT, Layout
from journal.values import Birthday, Hours, PartialDate

#: How often to be in touch, by phase; the article's "once a quarter" is the waiting phase.
PHASE_CADENCE: Mapping[str, Duration] = {
    "new": Duration(days=14),
    "active": Duration(days=14),
    "waiting": Duration(months=3),
    "dormant": Duration(months=12),
    "ended": Duration(never=True),
}
#: Room to leave after a message of mine, by phase.
PHASE_GAP: Mapping[str, Duration] = {
    "new": Duration(days=3),
    "active": Duration(days=2),
    "waiting": Duration(days=21),
    "dormant": Duration(months=3),
    "ended": Duration(never=True),
}


class Chapter(msgspec.Struct, frozen=True):
    """A part of my life, drawn behind the long timeline."""

    begins: PartialDate
    name: str


class Me(msgspec.Struct, frozen=True):
    """Who keeps the journal. An empty `tz` means the machine's."""

    name: str = ""
    email: str = ""
    tz: str = ""
    city: str = ""
    org: str = ""
    can_offer: tuple[str, ...] = ()
    chapters: tuple[Chapter, ...] = ()


class Holiday(msgspec.Struct, frozen=True):
    """A holiday of one's own: days of one year, or (a `Birthday`) of every year."""

    name: str
    dates: tuple[date | Birthday, ...]
    for_all: bool = False


#: How the calendar may call people.
CALENDAR_NAMES = ("full", "initials", "none")
#: When the journal is saved in git by itself.
GIT_SAVES = ("never", "after log")


class Settings(msgspec.Struct, frozen=True):
    """All settings. `rest_after` counts unanswered messages."""

    title: str = "My mentoring journal"
    lang: str = "en"
    me: Me = Me()
    quiet_hours: Hours = Hours(time(21), time(9))
    fresh: Duration = Duration(months=6)
    dormant: Duration = Duration(months=36)
    rest_after: int = 2
    cadence: Mapping[str, Duration] = msgspec.field(default_factory=lambda: dict(PHASE_CADENCE))
    holidays: tuple[Holiday, ...] = ()
    places: Mapping[str, str] = {}
    editor_url: str = ""
    layout: Layout = DEFAULT_LAYOUT
    #: one of CALENDAR_NAMES
    calendar_names: str = "full"
    #: one of GIT_SAVES
    git_save: str = "never"
    #: the file is there, and nothing in it can be read: what may leave the journal is unknown
    is_unread: bool = False
