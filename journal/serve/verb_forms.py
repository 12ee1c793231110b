"""The forms that change a line of a note, by the code of the commands that do so."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from journal.characters import quoted
from journal.errors import Refused
from journal.library.journal import OwnedTask
from journal.notes.records import Touchpoint
from journal.serve.forms import Fields, MenuOption, form_page, people_menu, person_named
from journal.serve.state import ServerState
from journal.wording.dates import long_date
from journal.writing.last_change import change_notes, undo
from journal.writing.note_change import NoteChange
from journal.writing.note_edit import AskedChange
from journal.writing.person_changes import snooze, unsnooze
from journal.writing.promises import place, tick
from journal.writing.spoken_days import read_day
from journal.writing.touchpoint_changes import cancel, confirm, is_open_plan, move


class Menu(msgspec.Struct, frozen=True):
    """What is chosen from, under which name it is sent."""

    name: str
    label: str
    options: tuple[MenuOption, ...]


class TypedField(msgspec.Struct, frozen=True):
    """What is typed: its name, its label, what it is about, and what was typed before."""

    name: str
    label: str
    hint: str
    value: str


class VerbForm(msgspec.Struct, frozen=True):
    """The content of `serving/verb.html`; each button says what is done."""

    title: str
    lead: str
    address: str
    token: str
    buttons: tuple[tuple[str, str], ...]
    menu: Menu | None
    typed: TypedField | None
    refused: str


class Done(NamedTuple):
    """What was done: a sentence for the next page, and the note that it shows."""

    said: str
    note: str = ""


class Verb(NamedTuple):
    """One form: its words, what it offers, and what its buttons do."""

    title: str
    lead: str
    buttons: Mapping[str, str]
    take: Callable[[ServerState, Fields], Done]
    menu: Callable[[ServerState, Fields], Menu] | None = None
    typed: tuple[str, str, str] | None = None


def verb_page(
    name: str, state: ServerState, token: str, fields: Fields, refused: Refused | None = None
) -> bytes:
    """Return the form of a verb."""
    verb = VERBS[name]
    form = VerbForm(
        title=verb.title,
        lead=verb.lead,
        address=f"/-/{name}",
        token=token,
        buttons=tuple(verb.buttons.items()),
        menu=verb.menu(state, fields) if verb.menu else None,
        typed=TypedField(*verb.typed, fields.get(verb.typed[0], "")) if verb.typed else None,
        refused=str(refused or ""),
    )
    return form_page(state, "serving/verb.html", f"-/{name}", form)


def take_verb(name: str, state: ServerState, fields: Fields) -> str:
    """Do what a form asks, and return the address at which it is seen. Raises Refused."""
    state.refresh()  # what was saved a moment ago counts, too
    if fields.get("do") not in VERBS[name].buttons:
        raise Refused("Choose one of the buttons.")
    done = VERBS[name].take(state, fields)
    state.refresh()
    state.said, state.may_undo = done.said, name != "undo"
    shown = done.note in state.site.data.addresses
    seen = state.site.context("").note_href(done.note) if shown else ""
    return "/" + seen.removeprefix("/")


def _make(state: ServerState, asked: AskedChange) -> tuple[NoteChange, ...]:
    change_notes(state.options.root, asked.changes)
    return asked.changes


def _snooze(state: ServerState, fields: Fields) -> Done:
    person = person_named(state.site.data, fields.get("who", ""))
    root, journal = state.options.root, state.opened.journal
    is_off = fields["do"] == "off"
    until = fields.get("until", "")
    asked = unsnooze(root, person) if is_off else snooze(root, journal, person, until)
    _make(state, asked)
    return Done(asked.said, person.id)


def _people(state: ServerState, fields: Fields) -> Menu:
    return Menu("who", "Whom", people_menu(state.site.data, fields.get("who", "")))


def _plan(state: ServerState, fields: Fields) -> Done:
    """Say what became of a plan; the whole journal is asked for links, the shown one for names."""
    root, journal, shown = state.options.root, state.opened.journal, state.site.data.journal
    note = shown.notes.get(fields.get("note", ""))
    if not isinstance(note, Touchpoint):
        raise Refused("Choose which plan it is about.")
    day = fields.get("day", "").strip()
    if fields["do"] == "moved":
        asked = move(root, journal, note, read_day(day, shown.today, ahead=True))
    elif day:
        raise Refused("A day is filled in: say that it was moved to it, or leave it empty.")
    else:
        asked = (confirm if fields["do"] == "yes" else cancel)(root, journal, note)
    moved = [change.new_path for change in _make(state, asked) if change.path == note.path]
    path = moved[0] if moved else note.path
    return Done(asked.said, _note_at(state, path))


def _note_at(state: ServerState, path: str) -> str:
    """Return the id of the note at a path."""
    return state.opened.journal.settings.layout.inner(path).removesuffix(".md")


def _plans(state: ServerState, fields: Fields) -> Menu:
    shown, chosen = state.site.data.journal, fields.get("note", "")
    options = (
        MenuOption(note.id, f"{note.title}, {long_date(note.date)}", note.id == chosen)
        for note in shown.touchpoints
        if is_open_plan(shown, note)
    )
    return Menu("note", "Which", tuple(options))


def _promise(state: ServerState, fields: Fields) -> Done:
    """Tick a promise that is shown; in the file it may have words that are not."""
    shown, journal = state.site.data.journal, state.opened.journal
    named = [owned for owned in _open(state) if place(shown, owned) == fields.get("promise", "")]
    whole = [owned for owned in journal.tasks if named and _is_same(owned, named[0])]
    if not whole:
        raise Refused("Choose which promise it is: it may have been ticked already.")
    is_dropped = fields["do"] == "drop"
    _make(state, tick(state.options.root, journal, whole[0], dropped=is_dropped))
    said = f"{'Dropped' if is_dropped else 'Done'}: {named[0].task.text}."
    return Done(said, named[0].note)


def _is_same(one: OwnedTask, other: OwnedTask) -> bool:
    places = [(each.note, each.task.line, each.task.column) for each in (one, other)]
    return places[0] == places[1]


def _promises(state: ServerState, fields: Fields) -> Menu:
    shown, chosen = state.site.data.journal, fields.get("promise", "")
    places = ((owned, place(shown, owned)) for owned in _open(state))
    options = tuple(MenuOption(at, owned.task.text, at == chosen) for owned, at in places)
    return Menu("promise", "Which", options)


def _open(state: ServerState) -> Iterator[OwnedTask]:
    yield from state.site.data.open_tasks


def _undo(state: ServerState, _: Fields) -> Done:
    changes = undo(state.options.root)
    state.refresh()
    paths = {_note_at(state, change.new_path): change.new_path for change in changes}
    shown = [note for note in paths if note in state.site.data.journal.notes]
    where = f" in {quoted(paths[shown[0]], limit=120)}" if shown else ""
    return Done(f"Taken back{where}.", shown[0] if shown else "")


_DAY_HINT = "2 weeks, next friday, 2026-09-01."

#: By the name that their addresses have.
VERBS: dict[str, Verb] = {
    "snooze": Verb(
        "Snooze",
        "Somebody is not suggested again until a day of your choice.",
        {"snooze": "Snooze", "off": "Suggest them again"},
        _snooze,
        _people,
        ("until", "Until", _DAY_HINT),
    ),
    "plan": Verb(
        "What became of a plan",
        "It stays planned until you say that it took place, or was moved or cancelled.",
        {"yes": "It took place", "moved": "It was moved to that day", "cancelled": "Cancelled"},
        _plan,
        _plans,
        ("day", "Moved to", _DAY_HINT),
    ),
    "promise": Verb(
        "A promise",
        "Its box is ticked in the note that it stands in, and nothing else changes there.",
        {"done": "Done", "drop": "Not to be done any more"},
        _promise,
        _promises,
    ),
    "undo": Verb(
        "Undo",
        "The last change of this program to notes, if they are still as it left them.",
        {"undo": "Take it back"},
        _undo,
    ),
}
