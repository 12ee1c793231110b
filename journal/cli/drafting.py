"""A draft printed, as text or as an address."""

from journal.advice import Slots
from journal.advice.ground import Ground
from journal.advice.slots import slots
from journal.advice.standing import Standing
from journal.capture.who import who
from journal.cli.failure import Refused
from journal.cli.opened import opened
from journal.cli.output import clean, say, warn
from journal.cli.trusting import settle
from journal.findings import shown
from journal.library import Journal
from journal.site.draft import draft, mailto
from journal.site.templates import templates_of


def draft_to(name: str, as_address: bool) -> None:
    """Print the draft. Raises Refused and TemplateFault."""
    root, journal = (whole := opened()).root, whole.journal
    person = who(journal, name)
    if person.is_dead(journal.today):
        raise Refused(f"{shown(person.title)} has died: there is no message to draft.")
    if as_address and not person.email:
        raise Refused(f"{shown(person.title)} has no `email`: add it to {shown(person.path, 120)}.")
    found = slots(Ground(journal), Standing(journal, person))
    settle(root)
    message = draft(journal, person, found, templates_of(root))
    if as_address:
        say(clean(mailto(message, person.email[0])))
    else:
        subject = f"Subject: {message.subject}\n\n" if message.subject else ""
        say(clean(f"{subject}{message.text}".rstrip("\n")))
    if _tells_private(journal, found):
        warn("It draws on a note that is private: look it over before you send it.")


def _tells_private(journal: Journal, said: Slots) -> bool:
    told = (*said.news[:1], *said.recognition[:1], *said.offer[:1])
    return any(journal.notes[note].private for note in told)
