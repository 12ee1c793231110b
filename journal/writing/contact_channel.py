"""On which channel a contact was, where nobody said it: one to write on, and never a guess."""

from collections.abc import Iterator, Sequence

from journal.advice.relationship import Relationship
from journal.library import Journal
from journal.notes.records import Person
from journal.vocabulary.choices import WRITTEN_CHANNELS
from journal.writing.compose import KeyValues

#: Keys that tell of a contact which was no message.
_OF_MEETINGS = ("place", "minutes")


def written_channel(journal: Journal, people: Sequence[Person], said: KeyValues) -> str | None:
    """Return the channel of a message to these people; None where it has to be asked for.

    The first to write on that they prefer or accept, or that was used last; else e-mail, if there
    is an address. Nothing that one of them avoids, and nothing where `said` tells of a meeting.
    """
    if said.get("kind") == "meeting" or any(key in said for key in _OF_MEETINGS):
        return None
    avoided = {channel for person in people for channel in person.avoids}
    known = (channel for person in people for channel in _known(journal, person))
    return next((each for each in known if each in WRITTEN_CHANNELS - avoided), None)


def _known(journal: Journal, person: Person) -> Iterator[str]:
    yield from (*person.prefers, *person.accepts)
    done = Relationship(journal, person).done
    if done:
        yield done[-1].channel
    if person.mail_address:
        yield "email"
