"""`journal export`: the notes, for another program."""

from pathlib import Path

import click

from journal.cli.options import in_root, misfit, on_day

#: As in the feeds, which are imported only to run.
_TABLES = ("touchpoints", "people", "news", "opportunities", "trips", "goals", "lessons")


@click.command("export")
@click.argument("form", metavar="json|csv", type=click.Choice(["json", "csv"]))
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Where to write it; left out, to standard output.",
)
@click.option(
    "--kind",
    type=click.Choice(_TABLES),
    help="What to put into a CSV table; left out, the touchpoints.",
)
@click.option("--private", is_flag=True, help="With the notes that are private.")
@click.option("--drafts", is_flag=True, help="With the drafts.")
@in_root
@on_day
def command(form: str, output: Path | None, kind: str | None, private: bool, drafts: bool) -> int:
    """Write the notes for another program.

    json has everything, with the advice; the same file is in the site as journal.json. csv is a
    table for a spreadsheet, a row for each note of one kind.
    """
    from journal.cli.exits import Exit
    from journal.cli.feeding import Wanted, give_everything, give_table

    wanted = Wanted(output, private, drafts)
    if form == "json":
        if kind:
            misfit("--kind is for csv", "json has every kind")
        give_everything(wanted)
    else:
        give_table(wanted, kind or "touchpoints")
    return Exit.FINE
