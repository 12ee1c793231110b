"""What the shell offers after Tab: people and notes of the journal around.

What is offered may end up as a piece of a command, and the names of files are anybody's: only a
name of letters, digits and blanks, with a few signs that no shell obeys, is offered at all.
"""

import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import click
from click.shell_completion import BashComplete, CompletionItem, add_completion_class

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
    return _offers(context, incomplete, ("mentors", "proteges", "people"))


def notes(context: click.Context, _: click.Parameter, incomplete: str) -> Iterable[CompletionItem]:
    """Offer what can be told: news, opportunities, trips, lessons and goals."""
    return _offers(context, incomplete, _TOLD_FOLDERS)


def people_and_notes(
    context: click.Context, _: click.Parameter, incomplete: str
) -> Iterable[CompletionItem]:
    """Offer people, then whatever else is no touchpoint."""
    return _offers(context, incomplete, ("mentors", "proteges", "people", *_TOLD_FOLDERS))


def _offers(
    context: click.Context, incomplete: str, folders: tuple[str, ...]
) -> list[CompletionItem]:
    with suppress(Exception), context.scope(cleanup=False):  # no journal, no offer
        from journal.cli.load import load_silently
        from journal.cli.output import clean
        from journal.folding import folded
        from journal.writing.lookup import link_to

        journal = load_silently().journal
        start = f" {folded(incomplete)}"
        return [
            CompletionItem(name, help=clean(" ".join(note.title.split())))
            for note in journal.notes.values()
            if note.folder in folders
            and is_safe_word(name := link_to(journal, note))
            and any(start in f" {folded(word)}" for word in (note.stem, note.title, *note.aliases))
        ]
    return []


def is_safe_word(name: str) -> bool:
    """Whether a name means itself to every shell, but for its blanks."""
    letters = all(c in _SAFE_CHARACTERS or unicodedata.category(c)[0] in "LNM" for c in name)
    return letters and name[:1].isalnum()
