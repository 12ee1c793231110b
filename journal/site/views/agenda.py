"""The next six weeks as an agenda: what is on each day, week by week."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

import msgspec

from journal.site.links import Links
from journal.site.sources import Sources
from journal.site.views.ahead import Ahead, agenda
from journal.site.views.days import Day, short
from journal.values import add_days


class Week(msgspec.Struct, frozen=True):
    """A week with something in it; `span` is empty where the title says its days."""

    title: str
    span: tuple[Day, ...]
    items: tuple[Ahead, ...]


def weeks(sources: Sources, links: Links) -> Iterator[Week]:
    """Yield the weeks, this one first; weeks without anything left out."""
    today = sources.today
    for monday, items in groupby(agenda(sources, links), lambda item: _monday(item.on)):
        first = max(monday, today)
        span = (short(first), short(add_days(monday, 6)))
        yield Week(_title(monday, today), span, tuple(items))


def _monday(on: date) -> date:
    return add_days(on, -on.weekday())


def _title(monday: date, today: date) -> str:
    off = (monday - _monday(today)).days // 7
    return ("This week", "Next week")[off] if off < 2 else f"In {off} weeks"
