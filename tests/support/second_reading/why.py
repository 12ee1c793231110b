"""Section 3 of the rules: every reason to reach out to a person, and its day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tests.support.second_reading.facts import ContactFacts, TripFacts
from tests.support.second_reading.words import Words, before, direction, plus, state

_ORDER = (
    "reply", "promise", "followup", "next", "planned", "opportunity", "recognise", "trip",
    "occasion", "agreement", "cadence", "begin", "preferences",
)  # fmt: skip
_CAN_BE_LET_GO = {"promise", "followup", "recognise", "agreement"}


@dataclass
class Why:
    """A reason."""

    kind: str
    by: date | None
    stale: bool = False


@dataclass
class Due:
    """The day of the cadence, the hold, and whether a rest has set the day."""

    by: date
    hold: tuple[str, date] | None = None
    rested: bool = False


def due(words: Words) -> Due | None:
    """Return when the cadence asks for a contact."""
    base, cadence = words.base, words.cadence
    if not (words.is_kept and cadence and base) or words.next_holds:
        return None
    day = plus(base, cadence)
    if words.phase == "new" and words.last is None:
        day = max(day, words.today)
    if words.plans and words.plans[0].date <= plus(base, cadence, 2):
        day = max(day, words.plans[0].date)
    found, out = Due(day), words.last_out
    if out and words.gap and plus(out, words.gap) > day:
        found = Due(plus(out, words.gap), ("min_gap", plus(out, words.gap)))
    if out and words.unanswered >= 2:
        until = plus(out, cadence, 2)
        found = Due(max(found.by, until), ("resting", until), until >= found.by)
    if found.hold and found.hold[1] <= words.today:
        found.hold = None
    return found


def unanswered_letter(words: Words) -> ContactFacts | None:
    """Return the first letter of theirs that waits for an answer."""
    for letter in words.them:
        asks = direction(letter) == "in" and letter.kind not in ("reply", "greeting", "thanks")
        recent = letter.date >= words.ago(365)
        if asks and recent and all(before(each, letter) for each in words.mine):
            return letter
    return None


def reasons(words: Words) -> list[Why]:
    """Return all reasons, the earliest first."""
    found = [
        *_from_contacts(words),
        *_ahead(words),
        *_trips(words),
        *_occasions(words),
        *_rhythm(words),
    ]
    for each in found:
        if each.kind in _CAN_BE_LET_GO and _is_let_go(words, each.by):
            each.by, each.stale = None, True
    return sorted(found, key=lambda x: (x.by is None, x.by or words.today, _ORDER.index(x.kind)))


def _is_let_go(words: Words, by: date | None) -> bool:
    return by is not None and by < words.ago(90) and any(each.date > by for each in words.mine)


def _from_contacts(words: Words) -> Iterator[Why]:
    if letter := unanswered_letter(words):
        old = letter.date < words.ago(60)
        yield Why("reply", None if old else letter.date + timedelta(7))
    for contact in words.journal.contacts:
        counts = state(contact, words.today) in ("done", "planned")
        if counts and words.person.id in contact.people:
            for task in contact.tasks:
                if task.mine and task.box not in "x-":
                    yield Why("promise", task.due)
    for contact in words.them:
        if contact.followup_on and not _followed(words, contact, contact.followup_on):
            yield Why("followup", contact.followup_on)


def _followed(words: Words, contact: ContactFacts, day: date) -> bool:
    after = [each for each in words.mine if before(contact, each)]
    return any(each.date >= day - timedelta(7) or contact.id in each.links for each in after)


def _ahead(words: Words) -> Iterator[Why]:
    person, today = words.person, words.today
    if words.next_holds:
        yield Why("next", person.next)
    if words.plans:
        yield Why("planned", words.plans[0].date)
    for found in words.journal.opportunities:
        is_open = found.state == "spotted" and person.id in found.whom and not words.told(found)
        if is_open and found.deadline and found.deadline >= today:
            yield Why("opportunity", max(found.deadline - timedelta(found.lead), today))
    for news in words.journal.news:
        fresh = news.date <= today <= (news.fresh_until or plus(news.date, (6, 0)))
        if fresh and person.id in news.about and not words.acknowledged(news):
            yield Why("recognise", news.date + timedelta(14))


def _trips(words: Words) -> Iterator[Why]:
    person = words.person
    for trip in words.journal.trips:
        if not _is_ahead(trip) or trip.last < words.today or words.told(trip):
            continue
        meets = False
        if "me" in trip.who and trip.city in (person.city, *person.other_cities):
            meets = not _away(words, person.id, trip)
        elif person.id in trip.who and trip.city == words.journal.my_city:
            meets = not _away(words, "me", trip)
        if meets:
            yield Why("trip", max(trip.start - timedelta(trip.lead), words.today))


def _is_ahead(trip: TripFacts) -> bool:
    return trip.state in ("planned", "booked")


def _away(words: Words, who: str, trip: TripFacts) -> bool:
    return any(
        who in other.who
        and _is_ahead(other)
        and other.city != trip.city
        and other.start <= trip.start
        and other.last >= trip.last
        for other in words.journal.trips
    )


def _occasions(words: Words) -> Iterator[Why]:
    for day in _days(words):
        ahead = words.today <= day <= words.today + timedelta(10)
        if ahead and not any(each.date >= day - timedelta(10) for each in words.mine):
            yield Why("occasion", day)


def _days(words: Words) -> Iterator[date]:
    person = words.person
    for year in (words.today.year, words.today.year + 1):
        if person.birthday:
            yield _in_year(*person.birthday, year)
        years = year - person.since.year if person.since else 0
        if person.since and (years == 1 or (years > 0 and years % 5 == 0)):
            yield _in_year(person.since.month, person.since.day, year)


def _in_year(month: int, day: int, year: int) -> date:
    return date(year, 2, 28) if (month, day) == (2, 29) and year % 4 else date(year, month, day)


def _rhythm(words: Words) -> Iterator[Why]:
    person, review = words.person, words.person.review_on
    agreed = [each.date for each in words.them if each.kind == "agreement"]
    if review and not any(day >= review - timedelta(30) for day in agreed):
        yield Why("agreement", review)
    if found := due(words):
        yield Why("cadence", found.by)
    elif words.is_kept and words.cadence and words.base is None and not words.next_holds:
        yield Why("begin", None)
    wishes = (*person.prefers, *person.accepts, *person.announce_first, *person.avoids)
    talked = any(each.kind == "preferences" for each in words.them)
    if words.is_kept and not (wishes or person.prefs_asked or talked):
        yield Why("preferences", None)
