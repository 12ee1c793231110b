"""`journal new`: a note of any kind, named by its title, its likely keys ready to be filled in."""

from collections.abc import Sequence
from difflib import get_close_matches
from functools import partial
from pathlib import Path

import click

from journal.characters import quoted
from journal.cli.current_day import today
from journal.cli.load import load
from journal.cli.options import in_root, on_day
from journal.cli.output import clean, say, warn
from journal.cli.root import find_root
from journal.errors import Refused
from journal.file_names import CONTENT
from journal.library import ME, Journal
from journal.notes.identity import folded
from journal.notes.kinds import FOLDERS, KINDS, Kind
from journal.notes.records import Person
from journal.reading.folder import load_settings
from journal.vocabulary.key_types import Type
from journal.writing import free_name, safe_stem
from journal.writing.lookup import find_note, find_person, link_to
from journal.writing.new_note import (
    KeyValues,
    checked_value,
    key_lines,
    note_text,
    parse_new_note,
    write_free_note,
)


@click.command("new")
@click.argument("kind", type=str)
@click.argument("title")
@click.option(
    "--set",
    "settings",
    metavar="KEY=VALUE",
    multiple=True,
    help="Fill in a key; repeated for a list, each adds one.",
)
@click.option("-e", "--edit", is_flag=True, help="Open the note in $VISUAL or $EDITOR.")
@in_root
@on_day
def command(kind: str, title: str, settings: tuple[str, ...], edit: bool) -> None:
    """Write a new note of a KIND, called TITLE, and print its path.

    KIND is mentor, protege, person, touchpoint, news, opportunity, trip, goal or lesson. The keys
    that such a note likely needs stand in it as comments, each with its help.
    """
    root = find_root()
    path, missing = write_new_note(root, kind, title, settings)
    say(clean(path))
    if edit:
        click.edit(filename=str(root / path))
    elif missing:
        warn(f"Still to be filled in: {'; '.join(missing)}.")


def write_new_note(
    root: Path, kind_name: str, title: str, settings: Sequence[str]
) -> tuple[str, list[str]]:
    """Write the note; return its path, and what is still missing in it.

    Raises Refused and NotWritten.
    """
    kind, title = _kind(kind_name), _title(title)
    values = _values(kind, settings)
    free_id = partial(_free_id, kind, title, values, root)
    text = note_text(key_lines(kind, {"title": title, **values}), "")
    parsed = parse_new_note(free_id(), text, today(load_settings(root)[0]))
    missing = [m.message for m in parsed.mistakes if m.code == "F05"]
    return write_free_note(root, free_id, text), missing


def _kind(name: str) -> Kind:
    known = {folded(kind.name): kind for kind in KINDS.values()}
    known |= {folded(folder): kind for folder, kind in FOLDERS.items()}
    if kind := known.get(folded(name)):
        return kind
    closest = get_close_matches(folded(name), known, 1)
    hint = f"did you mean {known[closest[0]].name}?" if closest else f"one of {', '.join(KINDS)}"
    raise Refused(f"{quoted(name)} is no kind of note ({hint}).")


def _title(text: str) -> str:
    title = " ".join(text.split())
    if not title:
        raise Refused("The title is empty: say what the note is called.")
    return title


def _free_id(kind: Kind, title: str, values: KeyValues, root: Path) -> str:
    stem = safe_stem(folded(title)).replace(" ", "-")
    if kind.record is Person:  # a second note of one name is nearly always a slip
        return f"{kind.folder}/{stem}"
    if not kind.keys["date"].required:
        return free_name(root / CONTENT, kind.folder, stem)
    day = str(values.get("date") or today(load_settings(root)[0]))
    if kind.name == "touchpoint":
        stem = safe_stem(f"{day} {title}")
        return free_name(root / CONTENT, f"{kind.folder}/{day[:4]}", stem)
    return free_name(root / CONTENT, kind.folder, f"{day}-{stem}")


def _values(kind: Kind, settings: Sequence[str]) -> dict[str, str | Sequence[str]]:
    written: dict[str, list[str]] = {}
    for setting in settings:
        name, _, text = setting.partition("=")
        if not name.strip() or not text.strip():
            raise Refused(f"--set {quoted(setting)} is no KEY=VALUE.")
        written.setdefault(_key_name(kind, name), []).append(text.strip())
    if "title" in written:
        raise Refused("The title is given by itself: leave it out of --set.")
    links = _Links()
    return {name: _value(kind, name, texts, links) for name, texts in written.items()}


def _key_name(kind: Kind, name: str) -> str:
    plain = kind.canonical(name)
    known = [*kind.keys, *kind.synonyms]
    closest = [] if plain in kind.keys else get_close_matches(plain, known, 1, cutoff=0.8)
    if closest:
        raise Refused(f"A {kind.name} has no key {quoted(name)}: did you mean `{closest[0]}`?")
    return plain if plain in kind.keys else name.strip()


class _Links:
    """The journal, read only where a key links."""

    journal: Journal | None = None

    def link(self, text: str, person: bool) -> str:
        """Return the link to the note that `text` means. Raises Refused."""
        self.journal = self.journal or load().journal
        return link_to(self.journal, (find_person if person else find_note)(self.journal, text))


def _value(kind: Kind, name: str, texts: Sequence[str], links: _Links) -> str | Sequence[str]:
    key = kind.key(name)
    if key is None:
        return texts[0] if len(texts) == 1 else texts
    if key.type is not Type.LINKS:
        return checked_value(key, texts)
    return [
        ME if key.me and it.casefold() == ME else links.link(it, not key.any_note) for it in texts
    ]
