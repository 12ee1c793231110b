"""What the shell offers after Tab: people and notes of the journal around."""

from collections.abc import Iterable
from contextlib import suppress

import click
from click.shell_completion import CompletionItem

_TOLD = ("news", "opportunities", "trips", "lessons", "goals")


def people(context: click.Context, _: click.Parameter, incomplete: str) -> Iterable[CompletionItem]:
    """Offer the people of whom a name has a word that begins so."""
    return _offered(context, incomplete, ("mentors", "proteges", "people"))


def notes(context: click.Context, _: click.Parameter, incomplete: str) -> Iterable[CompletionItem]:
    """Offer what can be told: news, opportunities, trips, lessons and goals."""
    return _offered(context, incomplete, _TOLD)


def _offered(
    context: click.Context, incomplete: str, folders: tuple[str, ...]
) -> list[CompletionItem]:
    with suppress(Exception), context.scope(cleanup=False):  # no journal, no offer
        from journal.capture.who import link_to
        from journal.cli.opened import opened_silently
        from journal.notes.identity import folded

        journal = opened_silently().journal
        start = f" {folded(incomplete)}"
        return [
            CompletionItem(link_to(journal, note), help=note.title)
            for note in journal.notes.values()
            if note.folder in folders
            and any(start in f" {folded(name)}" for name in (note.stem, note.title, *note.aliases))
        ]
    return []
