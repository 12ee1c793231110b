"""`journal check`: what is wrong in the notes, or worth a look."""

import click

from journal.cli.options import in_root, on_day


@click.command("check")
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="json for other programs, github for annotations in its workflows.",
)
@click.option("--strict", is_flag=True, help="End with status 1 for warnings, too.")
@in_root
@on_day
def command(layout: str, strict: bool) -> int:
    """Look for mistakes in the notes; nothing is written.

    One finding a line, path:line:column: CODE level: message (hint), with the path relative to
    the journal's root, so that an editor can jump there. Ends with status 1 if there are errors.
    """
    from journal.cli.checking import complain

    return complain(layout, strict)
