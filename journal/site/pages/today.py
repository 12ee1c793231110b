"""The first page: whom to reach out to first, what is due, what lies ahead, how the year went."""

from collections.abc import Iterable, Iterator

import msgspec

from journal.advice import PersonAdvice
from journal.library.journal import OwnedTask
from journal.site.pages.check import counts as level_counts
from journal.site.pages.promises import Promise, promises
from journal.site.pages.reach_out import UnreadablePerson, unreadable_people
from journal.site.parts.agenda import WITHIN, AgendaWeek, agenda_weeks
from journal.site.parts.cards import TONES
from journal.site.parts.first_steps import NewMentor, first_steps
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.twelve_months import TwelveMonths, twelve_months
from journal.values import add_days
from journal.wording.counts import first_of, many
from journal.wording.dates import Day, day, day_with_weekday, distance

_FIRST = 5  # people
_DUE = 8  # promises
_ACTIVE = frozenset({"overdue", "this-week", "soon", "later"})


class FirstToReach(msgspec.Struct, frozen=True):
    """Somebody to reach out to: by when, and why in one sentence; `href` is their card."""

    person: Link
    href: str
    tone: str
    by: Day
    distance: str
    why: str


class TodayPage(msgspec.Struct, frozen=True):
    """The context of `today.html`; a journal without notes `is_new`."""

    title: str
    as_of: Day
    is_new: bool
    first: tuple[FirstToReach, ...]
    more_first: str
    unread: tuple[UnreadablePerson, ...]
    waiting: str
    all_of_them: str
    beginnings: tuple[NewMentor, ...]
    more_beginnings: str
    due: tuple[Promise, ...]
    more_due: str
    promises: str
    weeks: tuple[AgendaWeek, ...]
    year: TwelveMonths | None
    counts: tuple[str, ...]
    findings: tuple[str, ...]
    check: str


def view(page: PageContext) -> TodayPage:
    """Return the home page."""
    listed = page.advice.people
    first, more_first = first_of(_active(page), _FIRST)
    due, more_due = first_of(_due(page), _DUE)
    begun, more_begun = first_steps(page)
    return TodayPage(
        title=page.journal.settings.title,
        as_of=day_with_weekday(page.today),
        is_new=not page.journal.notes,
        first=tuple(_first(page, first)),
        more_first=more_first,
        unread=unreadable_people(page),
        waiting=many(len(listed), "person", "people") if listed else "",
        all_of_them=page.href("reach-out/"),
        beginnings=begun,
        more_beginnings=more_begun,
        due=tuple(promises(page, due)),
        more_due=more_due,
        promises=page.href("promises/"),
        weeks=tuple(agenda_weeks(page)),
        year=twelve_months(page),
        counts=_counts(page),
        findings=level_counts(page.data.findings),
        check=page.href("check/"),
    )


def _active(page: PageContext) -> list[PersonAdvice]:
    """Return whom to reach out to, the first day first."""
    return [advice for advice in page.advice.people if advice.section in _ACTIVE]


def _first(page: PageContext, people: Iterable[PersonAdvice]) -> Iterator[FirstToReach]:
    for advice in people:
        yield FirstToReach(
            person=page.link(advice.person),
            href=page.href("reach-out/", page.data.card_anchor(advice)),
            tone=TONES.get(advice.section, "quiet"),
            by=day(advice.reach_by),
            distance=distance(advice.reach_by, page.today),
            why=advice.reasons[0].text,
        )


def _due(page: PageContext) -> list[OwnedTask]:
    """Return my promises whose day is past or within the next six weeks, the first due first."""
    last = add_days(page.today, WITHIN)
    mine = (owned for owned in page.data.open_tasks if not owned.task.theirs)
    return [owned for owned in mine if owned.task.due and owned.task.due <= last]


def _counts(page: PageContext) -> tuple[str, ...]:
    journal = page.journal
    return (
        many(len(journal.people), "person", "people"),
        many(len(journal.touchpoints), "touchpoint", "touchpoints"),
        many(len(journal.news), "piece of news", "pieces of news"),
        many(len(journal.opportunities), "opportunity", "opportunities"),
        many(len(journal.trips), "trip", "trips"),
        many(len(journal.goals), "goal", "goals"),
        many(len(journal.lessons), "lesson", "lessons"),
    )
