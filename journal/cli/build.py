"""`journal build`: the site."""

from pathlib import Path

import click

from journal.cli.options import in_root, on_day


@click.command("build")
@click.option(
    "--site",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where to put it; left out, site/ in the journal's root.",
)
@click.option("--private", is_flag=True, help="With the notes that are private.")
@click.option("--drafts", is_flag=True, help="With the drafts.")
@click.option("--strict", is_flag=True, help="End with status 1 for warnings, too.")
@click.option("--clean", is_flag=True, help="Read and build everything anew.")
@in_root
@on_day
def command(site: Path | None, private: bool, drafts: bool, strict: bool, clean: bool) -> int:
    """Build the site: plain files, opened from the disk.

    The new site takes the place of the last one whole, or not at all. It is built whatever is
    wrong in the notes; with errors, the exit status is 1. Where nothing has changed, nothing is
    done.
    """
    from journal.cli.building import Wanted, build

    return build(Wanted(site, private, drafts, clean)).status(strict)
