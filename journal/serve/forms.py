"""What the small forms of the served pages share."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qsl

import msgspec

from journal.errors import Refused
from journal.notes.records import Person
from journal.serve.state import ServerState
from journal.site.parts.site_data import SiteData

#: What was typed, by the name of the field; one that comes several times has a line for each.
Fields = Mapping[str, str]

_MOST = 60  # fields of one form


class RefusedField(Refused):
    """Why what is in one field of a form was refused."""

    def __init__(self, sentence: str, field: str) -> None:
        super().__init__(sentence)
        self.field = field


@contextmanager
def at_field(field: str) -> Iterator[None]:
    """Say of what is refused meanwhile that it is about a field."""
    try:
        yield
    except Refused as error:
        raise RefusedField(str(error), field) from error


class MenuOption(msgspec.Struct, frozen=True):
    """One line of a menu."""

    value: str
    text: str
    is_chosen: bool


def read_fields(query: bytes) -> Fields:
    """Return the fields of a form as it was sent. Raises ValueError if it is none."""
    found: dict[str, str] = {}
    for name, value in parse_qsl(query.decode(), max_num_fields=_MOST, errors="strict"):
        text = value.replace("\r\n", "\n")
        found[name] = f"{found[name]}\n{text}" if name in found else text
    return found


def form_page(state: ServerState, template: str, address: str, form: Any) -> bytes:
    """Return a page made with the shipped templates, whatever the journal's own say."""
    site = state.site.with_templates(state.templates.shipped)
    return site.render(template, form, site.context(address))


def people_menu(data: SiteData, chosen: str) -> tuple[MenuOption, ...]:
    """Return everybody by name, one of them chosen."""
    people = sorted(data.journal.people, key=lambda person: person.title.casefold())
    return tuple(MenuOption(each.id, each.title, each.id == chosen) for each in people)


def person_named(data: SiteData, note_id: str) -> Person:
    """Return the person whom a menu names. Raises Refused."""
    person = data.journal.person(note_id)
    if person is None:
        raise RefusedField("Choose whom it is about.", "who")
    return person
