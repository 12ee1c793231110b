"""The advice, for everybody or one person, as text or JSON; nothing is worked out here."""

from typing import NamedTuple

import msgspec

from journal.advice import Advice, advise
from journal.capture.who import who
from journal.cli.card import card, not_listed
from journal.cli.clock import now
from journal.cli.listing import listing
from journal.cli.opened import opened
from journal.cli.output import clean_json, say
from journal.library import Journal


class Asked(NamedTuple):
    """What to show."""

    who: str | None
    sections: tuple[str, ...]
    json: bool
    limit: int | None


def reach(asked: Asked) -> bool:
    """Print the advice; return whether anybody asked about is overdue. Raises Refused."""
    journal = opened().journal
    advice = advise(journal)
    person = who(journal, asked.who) if asked.who else None
    if person:
        advice = _about(advice, person.id)
    overdue = any(a.section == "overdue" for a in advice.people)
    shown = _selected(advice, asked)
    if asked.json:
        _say_json(shown)
    elif person:
        moment = now(journal.settings)
        found = advice.of(person.id)
        lines = card(journal, found, moment) if found else not_listed(journal, person, moment)
        say("\n".join(lines))
    else:
        _say_list(journal, shown)
    return overdue


def _only(advice: Advice, people: tuple[msgspec.Struct, ...]) -> Advice:
    return msgspec.structs.replace(advice, people=people)


def _about(advice: Advice, person: str) -> Advice:
    return msgspec.structs.replace(
        advice,
        people=tuple(each for each in advice.people if each.person == person),
        unread=tuple(each for each in advice.unread if each.person == person),
    )


def _selected(advice: Advice, asked: Asked) -> Advice:
    people = advice.people
    if asked.sections:
        people = tuple(a for a in people if a.section in asked.sections)
    return _only(advice, people[: asked.limit])


def _say_json(advice: Advice) -> None:
    text = msgspec.json.format(msgspec.json.encode(advice), indent=2).decode()
    say(clean_json(text))


def _say_list(journal: Journal, advice: Advice) -> None:
    say("\n".join(listing(journal, advice, now(journal.settings))))
