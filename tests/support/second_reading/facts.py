"""What a journal says, as plain records: nothing of the program is used for them."""

import datetime as dt
from dataclasses import dataclass, field

#: Calendar months, and days.
Span = tuple[int, int]


@dataclass
class PersonFacts:
    """A person as their note has them; `roles` are those that count."""

    id: str
    name: str
    roles: list[str]
    written_roles: list[str] | None = None
    since: dt.date | None = None
    phase: str | None = None
    phases: list[tuple[dt.date, str]] = field(default_factory=list)
    until: dt.date | None = None
    died: dt.date | None = None
    cadence: Span | None = None
    min_gap: Span | None = None
    next: dt.date | None = None
    snooze_until: dt.date | None = None
    paused: bool = False
    review_on: dt.date | None = None
    replies_in: Span | None = None
    last_contact: dt.date | None = None
    city: str | None = None
    other_cities: list[str] = field(default_factory=list)
    birthday: tuple[int, int] | None = None
    prefers: list[str] = field(default_factory=list)
    accepts: list[str] = field(default_factory=list)
    announce_first: list[str] = field(default_factory=list)
    avoids: list[str] = field(default_factory=list)
    prefs_asked: dt.date | None = None
    email: str | None = None
    questions: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    interests: list[str] = field(default_factory=list)
    private: bool = False
    draft: bool = False


@dataclass
class TaskFacts:
    """A task, as its box and its words have it."""

    box: str
    mine: bool
    due: dt.date | None


@dataclass
class ContactFacts:
    """A touchpoint; `links` are the ids of the notes that it is about."""

    id: str
    people: list[str]
    date: dt.date
    time: str | None
    channel: str
    direction: str | None
    kind: str | None
    state: str | None
    question: str | None
    answered_on: dt.date | None
    followup_on: dt.date | None
    links: list[str]
    tasks: list[TaskFacts] = field(default_factory=list)
    title: str | None = None
    private: bool = False
    draft: bool = False


@dataclass
class NewsFacts:
    """A piece of news."""

    id: str
    date: dt.date
    about: list[str]
    fresh_until: dt.date | None
    private: bool = False


@dataclass
class OpportunityFacts:
    """An opportunity; `lead` in days."""

    id: str
    whom: list[str]
    deadline: dt.date | None
    lead: int
    state: str
    fields: list[str]
    private: bool = False


@dataclass
class TripFacts:
    """A trip; `lead` in days."""

    id: str
    who: list[str]
    city: str
    start: dt.date
    end: dt.date | None
    lead: int
    state: str
    private: bool = False

    @property
    def last(self) -> dt.date:
        """The day on which it ends."""
        return self.end or self.start


#: What may be private, too.
AnyFacts = PersonFacts | ContactFacts | NewsFacts | OpportunityFacts | TripFacts


@dataclass
class JournalFacts:
    """Everything that a journal says."""

    people: list[PersonFacts]
    news: list[NewsFacts]
    opportunities: list[OpportunityFacts]
    trips: list[TripFacts]
    contacts: list[ContactFacts]
    my_city: str | None
    #: other notes that are called like somebody: names of files, and titles
    namesakes: list[tuple[str, str]] = field(default_factory=list)
