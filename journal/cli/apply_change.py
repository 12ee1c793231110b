"""What the verbs share: a change made, or only shown, line by line."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from journal.cli.output import clean, say, styled, warn
from journal.writing.changed_lines import changed_lines
from journal.writing.last_change import change_notes
from journal.writing.note_change import NoteChange
from journal.writing.note_edit import AskedChange

#: `--dry-run`, on every command that changes notes.
trial = click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")


def make(root: Path, asked: AskedChange, *, dry_run: bool) -> None:
    """Make the change, and print what it did. Raises Refused and NotWritten."""
    if not dry_run:
        change_notes(root, asked.changes)
    say(clean(asked.said))
    show(asked.changes, dry_run=dry_run)


def show(changes: Iterable[NoteChange], *, dry_run: bool) -> None:
    """Print each place that changes: `path:line`, what stood there, and what stands there now."""
    for change in changes:
        say("\n".join(_lines(change)))
    if dry_run:
        warn("Only shown: nothing was written.")


def _lines(change: NoteChange) -> Iterator[str]:
    if change.to:
        yield f"{clean(change.path)} → {clean(change.to)}"
    if change.before is None or change.after is None:
        yield f"{clean(change.path)}: {'new' if change.before is None else 'gone'}"
        return
    for place in changed_lines(change):
        yield f"{clean(change.new_path)}:{place.line}"
        yield from (styled(f"- {line}", fg="red") for line in place.before)
        yield from (styled(f"+ {line}", fg="green") for line in place.after)
