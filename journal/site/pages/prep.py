"""A sheet to prepare a meeting: what to know, to tell, to ask and to offer."""

from collections.abc import Iterable, Iterator

import msgspec

from journal.advice import TalkingPoints
from journal.library.journal import OwnedTask
from journal.notes.records import Person
from journal.site.pages.write import below_people
from journal.site.parts import between_us
from journal.site.parts.between_us import RelatedNote
from journal.site.parts.cards import RecentTouchpoint, recent_touchpoint
from journal.site.parts.message_draft import talking_points_for
from journal.site.parts.note_summaries import Fact, text_facts
from journal.site.parts.page_context import PageContext
from journal.site.parts.person_links import PREP, WRITE
from journal.site.parts.profile import preferences
from journal.site.parts.site_data import SiteData
from journal.vocabulary.choices import MUTUAL_CHANNELS
from journal.wording.counts import first_of
from journal.wording.dates import Day, day, optional_day
from journal.wording.labels import channel_words, role_words

#: Touchpoints that took place, the last ones.
RECENT = 3
#: Lines under each heading: the sheet has to fit on one page.
_MOST = 4
_PREFERENCES = frozenset({"Prefers", "Announce it first", "Avoid", "Quiet", "Tone"})


class PrepLine(msgspec.Struct, frozen=True):
    """One line: a text, where it leads (empty: nowhere), and a day with a word before it."""

    text: str
    href: str = ""
    word: str = ""
    day: Day | None = None


class PrepPart(msgspec.Struct, frozen=True):
    """A heading and its lines; `more` says how many were left out."""

    title: str
    items: tuple[PrepLine, ...]
    more: str


class PrepPage(msgspec.Struct, frozen=True):
    """The content of `prep.html`."""

    title: str
    href: str
    write: str
    lead: str
    facts: tuple[Fact, ...]
    recent: tuple[RecentTouchpoint, ...]
    parts: tuple[PrepPart, ...]


def addresses(data: SiteData) -> Iterable[str]:
    """Return the sheets of everybody who may be shown and is alive, in their order."""
    return below_people(data, PREP)


def view(page: PageContext) -> PrepPage:
    """Return the sheet for a meeting with a person."""
    home = page.address.removesuffix(PREP)
    person = page.data.people_at[home]
    return PrepPage(
        title=f"Before you meet {person.title}",
        href=page.href(home),
        write=page.href(f"{home}{WRITE}"),
        lead=_lead(page, person),
        facts=tuple(_facts(page, person)),
        recent=recent_touchpoints(page, person),
        parts=tuple(part for part in _parts(page, person) if part.items),
    )


def _lead(page: PageContext, person: Person) -> str:
    """Return when and how you meet or talk next, or what they are."""
    for note in page.data.with_person.get(person.id, ()):
        if note.is_planned(page.today) and note.channel in MUTUAL_CHANNELS and not note.draft:
            way = channel_words(note.channel)
            return ", ".join(part for part in (day(note.date).words, way, note.place) if part)
    words = role_words(person.roles)
    return words[:1].upper() + words[1:]


def _facts(page: PageContext, person: Person) -> Iterator[Fact]:
    yield from text_facts("Greeted as", person.address_as)
    yield from text_facts("Works on", person.current_work)
    yield from (row for row in preferences(page.journal, person) if row.term in _PREFERENCES)


def recent_touchpoints(page: PageContext, person: Person) -> tuple[RecentTouchpoint, ...]:
    """Return the last few touchpoints that took place, the latest first, and what was said."""
    found = between_us.touchpoints_done(page, person)[-RECENT:]
    return tuple(recent_touchpoint(page, note) for note in reversed(found))


def _parts(page: PageContext, person: Person) -> Iterator[PrepPart]:
    tasks, found = page.data.tasks_of.get(person.id, ()), talking_points_for(page, person)
    yield _part("You promised", _promised(task for task in tasks if not task.task.theirs))
    yield _part("They promised", _promised(task for task in tasks if task.task.theirs))
    yield _part("To tell", _note_lines(between_us.news_untold(page, person)))
    yield _part("Their news", _note_lines(_until_today(page, between_us.their_news(page, person))))
    yield _part("What they want", (PrepLine(text) for text in person.their_goals))
    helped = (note for note in between_us.goals_helped(page, person) if note.state == "open")
    yield _part("Where they can help you", _note_lines(helped))
    yield _part("To ask", _questions(page, person, found))
    yield _part("To offer", _offers(page, found))


def _part(title: str, items: Iterable[PrepLine]) -> PrepPart:
    """Return as many lines as a page has room for, the first ones."""
    return PrepPart(title, *first_of(tuple(items), _MOST))


def _promised(tasks: Iterable[OwnedTask]) -> Iterator[PrepLine]:
    for owned in tasks:
        yield PrepLine(
            owned.task.text, "", "by" if owned.task.due else "", optional_day(owned.task.due)
        )


def _until_today(page: PageContext, notes: Iterable[RelatedNote]) -> Iterator[RelatedNote]:
    today = page.today.isoformat()
    return (note for note in notes if note.day and note.day.iso <= today)


def _note_lines(notes: Iterable[RelatedNote]) -> Iterator[PrepLine]:
    for note in notes:
        yield PrepLine(note.note.text, note.note.href, note.state, note.day)


def _questions(page: PageContext, person: Person, found: TalkingPoints) -> Iterator[PrepLine]:
    for asked in between_us.questions_asked(page, person):
        if asked.is_waiting:
            yield PrepLine(asked.text, asked.note.href, "asked on", asked.day)
    yield from (PrepLine(text) for text in found.question)


def _offers(page: PageContext, found: TalkingPoints) -> Iterator[PrepLine]:
    yield from (PrepLine(name.text, name.href) for name in page.links(found.offer))
    yield from (PrepLine(text) for text in page.journal.settings.me.can_offer)
