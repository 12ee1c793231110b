"""The page of today: whom to reach out to first, what is due, the next weeks, the year."""

from collections.abc import Sequence

import msgspec

from journal.advice import PersonAdvice
from journal.advice.known_days import reach_by_as_known
from journal.findings import HINT
from journal.notes.records import Touchpoint
from journal.site.charts.week_strip import WEEKS, WeekStrip, counted_weeks, week_strip
from journal.site.pages.check import counts as level_counts
from journal.site.pages.promises import Promise, promises
from journal.site.pages.reach_out import UnreadablePerson, unreadable_people
from journal.site.parts.agenda import AGENDA_DAYS, AgendaWeek, agenda_weeks
from journal.site.parts.cards import SECTION_TONES
from journal.site.parts.first_steps import FirstSteps, first_steps
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.plans_to_confirm import PlanToConfirm, plans_to_confirm
from journal.site.parts.reasons_to_settle import (
    PersonToSettle,
    people_to_settle,
    promises_to_settle,
)
from journal.site.parts.shown_reasons import begin_line
from journal.values import add_days
from journal.wording.counts import count_of, first_of
from journal.wording.dates import Day, day_with_weekday, distance, partial_day, short_day

_FIRST = 5  # people
_DUE = 8  # promises
_TO_SETTLE = 3  # people
_ACTIVE = frozenset({"overdue", "this-week", "begin", "soon", "later"})


class FirstToReach(msgspec.Struct, frozen=True):
    """Somebody to reach out to: by when, and why in one sentence; `href` is their card.

    `begin` is the line that writes down the last contact, where none is written down yet.
    """

    person: Link
    href: str
    tone: str
    by: Day | None
    due: str
    distance: str
    why: str
    begin: str


_SAID = (("out", "from you"), ("both", "together"), ("in", "from them"))


class WeekRow(msgspec.Struct, frozen=True):
    """A week with contacts: how many in each direction."""

    monday: Day
    out: int
    both: int
    into: int


class TwelveMonths(msgspec.Struct, frozen=True):
    """The chart, a sentence that says the same, and a table, the latest week first."""

    strip: WeekStrip
    said: str
    each: str
    rows: tuple[WeekRow, ...]


class ToReach(msgspec.Struct, frozen=True):
    """Whom to reach out to first; `waiting` says how many are in the whole list, at `href`."""

    people: tuple[FirstToReach, ...]
    more: str
    waiting: str
    href: str


class DuePromises(msgspec.Struct, frozen=True):
    """My promises that are due, how many more there are, and where all promises are."""

    promises: tuple[Promise, ...]
    more: str
    href: str


class TodayPage(msgspec.Struct, frozen=True):
    """The content of `today.html`; a journal without notes `is_new`."""

    title: str
    as_of: Day
    stays: bool
    is_new: bool
    to_confirm: tuple[PlanToConfirm, ...]
    to_reach: ToReach
    unread: tuple[UnreadablePerson, ...]
    first_steps: FirstSteps
    due: DuePromises
    weeks: tuple[AgendaWeek, ...]
    year: TwelveMonths | None
    counts: tuple[str, ...]
    findings: tuple[str, ...]
    check: str
    to_settle: tuple[PersonToSettle, ...]
    more_to_settle: str


def view(page: PageContext) -> TodayPage:
    """Return what the page of today shows."""
    to_settle, more_to_settle = first_of(people_to_settle(page), _TO_SETTLE)
    return TodayPage(
        title=page.journal.settings.title,
        as_of=day_with_weekday(page.today),
        stays=page.data.options.stays,
        is_new=not page.journal.notes,
        to_confirm=plans_to_confirm(page),
        to_reach=_to_reach(page),
        unread=unreadable_people(page),
        first_steps=first_steps(page),
        due=_due_promises(page),
        weeks=tuple(agenda_weeks(page)),
        year=twelve_months(page),
        counts=_counts(page),
        findings=level_counts(f for f in page.data.findings if f.level != HINT),
        check=page.href("check/"),
        to_settle=to_settle,
        more_to_settle=more_to_settle,
    )


def _to_reach(page: PageContext) -> ToReach:
    """Return whom to reach out to, the first day first."""
    listed = page.advice.people
    shown = (each for each in listed if each.person in page.data.carded)
    first, more = first_of([each for each in shown if each.section in _ACTIVE], _FIRST)
    return ToReach(
        people=tuple(_first_to_reach(page, advice) for advice in first),
        more=more,
        waiting=count_of(len(listed), "person") if listed else "",
        href=page.href("reach-out/"),
    )


def _first_to_reach(page: PageContext, advice: PersonAdvice) -> FirstToReach:
    return FirstToReach(
        person=page.link(advice.person),
        href=page.href("reach-out/", page.data.card_anchor(advice)),
        tone=SECTION_TONES.get(advice.section, "quiet"),
        by=partial_day(reach_by_as_known(page.journal, advice)),
        due=advice.reach_by.isoformat() if advice.reach_by else "",
        distance=distance(advice.reach_by, page.today) if advice.reach_by else "to begin with",
        why=advice.reasons[0].text,
        begin=begin_line(page.journal, advice),
    )


def _due_promises(page: PageContext) -> DuePromises:
    """Return my promises whose day is past or within the next six weeks, the first due first.

    What is only to be settled has a place of its own.
    """
    last, settled = add_days(page.today, AGENDA_DAYS), promises_to_settle(page)
    mine = (o for o in page.data.open_tasks if not (o.task.theirs or o in settled))
    due = [owned for owned in mine if owned.task.due and owned.task.due <= last]
    first, more = first_of(due, _DUE)
    return DuePromises(tuple(promises(page, first)), more, page.href("promises/"))


def _counts(page: PageContext) -> tuple[str, ...]:
    journal = page.journal
    return (
        count_of(len(journal.people), "person"),
        count_of(len(journal.touchpoints), "touchpoint"),
        count_of(len(journal.news), "piece of news"),
        count_of(len(journal.opportunities), "opportunity"),
        count_of(len(journal.trips), "trip"),
        count_of(len(journal.goals), "goal"),
        count_of(len(journal.lessons), "lesson"),
    )


def twelve_months(page: PageContext) -> TwelveMonths | None:
    """Return the last twelve months, or None if there was no contact in them."""
    last = page.today
    first = add_days(last, -last.weekday() - 7 * (WEEKS - 1))
    notes = page.data.done_between(first, last)
    if not notes:
        return None
    found = counted_weeks([(note.date, note.direction) for note in notes], last)
    drawn = week_strip(found)
    rows = (WeekRow(short_day(w.monday), w.out, w.both, w.into) for w in reversed(found) if w.total)
    each = f"One mark stands for up to {drawn.each} contacts." if drawn.each > 1 else ""
    return TwelveMonths(drawn, _said(page, notes), each, tuple(rows))


def _said(page: PageContext, notes: Sequence[Touchpoint]) -> str:
    people = {person for note in notes for person in page.journal.refs(note, "people")}
    ways = [note.direction for note in notes]
    parts = (f"{ways.count(way)} {words}" for way, words in _SAID if way in ways)
    contacts = count_of(len(notes), "contact")
    whom = count_of(len(people), "person")
    return f"{contacts} with {whom}: {', '.join(parts)}."
