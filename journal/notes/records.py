"""The notes, typed and immutable: what was written, nothing worked out from other notes."""

import datetime as dt

import msgspec

from journal.body.contents import BodyLink, Embed, LinkTarget, Segments, Task
from journal.values import Birthday, Duration, Hours, PartialDate


class Ref(msgspec.Struct, frozen=True, array_like=True):
    """A link in a key, as written; `path` is true for a relative address of a `.md` file."""

    target: str
    line: int
    column: int
    path: bool = False


class PhaseLine(msgspec.Struct, frozen=True, array_like=True):
    """One line of `phases`: from when, which phase, and why."""

    since: PartialDate
    phase: str
    note: str = ""


class Note(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="record"):
    """What every note has. `id` is its path below content/ without `.md`."""

    id: str
    title: str
    date: dt.date | None = None
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    link: str = ""
    because_of: tuple[Ref, ...] = ()
    private: bool = False
    draft: bool = False
    #: keys outside the vocabulary, as written
    extra: tuple[tuple[str, str], ...] = ()
    links: tuple[BodyLink, ...] = ()
    embeds: tuple[Embed, ...] = ()
    #: what links would lead to that only stand there as typed, in code
    inactive_targets: tuple[LinkTarget, ...] = ()
    tasks: tuple[Task, ...] = ()
    #: the texts above that have links in them: attribute and segments
    texts: tuple[tuple[str, Segments], ...] = ()
    #: line and column of the first emoji of the body
    emoji: tuple[int, int] | None = None
    #: the file's line on which the body begins
    body_line: int = 1
    #: what it can be linked by, folded: id, stem, title, aliases
    names: tuple[str, ...] = ()
    #: where each key stands: `key line column …`, and `!key` for a mistake, joined by `|`
    places: str = ""
    #: the front matter or the file could not be read: a page, but no advice
    unread: bool = False

    @property
    def path(self) -> str:
        """Its file, relative to the journal's root."""
        return f"content/{self.id}.md"

    @property
    def folder(self) -> str:
        """The first part of its id."""
        return self.id.partition("/")[0]

    @property
    def stem(self) -> str:
        """The last part of its id."""
        return self.id.rpartition("/")[2]

    def where(self, key: str, item: int = 0) -> tuple[int, int]:
        """Return line and column of a key's value (of its `item`th), or 1, 1 where it is absent."""
        for place in self.places.split("|"):
            name, *numbers = place.split(" ")
            if name == key:
                at = [int(number) for number in numbers][2 * item : 2 * item + 2]
                return (at[0], at[1]) if at else self.where(key)
        return (1, 1)

    def misread(self, key: str) -> bool:
        """Whether something was written at `key` that has a mistake."""
        return f"!{key}" in self.places.split("|")


class Person(Note, frozen=True, kw_only=True, tag="person"):
    """Somebody: a mentor, a protégé, anybody else."""

    roles: tuple[str, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None
    met: str = ""
    introduced_by: tuple[Ref, ...] = ()
    died: PartialDate | None = None
    org: str = ""
    job_title: str = ""
    current_work: str = ""
    why: str = ""
    address_as: str = ""
    fields: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    their_goals: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    city: str = ""
    country: str = ""
    other_cities: tuple[str, ...] = ()
    tz: str = ""
    birthday: Birthday | None = None
    holidays: tuple[str, ...] = ()
    prefers: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    announce_first: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
    prefs_asked: dt.date | None = None
    quiet_hours: Hours | None = None
    quiet_days: tuple[str, ...] = ()
    tone: str = ""
    emoji_ok: bool | None = None
    replies_in: Duration = Duration(days=14)
    phases: tuple[PhaseLine, ...] = ()
    phase: str = ""
    cadence: Duration | None = None
    min_gap: Duration | None = None
    next: dt.date | None = None
    snooze_until: dt.date | None = None
    paused: bool = False
    review_on: dt.date | None = None
    questions: tuple[str, ...] = ()
    support: tuple[str, ...] = ()

    @property
    def kept_in_touch(self) -> bool:
        """Whether any role but associate applies."""
        return any(role != "associate" for role in self.roles)

    def is_dead(self, today: dt.date) -> bool:
        """Whether they have died by `today`."""
        return self.died is not None and self.died.first <= today


#: The states of a touchpoint that took place, once its date has come.
DONE = frozenset({"", "done"})


class Touchpoint(Note, frozen=True, kw_only=True, tag="touchpoint"):
    """A contact with one person or more."""

    date: dt.date
    people: tuple[Ref, ...]
    time: dt.time | None = None
    channel: str = ""
    direction: str = "out"
    kind: str = "note"
    #: as written; empty means: done once its date has come
    state: str = ""
    about: tuple[Ref, ...] = ()
    question: str = ""
    question_seconds: int | None = None
    answered_on: dt.date | None = None
    followup_on: dt.date | None = None
    gave: tuple[str, ...] = ()
    got: tuple[str, ...] = ()
    holiday: str = ""
    place: str = ""
    minutes: int | None = None

    def is_done(self, today: dt.date) -> bool:
        """Whether it took place: state done, and its date not after `today`."""
        return self.date <= today and self.state in DONE

    def is_planned(self, today: dt.date) -> bool:
        """Whether it lies ahead: planned for `today` or later, or dated later and not cancelled."""
        if self.date > today:
            return self.state != "cancelled"
        return self.date == today and self.state == "planned"


class News(Note, frozen=True, kw_only=True, tag="news"):
    """What happened to me, or to them. An empty `about` means me."""

    date: dt.date
    about: tuple[Ref, ...] = ()
    kind: str = "other"
    fresh_until: dt.date | None = None


class Opportunity(Note, frozen=True, kw_only=True, tag="opportunity"):
    """Something that could help them, or me."""

    for_: tuple[Ref, ...] = msgspec.field(default=(), name="for")
    from_: tuple[Ref, ...] = msgspec.field(default=(), name="from")
    with_: tuple[Ref, ...] = msgspec.field(default=(), name="with")
    kind: str = "other"
    org: str = ""
    event: str = ""
    result: str = ""
    fields: tuple[str, ...] = ()
    deadline: dt.date | None = None
    event_on: dt.date | None = None
    closed_on: dt.date | None = None
    lead: Duration = Duration(days=30)
    state: str = "spotted"


class Trip(Note, frozen=True, kw_only=True, tag="trip"):
    """Where I, or they, will be. An empty `who` means me."""

    city: str
    start: dt.date
    end: dt.date
    who: tuple[Ref, ...] = ()
    country: str = ""
    purpose: str = ""
    lead: Duration = Duration(days=21)
    state: str = "planned"


class Goal(Note, frozen=True, kw_only=True, tag="goal"):
    """What I am working towards."""

    kind: str = "other"
    state: str = "open"
    start: dt.date | None = None
    target: dt.date | None = None
    closed_on: dt.date | None = None
    urgent: bool = False
    people: tuple[Ref, ...] = ()


class Lesson(Note, frozen=True, kw_only=True, tag="lesson"):
    """What I saw a good mentor do."""

    from_: tuple[Ref, ...] = msgspec.field(default=(), name="from")
    aspect: str = "other"
    practice: str = "noted"


AnyNote = Person | Touchpoint | News | Opportunity | Trip | Goal | Lesson
RECORDS: dict[str, type[Note]] = {
    "person": Person,
    "touchpoint": Touchpoint,
    "news": News,
    "opportunity": Opportunity,
    "trip": Trip,
    "goal": Goal,
    "lesson": Lesson,
}
