"""The page of a person: how to reach them, what is between us, and all touchpoints."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec
from markupsafe import Markup

from journal.advice import PersonAdvice
from journal.advice.known_days import reach_by_as_known
from journal.advice.relationship import Relationship
from journal.notes.records import Person
from journal.site.pages.promises import Promise, promises
from journal.site.parts import between_us
from journal.site.parts.between_us import AskedQuestion, GiftsOneWay, RelatedNote, gifts
from journal.site.parts.body_links import photo_href
from journal.site.parts.five_ways import WayState, five_ways
from journal.site.parts.note_summaries import Fact, NoteView, note_view
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.person_links import actions, change_links
from journal.site.parts.plans_to_confirm import PlanToConfirm, plans_to_confirm_with
from journal.site.parts.profile import preferences, profile
from journal.site.parts.reasons_to_settle import ReasonToSettle, reasons_to_settle
from journal.site.parts.shown_reasons import ShownReason, begin_line, current, shown_reason
from journal.site.parts.site_data import SiteData
from journal.site.parts.touchpoint_entries import entries_html
from journal.site.parts.why_steps import ShownStep, why_steps
from journal.site.parts.years_together import YearsTogether, years_together
from journal.wording.counts import count_of
from journal.wording.dates import Day, partial_day
from journal.wording.labels import hold_words, role_words

#: The first of a list are shown; the rest is folded away.
_MOST = 6


class PersonYear(msgspec.Struct, frozen=True):
    """The touchpoints of a year, the latest first."""

    anchor: str
    title: str
    count: str
    entries: Markup


class NextContact(msgspec.Struct, frozen=True):
    """When to be in touch next, and why; `steps` is how that came about, rule by rule."""

    by: Day | None
    card: str
    reasons: tuple[ShownReason, ...]
    begin: str
    to_settle: tuple[ReasonToSettle, ...]
    hold: str
    steps: tuple[ShownStep, ...]


class RelatedNotes(msgspec.Struct, frozen=True):
    """A heading, and the notes under it; `rest` is folded away."""

    title: str
    first: tuple[RelatedNote, ...]
    rest: tuple[RelatedNote, ...]


class AskedQuestions(msgspec.Struct, frozen=True):
    """What was asked of them, what waits for an answer first; `rest` is folded away."""

    first: tuple[AskedQuestion, ...]
    rest: tuple[AskedQuestion, ...]


class Promised(msgspec.Struct, frozen=True):
    """What one side promised."""

    title: str
    promises: tuple[Promise, ...]


class Death(msgspec.Struct, frozen=True):
    """When a person died: on a day, or in a month or year."""

    when: Day
    word: str


class PersonPage(msgspec.Struct, frozen=True):
    """The content of `person.html`; `next_contact` is None for people not in the list."""

    title: str
    lead: str
    photo: str
    died: Death | None
    note: NoteView
    actions: tuple[Link, ...]
    changes: tuple[Link, ...]
    to_confirm: tuple[PlanToConfirm, ...]
    next_contact: NextContact | None
    preferences: tuple[Fact, ...]
    five_ways: tuple[WayState, ...]
    years_together: YearsTogether | None
    their_goals: tuple[str, ...]
    promised: tuple[Promised, ...]
    questions: AskedQuestions
    related: tuple[RelatedNotes, ...]
    gifts: tuple[GiftsOneWay, ...]
    profile: tuple[Fact, ...]
    years: tuple[PersonYear, ...]


def addresses(data: SiteData) -> Iterable[str]:
    """Return the pages of everybody who may be shown, in their order."""
    return sorted(data.addresses[person.id].page for person in data.journal.people)


def view(page: PageContext) -> PersonPage:
    """Return the page of a person."""
    person = page.data.people_at[page.address]
    return PersonPage(
        title=person.title,
        lead=_lead(page, person),
        photo=photo_href(page, person),
        died=_death(page, person),
        note=note_view(page, person),
        actions=actions(page, person),
        changes=change_links(page, person),
        to_confirm=plans_to_confirm_with(page, person),
        next_contact=_next_contact(page, person),
        preferences=_preferences(page, person),
        five_ways=five_ways(page, person),
        years_together=years_together(page, person),
        their_goals=person.their_goals,
        promised=tuple(group for group in _promised(page, person) if group.promises),
        questions=_questions(page, person),
        related=tuple(group for group in _related(page, person) if group.first),
        gifts=gifts(page, person),
        profile=profile(page, person),
        years=tuple(_years(page, person)),
    )


def _death(page: PageContext, person: Person) -> Death | None:
    when = partial_day(person.died) if person.is_dead(page.today) else None
    if when is None or person.died is None:
        return None
    return Death(when, "on" if person.died.full else "in")


def _preferences(page: PageContext, person: Person) -> tuple[Fact, ...]:
    return () if person.is_dead(page.today) else preferences(page.journal, person)


def _questions(page: PageContext, person: Person) -> AskedQuestions:
    asked = between_us.questions_asked(page, person)
    return AskedQuestions(asked[:_MOST], asked[_MOST:])


def _lead(page: PageContext, person: Person) -> str:
    roles = role_words(person.roles)
    since = partial_day(person.since)
    words = f"{roles} since {since.words}" if since else roles
    words = words[:1].upper() + words[1:]
    if person.is_dead(page.today):
        return words
    last = partial_day(Relationship(page.journal, person).last_contact_as_written)
    contact = f"last contact {last.words}" if last else "no contact written down yet"
    return f"{words} · {contact}"


def _next_contact(page: PageContext, person: Person) -> NextContact | None:
    advice = page.data.advice_for(person)
    if advice is None:
        return None
    return NextContact(
        by=partial_day(reach_by_as_known(page.journal, advice)),
        card=page.href("reach-out/", page.data.card_anchor(advice)),
        reasons=tuple(_reasons(page, person, advice)),
        begin=begin_line(page.journal, advice),
        to_settle=reasons_to_settle(page, advice),
        hold=hold_words(hold.kind, hold.until) if (hold := advice.hold) else "",
        steps=tuple(why_steps(page, advice)),
    )


def _reasons(page: PageContext, person: Person, advice: PersonAdvice) -> Iterator[ShownReason]:
    """Yield the reasons, without links to the person's own page."""
    own = page.link(person.id)
    for reason in current(advice):
        said = shown_reason(page, reason)
        yield msgspec.structs.replace(said, behind=_without(said.behind, own))


def _promised(page: PageContext, person: Person) -> Iterator[Promised]:
    """Yield the promises of each side, without links to the person's own page."""
    tasks, own = page.data.tasks_of.get(person.id, ()), page.link(person.id)
    for title, theirs in (("You promised", False), ("They promised", True)):
        found = promises(page, (owned for owned in tasks if owned.task.theirs == theirs))
        named = (msgspec.structs.replace(p, people=_without(p.people, own)) for p in found)
        yield Promised(title, tuple(named))


def _without(names: tuple[Link, ...], own: Link) -> tuple[Link, ...]:
    return tuple(name for name in names if name != own)


def _related(page: PageContext, person: Person) -> Iterator[RelatedNotes]:
    if not person.is_dead(page.today):
        unheard = between_us.news_untold(page, person)
        yield _related_notes("News of yours that they do not know yet", unheard)
    yield _related_notes("News of yours that they know", between_us.news_told(page, person))
    yield _related_notes("Their news", between_us.their_news(page, person))
    yield _related_notes("Opportunities for them", between_us.related_opportunities(page, person))
    yield _related_notes("Goals they help with", between_us.goals_helped(page, person))
    yield _related_notes("Learned from them", between_us.lessons_from(page, person))
    yield _related_notes("Also named in", between_us.other_mentions(page, person))


def _related_notes(title: str, ties: tuple[RelatedNote, ...]) -> RelatedNotes:
    return RelatedNotes(title, ties[:_MOST], ties[_MOST:])


def _years(page: PageContext, person: Person) -> Iterator[PersonYear]:
    notes = reversed(page.data.with_person.get(person.id, ()))
    for year, found in groupby(notes, key=lambda note: note.date.year):
        of_year = list(found)
        count = count_of(len(of_year), "touchpoint")
        yield PersonYear(f"year-{year}", str(year), count, entries_html(page, of_year))
