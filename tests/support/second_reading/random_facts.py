"""Journals made at random: few people and days that lie close, so that the rules meet."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from tests.support.second_reading.facts import (
    AnyFacts,
    ContactFacts,
    JournalFacts,
    NewsFacts,
    OpportunityFacts,
    PersonFacts,
    Span,
    TaskFacts,
    TripFacts,
)

_CHANNELS = ["email", "text", "call", "video", "letter", "in-person", "chat", "social", "event"]
_KINDS = [
    "note", "update", "greeting", "thanks", "question", "request", "offer", "reply",
    "preferences", "agreement",
]  # fmt: skip
_CITIES = ["Lisbon", "Porto", "Oslo"]
_ROLES = ["mentor", "sponsor", "peer", "potential-mentor", "associate", "protege"]
_PHASES = ["new", "active", "waiting", "dormant"]
_DEFAULT_ROLES = {"mentors": "mentor", "proteges": "protege", "people": "associate"}
_FIELDS = ["optics", "Poetry", "law"]
_QUESTIONS = ["Which bridge?", "How many", "is it far?"]
_ASKED = ["which BRIDGE", "How  MANY?!", "Is it far?", "Is it cold?"]
_CADENCES: list[Span] = [(0, 10), (1, 0), (0, 1), (3, 0), (12, 0)]
_GAPS: list[Span] = [(0, 5), (1, 0), (0, 40)]
#: Days from today between which touchpoints lie.
_TIMES = [(-1500, -400), (-400, 0), (-100, 0), (-20, 2), (-20, 60)]
_T = TypeVar("_T")


def random_facts(seed: int, today: date) -> JournalFacts:
    """Return the journal of that number."""
    return _Maker(Random(seed), today).journal()


class _Maker:
    def __init__(self, random: Random, today: date) -> None:
        self.random = random
        self.today = today

    def day(self, low: int = -900, high: int = 0) -> date:
        return self.today + timedelta(self.random.randint(low, high))

    def maybe(self, chance: float, make: Callable[[], _T]) -> _T | None:
        return make() if self.random.random() < chance else None

    def one(self, words: list[_T]) -> _T:
        return self.random.choice(words)

    def some(self, chance: float, words: list[_T], most: int = 1) -> list[_T]:
        found = self.maybe(chance, lambda: self.random.sample(words, self.random.randint(1, most)))
        return found or []

    def journal(self) -> JournalFacts:
        people = [self.person(number) for number in range(self.random.randint(1, 4))]
        ids = [person.id for person in people]
        few = range(self.random.randint(0, 3))
        news = [self.news(number, ids) for number in few]
        opportunities = [self.opportunity(number, ids) for number in few]
        trips = [self.trip(number, ids) for number in range(self.random.randint(0, 3))]
        notes = [
            *(note.id for note in news),
            *(note.id for note in opportunities),
            *(note.id for note in trips),
        ]
        contacts: list[ContactFacts] = []
        for number in range(self.random.randint(0, 9)):
            contacts.append(self.contact(number, ids, notes))
            if self.random.random() < 0.3:
                notes.append(contacts[-1].id)
        everything: list[AnyFacts] = [*people, *news, *opportunities, *trips, *contacts]
        for note in everything:
            note.private = self.random.random() < 0.08
        for contact in contacts:
            contact.draft = self.random.random() < 0.04
            contact.title = self.maybe(0.2, lambda: self.one(people).name)
        city = self.one([None, "Porto"])
        called = [self.namesake(self.one(people)) for _ in range(self.random.randint(0, 2))]
        return JournalFacts(people, news, opportunities, trips, contacts, city, called)

    def namesake(self, person: PersonFacts) -> tuple[str, str]:
        """A note that is called like somebody: by its file, or by its title."""
        stem = person.id.partition("/")[2]
        return self.one([(f"goals/{stem}", "Something"), (f"lessons/a-{stem}", person.name)])

    def person(self, number: int) -> PersonFacts:
        folder = self.one(["mentors", "mentors", "proteges", "people"])
        written = self.some(0.3, _ROLES, 2)
        person = PersonFacts(
            id=f"{folder}/p{number}",
            name=self.one(["Ada", "Bo", "bo", f"Cy {number}", f"Álvaro {number}"]),
            roles=written or [_DEFAULT_ROLES[folder]],
            written_roles=written,
        )
        self.add_times(person)
        self.add_wishes(person)
        return person

    def add_times(self, person: PersonFacts) -> None:
        person.since = self.maybe(0.7, lambda: self.day(-4000, 20))
        person.phase = self.maybe(0.3, lambda: self.one([*_PHASES, "ended"]))
        lines = {self.day(-3000, 60): self.one(_PHASES) for _ in range(self.one([0, 0, 1, 3]))}
        person.phases = sorted(lines.items())
        begun = person.since or self.today
        person.until = self.maybe(0.08, lambda: max(begun, self.day(-300, 300)))
        person.died = self.maybe(0.03, lambda: self.day(-300))
        person.cadence = self.maybe(0.25, lambda: self.one(_CADENCES))
        person.min_gap = self.maybe(0.2, lambda: self.one(_GAPS))
        person.next = self.maybe(0.12, lambda: self.day(-100, 100))
        person.snooze_until = self.maybe(0.25, lambda: self.day(-60, 60))
        person.paused = self.random.random() < 0.06
        person.review_on = self.maybe(0.15, lambda: self.day(-200, 60))
        person.replies_in = self.maybe(0.15, lambda: self.one([(0, 7), (1, 0)]))
        person.last_contact = self.maybe(0.2, lambda: self.day(-1600))
        person.draft = self.random.random() < 0.03
        near = self.day(-10, 30)
        person.birthday = self.maybe(0.3, lambda: (near.month, near.day))

    def add_wishes(self, person: PersonFacts) -> None:
        person.city = self.maybe(0.6, lambda: self.one(_CITIES))
        person.other_cities = self.some(0.2, _CITIES)
        person.prefers = self.some(0.4, _CHANNELS, 2)
        person.accepts = self.some(0.2, _CHANNELS)
        person.announce_first = self.some(0.2, ["call", "video", "email", "in-person"])
        person.avoids = self.some(0.15, _CHANNELS)
        person.prefs_asked = self.maybe(0.2, lambda: self.day(-700))
        person.email = self.maybe(0.5, lambda: "p@example.org")
        person.questions = self.some(0.4, _QUESTIONS, 2)
        person.fields = self.some(0.4, _FIELDS)
        person.interests = self.some(0.2, ["POETRY", "chess"])

    def whom(self, ids: list[str]) -> list[str]:
        return self.random.sample(ids, min(len(ids), self.one([1, 1, 1, 2])))

    def news(self, number: int, ids: list[str]) -> NewsFacts:
        when, them = self.day(-250, 5), self.whom(ids)
        fresh = self.maybe(0.3, lambda: when + timedelta(self.random.randint(0, 200)))
        return NewsFacts(f"news/n{number}", when, self.one([["me"], them, [*them, "me"]]), fresh)

    def opportunity(self, number: int, ids: list[str]) -> OpportunityFacts:
        return OpportunityFacts(
            id=f"opportunities/o{number}",
            whom=self.one([[], self.whom(ids), self.whom(ids)]),
            deadline=self.maybe(0.8, lambda: self.day(-30, 90)),
            lead=self.one([30, 30, 10]),
            state=self.one(["spotted", "spotted", "spotted", "offered", "dropped"]),
            fields=self.some(0.6, _FIELDS),
        )

    def trip(self, number: int, ids: list[str]) -> TripFacts:
        start = self.day(-10, 60)
        return TripFacts(
            id=f"trips/t{number}",
            who=self.one([["me"], ["me"], self.whom(ids)]),
            city=self.one(_CITIES),
            start=start,
            end=self.maybe(0.6, lambda: start + timedelta(self.random.randint(0, 12))),
            lead=self.one([21, 21, 5]),
            state=self.one(["planned", "booked", "idea", "done", "cancelled", "planned"]),
        )

    def contact(self, number: int, ids: list[str], notes: list[str]) -> ContactFacts:
        when = self.day(*self.one(_TIMES))
        clock = f"{self.random.randint(6, 22):02}:{self.one(['00', '30'])}"
        return ContactFacts(
            id=f"touchpoints/c{number}",
            people=self.whom(ids),
            date=when,
            time=self.maybe(0.4, lambda: clock),
            channel=self.one(_CHANNELS),
            direction=self.maybe(0.4, lambda: self.one(["in", "in", "out", "both"])),
            kind=self.maybe(0.6, lambda: self.one(_KINDS)),
            state=self.maybe(0.25, lambda: self.one(["done", "planned", "cancelled", "planned"])),
            question=self.maybe(0.2, lambda: self.one(_ASKED)),
            answered_on=self.maybe(0.1, lambda: when + timedelta(self.random.randint(0, 30))),
            followup_on=self.maybe(0.2, lambda: when + timedelta(self.random.randint(1, 120))),
            links=self.some(0.3, notes) if notes else [],
            tasks=[self.task(when) for _ in range(self.one([0, 0, 0, 1, 2]))],
        )

    def task(self, when: date) -> TaskFacts:
        due = self.maybe(0.6, lambda: when + timedelta(self.random.randint(0, 90)))
        return TaskFacts(self.one([" ", " ", "x", "-"]), self.random.random() < 0.8, due)
