"""What there is to say to a person: to those in the list, and to everybody else who lives."""

from collections.abc import Iterator
from itertools import product

import msgspec

from journal.advice import Slots
from journal.advice.listing import channel
from journal.advice.slots import slots
from journal.advice.standing import Standing
from journal.notes.records import Person
from journal.site.draft import draft
from journal.site.reaching import log_command
from journal.site.sources import Sources
from journal.site.templates import Templates

#: The four things to say, all optional, as the fields of `Slots` are called.
FOUR = ("news", "recognition", "offer", "question")


class Variant(msgspec.Struct, frozen=True):
    """A message that says some of the four, and the line that writes it down afterwards."""

    said: tuple[str, ...]
    subject: str
    text: str
    command: str


def slots_of(sources: Sources, person: Person) -> Slots:
    """Return what there is to say to a person; nothing hidden is in it."""
    if advice := sources.advice_for(person):
        return advice.slots
    return slots(sources.ground, Standing(sources.journal, person))


def channel_of(sources: Sources, person: Person) -> str | None:
    """Return the channel to suggest for a person."""
    return channel(Standing(sources.journal, person))


def variants(
    sources: Sources, person: Person, found: Slots, templates: Templates
) -> Iterator[Variant]:
    """Yield a message for every choice among what there is to say, the fullest first.

    Raises TemplateFault.
    """
    there = [key for key in FOUR if getattr(found, key)]
    way = channel_of(sources, person)
    for wanted in product((True, False), repeat=len(there)):
        said = tuple(key for key, is_said in zip(there, wanted, strict=True) if is_said)
        first = Slots(**{key: getattr(found, key)[:1] for key in said})
        message = draft(sources.journal, person, first, templates)
        about = (*first.news, *first.recognition, *first.offer)
        command = log_command(sources.journal, person, way, about, "".join(first.question))
        yield Variant(said, message.subject, message.text, command)
