"""Promises: mine, theirs, questions without an answer, and promises kept."""

from collections.abc import Iterable, Iterator

import msgspec

from journal.advice.recommendations import may_be_suggested
from journal.advice.relationship import Relationship
from journal.durations import Duration
from journal.library.journal import OwnedTask
from journal.notes.records import Person, Touchpoint
from journal.site.parts.note_summaries import non_empty, spoken
from journal.site.parts.page_context import Link, PageContext
from journal.wording.dates import Day, day, distance, optional_day

_KEPT_FOR = Duration(months=12)


class Promise(msgspec.Struct, frozen=True):
    """A task; `due` is its day, `tone` is `due` where that day has passed.

    `tick` is where it can be ticked, on a page that is served.
    """

    text: str
    due: Day | None
    tone: str
    people: tuple[Link, ...]
    note: Link
    tick: str = ""


class Unanswered(msgspec.Struct, frozen=True):
    """What was asked of people and has had no answer; `since` says what, and how long ago."""

    day: Day
    since: str
    text: str
    people: tuple[Link, ...]
    note: Link


class PromisesPage(msgspec.Struct, frozen=True):
    """The content of `promises.html`."""

    title: str
    mine: tuple[Promise, ...]
    theirs: tuple[Promise, ...]
    unanswered: tuple[Unanswered, ...]
    kept: tuple[Promise, ...]


def view(page: PageContext) -> PromisesPage:
    """Return the page of promises."""
    mine = (owned for owned in page.data.open_tasks if not owned.task.theirs)
    theirs = (owned for owned in page.data.open_tasks if owned.task.theirs)
    return PromisesPage(
        title="Promises",
        mine=tuple(promises(page, mine)),
        theirs=tuple(promises(page, theirs)),
        unanswered=tuple(_unanswered(page)),
        kept=tuple(_kept(page)),
    )


def promises(page: PageContext, tasks: Iterable[OwnedTask]) -> Iterator[Promise]:
    """Yield the tasks as they are shown."""
    for owned in tasks:
        due = owned.task.due
        yield Promise(
            text=owned.task.text,
            due=optional_day(due),
            tone="due" if due and due < page.today else "",
            people=_people(page, owned),
            note=page.link(owned.note),
            tick=page.form_href("promise", promise=_place(page, owned)),
        )


def _place(page: PageContext, owned: OwnedTask) -> str:
    return f"{page.journal.notes[owned.note].path}:{owned.task.line}"


def _people(page: PageContext, owned: OwnedTask) -> tuple[Link, ...]:
    """Return the people of a task, except the one whose note it is in."""
    return page.links(tuple(person for person in owned.people if person != owned.note))


def _kept(page: PageContext) -> Iterator[Promise]:
    """Yield my promises kept in the last year, the latest first, by the day they were made."""
    found, since = [], _KEPT_FOR.before(page.today)
    for owned in page.data.kept_tasks:
        made = page.journal.notes[owned.note].date or owned.task.due
        if made and not owned.task.theirs and since < made:
            found.append((min(made, page.today), owned))
    found.sort(key=lambda each: each[0], reverse=True)
    for made, owned in found:
        whose = _people(page, owned)
        yield Promise(owned.task.text, day(made), "", whose, page.link(owned.note))


def _unanswered(page: PageContext) -> Iterator[Unanswered]:
    """Yield what has had no answer, the oldest first; one entry for all who were asked."""
    waiting: dict[str, list[Person]] = {}
    found: set[Touchpoint] = set()
    for person in page.journal.people:
        if may_be_suggested(person, page.today):
            for note in Relationship(page.journal, person).unanswered_messages:
                waiting.setdefault(note.id, []).append(person)
                found.add(note)
    for note in sorted(found, key=lambda note: (note.date, note.id)):
        people = waiting[note.id]
        yield Unanswered(
            day=day(note.date),
            since=", ".join(_since(page, note, people)),
            text=note.question or note.title,
            people=tuple(page.link(person.id) for person in people),
            note=page.link(note.id),
        )


def _since(page: PageContext, note: Touchpoint, people: list[Person]) -> Iterable[str]:
    yield from non_empty(spoken(note.kind), distance(note.date, page.today))
    wait = people[0].replies_in
    if len(people) == 1 and not wait.never:
        still = page.today < wait.after(note.date)
        yield f"still within their {wait}" if still else f"longer than their {wait}"
