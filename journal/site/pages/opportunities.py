"""The opportunities: open ones by deadline, and what came of the others."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

import msgspec

from journal.advice.recommendations import may_be_suggested
from journal.library import ME
from journal.notes.records import Opportunity, Person
from journal.site.parts.note_summaries import (
    Fact,
    FactValue,
    ListedNote,
    ListGroup,
    ListPage,
    link_facts,
    list_group,
    non_empty,
    note_view,
    spoken,
    text_facts,
)
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.who_was_told import told_people
from journal.vocabulary.choices import OPEN_STATES, OPPORTUNITY_KINDS
from journal.wording.dates import Day, day, distance, long_date

_MENTORS = frozenset({"mentor", "sponsor", "potential-mentor"})


class NeverOffered(msgspec.Struct, frozen=True):
    """A mentor, with the kinds of opportunity they were offered before, and never."""

    person: Link
    before: str
    never: str


class CouldOffer(msgspec.Struct, frozen=True):
    """What I can offer by the settings, and mentors with what they were never offered."""

    mine: tuple[str, ...]
    people: tuple[NeverOffered, ...]


def could_offer(page: PageContext) -> CouldOffer:
    """Return what I could offer."""
    used = _kinds_offered(page)
    people = (_never_offered(page, person, used.get(person.id, set())) for person in _mentors(page))
    return CouldOffer(
        mine=page.journal.settings.me.can_offer,
        people=tuple(found for found in people if found.never),
    )


def _mentors(page: PageContext) -> Iterator[Person]:
    for person in sorted(page.journal.people, key=lambda p: (p.title.casefold(), p.id)):
        ended = person.until is not None and person.until.first <= page.today
        if (
            _MENTORS.intersection(person.roles)
            and may_be_suggested(person, page.today)
            and not ended
        ):
            yield person


def _kinds_offered(page: PageContext) -> dict[str, set[str]]:
    """Return the kinds of opportunity that there were for each person, whatever came of them."""
    found: dict[str, set[str]] = {}
    for note in page.journal.opportunities:
        for who in page.journal.refs(note, "for"):
            found.setdefault(who, set()).add(note.kind)
    return found


def _never_offered(page: PageContext, person: Person, used: Iterable[str]) -> NeverOffered:
    kinds = [word for word in OPPORTUNITY_KINDS.words if spoken(word)]
    before = ", ".join(spoken(kind) for kind in kinds if kind in used)
    never = ", ".join(spoken(kind) for kind in kinds if kind not in used)
    return NeverOffered(page.link(person.id), before, never)


_TONES = {"spotted": "", "succeeded": "good", "offered": "near", "accepted": "near"}


class OpportunitiesPage(ListPage, frozen=True, kw_only=True):
    """The content of `opportunities.html`: the open ones, what I could offer, the closed ones."""

    open_groups: tuple[ListGroup, ...]
    could_offer: CouldOffer
    closed_groups: tuple[ListGroup, ...]


def view(page: PageContext) -> OpportunitiesPage:
    """Return what the page of opportunities shows: open ones by deadline, then closed ones."""
    lists = _OpportunityLists(page)
    still_open, closed = tuple(lists.open_groups()), tuple(lists.closed_groups())
    return OpportunitiesPage(
        "Opportunities",
        still_open + closed,
        open_groups=still_open,
        could_offer=could_offer(page),
        closed_groups=closed,
    )


class _OpportunityLists:
    def __init__(self, page: PageContext) -> None:
        self.page = page

    @cached_property
    def found(self) -> list[Opportunity]:
        return sorted(self.page.journal.opportunities, key=_soonest)

    def open_groups(self) -> Iterable[ListGroup]:
        still = [note for note in self.found if note.state in OPEN_STATES]
        for heading in ("For them", "Introductions", "For me", "For nobody yet"):
            yield from list_group(
                heading, (self.item(n) for n in still if self._heading(n) == heading)
            )

    def closed_groups(self) -> Iterable[ListGroup]:
        closed = [note for note in self.found if note.state not in OPEN_STATES]
        closed.sort(key=lambda note: _closing_day(note) or date.min, reverse=True)
        yield from list_group("Closed", map(self.item, closed))

    def _heading(self, note: Opportunity) -> str:
        whom = self.page.journal.refs(note, "for")
        if whom == (ME,):
            return "For me"
        if whom and note.kind == "introduction":
            return "Introductions"
        return "For them" if whom else "For nobody yet"

    def item(self, note: Opportunity) -> ListedNote:
        state = self._state(note)
        return ListedNote(
            note=note_view(self.page, note, tuple(self._facts(note, state))),
            days=_days(note),
            under_days=self._under_days(note),
            whom=self.page.links(self._whom(note)),
            whom_word="between" if _introduces(note) else "for",
            words=non_empty("" if _introduces(note) else spoken(note.kind), note.org),
            state=spoken(state),
            tone=self._tone(note, state),
            told=told_people(self.page, note.id),
            told_word="Told",
        )

    def _whom(self, note: Opportunity) -> tuple[str, ...]:
        whom = self.page.journal.refs(note, "for")
        if not _introduces(note):
            return whom
        return tuple(dict.fromkeys((*whom, *self.page.journal.refs(note, "with"))))

    def _state(self, note: Opportunity) -> str:
        offered = note.state == "spotted" and self.page.data.index.is_offered(note)
        return "offered" if offered else note.state

    def _tone(self, note: Opportunity, state: str) -> str:
        if note.state not in OPEN_STATES:
            return _TONES.get(state, "quiet")
        if note.deadline and note.deadline < self.page.today and state == "spotted":
            return "due"
        presses = state == "spotted" and (by := _offer_by(note)) and by <= self.page.today
        return "warm" if presses else _TONES.get(state, "near")

    def _under_days(self, note: Opportunity) -> str:
        if note.state not in OPEN_STATES:
            return ""
        if not note.deadline:
            return "no deadline"
        away = distance(note.deadline, self.page.today)
        return f"last day was {away}" if note.deadline < self.page.today else f"last day {away}"

    def _facts(self, note: Opportunity, state: str) -> Iterable[Fact]:
        refs = self.page.journal.refs
        yield from text_facts("What came of it", note.result)
        yield from self._might_suit(note)
        if refs(note, "from") not in ((), (ME,)):
            yield from link_facts("From", self.page.links(refs(note, "from")))
        if not _introduces(note):
            yield from link_facts("With", self.page.links(refs(note, "with")))
        held = day(note.event_on).words if note.event_on else ""
        yield from text_facts("Event", ", ".join(non_empty(note.event, held)))
        if state == "spotted" and (by := _offer_by(note)):
            yield from text_facts("Offer it by", long_date(by))
        yield from text_facts("Fields", ", ".join(note.fields))

    def _might_suit(self, note: Opportunity) -> Iterable[Fact]:
        """Yield whom an opportunity without a recipient might suit, with the shared fields."""
        if self.page.journal.refs(note, "for"):
            return
        listed = self.page.advice.people
        suited = {each.person for each in listed if note.id in each.talking_points.offer}
        # in the order of their ids: that of the list may rest on private contacts
        people = (person for person in self.page.journal.people if person.id in suited)
        values = tuple(self._suited_person(note, person) for person in people)
        if values:
            yield Fact("Might suit", values)

    def _suited_person(self, note: Opportunity, person: Person) -> FactValue:
        theirs = {field.casefold() for field in (*person.fields, *person.interests)}
        shared = (field for field in note.fields if field.casefold() in theirs)
        return FactValue(f"{person.title} ({', '.join(shared)})", self.page.note_href(person.id))


def _introduces(note: Opportunity) -> bool:
    """Whether an opportunity introduces people to each other; it takes two names."""
    return note.kind == "introduction" and len(note.for_) + len(note.with_) > 1


def _soonest(note: Opportunity) -> tuple[date, str]:
    return (note.deadline or date.max, note.id)


def _closing_day(note: Opportunity) -> date | None:
    return note.closed_on or note.deadline or note.event_on


def _days(note: Opportunity) -> tuple[Day, ...]:
    when = note.deadline if note.state in OPEN_STATES else _closing_day(note)
    return (day(when),) if when else ()


def _offer_by(note: Opportunity) -> date | None:
    if not note.deadline:
        return None
    return note.deadline if note.lead.never else note.lead.before(note.deadline)
