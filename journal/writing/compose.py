"""What all new notes have in common: put together, read back, and written once."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from journal.errors import NameTaken, Refused
from journal.findings import ERROR, Mistake
from journal.frontmatter import Scalar, read_document
from journal.frontmatter.writer import KeyLine, front_matter_text
from journal.notes.kinds import KEY_NAMES, Kind
from journal.notes.parsing import Parsed, parse_note
from journal.notes.value_reader import ValueReader
from journal.settings import DEFAULT_LAYOUT, Layout
from journal.values import latest_day
from journal.vocabulary.key_types import Key, Type
from journal.writing.last_change import change_notes
from journal.writing.note_change import NoteChange


def checked_value(key: Key, texts: Sequence[str]) -> str | list[str]:
    """Return what to write for `key`: words of a list in their known spelling, all else as given.

    Raises Refused with what the vocabulary says of the first text that does not fit.
    """
    written = [_checked_text(key, text) for text in texts]
    if key.type.many:
        return list(dict.fromkeys(written))
    if len(written) > 1:
        raise Refused(f"`{key.name}` holds one value: give it once.")
    return written[0]


def _checked_text(key: Key, text: str) -> str:
    reader = ValueReader()
    value = reader.value(key, Scalar(text, 1, 1))
    if reader.mistakes:
        mistake = reader.mistakes[0]
        hint = f" ({mistake.hint})" if mistake.hint else ""
        raise Refused(f"{mistake.message}{hint}.")
    if value is None:
        raise Refused(f"`{key.name}` has no value: write {key.name}=VALUE.")
    if key.type is Type.ONE_OF:
        return str(value)
    return str(value[0]) if key.type is Type.SOME_OF else " ".join(text.split())


#: What a key holds: one text, or several.
KeyValue = str | Sequence[str]
KeyValues = Mapping[str, KeyValue]


def state_of_day(kind: Kind, values: KeyValues, today: date) -> dict[str, KeyValue]:
    """Return the state that a new touchpoint needs said: planned, where its day is ahead."""
    if kind.name != "touchpoint" or "state" in values or "date" not in values:
        return {}
    return {"state": "planned"} if str(values["date"])[:10] > today.isoformat() else {}


def key_lines(kind: Kind, values: KeyValues) -> list[KeyLine]:
    """Return what is given, then the likely keys of the kind that are not, as comments."""
    given: list[KeyLine] = [(name, value, "") for name, value in values.items()]
    likely = [key for key in kind.keys.values() if key.likely or key.required]
    return given + [(k.name, None, _help(k)) for k in likely if k.name not in {"date", *values}]


def _help(key: Key) -> str:
    """Return an example, where there is one, and the help behind a `#` of its own.

    So whoever takes the first `#` of the line away has a value there, or none, and never the help.
    """
    words = f": {', '.join(key.choices.words)}" if key.choices else ""
    example = f"{value}   " if (value := _example(key)) else ""
    return f"{example}# {key.help}{words}"


def _example(key: Key) -> str:
    if key.example or key.type is not Type.ONE_OF or not key.choices:
        return key.example
    return key.default if key.default in key.choices.words else key.choices.words[0]


def note_text(lines: Sequence[KeyLine], body: str) -> str:
    """Return a note with this front matter and, a line below it, the body to the letter."""
    if not body:
        return front_matter_text(lines)
    return f"{front_matter_text(lines)}\n{body}" + ("" if body.endswith("\n") else "\n")


def parse_new_note(note_id: str, text: str, today: date, layout: Layout = DEFAULT_LAYOUT) -> Parsed:
    """Return what the note will be read as today. Raises Refused for what would be an error in it.

    A required key that is still missing is no reason: that is what the editor is for.
    """
    parsed = parse_note(
        note_id,
        read_document(text.encode("utf-8", "surrogatepass"), KEY_NAMES),
        last=latest_day(today),
        layout=layout,
    )
    wrong = [m for m in parsed.mistakes if m.code != "F05" and _level(m) == ERROR]
    if wrong:
        hint = f" ({wrong[0].hint})" if wrong[0].hint else ""
        raise Refused(f"Nothing was written: {wrong[0].message}{hint}.")
    return parsed


def _level(mistake: Mistake) -> str:
    return mistake.found_in("").level


def write_note(
    root: Path,
    note_id: str,
    text: str,
    also: Sequence[NoteChange] = (),
    layout: Layout = DEFAULT_LAYOUT,
) -> str:
    """Write the note, and return its path relative to the root.

    Changes of other notes that go with it are made with it, and taken back with it.
    Raises Refused; it is NotWritten where the note could not be.
    """
    path = layout.path(f"{note_id}.md")
    new = NoteChange(path, None, text.encode("utf-8", "surrogatepass"))
    change_notes(root, (new, *also))
    return path


def write_free_note(
    root: Path,
    free_id: Callable[[], str],
    text: str,
    also: Sequence[NoteChange] = (),
    layout: Layout = DEFAULT_LAYOUT,
) -> str:
    """Write the note under a name that `free_id` finds free; all else as above.

    Another command may take that name before it is written: then the next free one is used.
    """
    while True:
        note_id = free_id()
        try:
            return write_note(root, note_id, text, also, layout)
        except NameTaken:
            if free_id() == note_id:
                raise
