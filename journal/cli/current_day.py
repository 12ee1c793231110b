"""The one place of the program, besides the local server, that reads the clock."""

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from journal.cli.options import named_day
from journal.settings import Settings


def today(settings: Settings) -> date:
    """Return the day that was named, else the day it is where I live."""
    return named_day() or _moment(settings).date()


def now(settings: Settings) -> datetime:
    """Return this moment where I live; on the day that was named, at this time of day."""
    moment, day = _moment(settings), today(settings)
    return moment.replace(year=day.year, month=day.month, day=day.day)


def _moment(settings: Settings) -> datetime:
    return datetime.now(_zone(settings)).astimezone(_zone(settings))


def _zone(settings: Settings) -> tzinfo | None:
    """My time zone, tried when the settings were read; None is the machine's."""
    return ZoneInfo(settings.me.tz) if settings.me.tz else None
