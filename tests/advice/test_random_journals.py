"""What holds of the advice on journals made at random, with everything that the rules know of."""

import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from journal.advice import Advice, PersonAdvice
from journal.advice.advice_model import NotListed
from journal.advice.index import AdviceIndex
from journal.advice.recommendations import why_not_listed
from journal.library import Journal
from tests.support.journal import TODAY, Writer
from tests.support.second_reading.as_notes import as_notes
from tests.support.second_reading.facts import AnyFacts, ContactFacts, JournalFacts
from tests.support.second_reading.listing import why_not
from tests.support.second_reading.random_facts import random_facts
from tests.support.second_reading.words import direction, state

SEEDS = range(5000, 5060)
MANY = range(6000, 6600)


def read(facts: JournalFacts, today: date = TODAY) -> tuple[Journal, Advice]:
    with tempfile.TemporaryDirectory() as folder:
        notes = Writer(Path(folder)).write(as_notes(facts))
        return notes.journal(today), notes.advice(today)


def advised(facts: JournalFacts, today: date = TODAY) -> Advice:
    return read(facts, today)[1]


def renamed(facts: JournalFacts) -> JournalFacts:
    """The same journal, its files called so that their order is the other way round."""
    notes: list[AnyFacts] = [*facts.news, *facts.opportunities, *facts.trips, *facts.contacts]
    names = {
        note.id: f"{note.id.partition('/')[0]}/z{len(notes) - number}"
        for number, note in enumerate(notes)
    }
    contacts = [
        replace(each, id=names[each.id], links=[names[link] for link in each.links])
        for each in facts.contacts
    ]
    return replace(
        facts,
        news=[replace(each, id=names[each.id]) for each in facts.news],
        opportunities=[replace(each, id=names[each.id]) for each in facts.opportunities],
        trips=[replace(each, id=names[each.id]) for each in facts.trips],
        contacts=contacts,
    )


def without_names(each: PersonAdvice) -> tuple[object, ...]:
    reasons = sorted((r.kind, str(r.by), r.stale) for r in each.reasons)
    return (each.person, each.section, each.reach_by, each.last_contact, each.hold, reasons)


def the_order_of_files_changes_nothing(seed: int) -> None:
    facts = random_facts(seed, TODAY)
    one, other = advised(facts), advised(renamed(facts))
    assert list(map(without_names, one.people)) == list(map(without_names, other.people)), seed
    assert len(one.to_confirm) == len(other.to_confirm)


def nothing_comes_between(facts: JournalFacts, first: date, last: date) -> bool:
    """Whether no touchpoint, answer or line of phases lies after one day and up to another."""
    days = [line for person in facts.people for line, _ in person.phases]
    days += [each.date for each in facts.contacts]
    days += [each.answered_on for each in facts.contacts if each.answered_on]
    plans = [each.date for each in facts.contacts if each.state == "planned"]
    return not any(first < day <= last for day in days) and first not in plans


def a_later_today_never_makes_a_cadence_date_earlier(seed: int) -> bool:
    facts, dice = random_facts(seed, TODAY), Random(seed)
    later = TODAY + timedelta(dice.choice((1, 3, 10, 40, 200, 800)))
    if not nothing_comes_between(facts, TODAY, later):
        return False
    now, then = advised(facts), advised(facts, later)
    for each in now.people:
        there = then.of(each.person)
        before, after = cadence_day(each), cadence_day(there) if there else None
        assert not (before and after) or after >= before, (seed, each.person)
    return True


def cadence_day(advice: PersonAdvice) -> date | None:
    return next((reason.by for reason in advice.reasons if reason.kind == "cadence"), None)


def linking_takes_its_reasons_away_and_adds_none(seed: int) -> int:
    """Return how many reasons a link took away; the link is to what some reason rests on."""
    facts, dice = random_facts(seed, TODAY), Random(seed)
    before = reasons(facts)
    pairs = [
        (contact, note)
        for contact in facts.contacts
        for who, kind, note in before
        if kind in _LINKABLE and who in contact.people and note not in (contact.id, *contact.links)
        if state(contact, TODAY) == "done" and not contact.draft
    ]
    if not pairs:
        return 0
    contact, note = dice.choice(pairs)
    after = reasons(with_link(facts, contact, note))
    gone = before - after
    assert after <= before, seed
    assert {(who, about) for who, _, about in gone} <= {(who, note) for who in contact.people}, seed
    if direction(contact) != "in" and not note.startswith("touchpoints"):
        assert any(who in contact.people for who, _, about in gone if about == note), seed
    return len(gone)


_LINKABLE = ("opportunity", "recognise", "trip", "followup")


def with_link(facts: JournalFacts, contact: ContactFacts, note: str) -> JournalFacts:
    linked = replace(contact, links=[*contact.links, note])
    contacts = [linked if each is contact else each for each in facts.contacts]
    return replace(facts, contacts=contacts)


def reasons(facts: JournalFacts) -> set[tuple[str, str, str]]:
    """Person, kind and note of every reason, of those who are not in the list, too."""
    journal, advice = read(facts)
    index, listed = AdviceIndex(journal), {each.person for each in advice.people}
    found: list[PersonAdvice | NotListed] = list(advice.people)
    found += [why_not_listed(index, each) for each in journal.people if each.id not in listed]
    return {
        (each.person, reason.kind, "".join(reason.notes[:1]))
        for each in found
        for reason in each.reasons
    }


def everybody_is_accounted_for(seed: int) -> None:
    facts = random_facts(seed, TODAY)
    journal, advice = read(facts)
    index, listed = AdviceIndex(journal), {each.person for each in advice.people}
    for person in facts.people:
        note = journal.person(person.id)
        assert note, (seed, person.id)
        cause = why_not(facts, person, TODAY)
        assert (person.id in listed) == (cause is None), (seed, person.id, cause)
        if cause:
            found = why_not_listed(index, note)
            assert found.cause == cause, (seed, person.id)
            assert all(reason.by is None for reason in found.reasons), (seed, person.id)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_files_changes_nothing(seed: int) -> None:
    the_order_of_files_changes_nothing(seed)


def test_a_later_today_never_makes_a_cadence_date_earlier() -> None:
    assert sum(map(a_later_today_never_makes_a_cadence_date_earlier, SEEDS)) > len(SEEDS) / 4


def test_linking_takes_its_reasons_away_and_adds_none() -> None:
    assert sum(map(linking_takes_its_reasons_away_and_adds_none, SEEDS)) > 10


@pytest.mark.parametrize("seed", SEEDS)
def test_everybody_is_accounted_for(seed: int) -> None:
    everybody_is_accounted_for(seed)


@pytest.mark.slow
@pytest.mark.parametrize("hundred", range(6))
def test_all_of_it_holds_of_many_journals(hundred: int) -> None:
    for seed in MANY[100 * hundred : 100 * (hundred + 1)]:
        the_order_of_files_changes_nothing(seed)
        a_later_today_never_makes_a_cadence_date_earlier(seed)
        linking_takes_its_reasons_away_and_adds_none(seed)
        everybody_is_accounted_for(seed)
