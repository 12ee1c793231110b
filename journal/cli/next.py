"""`journal next`: the advice, for everybody or one person, as text or JSON."""

from typing import NamedTuple

import click
import msgspec

from journal.advice import Advice, advise
from journal.advice.advice_model import SECTIONS
from journal.advice.explanation import explain
from journal.characters import escaped_json
from journal.cli.advice_text import (
    confirm_lines,
    listed_person,
    reach_out_list,
    unlisted_person,
)
from journal.cli.completion import people
from journal.cli.current_day import now
from journal.cli.load import load
from journal.cli.options import in_root, on_day
from journal.cli.output import say
from journal.cli.why_text import explanation_json, explanation_lines
from journal.errors import Exit
from journal.library import Journal
from journal.notes.records import Person
from journal.writing.lookup import find_person


@click.command("next")
@click.argument("who", required=False, shell_complete=people)
@click.option(
    "--section",
    "sections",
    multiple=True,
    type=click.Choice(SECTIONS),
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
@click.option("--why", is_flag=True, help="With WHO: how the day came about, rule by rule.")
@click.option("--exit-code", is_flag=True, help="End with status 3 if anybody is overdue.")
@in_root
@on_day
def command(
    *,
    who: str | None,
    sections: tuple[str, ...],
    layout: str,
    limit: int | None,
    why: bool,
    exit_code: bool,
) -> int:
    """Show whom to reach out to next: by when, why, on which channel.

    With WHO, everything about one person, and what there is to say. The order is that of the
    dates; nobody is ranked.
    """
    if why and not who:
        raise click.UsageError("Say whom: journal next WHO --why.")
    is_overdue = print_advice(AdviceOptions(who, sections, layout == "json", limit, why))
    return Exit.OVERDUE if is_overdue and exit_code else Exit.FINE


class AdviceOptions(NamedTuple):
    """What to show of the advice, and how."""

    who: str | None
    sections: tuple[str, ...]
    json: bool
    limit: int | None
    why: bool = False


def print_advice(options: AdviceOptions) -> bool:
    """Print the advice; return whether anybody asked about is overdue. Raises Refused."""
    journal = load().journal
    advice = advise(journal)
    person = find_person(journal, options.who) if options.who else None
    if person:
        advice = _about(journal, advice, person.id)
    shown = _selected(advice, options)
    if person and options.why:
        _print_why(journal, advice, person, options.json)
    elif options.json:
        _print_json(shown)
    elif person:
        _print_person(journal, advice, person)
    else:
        moment, everybody = now(journal.settings), bool(options.sections)
        say("\n".join(reach_out_list(journal, shown, moment, everybody)))
    return any(each.section == "overdue" for each in advice.people)


def _about(journal: Journal, advice: Advice, person: str) -> Advice:
    theirs = {note.id for note in journal.with_person.get(person, ())}
    return msgspec.structs.replace(
        advice,
        people=tuple(each for each in advice.people if each.person == person),
        to_confirm=tuple(each for each in advice.to_confirm if each in theirs),
        unread=tuple(each for each in advice.unread if each.person == person),
    )


def _selected(advice: Advice, options: AdviceOptions) -> Advice:
    people = advice.people
    if options.sections:
        people = tuple(each for each in people if each.section in options.sections)
    return msgspec.structs.replace(advice, people=people[: options.limit])


def _print_json(advice: Advice) -> None:
    text = msgspec.json.format(msgspec.json.encode(advice), indent=2).decode()
    say(escaped_json(text))


def _print_why(journal: Journal, advice: Advice, person: Person, as_json: bool) -> None:
    """Print how somebody's day came about; of those not in the list, why they are not."""
    listed = advice.of(person.id)
    found = explain(journal, listed) if listed else None
    if as_json:
        say(explanation_json(found))
    elif found:
        say("\n".join(explanation_lines(journal, found)))
    else:
        _print_person(journal, advice, person)


def _print_person(journal: Journal, advice: Advice, person: Person) -> None:
    moment, found = now(journal.settings), advice.of(person.id)
    lines = (
        listed_person(journal, found, moment) if found else unlisted_person(journal, person, moment)
    )
    first = [*confirm_lines(journal, advice), ""] if advice.to_confirm else []
    say("\n".join((*first, *lines)))
