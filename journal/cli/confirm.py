"""`journal confirm`: a planned contact took place."""

import click

from journal.cli.apply_change import make, trial
from journal.cli.completion import KeyWord, plans
from journal.cli.load import load
from journal.cli.options import in_root, on_day
from journal.writing.touchpoint_changes import confirm, find_plan


@click.command("confirm")
@click.argument("note", shell_complete=plans)
@click.option(
    "--channel",
    metavar="HOW",
    default="",
    type=KeyWord("touchpoint", "channel"),
    help="How it was, if that is another way than the planned one.",
)
@trial
@in_root
@on_day
def command(note: str, channel: str, dry_run: bool) -> None:
    """Write down that a planned contact took place.

    NOTE is the touchpoint, or the person whom it was planned with.
    """
    opened = load()
    plan = find_plan(opened.journal, note)
    make(opened.root, confirm(opened.root, opened.journal, plan, channel), dry_run=dry_run)
