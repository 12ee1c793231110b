"""`journal phase`: where the relationship with somebody stands from a day on."""

import click

from journal.cli.apply_change import make, trial
from journal.cli.completion import KeyWord, people
from journal.cli.load import load
from journal.cli.options import in_root, on_day
from journal.writing.lookup import find_person
from journal.writing.person_changes import begin_phase
from journal.writing.spoken_days import read_day


@click.command("phase")
@click.argument("who", shell_complete=people)
@click.argument("phase", type=KeyWord("person", "phase"))
@click.option("--on", metavar="DAY", default="today", help="When it began; left out, today.")
@trial
@in_root
@on_day
def command(who: str, phase: str, on: str, dry_run: bool) -> None:
    """Write down that WHO is in another PHASE: new, active, waiting, dormant, ended.

    It is written into their note, as a line of phases.
    """
    opened = load()
    day = read_day(on, opened.journal.today, ahead=False)
    person = find_person(opened.journal, who)
    asked = begin_phase(opened.root, opened.journal, person, phase, day)
    make(opened.root, asked, dry_run=dry_run)
