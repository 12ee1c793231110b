"""What the small forms of the served pages share, and the one for a pause from suggestions."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

import msgspec

from journal.errors import Refused
from journal.notes.records import Person
from journal.serve.state import ServerState
from journal.site.parts.page_context import Link
from journal.site.parts.site_data import SiteData
from journal.writing.spoken_days import read_day

#: What was typed, by the name of the field; one that comes several times has a line for each.
Fields = Mapping[str, str]

_MOST = 60  # fields of one form
_TEMPLATE, _ADDRESS = "serving/snooze.html", "-/snooze"


class MenuOption(msgspec.Struct, frozen=True):
    """One line of a menu."""

    value: str
    text: str
    is_chosen: bool


class SnoozeForm(msgspec.Struct, frozen=True):
    """The content of the form's template; `line` is the line that snoozes somebody."""

    title: str
    token: str
    people: tuple[MenuOption, ...]
    until: str
    refused: str = ""
    line: str = ""
    instead: str = ""
    note: Link = Link("")


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
        raise Refused("Choose whom it is about.")
    return person


def snooze_page(
    state: ServerState, token: str, fields: Fields, refused: Refused | None = None
) -> bytes:
    """Return the form that asks until when."""
    return form_page(state, _TEMPLATE, _ADDRESS, _form(state, token, fields, refused))


def snooze(state: ServerState, token: str, fields: Fields) -> bytes:
    """Return the line to paste into somebody's note; nothing is written. Raises Refused."""
    data = state.site.data
    person = person_named(data, fields.get("who", ""))
    day = read_day(fields.get("until", ""), data.today, ahead=True)
    if day <= data.today:
        raise Refused(f"{day.isoformat()} is over or today: choose a day that is to come.")
    before = f"snooze_until: {person.snooze_until}" if person.snooze_until else ""
    form = msgspec.structs.replace(
        _form(state, token, fields),
        line=f"snooze_until: {day.isoformat()}",
        instead=before,
        note=Link(person.path, state.site.context("").editor_href(person, 1)),
    )
    return form_page(state, _TEMPLATE, _ADDRESS, form)


def _form(
    state: ServerState, token: str, fields: Fields, refused: Refused | None = None
) -> SnoozeForm:
    return SnoozeForm(
        title="Snooze",
        token=token,
        people=people_menu(state.site.data, fields.get("who", "")),
        until=fields.get("until", ""),
        refused=str(refused or ""),
    )
