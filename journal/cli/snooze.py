"""`journal snooze`: nothing is suggested for somebody until a day."""

import click

from journal.cli.apply_change import make, trial
from journal.cli.completion import people
from journal.cli.load import load
from journal.cli.options import in_root, on_day
from journal.writing.lookup import find_person
from journal.writing.person_changes import snooze, unsnooze


@click.command("snooze")
@click.argument("who", shell_complete=people)
@click.argument("until", required=False)
@click.option("--off", is_flag=True, help="Suggest them again.")
@trial
@in_root
@on_day
def command(who: str, until: str | None, off: bool, dry_run: bool) -> None:
    """Suggest nothing for WHO before a day: "2 weeks", friday, 2025-12-01.

    It is written into their note, as snooze_until.
    """
    if (until is None) != off:
        raise click.UsageError("Say until when, or --off.")
    opened = load()
    person = find_person(opened.journal, who)
    asked = (
        snooze(opened.root, opened.journal, person, until)
        if until
        else unsnooze(opened.root, person)
    )
    make(opened.root, asked, dry_run=dry_run)
