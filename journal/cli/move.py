"""`journal move`: a planned contact is put on another day."""

import click

from journal.cli.apply_change import make, trial
from journal.cli.completion import plans
from journal.cli.load import load
from journal.cli.options import in_root, on_day
from journal.writing.spoken_days import read_day
from journal.writing.touchpoint_changes import find_plan, move


@click.command("move")
@click.argument("note", shell_complete=plans)
@click.argument("day")
@trial
@in_root
@on_day
def command(note: str, day: str, dry_run: bool) -> None:
    """Put a planned contact on another DAY: next friday, "2 weeks", 2025-12-01.

    NOTE is the touchpoint, or the person whom it is planned with. The day in the name of its file
    follows, and so do links that have that name.
    """
    opened = load()
    to = read_day(day, opened.journal.today, ahead=True)
    plan = find_plan(opened.journal, note)
    make(opened.root, move(opened.root, opened.journal, plan, to), dry_run=dry_run)
