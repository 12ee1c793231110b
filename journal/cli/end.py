"""`journal end`: the mentoring with somebody has ended."""

import click

from journal.cli.apply_change import make, trial
from journal.cli.completion import people
from journal.cli.load import load
from journal.cli.options import in_root, on_day
from journal.writing.lookup import find_person
from journal.writing.person_changes import end
from journal.writing.spoken_days import read_day


@click.command("end")
@click.argument("who", shell_complete=people)
@click.option("--on", metavar="DAY", default="today", help="When it was; left out, today.")
@trial
@in_root
@on_day
def command(who: str, on: str, dry_run: bool) -> None:
    """Write down that the mentoring with WHO has ended.

    Their page and all notes stay. It is written into their note, as until.
    """
    opened = load()
    day = read_day(on, opened.journal.today, ahead=False)
    asked = end(opened.root, opened.journal, find_person(opened.journal, who), day)
    make(opened.root, asked, dry_run=dry_run)
