"""One page to take into a meeting: what to know, what to ask, what to offer, room to write."""

from collections.abc import Iterable, Iterator

import msgspec

from journal.advice import TalkingPoints
from journal.library.journal import OwnedTask
from journal.notes.records import Person
from journal.site.pages.write import below_people
from journal.site.parts import between_us as bonds
from journal.site.parts.between_us import Tie
from journal.site.parts.cards import Last, last
from journal.site.parts.contact_preferences import wishes
from journal.site.parts.context import Sources
from journal.site.parts.message_draft import slots_of
from journal.site.parts.note_summaries import Fact, texts
from journal.site.parts.page_links import Links
from journal.vocabulary.choices import MUTUAL
from journal.wording.counts import first_of
from journal.wording.dates import Day, day, maybe
from journal.wording.labels import channel_words, role_words

FOLDER = "prep/"
_LASTS = 3
#: So many of each kind: it has to stay one page.
_MOST = 4
_KEPT = frozenset({"Prefers", "Announce it first", "Avoid", "Quiet", "Tone"})


class Item(msgspec.Struct, frozen=True):
    """One line: a text, where it leads (empty: nowhere), and a day with a word before it."""

    text: str
    href: str = ""
    word: str = ""
    day: Day | None = None


class Part(msgspec.Struct, frozen=True):
    """A heading and its lines; `more` says how many were left out."""

    title: str
    items: tuple[Item, ...]
    more: str


class PrepPage(msgspec.Struct, frozen=True):
    """The context of `prep.html`."""

    title: str
    name: str
    href: str
    write: str
    lead: str
    facts: tuple[Fact, ...]
    lasts: tuple[Last, ...]
    parts: tuple[Part, ...]


def addresses(sources: Sources) -> Iterable[str]:
    """Return the sheets of everybody who may be shown and is alive, in their order."""
    return below_people(sources, FOLDER)


def view(sources: Sources, links: Links, address: str) -> PrepPage:
    """Return the sheet for a meeting with a person."""
    page = address.removesuffix(FOLDER)
    person = sources.people_at[page]
    return PrepPage(
        title=f"Before you meet {person.title}",
        name=person.title,
        href=links.page(page),
        write=links.page(f"{page}write/"),
        lead=_lead(sources, person),
        facts=tuple(_facts(sources, person)),
        lasts=_lasts(sources, links, person),
        parts=tuple(part for part in _parts(sources, links, person) if part.items),
    )


def _lead(sources: Sources, person: Person) -> str:
    """Return when and how you meet or talk next, or what they are."""
    for note in sources.with_person.get(person.id, ()):
        if note.is_planned(sources.today) and note.channel in MUTUAL and not note.draft:
            way = channel_words(note.channel)
            return ", ".join(part for part in (day(note.date).words, way, note.place) if part)
    words = role_words(person.roles)
    return words[:1].upper() + words[1:]


def _facts(sources: Sources, person: Person) -> Iterator[Fact]:
    yield from texts("Greeted as", person.address_as)
    yield from texts("Works on", person.current_work)
    yield from (row for row in wishes(sources.journal, person) if row.term in _KEPT)


def _lasts(sources: Sources, links: Links, person: Person) -> tuple[Last, ...]:
    found = bonds.done(sources, person)[-_LASTS:]
    return tuple(last(sources, links, note) for note in reversed(found))


def _parts(sources: Sources, links: Links, person: Person) -> Iterator[Part]:
    tasks, found = sources.tasks_of.get(person.id, ()), slots_of(sources, person)
    yield part("You promised", _promised(task for task in tasks if not task.task.theirs))
    yield part("They promised", _promised(task for task in tasks if task.task.theirs))
    yield part("To tell", _tied(bonds.untold(sources, links, person)))
    yield part("Their news", _tied(_past(sources, bonds.their_news(sources, links, person))))
    yield part("What they want", (Item(text) for text in person.their_goals))
    helped = (tie for tie in bonds.goals(sources, links, person) if tie.state == "open")
    yield part("Where they can help you", _tied(helped))
    yield part("To ask", _questions(sources, links, person, found))
    yield part("To offer", _offers(sources, links, found))


def part(title: str, items: Iterable[Item]) -> Part:
    """Return as many lines as a page has room for, the first ones."""
    return Part(title, *first_of(tuple(items), _MOST))


def _promised(tasks: Iterable[OwnedTask]) -> Iterator[Item]:
    for owned in tasks:
        yield Item(owned.task.text, "", "by" if owned.task.due else "", maybe(owned.task.due))


def _past(sources: Sources, ties: Iterable[Tie]) -> Iterator[Tie]:
    today = sources.today.isoformat()
    return (tie for tie in ties if tie.day and tie.day.iso <= today)


def _tied(ties: Iterable[Tie]) -> Iterator[Item]:
    for tie in ties:
        yield Item(tie.note.text, tie.note.href, tie.state, tie.day)


def _questions(
    sources: Sources, links: Links, person: Person, found: TalkingPoints
) -> Iterator[Item]:
    for asked in bonds.questions(sources, links, person):
        if asked.is_waiting:
            yield Item(asked.text, asked.note.href, "asked on", asked.day)
    yield from (Item(text) for text in found.question)


def _offers(sources: Sources, links: Links, found: TalkingPoints) -> Iterator[Item]:
    yield from (Item(name.text, name.href) for name in links.all_named(found.offer))
    yield from (Item(text) for text in sources.journal.settings.me.can_offer)
