"""A year in review, in names and words: nothing is weighed or ranked."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from journal.library import ME
from journal.notes.records import Lesson, News, Opportunity, Touchpoint
from journal.site.parts.between_us import kind_and_text
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.person_histories import PersonHistory
from journal.site.parts.who_was_told import first_told
from journal.wording.dates import Day, day_without_year


class ReviewItem(msgspec.Struct, frozen=True):
    """One item of the review: a note, what it says if more than its title, its day, its people."""

    note: Link
    text: str = ""
    day: Day | None = None
    people: tuple[Link, ...] = ()


class ReviewPart(msgspec.Struct, frozen=True):
    """A heading of the review, with people or items below it."""

    title: str
    people: tuple[Link, ...] = ()
    items: tuple[ReviewItem, ...] = ()


def review(page: PageContext, year: int) -> Iterator[ReviewPart]:
    """Yield the parts of a year's review, up to today, without empty ones."""
    of_year = _Review(page, year)
    for told in of_year.parts():
        if told.people or told.items:
            yield told


class _Review:
    def __init__(self, page: PageContext, year: int) -> None:
        self.page = page
        self.year = year
        self.done = page.data.done_between(date(year, 1, 1), date(year, 12, 31))

    def parts(self) -> Iterator[ReviewPart]:
        """Yield every heading, also those with nothing below them."""
        heard = [note for note in self.done if note.direction != "out"]
        yield ReviewPart("You heard from", people=self._people(heard))
        yield ReviewPart("New in your journal", people=tuple(self._new()))
        yield ReviewPart("What was new", items=tuple(self._news()))
        yield ReviewPart("Opportunities you passed on", items=tuple(self._opportunities()))
        yield ReviewPart("Goals you met", items=tuple(self._goals()))
        yield ReviewPart("Learned", items=tuple(self._lessons()))
        yield ReviewPart("Questions you asked", items=tuple(self._questions()))
        yield ReviewPart("What you gave", items=tuple(self._gifts("gave")))
        yield ReviewPart("What you were given", items=tuple(self._gifts("got")))

    def _people(self, notes: Iterable[Touchpoint]) -> tuple[Link, ...]:
        refs = self.page.journal.refs
        found = {person for note in notes for person in refs(note, "people")}
        return self._by_name(found)

    def _by_name(self, ids: Iterable[str]) -> tuple[Link, ...]:
        named = map(self.page.link, sorted(ids))
        return tuple(sorted(named, key=lambda name: name.text.casefold()))

    def _new(self) -> Iterable[Link]:
        return self._by_name(
            history.person.id
            for history in self.page.data.person_histories
            if self._begins(history)
        )

    def _begins(self, history: PersonHistory) -> bool:
        begins = history.phase_history.begins
        return begins is not None and self._is_in(begins.first)

    def _is_in(self, when: date | None) -> bool:
        return when is not None and when.year == self.year and when <= self.page.today

    def _news(self) -> Iterator[ReviewItem]:
        found = [n for n in self.page.journal.news if self._is_in(n.date)]
        for note in sorted(found, key=_by_day):
            about = [person for person in self.page.journal.refs(note, "about") if person != ME]
            people = self.page.links(tuple(about))
            yield ReviewItem(
                self.page.link(note.id), day=day_without_year(note.date), people=people
            )

    def _opportunities(self) -> Iterator[ReviewItem]:
        told = {target for note in self.done for target in self.page.journal.telling[note.id]}
        for note in self.page.journal.opportunities:
            if note.id in told:
                yield from self._passed_on(note)

    def _passed_on(self, note: Opportunity) -> Iterator[ReviewItem]:
        first = first_told(self.page, note.id)
        whom = self.page.journal.refs(note, "for")
        told = {who: at.date for who, at in first.items() if who in whom and self._is_in(at.date)}
        if told:
            people, when = self.page.links(tuple(told)), day_without_year(min(told.values()))
            yield ReviewItem(self.page.link(note.id), day=when, people=people)

    def _goals(self) -> Iterator[ReviewItem]:
        for note in self.page.journal.goals:
            if note.state == "met" and self._is_in(note.closed_on):
                people = self.page.links(self.page.journal.refs(note, "people"))
                yield ReviewItem(self.page.link(note.id), people=people)

    def _lessons(self) -> Iterator[ReviewItem]:
        for note in self.page.journal.lessons:
            if self._is_in(self._learned(note)):
                people = self.page.links(self.page.journal.refs(note, "from"))
                yield ReviewItem(self.page.link(note.id), people=people)

    def _learned(self, note: Lesson) -> date | None:
        """Return the day of a lesson, else that of the first note it grew from."""
        grown = (
            self.page.journal.notes.get(note_id)
            for note_id in self.page.journal.refs(note, "because_of")
        )
        return note.date or min((n.date for n in grown if n and n.date), default=None)

    def _questions(self) -> Iterator[ReviewItem]:
        for note in self.done:
            if note.question:
                yield self._item(note, note.question)

    def _gifts(self, key: str) -> Iterator[ReviewItem]:
        for note in self.done:
            for text in getattr(note, key):
                yield self._item(note, ": ".join(filter(None, kind_and_text(text))))

    def _item(self, note: Touchpoint, text: str) -> ReviewItem:
        people = self.page.links(self.page.journal.refs(note, "people"))
        return ReviewItem(self.page.link(note.id), text, day_without_year(note.date), people)


def _by_day(note: News) -> tuple[date, str]:
    return (note.date, note.id)
