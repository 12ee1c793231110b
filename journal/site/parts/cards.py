"""The card of a person to reach out to: why, by when, how, what to say, a draft."""

from collections.abc import Iterator
from datetime import date

import msgspec
from msgspec import structs

from journal.advice import PersonAdvice
from journal.advice.known_days import reach_by_as_known
from journal.advice.preferences_asked import known_wishes
from journal.advice.relationship import Relationship
from journal.advice.time_zones import quiet_hours, quiet_hours_for_me
from journal.library.journal import Journal
from journal.markup.rendered_text import opening_of
from journal.notes.identity import note_anchor
from journal.notes.records import Person, Touchpoint
from journal.site.parts.filters import facet_choices, facet_tokens
from journal.site.parts.message_draft import draft, line_for_afterwards, mailto
from journal.site.parts.message_opening import one_thing
from journal.site.parts.note_summaries import Fact, FactValue, link_facts, text_facts
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.person_links import actions, change_links, channel_href, log_form_href
from journal.site.parts.reasons_to_settle import ReasonToSettle, reasons_to_settle
from journal.site.parts.shown_reasons import (
    ShownReason,
    begin_line,
    current,
    iso,
    shown_reason,
)
from journal.site.parts.their_time import Clock, clock
from journal.wording.dates import (
    Day,
    day,
    distance,
    hours_words,
    partial_day,
    weekday_names,
)
from journal.wording.labels import (
    AS_YOU_KNOW_IT,
    TALKING_POINT_TITLES,
    channel_words,
    hold_words,
)

_RECENT = 2  # touchpoints on a card
SECTION_TONES = {"overdue": "due", "this-week": "warm", "soon": "near"}


class RecentTouchpoint(msgspec.Struct, frozen=True):
    """A recent touchpoint, and how its text begins."""

    day: Day
    note: Link
    text: str


class CardMessage(msgspec.Struct, frozen=True):
    """A draft, the address that opens it in a mail program, and the line that writes it down.

    `mailto` is empty where there is no e-mail address; `form`, where no form does the same.
    """

    subject: str
    text: str
    mailto: str
    command: str
    form: str


class CardDates(msgspec.Struct, frozen=True):
    """When to reach out, and when the last contact was; `distance` and `ago` say how far off.

    `due` is the day that `reach_by` counts as, which may be less exact.
    `rests` and `snoozed` are the day before which a card is held back, empty where it is not.
    `any_day`: the cadence has no contact to begin from, so that its day is always today.
    """

    reach_by: Day | None
    due: str
    distance: str
    rests: str
    snoozed: str
    any_day: bool
    last_contact: Day | None
    ago: str


class Card(msgspec.Struct, frozen=True):
    """A card; `begin`, `hold`, `quiet` and `channel` are empty where there is none.

    `guessed` says of their wishes that nobody asked them, where that is so.
    """

    anchor: str
    person: Link
    section: str
    tone: str
    phase: str
    facets: tuple[tuple[str, str], ...]
    dates: CardDates
    channel: FactValue
    guessed: str
    clock: Clock | None
    quiet: str
    reasons: tuple[ShownReason, ...]
    begin: str
    to_settle: tuple[ReasonToSettle, ...]
    hold: str
    recent: tuple[RecentTouchpoint, ...]
    talking_points: tuple[Fact, ...]
    message: CardMessage
    editor: str
    actions: tuple[Link, ...]


def card(page: PageContext, advice: PersonAdvice) -> Card:
    """Return the card of one person in the list."""
    person = page.journal.person(advice.person)
    assert person
    return Card(
        anchor=note_anchor(person.id),
        person=page.link(person.id),
        section=advice.section,
        tone=SECTION_TONES.get(advice.section, "quiet"),
        phase=advice.phase,
        facets=facet_tokens(facet_choices(page, advice)),
        dates=_dates(page, person, advice),
        channel=FactValue(_way(advice), channel_href(person, advice.channel)),
        guessed=_guessed(page, person),
        clock=clock(page.journal, person),
        quiet=quiet_words(page.journal, person),
        reasons=tuple(_reasons(page, advice)),
        begin=begin_line(page.journal, advice),
        to_settle=reasons_to_settle(page, advice),
        hold=hold_words(advice.hold.kind, advice.hold.until) if advice.hold else "",
        recent=tuple(_recent(page, person)),
        talking_points=tuple(_talking_points(page, advice)),
        message=_message(page, person, advice),
        editor=page.editor_href(person),
        actions=(*actions(page, person), *change_links(page, person, "snooze")),
    )


def _way(advice: PersonAdvice) -> str:
    """Return the channel, or both where one announces the other."""
    first, then = channel_words(advice.channel), channel_words(advice.then)
    return f"{first} first, then {then}" if then else first


def _guessed(page: PageContext, person: Person) -> str:
    guessed = known_wishes(Relationship(page.journal, person)).are_guessed
    return f"wishes {AS_YOU_KNOW_IT}" if guessed else ""


def _dates(page: PageContext, person: Person, advice: PersonAdvice) -> CardDates:
    last, hold, due = advice.last_contact, advice.hold, first_day_of(advice, "cadence")
    by, later = advice.reach_by, person.snooze_until
    return CardDates(
        reach_by=partial_day(reach_by_as_known(page.journal, advice)),
        due=iso(by),
        distance=distance(by, page.today) if by else "",
        rests=iso(due if hold and hold.kind == "resting" else None),
        snoozed=iso(later if later == by else None),
        any_day=last is None and due == page.today,
        last_contact=partial_day(Relationship(page.journal, person).last_contact_as_written),
        ago=distance(last, page.today) if last else "",
    )


def _reasons(page: PageContext, advice: PersonAdvice) -> Iterator[ShownReason]:
    """Yield the reasons, without the day that the card already gives."""
    for reason in current(advice):
        shown = shown_reason(page, reason)
        yield structs.replace(shown, by=None) if reason.by == advice.reach_by else shown


def first_day_of(advice: PersonAdvice, kind: str) -> date | None:
    """Return the first day of a reason of that kind, if there is one."""
    return next((reason.by for reason in advice.reasons if reason.kind == kind), None)


def quiet_words(journal: Journal, person: Person) -> str:
    """Return when not to ring a person, on their clock and on mine."""
    hours = hours_words(quiet_hours(journal.settings, person))
    mine = quiet_hours_for_me(journal.settings, person, journal.today)
    here = f"{hours} in their time"
    if mine is not None:
        same = hours_words(mine)
        here = hours if same == hours else f"{hours} in their time, {same} in yours"
    days = weekday_names(person.quiet_days)
    return f"{here}, and on {days}" if days else here


def _recent(page: PageContext, person: Person) -> Iterator[RecentTouchpoint]:
    done = [
        note
        for note in page.data.with_person.get(person.id, ())
        if note.is_done(page.today) and not note.draft
    ]
    for note in reversed(done[-_RECENT:]):
        yield recent_touchpoint(page, note)


def recent_touchpoint(page: PageContext, note: Touchpoint) -> RecentTouchpoint:
    """Return a touchpoint as a recent one."""
    return RecentTouchpoint(
        day(note.date), page.link(note.id), opening_of(page.data.bodies(note.id))
    )


def _talking_points(page: PageContext, advice: PersonAdvice) -> Iterator[Fact]:
    points = advice.talking_points
    for key in ("news", "recognition", "offer"):
        yield from link_facts(TALKING_POINT_TITLES[key], page.links(getattr(points, key)))
    yield from text_facts(TALKING_POINT_TITLES["question"], *points.question)


def _message(page: PageContext, person: Person, advice: PersonAdvice) -> CardMessage:
    said = one_thing(page.journal, advice, advice.talking_points, page.data.bodies)
    made = draft(page.journal, person, said, page.templates)
    to = mailto(made, person.mail_address) if person.mail_address else ""
    command = line_for_afterwards(page, person, said.points)
    return CardMessage(made.subject, made.text, to, command, log_form_href(page, command))
