"""Section 4 and 5 of the rules: the list, its sections, the channel, and what to say."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.support.second_reading.facts import JournalFacts, OpportunityFacts, PersonFacts
from tests.support.second_reading.why import Due, Why, due, reasons, unanswered_letter
from tests.support.second_reading.words import Words, plus, state

_SECTIONS = (
    "overdue", "this-week", "begin", "soon", "later", "resting", "dormant", "snoozed", "paused",
)  # fmt: skip
_MEETING = {"in-person", "event"}
_AGAIN = {"email", "text", "call", "video", "chat", "social"}


@dataclass
class Listed:
    """What the list says of a person."""

    person: str
    section: str
    reach_by: date | None
    last_contact: date | None
    phase: str
    way: tuple[str | None, str | None]
    hold: tuple[str, date] | None
    reasons: list[tuple[str, date | None, bool]]
    slots: dict[str, list[str]]


def listed(journal: JournalFacts, today: date) -> list[Listed]:
    """Return everybody in the list, in its order."""
    journal = _without_drafts(journal)
    names = {person.id: person.name.casefold() for person in journal.people}
    entries = (_entry(Words(journal, person, today)) for person in journal.people)
    found = [each for each in entries if each]
    return sorted(
        found,
        key=lambda x: (
            _SECTIONS.index(x.section),
            x.reach_by or date.max,
            names[x.person],
            x.person,
        ),
    )


def to_confirm(journal: JournalFacts, today: date) -> list[str]:
    """Return what was planned for a day that has passed, oldest first."""
    contacts = _without_drafts(journal).contacts
    late = [each for each in contacts if state(each, today) == "to confirm"]
    return [each.id for each in sorted(late, key=lambda x: (x.date, x.time or "", x.id))]


def why_not(journal: JournalFacts, person: PersonFacts, today: date) -> str | None:
    """Return why somebody is not in the list, if they are not."""
    words = Words(_without_drafts(journal), person, today)
    if person.died:
        return "died"
    if person.draft:
        return "draft"
    if any(each.by or each.kind == "begin" for each in reasons(words)):
        return None
    if words.phase == "ended":
        return "ended"
    return "no-cadence" if words.is_kept else "not-kept"


def _without_drafts(journal: JournalFacts) -> JournalFacts:
    """Return the journal without draft touchpoints, which count for nothing."""
    return replace(journal, contacts=[each for each in journal.contacts if not each.draft])


def _entry(words: Words) -> Listed | None:
    person, why, rhythm = words.person, reasons(words), due(words)
    dated = [each.by for each in why if each.by]
    if person.draft or person.died or not (dated or any(each.kind == "begin" for each in why)):
        return None
    by, hold = min(dated, default=None), rhythm.hold if rhythm else None
    put_off = rhythm is not None and rhythm.rested and by == rhythm.by
    snooze = person.snooze_until
    if snooze and by and snooze > by:
        by, put_off = snooze, True
        hold = ("snooze", snooze) if snooze > words.today else hold
    return Listed(
        person=person.id,
        section=_section(words, why, rhythm, _Day(by, hold, put_off)),
        reach_by=by,
        last_contact=words.last,
        phase=words.phase,
        way=_way(words, why),
        hold=hold,
        reasons=[(each.kind, each.by, each.stale) for each in why],
        slots=_slots(words),
    )


@dataclass
class _Day:
    by: date | None
    hold: tuple[str, date] | None
    put_off: bool


def _section(words: Words, why: list[Why], rhythm: Due | None, day: _Day) -> str:
    today, held = words.today, day.hold[0] if day.hold else ""
    if words.person.paused:
        return "paused"
    if held == "snooze":
        return "snoozed"
    if held == "resting" and rhythm and day.by == rhythm.by and day.by > today:
        return "resting"
    if words.phase == "dormant" and [each.kind for each in why if each.by] == ["cadence"]:
        return "dormant"
    return _by_day(day.by, day.put_off, today) if day.by else "begin"


def _by_day(by: date, put_off: bool, today: date) -> str:
    if by < today:
        return "this-week" if put_off and by >= today - timedelta(14) else "overdue"
    if by <= today + timedelta(7):
        return "this-week"
    return "soon" if by <= today + timedelta(42) else "later"


def _way(words: Words, why: list[Why]) -> tuple[str | None, str | None]:
    """Return the channel, and what it announces."""
    person, fits = words.person, _fitting(words, why)
    channel = _channel(words, why, fits)
    others = {channel, *person.avoids}
    late = [each for each in words.mine if each.date >= words.ago(30)]
    if channel not in person.announce_first or any(each.channel not in others for each in late):
        return channel, None
    for first in (*person.prefers, *person.accepts, "letter", "email"):
        if first not in (*person.announce_first, *person.avoids) and fits(first):
            return first, channel
    return channel, None


class _Fitting:
    def __init__(self, can_meet: bool) -> None:
        self.can_meet = can_meet

    def __call__(self, channel: str) -> bool:
        return self.can_meet or channel not in _MEETING


def _fitting(words: Words, why: list[Why]) -> _Fitting:
    person, mine = words.person, words.journal.my_city
    unknown = not person.city or not mine
    together = mine in (person.city, *person.other_cities)
    return _Fitting(unknown or together or any(each.kind == "trip" for each in why))


def _channel(words: Words, why: list[Why], fits: _Fitting) -> str | None:
    person, wanted = words.person, [*words.person.prefers, *words.person.accepts]
    letter = unanswered_letter(words)
    if why[0].kind == "planned":
        return words.plans[0].channel
    if why[0].kind == "reply" and letter and letter.channel not in person.avoids:
        wanted.insert(0, letter.channel)
    for each in wanted:
        if fits(each):
            return each
    last = words.them[-1].channel if words.them else None
    if last in _AGAIN and last not in person.avoids:
        return last
    return "email" if person.email and "email" not in person.avoids else None


def _slots(words: Words) -> dict[str, list[str]]:
    person, today = words.person, words.today
    fresh = [
        note
        for note in sorted(words.journal.news, key=lambda x: (-x.date.toordinal(), x.id))
        if note.date <= today <= (note.fresh_until or plus(note.date, (6, 0)))
    ]
    mine = [note for note in fresh if "me" in note.about and person.id not in note.about]
    theirs = [note for note in fresh if person.id in note.about]
    asked = [_plain(each.question) for each in words.them if each.question]
    return {
        "news": [note.id for note in mine if not words.told(note)],
        "recognition": [note.id for note in theirs if not words.acknowledged(note)],
        "offer": _offers(words),
        "question": [each for each in person.questions if _plain(each) not in asked],
    }


def _offers(words: Words) -> list[str]:
    found = [
        each
        for each in words.journal.opportunities
        if each.state == "spotted"
        and not (each.deadline and each.deadline < words.today)
        and not words.told(each)
    ]
    found.sort(key=lambda each: (each.deadline or date.max, each.id))
    theirs = [each.id for each in found if words.person.id in each.whom]
    return theirs + [each.id for each in found if not each.whom and _shares(words.person, each)]


def _shares(person: PersonFacts, found: OpportunityFacts) -> bool:
    theirs = {word.casefold() for word in (*person.fields, *person.interests)}
    return any(word.casefold() in theirs for word in found.fields)


def _plain(question: str) -> str:
    return " ".join(question.casefold().rstrip("?!. ").split())
