"""`journal new`: a note of any kind, named by its title, its likely keys ready to be filled in."""

import click

from journal.cli.completion import kinds, setting
from journal.cli.current_day import today
from journal.cli.editor import open_in_editor
from journal.cli.load import load
from journal.cli.options import in_root, on_day
from journal.cli.output import clean, say, warn
from journal.cli.root import find_root
from journal.reading.folder import load_settings
from journal.writing.new_note import NewNote, write_new_note


@click.command("new")
@click.argument("kind", type=str, shell_complete=kinds)
@click.argument("title")
@click.option(
    "--set",
    "settings",
    metavar="KEY=VALUE",
    multiple=True,
    shell_complete=setting,
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
    root = find_root()
    day = today(load_settings(root)[0])
    new = NewNote(kind, title, settings)
    path, missing = write_new_note(root, new, day, lambda: load().journal)
    say(clean(path))
    if edit:
        open_in_editor(root / path)
    elif missing:
        warn(f"Still to be filled in: {'; '.join(missing)}.")
