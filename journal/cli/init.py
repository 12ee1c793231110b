"""`journal init`: a new journal."""

from pathlib import Path

import click

from journal.cli.options import in_root, on_day


@click.command("init")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--empty", is_flag=True, help="Without the first mentor and touchpoint to edit.")
@in_root
@on_day
def command(folder: Path | None, empty: bool) -> None:
    """Make a new journal in DIR, or here.

    A file that exists is never touched. Where there is no git repository around, one is made, if
    git is installed.
    """
    from journal.cli.founding import found

    found(folder, empty)
