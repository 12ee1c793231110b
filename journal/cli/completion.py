"""What the shell offers after Tab: people and notes of the journal around.

What is offered may end up as a piece of a command, and the names of files are anybody's: only a
name of letters, digits and blanks, with a few signs that no shell obeys, is offered at all.
"""

import os
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import Any

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    add_completion_class,
    split_arg_string,
)

from journal.notes.note import Note
from journal.vocabulary.key_types import ME, Key, Type

_PEOPLE_FOLDERS = ("mentors", "proteges", "people")
_TRUTHS = ("true", "false")
_TOLD_FOLDERS = ("news", "opportunities", "trips", "lessons", "goals")
_SAFE_CHARACTERS = frozenset("_.+@/- ")


class QuotingBash(BashComplete):
    """Bash puts into the line what it is given, as it is; zsh and fish quote it themselves."""

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Return a line of click's script for bash."""
        value = f"'{item.value}'" if " " in item.value else item.value
        return f"{item.type},{value}"


def quote_for_bash() -> None:
    """Have names with blanks quoted where bash completes them."""
    add_completion_class(QuotingBash)


def people(context: click.Context, _: click.Parameter, incomplete: str) -> Iterable[CompletionItem]:
    """Offer the people of whom a name has a word that begins so."""
    return _offers(context, incomplete, _PEOPLE_FOLDERS)


def notes(context: click.Context, _: click.Parameter, incomplete: str) -> Iterable[CompletionItem]:
    """Offer what can be told: news, opportunities, trips, lessons and goals."""
    return _offers(context, incomplete, _TOLD_FOLDERS)


def people_and_notes(
    context: click.Context, _: click.Parameter, incomplete: str
) -> Iterable[CompletionItem]:
    """Offer people, then whatever else is no touchpoint."""
    return _offers(context, incomplete, (*_PEOPLE_FOLDERS, *_TOLD_FOLDERS))


def plans(context: click.Context, _: click.Parameter, incomplete: str) -> Iterable[CompletionItem]:
    """Offer the contacts that are planned, or were, and nobody has said what became of them."""
    return _offers(context, incomplete, ("touchpoints",), is_plan=True)


class KeyWord(click.ParamType[str, str]):
    """A word that a key can hold; it is checked when the note is written."""

    name = "word"

    def __init__(self, kind: str, key: str) -> None:
        self.kind, self.key = kind, key

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """Offer the key's words."""
        from journal.notes.kinds import KINDS

        return [
            CompletionItem(word) for word in _words(KINDS[self.kind].keys[self.key], incomplete)
        ]


def setting(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the keys of the kind of note, as `KEY=`; behind that, what the key takes."""
    from journal.notes.kinds import KINDS

    # click parses nothing of a line that ends in an option, so the kind is looked for by itself
    words = split_arg_string(os.environ.get("COMP_WORDS", ""))
    named = [KINDS[word] for word in words if word in KINDS and context.info_name == "new"]
    kind = named[0] if named else KINDS["touchpoint"]
    name, equals, start = incomplete.partition("=")
    if not equals:
        keys = [key for key in kind.keys.values() if key.name.startswith(name)]
        return [CompletionItem(f"{key.name}=", help=key.help) for key in keys]
    key = kind.key(name)
    found = _values(context, key, start) if key else []
    return [CompletionItem(f"{name}={item.value}", help=item.help) for item in found]


def _values(context: click.Context, key: Key, start: str) -> list[CompletionItem]:
    """Offer the words that a key takes, or the notes that it may hold."""
    words = [CompletionItem(word) for word in _words(key, start)]
    if key.type is not Type.LINKS:
        return words
    held = (*_PEOPLE_FOLDERS, *_TOLD_FOLDERS) if key.any_note else _PEOPLE_FOLDERS
    return [*words, *_offers(context, start, held)]


def kinds(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the kinds of notes."""
    from journal.notes.kinds import KINDS

    found = (kind for kind in KINDS.values() if kind.name.startswith(incomplete))
    return [CompletionItem(kind.name, help=kind.help) for kind in found]


def _words(key: Key, start: str) -> list[str]:
    words = key.choices.words if key.choices else _TRUTHS if key.type is Type.BOOL else ()
    words = (ME,) if key.me else words
    return [word for word in words if word.startswith(start)]


def _offers(
    context: click.Context, incomplete: str, folders: tuple[str, ...], *, is_plan: bool = False
) -> list[CompletionItem]:
    with suppress(Exception), context.scope(cleanup=False):  # no journal, no offer
        from journal.cli.load import load_silently
        from journal.cli.output import clean
        from journal.folding import folded
        from journal.writing.lookup import link_to
        from journal.writing.touchpoint_changes import is_open_plan

        journal = load_silently().journal
        start = f" {folded(incomplete)}"
        return [
            CompletionItem(name, help=clean(" ".join(note.title.split())))
            for note in sorted(journal.notes.values(), key=_day, reverse=True)
            if note.folder in folders
            and (not is_plan or is_open_plan(journal, note))
            and is_safe_word(name := link_to(journal, note))
            and any(start in f" {folded(word)}" for word in (note.stem, note.title, *note.aliases))
        ]
    return []


def _day(note: Note) -> date:
    """Return the day of a note; those without one come last, as they were."""
    return getattr(note, "start", None) or note.date or date.min


def promises(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the open promises that have a word which begins so."""
    with suppress(Exception), context.scope(cleanup=False):  # no journal, no offer
        from journal.cli.load import load_silently
        from journal.folding import folded
        from journal.writing.promise_changes import open_promises

        start = f" {folded(incomplete)}"
        texts = [owned.task.text for owned in open_promises(load_silently().journal)]
        return [
            CompletionItem(text)
            for text in dict.fromkeys(texts)
            if is_safe_word(text) and start in f" {folded(text)}"
        ]
    return []


def is_safe_word(name: str) -> bool:
    """Whether a name means itself to every shell, but for its blanks."""
    letters = all(c in _SAFE_CHARACTERS or unicodedata.category(c)[0] in "LNM" for c in name)
    return letters and name[:1].isalnum()
