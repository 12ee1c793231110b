"""`journal undo`: the last change of this program to notes, taken back."""

import click

from journal.cli.apply_change import show, trial
from journal.cli.options import in_root
from journal.cli.output import say
from journal.cli.root import find_root
from journal.writing.last_change import undo


@click.command("undo")
@trial
@in_root
def command(dry_run: bool) -> None:
    """Take back what the last command changed in notes, if they are still as it left them.

    Only the last change is remembered. What was taken back does not come again by this command.
    """
    changes = undo(find_root(), dry_run=dry_run)
    say("Taken back:" if changes else "Nothing of it was left to take back.")
    show(changes, dry_run=dry_run)
