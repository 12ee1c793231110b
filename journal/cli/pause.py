"""`journal pause`: nothing is suggested for somebody until that is taken back."""

import click

from journal.cli.apply_change import make, trial
from journal.cli.completion import people
from journal.cli.load import load
from journal.cli.options import in_root, on_day
from journal.writing.lookup import find_person
from journal.writing.person_changes import pause, unpause


@click.command("pause")
@click.argument("who", shell_complete=people)
@click.option("--off", is_flag=True, help="Suggest them again.")
@trial
@in_root
@on_day
def command(who: str, off: bool, dry_run: bool) -> None:
    """Suggest nothing for WHO, until --off.

    It is written into their note, as paused.
    """
    opened = load()
    person = find_person(opened.journal, who)
    asked = unpause(opened.root, person) if off else pause(opened.root, person)
    make(opened.root, asked, dry_run=dry_run)
