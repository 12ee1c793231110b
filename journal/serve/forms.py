"""The small forms of the served pages: a contact written down, and a pause from suggestions."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

import msgspec

from journal.errors import Refused
from journal.notes.kinds import KINDS
from journal.notes.records import Person
from journal.serve.state import ServerState
from journal.site.parts.page_context import Link
from journal.site.parts.site_data import SiteData
from journal.writing.new_touchpoint import write_touchpoint
from journal.writing.spoken_days import read_day

#: What was typed, by the name of the field.
Fields = Mapping[str, str]

_MOST = 40  # fields of one form
_RARE = ("kind", "about", "question", "followup", "title")
_GIVEN = ("channel", "on", *_RARE)


class MenuOption(msgspec.Struct, frozen=True):
    """One line of a menu."""

    value: str
    text: str
    is_chosen: bool


class Form(msgspec.Struct, frozen=True):
    """The content of a form's template; `line` is the line that snoozes somebody."""

    title: str
    token: str
    people: tuple[MenuOption, ...]
    channels: tuple[MenuOption, ...]
    kinds: tuple[MenuOption, ...]
    fields: dict[str, str]
    refused: str = ""
    line: str = ""
    instead: str = ""
    note: Link = Link("")
    #: whether a field was filled in that is folded away at first
    is_long: bool = False


def read_fields(query: bytes) -> Fields:
    """Return the fields of a form as it was sent. Raises ValueError if it is none."""
    pairs = parse_qsl(query.decode(), max_num_fields=_MOST, errors="strict")
    return {name: value.replace("\r\n", "\n") for name, value in pairs}


def log_page(state: ServerState, token: str, fields: Fields, refused: str = "") -> bytes:
    """Return the form that writes a touchpoint down."""
    return _page(
        state, "serving/log.html", "-/log", _form(state, token, fields, "Log a touchpoint", refused)
    )


def log(state: ServerState, fields: Fields) -> str:
    """Write a touchpoint as `journal log` does, and return its address on the site.

    Raises Refused for what cannot be written, in a sentence for the person.
    """
    data = state.site.data
    person = _person(data, fields)
    given = {key: (text,) for key in _GIVEN if (text := fields.get(key, "").strip())}
    path = write_touchpoint(
        state.options.root, data.journal, [person.id], given, fields.get("text", "")
    )
    state.refresh()
    note = path.removeprefix("content/").removesuffix(".md")
    return "/" + state.site.context("").note_href(note).removeprefix("/")


def snooze_page(state: ServerState, token: str, fields: Fields, refused: str = "") -> bytes:
    """Return the form that asks until when."""
    return _page(
        state, "serving/snooze.html", "-/snooze", _form(state, token, fields, "Snooze", refused)
    )


def snooze(state: ServerState, token: str, fields: Fields) -> bytes:
    """Return the line to paste into somebody's note; nothing is written. Raises Refused."""
    data = state.site.data
    person = _person(data, fields)
    day = read_day(fields.get("until", ""), data.today, ahead=True)
    if day <= data.today:
        raise Refused(f"{day.isoformat()} is over or today: choose a day that is to come.")
    before = f"snooze_until: {person.snooze_until}" if person.snooze_until else ""
    form = msgspec.structs.replace(
        _form(state, token, fields, "Snooze"),
        line=f"snooze_until: {day.isoformat()}",
        instead=before,
        note=Link(person.path, state.site.context("").editor_href(person, 1)),
    )
    return _page(state, "serving/snooze.html", "-/snooze", form)


def _page(state: ServerState, template: str, address: str, form: Form) -> bytes:
    """Return a page made with the shipped templates, whatever the journal's own say."""
    site = state.site.with_templates(state.templates.shipped)
    return site.render(template, form, site.context(address))


def _person(data: SiteData, fields: Fields) -> Person:
    person = data.journal.person(fields.get("who", ""))
    if person is None:
        raise Refused("Choose whom it is about.")
    return person


def _form(state: ServerState, token: str, fields: Fields, title: str, refused: str = "") -> Form:
    data = state.site.data
    people = sorted(data.journal.people, key=lambda person: person.title.casefold())
    who = fields.get("who", "")
    return Form(
        title=title,
        token=token,
        people=tuple(MenuOption(each.id, each.title, each.id == who) for each in people),
        channels=_choices("channel", fields),
        kinds=_choices("kind", fields),
        fields={key: fields.get(key, "") for key in (*_GIVEN, "text", "until")},
        refused=refused,
        is_long=any(fields.get(key) for key in _RARE),
    )


def _choices(key: str, fields: Fields) -> tuple[MenuOption, ...]:
    known = KINDS["touchpoint"].keys[key].choices
    assert known, key
    return tuple(MenuOption(word, word, word == fields.get(key)) for word in known.words)
