"""The forms about a person: put off, paused, another phase, the mentoring's end, another name."""

from collections.abc import Iterator
from contextlib import contextmanager

from journal.errors import Refused
from journal.notes.kinds import KINDS
from journal.notes.records import Person
from journal.serve.forms import Fields, MenuOption, at_field, person_named
from journal.serve.shown_changes import note_at
from journal.serve.state import ServerState
from journal.serve.verb import DAY_AHEAD, DAY_PAST, Done, Menu, Verb, make, people
from journal.writing.person_changes import begin_phase, end, pause, snooze, unpause, unsnooze
from journal.writing.rename_person import rename
from journal.writing.spoken_days import read_day


def _who(state: ServerState, fields: Fields) -> Person:
    return person_named(state.site.data, fields.get("who", ""))


def _snooze(state: ServerState, fields: Fields) -> Done:
    person, root = _who(state, fields), state.options.root
    if fields["do"] == "off":
        return make(state, unsnooze(root, person), person.id)
    with at_field("until"):
        asked = snooze(root, state.opened.journal, person, fields.get("until", ""))
    return make(state, asked, person.id)


def _pause(state: ServerState, fields: Fields) -> Done:
    person = _who(state, fields)
    change = unpause if fields["do"] == "off" else pause
    return make(state, change(state.options.root, person), person.id)


def _phase(state: ServerState, fields: Fields) -> Done:
    person, journal = _who(state, fields), state.opened.journal
    phase, on = fields.get("phase", ""), fields.get("on", "").strip()
    with at_field("on"):
        since = read_day(on or "today", journal.today, ahead=False)
    with at_field("on" if since > journal.today else "phase"):
        if not phase:
            raise Refused("Choose which phase it is.")
        asked = begin_phase(state.options.root, journal, person, phase, since)
    return make(state, asked, person.id)


def _phases(_: ServerState, fields: Fields) -> Menu:
    known = KINDS["person"].keys["phase"].choices
    assert known
    chosen = fields.get("phase")
    return Menu("phase", "Phase", tuple(MenuOption(w, w, w == chosen) for w in known.words))


def _end(state: ServerState, fields: Fields) -> Done:
    person, journal = _who(state, fields), state.opened.journal
    with at_field("on"):
        day = read_day(fields.get("on", "").strip() or "today", journal.today, ahead=False)
        asked = end(state.options.root, journal, person, day)
    return make(state, asked, person.id)


def _rename(state: ServerState, fields: Fields) -> Done:
    """Give a new name; links in hidden notes follow, too, and nothing is said of them."""
    shown, name, journal = _who(state, fields), fields.get("name", ""), state.opened.journal
    person = journal.person(shown.id) or shown
    with at_field("name"), _nothing_hidden_is_said(state, shown, name):
        done = make(state, rename(state.options.root, journal, person, name), shown.id)
    moved = [note_at(journal, change.to) for change in done.changes if change.to]
    said = done.said if state.is_whole or not done.changes else _renamed(shown, name)
    return done._replace(said=said, note=moved[0] if moved else shown.id)


@contextmanager
def _nothing_hidden_is_said(state: ServerState, shown: Person, name: str) -> Iterator[None]:
    """Give another reason for a name that was refused, where the first may name what is hidden."""
    try:
        yield
    except Refused as error:
        if state.is_whole:
            raise
        rename(state.options.root, state.site.data.journal, shown, name)  # raises what may be said
        raise Refused("Nothing was changed: “journal rename” says why.") from error


def _renamed(person: Person, name: str) -> str:
    return f"{person.title} is {' '.join(name.split())} now, and can be found by both names."


#: By the name that their addresses have.
PERSON_VERBS = {
    "snooze": Verb(
        "Snooze",
        "Somebody is not suggested again until a day of your choice.",
        {"snooze": "Snooze", "off": "Suggest them again"},
        _snooze,
        (people,),
        ("until", "Until", DAY_AHEAD),
    ),
    "pause": Verb(
        "Pause",
        "Nothing is suggested for somebody until you take that back.",
        {"pause": "Pause", "off": "Suggest them again"},
        _pause,
        (people,),
    ),
    "phase": Verb(
        "Another phase",
        "Where the mentoring with somebody stands from a day on.",
        {"phase": "Write it down"},
        _phase,
        (people, _phases),
        ("on", "Since", DAY_PAST),
    ),
    "end": Verb(
        "The mentoring has ended",
        "Their page and all notes stay.",
        {"end": "It has ended"},
        _end,
        (people,),
        ("on", "When", DAY_PAST),
    ),
    "rename": Verb(
        "Another name",
        "In their note, its file's name and every link to them; the old name finds them, too.",
        {"rename": "Rename"},
        _rename,
        (people,),
        ("name", "New name", "As it is to be read: Amara Obi."),
    ),
}
