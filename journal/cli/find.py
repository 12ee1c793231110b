"""`journal find`: the notes that have some words, as lines or JSON."""

from collections.abc import Iterator
from datetime import date

import click
import msgspec
from click.shell_completion import CompletionItem

from journal.characters import escaped_json, quoted
from journal.cli.completion import people
from journal.cli.load import load
from journal.cli.options import in_root, on_day
from journal.cli.output import clean, say, styled, warn
from journal.errors import Refused
from journal.folding import folded
from journal.library import Journal
from journal.library.opening import Opened
from journal.library.text_search import Found, Hit, day_of, file_lines, search
from journal.notes.kinds import FOLDERS, KINDS, KINDS_BY_WORD
from journal.notes.records import AnyNote, Person, Touchpoint
from journal.vocabulary.choices import TOUCHPOINT_KINDS
from journal.wording.counts import first_and_more
from journal.writing.lookup import find_person
from journal.writing.spoken_days import read_day_or_month

_MOST = 6  # words that were taken for others


def _kinds(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    words = (*KINDS, *TOUCHPOINT_KINDS.words)
    return [CompletionItem(word) for word in words if word.startswith(incomplete)]


@click.command("find")
@click.argument("words", nargs=-1)
@click.option("--with", "who", metavar="WHO", shell_complete=people, help="Only what names them.")
@click.option("--since", metavar="DAY", help="Only what has a day, and not an earlier one.")
@click.option(
    "--kind",
    "kinds",
    metavar="KIND",
    multiple=True,
    shell_complete=_kinds,
    help="Only mentors, news, trips …, or touchpoints of a kind; may be repeated.",
)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "json"]),
    default="text",
    help="json is for other programs.",
)
@in_root
@on_day
def command(
    words: tuple[str, ...], who: str | None, since: str | None, kinds: tuple[str, ...], layout: str
) -> None:
    """Find the notes that have all these WORDS, or words that begin with them.

    Looked through are titles, people, keys and text, without case and accents; where nothing has
    them, words that are nearly the same. A line of the answer is path:line: and what stands there.
    """
    if not (words or who or since or kinds):
        raise click.UsageError("Say what to look for.")
    opened = load()
    notes = [*_notes(opened.journal, who, since, kinds)]
    found = search(opened.root, opened.journal, " ".join(words), notes)
    if layout == "json":
        say(_json(opened, found))
        return
    for line in _text(opened, found):
        say(line)
    _say_what_was_taken(found)


def _notes(
    journal: Journal, who: str | None, since: str | None, kinds: tuple[str, ...]
) -> Iterator[AnyNote]:
    """Yield the notes that are to be looked through. Raises Refused."""
    wanted = [_kind(word) for word in kinds]
    named = _naming(journal, find_person(journal, who)) if who else journal.all_notes.keys()
    first = read_day_or_month(since, journal.today).first if since else None
    for note in journal.all_notes.values():
        is_kind = not wanted or any(_is_of(note, kind) for kind in wanted)
        if is_kind and note.id in named and _is_since(note, first):
            yield note


def _naming(journal: Journal, person: Person) -> set[str]:
    return {person.id, *journal.backlinks.get(person.id, ())}


def _is_since(note: AnyNote, first: date | None) -> bool:
    return first is None or day_of(note) >= first.isoformat()


def _kind(word: str) -> str:
    """Return a kind's name, or the word for a kind of touchpoint. Raises Refused."""
    if kind := KINDS_BY_WORD.get(folded(word)):
        return kind.name
    if found := TOUCHPOINT_KINDS.word_for(word.strip()):
        return found
    known = ", ".join((*KINDS, *TOUCHPOINT_KINDS.words))
    raise Refused(f"{quoted(word)} is no kind of note: write one of {known}.")


def _is_of(note: AnyNote, kind: str) -> bool:
    """Whether a note is of a kind; everybody is a person, a touchpoint has a kind of its own."""
    if kind == "person":
        return isinstance(note, Person)
    if kind in KINDS:
        return FOLDERS[note.folder].name == kind
    return isinstance(note, Touchpoint) and note.kind == kind


def _text(opened: Opened, found: Found) -> Iterator[str]:
    for hit in found.hits:
        for number, text in _shown(opened, hit):
            yield f"{styled(f'{hit.note.path}:{number}:', fg='cyan')} {clean(text)}"


def _shown(opened: Opened, hit: Hit) -> list[tuple[int, str]]:
    """Return the lines of a hit as they are typed; its title, where nothing else was hit."""
    typed = file_lines(opened.root, hit.note)
    lines = [(line.number, line.name) for line in hit.lines] or [(1, True)]
    return [
        (number, _title(hit.note) if number == 1 and is_name else typed[number - 1].strip())
        for number, is_name in lines
        if number <= max(1, len(typed))
    ]


def _title(note: AnyNote) -> str:
    return " ".join(note.title.split())


def _say_what_was_taken(found: Found) -> None:
    if not found.hits:
        warn("Nothing is found.")
    elif found.instead:
        warn(f"Nothing has exactly that; this has {first_and_more(found.instead, _MOST)}.")


def _json(opened: Opened, found: Found) -> str:
    journal = opened.journal
    answer = [
        {
            "note": hit.note.id,
            "kind": FOLDERS[hit.note.folder].name,
            "title": hit.note.title,
            "date": day_of(hit.note) or None,
            "path": hit.note.path,
            "people": [i for i in journal.refs(hit.note, "people") if i in journal.notes],
            "lines": [{"line": number, "text": text} for number, text in _shown(opened, hit)],
        }
        for hit in found.hits
    ]
    return escaped_json(msgspec.json.format(msgspec.json.encode(answer), indent=2).decode())
