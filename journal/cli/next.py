"""The advice, for everybody or one person, as text or JSON; nothing is worked out here."""

from typing import NamedTuple

import click
import msgspec

from journal.advice import Advice, advise
from journal.cli.completion import people
from journal.cli.current_day import now
from journal.cli.load import opened
from journal.cli.options import in_root, on_day
from journal.cli.output import clean_json, say
from journal.cli.person_card import card, not_listed
from journal.cli.reach_out_list import listing
from journal.errors import Exit
from journal.library import Journal
from journal.writing.lookup import who


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


#: As in the advice, which is imported only to run.
_SECTIONS = (
    "overdue", "this-week", "soon", "later", "resting", "dormant", "snoozed", "paused",
)  # fmt: skip


@click.command("next")
@click.argument("who", required=False, shell_complete=people)
@click.option(
    "--section",
    "sections",
    multiple=True,
    type=click.Choice(_SECTIONS),
    help="Only these; may be repeated.",
)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "json"]),
    default="text",
    help="json is for other programs.",
)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="Only the first N people.")
@click.option("--exit-code", is_flag=True, help="End with status 3 if anybody is overdue.")
@in_root
@on_day
def command(
    who: str | None, sections: tuple[str, ...], layout: str, limit: int | None, exit_code: bool
) -> int:
    """Show whom to reach out to next: by when, why, on which channel.

    With WHO, everything about one person, and what there is to say. The order is that of the
    dates; nobody is ranked.
    """
    from journal.cli.next import Asked, reach

    overdue = reach(Asked(who, sections, layout == "json", limit))
    return Exit.OVERDUE if overdue and exit_code else Exit.FINE
