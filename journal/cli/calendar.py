"""`journal calendar`: the reminders, for a calendar program."""

from pathlib import Path

import click

from journal.cli.options import in_root, on_day


@click.command("calendar")
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Where to write it; left out, to standard output.",
)
@click.option("--private", is_flag=True, help="With the notes that are private.")
@click.option("--drafts", is_flag=True, help="With the drafts.")
@in_root
@on_day
def command(output: Path | None, private: bool, drafts: bool) -> int:
    """Write the reminders as an iCalendar file: whom to reach out to, and every day that matters.

    The same file is in the site as reminders.ics. How people are named in it is a setting: names,
    below [calendar].
    """
    from journal.cli.exits import Exit
    from journal.cli.feeding import Wanted, give_calendar

    give_calendar(Wanted(output, private, drafts))
    return Exit.FINE
