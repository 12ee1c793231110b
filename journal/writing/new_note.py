"""A note of any kind, from its title and the keys that are given: its id and its front matter."""

from collections.abc import Callable, Sequence
from datetime import date
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import NamedTuple

from journal.characters import quoted
from journal.errors import Refused
from journal.folding import folded
from journal.library import Journal
from journal.notes.kinds import KINDS, KINDS_BY_WORD, Kind
from journal.notes.records import Person
from journal.reading.folder import load_settings
from journal.writing import free_note_id, safe_stem
from journal.writing.compose import (
    KeyValue,
    key_lines,
    note_text,
    parse_new_note,
    state_of_day,
    write_free_note,
)
from journal.writing.key_settings import LinkFinder, key_values, texts_by_key
from journal.writing.note_folder import note_folder


class NewNote(NamedTuple):
    """What is asked for: the name of a kind, a title, and KEY=VALUE for each key to fill in."""

    kind: str
    title: str
    settings: Sequence[str]


def write_new_note(
    root: Path, new: NewNote, today: date, open_journal: Callable[[], Journal]
) -> tuple[str, list[str]]:
    """Write the note; return its path relative to `root`, and what is still missing in it.

    The journal is opened only where a key links. Raises Refused and NotWritten.
    """
    kind, title = _kind(new.kind), _title(new.title)
    values = _values(kind, new, today, LinkFinder(open_journal))
    day = str(values.get("date") or today)
    layout = load_settings(root)[0].layout
    kind_here = kind._replace(folder=note_folder(root, layout, kind.folder))
    free_id = partial(_free_id, kind_here, title, day, layout.top(root))
    text = note_text(key_lines(kind, {"title": title, **values}), "")
    parsed = parse_new_note(free_id(), text, today, layout)
    missing = [m.message for m in parsed.mistakes if m.code == "F05"]
    return write_free_note(root, free_id, text, layout=layout), missing


def _kind(name: str) -> Kind:
    if kind := KINDS_BY_WORD.get(folded(name)):
        return kind
    near = get_close_matches(folded(name), KINDS_BY_WORD, 1)
    meant = [KINDS_BY_WORD[word].name for word in near]
    hint = f"did you mean {meant[0]}?" if meant else f"one of {', '.join(KINDS)}"
    raise Refused(f"{quoted(name)} is no kind of note ({hint}).")


def _title(text: str) -> str:
    title = " ".join(text.split())
    if not title:
        raise Refused("The title is empty: say what the note is called.")
    return title


def _free_id(kind: Kind, title: str, day: str, content: Path) -> str:
    stem = safe_stem(folded(title)).replace(" ", "-")
    if kind.record is Person:  # a second note of one name is nearly always a slip
        return f"{kind.folder}/{stem}"
    if not kind.keys["date"].required:
        return free_note_id(content, kind.folder, stem)
    if kind.name == "touchpoint":
        stem = safe_stem(f"{day} {title}")
        return free_note_id(content, f"{kind.folder}/{day[:4]}", stem)
    return free_note_id(content, kind.folder, f"{day}-{stem}")


def _values(kind: Kind, new: NewNote, today: date, links: LinkFinder) -> dict[str, KeyValue]:
    texts = texts_by_key(kind, new.settings)
    if "title" in texts:
        raise Refused("The title is given by itself: leave it out of --set.")
    values = dict(key_values(kind, texts, links))
    return values | state_of_day(kind, values, today)
