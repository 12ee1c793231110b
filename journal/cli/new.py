"""`journal new`: a note of any kind, ready to be filled in."""

import click

from journal.cli.options import in_root, on_day


@click.command("new")
@click.argument("kind", type=str)
@click.argument("title")
@click.option(
    "--set",
    "settings",
    metavar="KEY=VALUE",
    multiple=True,
    help="Fill in a key; repeated for a list, each adds one.",
)
@click.option("-e", "--edit", is_flag=True, help="Open the note in $VISUAL or $EDITOR.")
@in_root
@on_day
def command(kind: str, title: str, settings: tuple[str, ...], edit: bool) -> None:
    """Write a new note of a KIND, called TITLE, and print its path.

    KIND is mentor, protege, person, touchpoint, news, opportunity, trip, goal or lesson. The keys
    that such a note likely needs stand in it as comments, each with its help.
    """
    from journal.cli.note import new

    new(kind, title, settings, edit)
