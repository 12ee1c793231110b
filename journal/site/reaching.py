"""How a person is reached: addresses that a mail program or a telephone opens."""

import re
import shlex
from urllib.parse import quote

from journal.library.journal import Journal
from journal.notes.records import Person

_NO_DIGIT = re.compile(r"[^0-9+*#]")
_RUNG = frozenset({"call", "text"})


def mail(address: str) -> str:
    """Return a `mailto:` address (RFC 6068)."""
    return f"mailto:{quote(address.strip(), safe='@')}"


def telephone(number: str) -> str:
    """Return a `tel:` address (RFC 3966) of a number as it was written, or nothing."""
    dialled = _NO_DIGIT.sub("", number)
    return f"tel:{quote(dialled, safe='+*')}" if dialled else ""


def by_channel(person: Person, channel: str | None) -> str:
    """Return the address that opens a channel to a person, or an empty text."""
    if channel == "email" and person.email:
        return mail(person.email[0])
    if channel in _RUNG and person.phone:
        return telephone(person.phone[0])
    return ""


def log_command(
    journal: Journal,
    person: Person,
    channel: str | None,
    about: tuple[str, ...] = (),
    question: str = "",
) -> str:
    """Return the line for a POSIX shell that writes a contact down, and what it told and asked."""
    clear = journal.names.find(person.title) == (person.id,) and person.title[:1] != "-"
    name = person.title if clear else person.id
    way = f" --channel {channel}" if channel else ""
    told = "".join(f" --about {shlex.quote(note)}" for note in about)
    asked = f" --question={shlex.quote(question)}" if question else ""
    return f"journal log {shlex.quote(name)}{way}{told}{asked} -m '…'"
