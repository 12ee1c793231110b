"""`journal draft`: the next message to somebody, as text or as an address."""

import click

from journal.advice import TalkingPoints
from journal.advice.index import AdviceIndex
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
from journal.site.templates import templates_of
from journal.writing.lookup import find_person


@click.command("draft")
@click.argument("who", shell_complete=people)
@click.option("--mailto", is_flag=True, help="As an address that opens it in a mail program.")
@in_root
@on_day
def command(who: str, mailto: bool) -> None:
    """Draft the next message to WHO, out of what there is to say.

    It holds the first of each: your news, their news, something to offer, a quick question.
    Nothing is sent, and nothing is written down.
    """
    root, journal = (opened := load()).root, opened.journal
    person = find_person(journal, who)
    if person.is_dead(journal.today):
        raise Refused(f"{quoted(person.title)} has died: there is no message to draft.")
    if mailto and not person.mail_address:
        raise Refused(
            f"{quoted(person.title)} has no `email`: add it to {quoted(person.path, 120)}."
        )
    points = talking_points(AdviceIndex(journal), Relationship(journal, person))
    ask_for_trust(root)
    message = message_draft.draft(journal, person, points, templates_of(root))
    if mailto:
        say(clean(message_draft.mailto(message, person.mail_address)))
    else:
        subject = f"Subject: {message.subject}\n\n" if message.subject else ""
        say(clean(f"{subject}{message.text}".rstrip("\n")))
    if _tells_private(journal, points):
        warn("It draws on a note that is private: look it over before you send it.")


def _tells_private(journal: Journal, points: TalkingPoints) -> bool:
    told = (*points.news[:1], *points.recognition[:1], *points.offer[:1])
    return any(journal.notes[note].private for note in told)
