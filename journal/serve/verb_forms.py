"""The forms that change a line of a note, by the code of the commands that do so."""

from collections.abc import Iterable, Iterator

import msgspec

from journal.characters import quoted
from journal.errors import Refused
from journal.library.journal import OwnedTask
from journal.notes.records import Touchpoint
from journal.serve.forms import Fields, MenuOption, RefusedField, at_field, form_page
from journal.serve.person_verbs import PERSON_VERBS
from journal.serve.shown_changes import Visible, note_at, shown_changes
from journal.serve.state import ServerState
from journal.serve.verb import DAY_AHEAD, Done, Menu, Verb, make
from journal.wording.dates import long_date
from journal.writing.last_change import undo
from journal.writing.note_change import NoteChange
from journal.writing.note_edit import AskedChange
from journal.writing.promise_changes import place, tick
from journal.writing.spoken_days import read_day
from journal.writing.touchpoint_changes import cancel, confirm, is_open_plan, move


class TypedField(msgspec.Struct, frozen=True):
    """What is typed: its name, its label, what it is about, and what was typed before."""

    name: str
    label: str
    hint: str
    value: str


class VerbForm(msgspec.Struct, frozen=True):
    """The content of `serving/verb.html`; each button says what is done.

    `refused_field` is the name of the field that was refused, where it was one.
    """

    title: str
    lead: str
    address: str
    token: str
    buttons: tuple[tuple[str, str], ...]
    menus: tuple[Menu, ...]
    typed: TypedField | None
    refused: str
    refused_field: str


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
        menus=tuple(menu(state, fields) for menu in verb.menus),
        typed=TypedField(*verb.typed, fields.get(verb.typed[0], "")) if verb.typed else None,
        refused=str(refused or ""),
        refused_field=refused.field if isinstance(refused, RefusedField) else "",
    )
    return form_page(state, "serving/verb.html", f"-/{name}", form)


def take_verb(name: str, state: ServerState, fields: Fields) -> str:
    """Do what a form asks, and return the address at which it is seen. Raises Refused."""
    state.refresh()  # what was saved a moment ago counts, too
    if fields.get("do") not in VERBS[name].buttons:
        raise Refused("Choose one of the buttons.")
    done = VERBS[name].take(state, fields)
    _follow(state, done.changes)
    now = Visible(state.site.data.journal, state.is_whole, done.note)
    state.tell(done.said, shown_changes(now, done.changes), may_undo=name != "undo")
    shown = done.note in state.site.data.addresses
    seen = state.site.context("").note_href(done.note) if shown else ""
    return "/" + seen.removeprefix("/")


def _follow(state: ServerState, changes: Iterable[NoteChange]) -> None:
    """Show what was changed; were a page loaded anew later, it would not say what was done."""
    gone = [change.path for change in changes if change.to or change.after is None]
    state.notes.take_away(gone)
    state.refresh()


def _plan(state: ServerState, fields: Fields) -> Done:
    """Say what became of a plan; the whole journal is asked for links, the shown one for names."""
    root, journal, shown = state.options.root, state.opened.journal, state.site.data.journal
    note = shown.notes.get(fields.get("note", ""))
    if not isinstance(note, Touchpoint):
        raise RefusedField("Choose which plan it is about.", "note")
    day = fields.get("day", "").strip()
    if fields["do"] == "moved":
        with at_field("day"):
            asked = move(root, journal, note, read_day(day, shown.today, ahead=True))
    elif day:
        said = "A day is filled in: say that it was moved to it, or leave it empty."
        raise RefusedField(said, "day")
    else:
        asked = (confirm if fields["do"] == "yes" else cancel)(root, journal, note)
    moved = [change.new_path for change in asked.changes if change.path == note.path]
    return make(state, asked, note_at(journal, moved[0]) if moved else note.id)


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
        raise RefusedField(
            "Choose which promise it is: it may have been ticked already.", "promise"
        )
    is_dropped = fields["do"] == "drop"
    changes = tick(state.options.root, journal, whole[0], dropped=is_dropped).changes
    said = f"{'Dropped' if is_dropped else 'Done'}: {named[0].task.text}."
    return make(state, AskedChange(said, changes), named[0].note)


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
    _follow(state, changes)
    paths = {note_at(state.opened.journal, change.new_path): change.new_path for change in changes}
    shown = [note for note in paths if note in state.site.data.journal.notes]
    where = f" in {quoted(paths[shown[0]], limit=120)}" if shown else ""
    return Done(f"Taken back{where}.", shown[0] if shown else "", changes)


#: By the name that their addresses have.
VERBS: dict[str, Verb] = {
    **PERSON_VERBS,
    "plan": Verb(
        "What became of a plan",
        "It stays planned until you say that it took place, or was moved or cancelled.",
        {"yes": "It took place", "moved": "It was moved to that day", "cancelled": "Cancelled"},
        _plan,
        (_plans,),
        ("day", "Moved to", DAY_AHEAD),
    ),
    "promise": Verb(
        "A promise",
        "Its box is ticked in the note that it stands in, and nothing else changes there.",
        {"done": "Done", "drop": "Not to be done any more"},
        _promise,
        (_promises,),
    ),
    "undo": Verb(
        "Undo",
        "The last change of this program to notes, if they are still as it left them.",
        {"undo": "Take it back"},
        _undo,
    ),
}
