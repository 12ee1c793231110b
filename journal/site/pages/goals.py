"""The goals: what is open, who helps, and what became of the others."""

from collections.abc import Iterable
from datetime import date

from journal.notes.records import Goal
from journal.site.parts.note_summaries import (
    Fact,
    ListedNote,
    ListGroup,
    ListPage,
    by_title,
    link_facts,
    list_group,
    non_empty,
    note_view,
    spoken,
    text_facts,
)
from journal.site.parts.page_context import PageContext
from journal.site.parts.who_was_told import told_people
from journal.wording.dates import Day, day, distance

_TONES = {"met": "good", "dropped": "quiet", "on-hold": "quiet"}


class GoalsPage(ListPage, frozen=True, kw_only=True):
    """The content of `goals.html`; `helpers` are people with the open goals they help with."""

    helpers: tuple[Fact, ...]


def view(page: PageContext) -> GoalsPage:
    """Return what the page of goals shows: open ones first, the urgent at their head."""
    lists = _GoalLists(page)
    return GoalsPage("Goals", tuple(lists.groups()), helpers=tuple(lists.helpers()))


class _GoalLists:
    def __init__(self, page: PageContext) -> None:
        self.page = page

    def groups(self) -> Iterable[ListGroup]:
        goals = sorted(self.page.journal.goals, key=_soonest)
        for heading, state in (("Open", "open"), ("On hold", "on-hold")):
            yield from list_group(heading, (self.item(n) for n in goals if n.state == state))
        closed = [note for note in goals if note.state in ("met", "dropped")]
        closed.sort(key=lambda note: note.closed_on or date.min, reverse=True)
        yield from list_group("Closed", map(self.item, closed))

    def helpers(self) -> Iterable[Fact]:
        """Yield everybody who helps, by name, with the open goals they help with."""
        goals = sorted(self.page.journal.goals, key=_soonest)
        by_person: dict[str, list[Goal]] = {}
        for goal in (note for note in goals if note.state == "open"):
            for who in self.page.journal.refs(goal, "people"):
                by_person.setdefault(who, []).append(goal)
        for who in sorted(by_person, key=lambda who: self.page.link(who).text.casefold()):
            found = (self.page.link(goal.id) for goal in by_person[who])
            yield from link_facts(self.page.link(who).text, found)

    def item(self, note: Goal) -> ListedNote:
        is_open = note.state == "open"
        presses = note.urgent and is_open
        return ListedNote(
            note=note_view(self.page, note, tuple(self._facts(note))),
            days=self._days(note),
            under_days=self._under_days(note),
            whom=self.page.links(self.page.journal.refs(note, "people")),
            whom_word="helped by",
            words=non_empty(spoken(note.kind)),
            state="urgent" if presses else "" if is_open else spoken(note.state),
            tone="warm" if presses else _TONES.get(note.state, ""),
            told=told_people(self.page, note.id),
            told_word="Talked over with",
        )

    def _days(self, note: Goal) -> tuple[Day, ...]:
        when = note.target if note.state in ("open", "on-hold") else note.closed_on
        return (day(when),) if when else ()

    def _under_days(self, note: Goal) -> str:
        if note.state != "open" or not note.target:
            return ""
        return distance(note.target, self.page.today)

    def _facts(self, note: Goal) -> Iterable[Fact]:
        if note.state == "open" and not self.page.journal.refs(note, "people"):
            yield from text_facts("Who could help?", "nobody is named yet")
        if note.start:
            yield from text_facts("Begun", day(note.start).words)
        if note.target and note.state in ("met", "dropped"):
            yield from text_facts("Aimed at", day(note.target).words)


def _soonest(note: Goal) -> tuple[bool, date, tuple[str, str]]:
    return (not note.urgent, note.target or date.max, by_title(note))
