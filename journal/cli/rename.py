"""`journal rename`: somebody is called otherwise, everywhere."""

import click

from journal.cli.apply_change import make, trial
from journal.cli.completion import people
from journal.cli.load import load
from journal.cli.options import in_root, on_day
from journal.writing.lookup import find_person
from journal.writing.rename_person import rename


@click.command("rename")
@click.argument("who", shell_complete=people)
@click.argument("name", metavar="NEW-NAME")
@trial
@in_root
@on_day
def command(who: str, name: str, dry_run: bool) -> None:
    """Give somebody a new name: in the note of WHO, in its file's name, and in every link to it.

    The old name becomes an alias, so that both find them. What links show stays as it is. Either
    all of it changes, or nothing; “journal undo” takes it back.
    """
    opened = load()
    person = find_person(opened.journal, who)
    asked = rename(opened.root, opened.journal, person, name)
    make(opened.root, asked, dry_run=dry_run)
