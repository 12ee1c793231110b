"""The form that writes a contact down, as `journal log` does and by the same code."""

from collections.abc import Iterator, Mapping

import msgspec

from journal.characters import quoted
from journal.errors import Refused, WrittenAlready
from journal.notes.kinds import KINDS
from journal.serve.forms import Fields, MenuOption, form_page, people_menu, person_named
from journal.serve.log_line import with_line
from journal.serve.state import ServerState
from journal.writing.contact import Contact, write_contact
from journal.writing.what_follows import understood_and_next

#: Field of the form -> the key that it fills in.
_KEYS = {
    "channel": "channel",
    "on": "date",
    "time": "time",
    "direction": "direction",
    "place": "place",
    "minutes": "minutes",
    "kind": "kind",
    "question": "question",
    "followup": "followup_on",
    "title": "title",
    "private": "private",
}
#: Fields that hold one item a line.
_LISTS = ("about", "gave", "got")
#: Fields that are folded away until they are needed.
_RARE = ("kind", *_LISTS, "keeps", "question", "followup", "minutes", "title", "private")
#: Direction -> who began a contact.
_WHO_BEGAN = {"out": "I did", "in": "They did", "both": "Both of us"}


class LogForm(msgspec.Struct, frozen=True):
    """The content of the form's template."""

    title: str
    token: str
    people: tuple[MenuOption, ...]
    channels: tuple[MenuOption, ...]
    directions: tuple[MenuOption, ...]
    kinds: tuple[MenuOption, ...]
    fields: dict[str, str]
    refused: str
    #: whether it is to be asked if the contact is to be written once more
    asks_again: bool
    #: whether a field was filled in that is folded away at first
    is_long: bool


class FormAsker:
    """Asks by refusing: the form comes back with what is missing."""

    def __init__(self, is_again: bool) -> None:
        self.is_again = is_again

    def channel(self) -> str:
        """Raise Refused: there is a menu for it."""
        raise Refused("Say how it was: no channel to write to them on is known.")

    def again(self, path: str) -> None:
        """Raise WrittenAlready: there is a box to tick then."""
        where = f"That is written down already, in {quoted(path, 200)}"
        raise WrittenAlready(f"{where}: tick the box to write it down once more.")


def log_page(
    state: ServerState, token: str, fields: Fields, refused: Refused | None = None
) -> bytes:
    """Return the form that writes a touchpoint down."""
    fields = with_line(state.site.data.journal, fields, (*_KEYS, *_LISTS, "who", "keeps"))
    first, *others = [*_lines(fields, "who"), ""]
    typed = {key: fields.get(key, "") for key in (*_KEYS, *_LISTS, "with", "keeps", "text")}
    typed["with"] = "\n".join([*filter(None, others), *_lines(fields, "with")])
    form = LogForm(
        title="Log a touchpoint",
        token=token,
        people=people_menu(state.site.data, first),
        channels=tuple(_choices("channel", fields)),
        directions=tuple(_choices("direction", fields, _WHO_BEGAN)),
        kinds=tuple(_choices("kind", fields)),
        fields=typed,
        refused=str(refused or ""),
        asks_again=isinstance(refused, WrittenAlready),
        is_long=any(fields.get(key) for key in _RARE),
    )
    return form_page(state, "serving/log.html", "-/log", form)


def _choices(
    key: str, fields: Fields, words: Mapping[str, str] | None = None
) -> Iterator[MenuOption]:
    known = KINDS["touchpoint"].keys[key].choices
    assert known, key
    for word in known.words:
        yield MenuOption(word, (words or {}).get(word, word), word == fields.get(key))


def log(state: ServerState, fields: Fields) -> str:
    """Write a contact as `journal log` does, and return the address at which it is seen.

    Raises Refused for what cannot be written, in a sentence for the person.
    """
    state.refresh()  # what was saved a moment ago counts, too
    data = state.site.data
    names = [person_named(data, who).id for who in _lines(fields, "who") or [""]]
    named, keeps = [*names, *_lines(fields, "with")], _lines(fields, "keeps")
    contact = Contact(named, _texts(fields), fields.get("text", ""), keeps)
    asker = FormAsker(is_again=bool(fields.get("again")))
    written = write_contact(state.options.root, data.journal, contact, asker)
    state.refresh()
    data = state.site.data
    advised = [data.advice.of(person.id) for person in written.people]
    said = understood_and_next(data.journal, written, filter(None, advised))
    state.tell(said, (), may_undo=True)
    note_id = data.journal.settings.layout.inner(written.path).removesuffix(".md")
    seen = state.site.context("").note_href(note_id if note_id in data.addresses else names[0])
    return "/" + seen.removeprefix("/")


def _texts(fields: Fields) -> dict[str, tuple[str, ...]]:
    one = {key: (text,) for name, key in _KEYS.items() if (text := fields.get(name, "").strip())}
    return one | {key: tuple(lines) for key in _LISTS if (lines := _lines(fields, key))}


def _lines(fields: Fields, name: str) -> list[str]:
    return [line for text in fields.get(name, "").split("\n") if (line := text.strip())]
