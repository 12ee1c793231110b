"""`journal cancel`: a planned contact does not take place."""

import click

from journal.cli.apply_change import make, trial
from journal.cli.completion import plans
from journal.cli.load import load
from journal.cli.options import in_root, on_day
from journal.writing.touchpoint_changes import cancel, find_plan


@click.command("cancel")
@click.argument("note", shell_complete=plans)
@trial
@in_root
@on_day
def command(note: str, dry_run: bool) -> None:
    """Write down that a planned contact does not, or did not, take place.

    NOTE is the touchpoint, or the person whom it is planned with. It stays, and counts for nothing.
    """
    opened = load()
    asked = cancel(opened.root, opened.journal, find_plan(opened.journal, note))
    make(opened.root, asked, dry_run=dry_run)
