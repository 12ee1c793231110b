"""Somebody who keeps a journal for a year, and does each Monday what the advice asks."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from journal.advice import Advice, PersonAdvice, Reason
from journal.advice.cadence import chosen_day
from journal.advice.list_sections import shown_this_week
from journal.advice.relationship import Relationship
from journal.advice.settling import settling_command
from journal.errors import Exit
from journal.library import Journal
from tests.support.command import run
from tests.support.journal import Writer
from tests.support.second_reading.as_notes import as_notes
from tests.support.second_reading.random_facts import random_facts

#: What a reason is known by: the person, its kind, its sentence, the notes behind it.
Known = tuple[str, str, str, tuple[str, ...]]
#: Sections in which a silence is what the keeper chose, or what years of it have made of it.
_CHOSEN = frozenset({"paused", "snoozed", "dormant"})
#: How often the keeper does not look at the list for a week, and puts somebody off.
_AWAY, _PUT_OFF = 0.3, 0.1
#: Kinds of reasons that come again by their nature.
_AGAIN = frozenset({"cadence"})


def known(person: str, reason: Reason) -> Known:
    """Return what a reason is known by."""
    return (person, reason.kind, reason.text, reason.notes)


def reasons_of(advice: Advice) -> set[Known]:
    """Return every reason of the list."""
    return {known(each.person, reason) for each in advice.people for reason in each.reasons}


class Keeper:
    """Does what is asked, and watches that the advice keeps its word."""

    def __init__(self, root: Path, seed: int, start: date) -> None:
        self.dice = Random(seed)
        self.today = start
        self.notes = Writer(root).write(as_notes(random_facts(seed, start)))
        self.settled: set[Known] = set()
        #: person -> when the cadence last led to a contact
        self.by_cadence: dict[str, date] = {}
        #: kinds of reasons that were settled
        self.kinds: set[str] = set()

    def live(self, weeks: int) -> None:
        """Live so many weeks."""
        for _ in range(weeks):
            self.today += timedelta(7)
            World(self).week()
            self._week()

    def read(self) -> tuple[Journal, Advice]:
        """Read the journal as it is today."""
        return self.notes.journal(self.today), self.notes.advice(self.today)

    def _week(self) -> None:
        journal, advice = self.read()
        self._nothing_comes_back(advice)
        self._nobody_is_forgotten(journal, advice)
        if self.dice.random() < _AWAY:
            return
        for note in advice.to_confirm:
            self._say_what_became_of(note)
        self._put_off(advice)
        journal, advice = self.read()
        done = [known(each.person, r) for each, r in self._asked(advice) if self._do(each, r)]
        _, after = self.read()
        left = reasons_of(after).intersection(done)
        assert not left, (self.today, left)
        self.settled.update(each for each in done if each[1] not in _AGAIN)
        self.kinds.update(kind for _, kind, _, _ in done)

    def _nothing_comes_back(self, advice: Advice) -> None:
        back = reasons_of(advice) & self.settled
        assert not back, (self.today, back)

    def _nobody_is_forgotten(self, journal: Journal, advice: Advice) -> None:
        for person in journal.people:
            then = Relationship(journal, person)
            if not _is_silent(then) or person.draft or person.is_dead(self.today):
                continue
            found = advice.of(person.id)
            assert found, (self.today, person.id)
            assert _is_first(found, then), (self.today, found)

    def _put_off(self, advice: Advice) -> None:
        """Put somebody off for a while, now and then."""
        overdue = [each.person for each in advice.people if each.section == "overdue"]
        if overdue and self.dice.random() < _PUT_OFF:
            self.command("snooze", self.dice.choice(overdue), f"{self.dice.randint(1, 8)} weeks")

    def _asked(self, advice: Advice) -> Iterator[tuple[PersonAdvice, Reason]]:
        """Yield what is to be done today: what has a day that has come, and what goes with it."""
        for each in advice.people:
            few = each.section in ("begin", "dormant")
            turn = few and each in shown_this_week(advice, each.section)
            due = each.reach_by is not None and each.reach_by <= self.today
            if each.section in ("paused", "snoozed") or not (turn or (due and not few)):
                continue
            for reason in each.reasons:
                if reason.by is None and not turn and self.dice.random() < 0.6:
                    continue
                if reason.by is None or reason.by <= self.today:
                    yield each, reason

    def _do(self, advice: PersonAdvice, reason: Reason) -> bool:
        """Do what a reason asks, and write it down with the line that is offered."""
        journal, now = self.read()
        if known(advice.person, reason) not in reasons_of(now):
            return True  # what was done for another reason has settled it
        words = settling_command(journal, advice, reason)
        if not words:
            return False
        if reason.kind == "cadence":
            self._note_cadence(journal, advice)
        if words[0] == "log" and "--on" not in words:
            text = f"{self.today} {reason.kind} {self.dice.random()}"
            words += ("-m", text) if advice.channel else ("-m", text, "--channel", "email")
        self.command(*words)
        return True

    def _note_cadence(self, journal: Journal, advice: PersonAdvice) -> None:
        """Watch that the cadence has left the room that is to be left."""
        person, before = journal.person(advice.person), self.by_cadence.get(advice.person)
        gap = Relationship(journal, person).min_gap if person else None
        if gap and before and not gap.never:
            assert gap.after(before) <= self.today, (self.today, advice)
        self.by_cadence[advice.person] = self.today

    def _say_what_became_of(self, note: str) -> None:
        later = str(self.today + timedelta(self.dice.randint(0, 30)))
        answers = (("confirm", note), ("confirm", note), ("cancel", note), ("move", note, later))
        self.command(*self.dice.choice(answers))

    def command(self, *words: str) -> None:
        """Run a command of the program today."""
        ran = run(self.notes.root, *words, JOURNAL_TODAY=str(self.today))
        assert ran.status == Exit.FINE, (words, ran.err)


def _is_silent(then: Relationship) -> bool:
    last = then.last_contact
    return bool(then.has_cadence and last and then.cadence.twice().after(last) < then.today)


def _is_first(found: PersonAdvice, then: Relationship) -> bool:
    """Whether somebody is in the first section, or held back as was asked for."""
    today, by, mine = then.today, found.reach_by, then.last_from_me
    # of who comes back from a snooze or a rest, the day is in the past
    comes_back = found.section == "this-week" and by is not None and by < today
    has_room = mine is not None and not then.min_gap.never and then.min_gap.after(mine) >= today
    days = (chosen_day(then), then.person.snooze_until)
    chose_later = any(day is not None and day >= today for day in days)
    return found.section in ("overdue", *_CHOSEN) or chose_later or comes_back or has_room


class World:
    """What others do in a week, and what happens to me."""

    def __init__(self, keeper: Keeper) -> None:
        self.keeper, self.dice, self.today = keeper, keeper.dice, keeper.today

    def week(self) -> None:
        """Let a few things happen."""
        people = [person.id for person in self.keeper.notes.journal(self.today).people]
        for number in range(self.dice.randint(0, 3)):
            happens = self.dice.choice((self.letter, self.news, self.chance, self.trip, self.plan))
            self.write(number, self.dice.choice(people), *happens())

    def write(self, number: int, who: str, folder: str, text: str) -> None:
        """Write a note about somebody."""
        name = f"{folder}/w{self.today}-{number}"
        self.keeper.notes.write({name: text.replace("WHO", who)})

    def day(self, low: int, high: int) -> date:
        """Return a day so many days from today."""
        return self.today + timedelta(self.dice.randint(low, high))

    def letter(self) -> tuple[str, str]:
        """They write."""
        kind = self.dice.choice(("note", "reply", "thanks", "question", "update"))
        front = f"people: WHO\ndate: {self.day(-6, 0)}\nchannel: email\ndirection: in\nkind: {kind}"
        task = f"- [ ] answer {self.dice.random()} 📅 {self.day(0, 30)}\n"
        return "touchpoints", f"---\n{front}\n---\n{self.dice.choice((task, ''))}"

    def news(self) -> tuple[str, str]:
        """Something happened to one of us."""
        about = self.dice.choice(("WHO", "me"))
        return "news", f"---\ndate: {self.day(-6, 0)}\nabout: {about}\n---\n"

    def chance(self) -> tuple[str, str]:
        """There is something for them."""
        front = f"for: WHO\ndeadline: {self.day(3, 90)}"
        return "opportunities", f"---\n{front}\n---\n"

    def trip(self) -> tuple[str, str]:
        """One of us travels."""
        who, city = self.dice.choice((("me", "Lisbon"), ("me", "Oslo"), ("WHO", "Porto")))
        front = f"who: {who}\ncity: {city}\nstart: {self.day(3, 60)}"
        return "trips", f"---\n{front}\n---\n"

    def plan(self) -> tuple[str, str]:
        """We agree on a day, and I will come back to it."""
        day = self.day(1, 40)
        front = f"people: WHO\ndate: {day}\nchannel: call\nstate: planned"
        again = f"\nfollowup_on: {day + timedelta(self.dice.randint(5, 60))}"
        return "touchpoints", f"---\n{front}{self.dice.choice((again, ''))}\n---\n"
