"""Links from a person: to mail and telephone, to the pages for a message and a meeting."""

import shlex
from urllib.parse import quote

from journal.advice.settling import clear_name
from journal.contact_details import dialled_number, email_addresses
from journal.library.journal import Journal
from journal.notes.records import Person
from journal.site.parts.page_context import Link, PageContext

#: The pages below a person's page: for a message, and for a meeting.
WRITE, PREP = "write/", "prep/"
_BY_PHONE = frozenset({"call", "text"})


def mail_href(address: str) -> str:
    """Return a `mailto:` address (RFC 6068), or nothing for what is none."""
    return f"mailto:{quote(address, safe='@')}" if email_addresses(address) else ""


def phone_href(number: str) -> str:
    """Return a `tel:` address (RFC 3966) of a number as it was written, or nothing."""
    dialled = dialled_number(number)
    return f"tel:{dialled}" if dialled else ""


def channel_href(person: Person, channel: str | None) -> str:
    """Return the address that opens a channel to a person, or an empty text."""
    if channel == "email":
        return mail_href(person.mail_address)
    if channel in _BY_PHONE:
        return next(filter(None, map(phone_href, person.phone)), "")
    return ""


def log_command(
    journal: Journal,
    person: Person,
    channel: str | None,
    about: tuple[str, ...] = (),
    question: str = "",
) -> str:
    """Return the shell command that logs a contact, with what was told and asked."""
    name = shlex.quote(clear_name(journal, person))
    way = f" --channel {channel}" if channel else ""
    told = "".join(f" --about {shlex.quote(note)}" for note in about)
    asked = f" --question={shlex.quote(question)}" if question else ""
    return f"journal log {name}{way}{told}{asked} -m '…'"


def log_form_href(page: PageContext, command: str) -> str:
    """Return the address of the form that does what the command would; nothing where it is built.

    The form is for contacts: other commands have none.
    """
    return page.form_href("log", line=command) if command.startswith("journal log ") else ""


def actions(page: PageContext, person: Person) -> tuple[Link, ...]:
    """Return links to the pages for a message and a meeting; none for those who died."""
    if person.is_dead(page.today):
        return ()
    home = page.data.addresses[person.id].page
    return (
        Link("Write to them", page.href(f"{home}{WRITE}")),
        Link("Prepare a meeting", page.href(f"{home}{PREP}")),
    )


#: The forms that change what a note says of a person, and the words of the links to them.
_CHANGES = {
    "snooze": "Snooze",
    "pause": "pause",
    "phase": "another phase",
    "end": "it has ended",
    "rename": "another name",
}


def change_links(page: PageContext, person: Person, *forms: str) -> tuple[Link, ...]:
    """Return links to forms of the local server; none where it is built.

    For those who died there is only the one for another name.
    """
    is_dead = person.is_dead(page.today)
    wanted = [name for name in forms or _CHANGES if name == "rename" or not is_dead]
    links = (Link(_CHANGES[name], page.form_href(name, who=person.id)) for name in wanted)
    return tuple(link for link in links if link.href)


def write_links(page: PageContext, people: tuple[str, ...]) -> tuple[Link, ...]:
    """Return people, each with a link to the page where a message to them is written."""
    return tuple(Link(page.link(who).text, _write_href(page, who)) for who in people)


def _write_href(page: PageContext, who: str) -> str:
    person = page.journal.person(who)
    if person is None or person.is_dead(page.today):
        return page.note_href(who)
    return page.href(f"{page.data.addresses[who].page}{WRITE}")
