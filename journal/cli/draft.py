"""`journal draft`: the next message to somebody, as text or as an address."""

import click

from journal.advice import PersonAdvice
from journal.advice.index import AdviceIndex
from journal.advice.recommendations import advise_on
from journal.advice.relationship import Relationship
from journal.advice.talking_points import talking_points
from journal.characters import quoted
from journal.cli.completion import people
from journal.cli.load import load
from journal.cli.options import in_root, on_day
from journal.cli.output import clean, say, warn
from journal.cli.trust import ask_for_trust
from journal.errors import Refused
from journal.library import Journal
from journal.site.parts import message_draft
from journal.site.parts.message_opening import Said, one_thing
from journal.site.templates import templates_of
from journal.writing.lookup import find_person


@click.command("draft")
@click.argument("who", shell_complete=people)
@click.option("--mailto", is_flag=True, help="As an address that opens it in a mail program.")
@in_root
@on_day
def command(who: str, mailto: bool) -> None:
    """Draft the next message to WHO: one thing is enough.

    The first reason to write has the first paragraph; where there is none but the time that has
    passed, it is your news, a word about theirs, something to offer, or a quick question. “journal
    next WHO” has what else there is to say. Nothing is sent, and nothing is written down.
    """
    root, journal = (opened := load(bodies=True)).root, opened.journal
    person = find_person(journal, who)
    if person.is_dead(journal.today):
        raise Refused(f"{quoted(person.title)} has died: there is no message to draft.")
    if mailto and not person.mail_address:
        raise Refused(
            f"{quoted(person.title)} has no `email`: add it to {quoted(person.path, 120)}."
        )
    index = AdviceIndex(journal)
    advice = advise_on(index, person)
    points = talking_points(index, Relationship(journal, person))
    said = one_thing(journal, advice, points, lambda note_id: opened.bodies.get(note_id, ""))
    ask_for_trust(root)
    message = message_draft.draft(journal, person, said, templates_of(root))
    if mailto:
        say(clean(message_draft.mailto(message, person.mail_address)))
    else:
        subject = f"Subject: {message.subject}\n\n" if message.subject else ""
        say(clean(f"{subject}{message.text}".rstrip("\n")))
    if _tells_private(journal, advice, said):
        warn("It draws on a note that is private: look it over before you send it.")


def _tells_private(journal: Journal, advice: PersonAdvice | None, said: Said) -> bool:
    points = said.points
    behind = advice.reasons[0].notes if advice and said.opening else ()
    told = (*behind, *points.news, *points.recognition, *points.offer)
    return any(journal.notes[note].private for note in told)
