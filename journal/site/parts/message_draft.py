"""A draft of a message to a person, from the four talking points."""

from collections.abc import Iterator
from itertools import product
from urllib.parse import quote

import msgspec

from journal.advice import TalkingPoints
from journal.advice.relationship import Relationship
from journal.advice.settling import message_line
from journal.advice.suggested_channel import suggested_channel
from journal.advice.talking_points import talking_points
from journal.library.journal import Journal
from journal.notes.note import Note
from journal.notes.records import Opportunity, Person
from journal.site.parts.message_opening import Said, opening_of_reason
from journal.site.parts.page_context import PageContext
from journal.site.parts.person_links import log_command, log_form_href
from journal.site.templates import Templates
from journal.wording.dates import long_date
from journal.wording.message_openings import Opening

_TEMPLATE = "draft.txt"
_SUBJECT = "Subject:"
_GREETINGS = {"formal": "Dear", "informal": "Hi"}
_CLOSINGS = {"formal": "With kind regards", "informal": "All the best"}


class Draft(msgspec.Struct, frozen=True):
    """A message: `subject` is one line, `text` has lines that end in a line feed."""

    subject: str
    text: str


class DraftNote(msgspec.Struct, frozen=True):
    """A note as a message mentions it; `link` and `last_day` may be empty."""

    title: str
    link: str = ""
    last_day: str = ""


class DraftParts(msgspec.Struct, frozen=True):
    """The content of `draft.txt`; what is missing is None or empty."""

    greeting: str
    name: str
    opening: Opening | None
    news: DraftNote | None
    recognition: DraftNote | None
    offer: DraftNote | None
    question: str
    closing: str
    me: str


def draft(journal: Journal, person: Person, said: Said, templates: Templates) -> Draft:
    """Return a draft with the reason, and the first of each kind of talking point.

    Raises TemplateFault.
    """
    message = _draft_parts(journal, person, said)
    text = templates.render(_TEMPLATE, message=message)
    first, _, rest = text.partition("\n")
    if not first.startswith(_SUBJECT):
        return Draft("", text.strip() + "\n")
    return Draft(first.removeprefix(_SUBJECT).strip(), rest.strip() + "\n")


def _draft_parts(journal: Journal, person: Person, said: Said) -> DraftParts:
    points = said.points
    return DraftParts(
        opening=said.opening,
        greeting=_GREETINGS.get(person.tone, "Hello"),
        name=person.address_as or person.title,
        news=_draft_note(journal, points.news),
        recognition=_draft_note(journal, points.recognition),
        offer=_draft_note(journal, points.offer),
        question=points.question[0] if points.question else "",
        closing=_CLOSINGS.get(person.tone, "Best wishes"),
        me=journal.settings.me.name,
    )


def _draft_note(journal: Journal, notes: tuple[str, ...]) -> DraftNote | None:
    if not notes:
        return None
    note: Note = journal.notes[notes[0]]
    last = note.deadline if isinstance(note, Opportunity) else None
    return DraftNote(note.title.rstrip("."), note.link, long_date(last) if last else "")


def mailto(message: Draft, address: str) -> str:
    """Return the address that opens the draft in a mail program (RFC 6068)."""
    fields = {"subject": message.subject, "body": message.text.replace("\n", "\r\n")}
    written = "&".join(f"{name}={quote(text, safe='')}" for name, text in fields.items() if text)
    to = quote(address.strip(), safe="@")
    return f"mailto:{to}?{written}" if written else f"mailto:{to}"


#: The kinds of talking points, by their fields in `TalkingPoints`; all are optional.
TALKING_POINTS = TalkingPoints.__struct_fields__


class DraftVariant(msgspec.Struct, frozen=True):
    """A draft with some of the talking points, and the command that logs it afterwards.

    `form` does the same, on a page that is served.
    """

    said: tuple[str, ...]
    subject: str
    text: str
    command: str
    form: str


def talking_points_for(page: PageContext, person: Person) -> TalkingPoints:
    """Return the talking points for a person."""
    if advice := page.data.advice_for(person):
        return advice.talking_points
    return talking_points(page.data.index, Relationship(page.journal, person))


def channel_for(page: PageContext, person: Person) -> str | None:
    """Return the channel to use for a message to a person."""
    if advice := page.data.advice_for(person):
        return advice.channel
    return suggested_channel(page.data.index, Relationship(page.journal, person)).channel


def draft_variants(
    page: PageContext, person: Person, found: TalkingPoints
) -> Iterator[DraftVariant]:
    """Yield a draft for every combination of talking points, the fullest first.

    Raises TemplateFault.
    """
    there = [key for key in TALKING_POINTS if getattr(found, key)]
    advice = page.data.advice_for(person)
    opening = opening_of_reason(page.journal, advice, page.data.bodies) if advice else None
    for wanted in product((True, False), repeat=len(there)):
        said = tuple(key for key, is_said in zip(there, wanted, strict=True) if is_said)
        first = TalkingPoints(**{key: getattr(found, key)[:1] for key in said})
        message = draft(page.journal, person, Said(opening, first), page.templates)
        command = line_for_afterwards(page, person, first)
        form = log_form_href(page, command)
        yield DraftVariant(said, message.subject, message.text, command, form)


def line_for_afterwards(page: PageContext, person: Person, said: TalkingPoints) -> str:
    """Return the line that writes down a message: what led to it, what was told and asked."""
    advice = page.data.advice_for(person)
    if advice and (line := message_line(page.journal, advice, said)):
        return line
    told = (*said.news, *said.recognition, *said.offer)
    way = channel_for(page, person)
    return log_command(page.journal, person, way, told, "".join(said.question))
