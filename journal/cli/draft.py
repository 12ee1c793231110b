"""A draft printed, as text or as an address."""

import click

from journal.advice import TalkingPoints
from journal.advice.index import AdviceIndex
from journal.advice.relationship import Relationship
from journal.advice.talking_points import talking_points
from journal.characters import quoted
from journal.cli.completion import people
from journal.cli.load import opened
from journal.cli.options import in_root, on_day
from journal.cli.output import clean, say, warn
from journal.cli.trust import settle
from journal.errors import Refused
from journal.library import Journal
from journal.site.parts.message_draft import draft, mailto
from journal.site.templates import templates_of
from journal.writing.lookup import who


def draft_to(name: str, as_address: bool) -> None:
    """Print the draft. Raises Refused and TemplateFault."""
    root, journal = (whole := opened()).root, whole.journal
    person = who(journal, name)
    if person.is_dead(journal.today):
        raise Refused(f"{quoted(person.title)} has died: there is no message to draft.")
    if as_address and not person.email:
        raise Refused(
            f"{quoted(person.title)} has no `email`: add it to {quoted(person.path, 120)}."
        )
    found = talking_points(AdviceIndex(journal), Relationship(journal, person))
    settle(root)
    message = draft(journal, person, found, templates_of(root))
    if as_address:
        say(clean(mailto(message, person.email[0])))
    else:
        subject = f"Subject: {message.subject}\n\n" if message.subject else ""
        say(clean(f"{subject}{message.text}".rstrip("\n")))
    if _tells_private(journal, found):
        warn("It draws on a note that is private: look it over before you send it.")


def _tells_private(journal: Journal, said: TalkingPoints) -> bool:
    told = (*said.news[:1], *said.recognition[:1], *said.offer[:1])
    return any(journal.notes[note].private for note in told)


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
    from journal.cli.draft import draft_to

    draft_to(who, mailto)
