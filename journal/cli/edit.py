"""`journal edit`: somebody's note, or any other, in the editor."""

from pathlib import Path

import click

from journal.cli.completion import people_and_notes
from journal.cli.editor import open_in_editor
from journal.cli.load import load_silently
from journal.cli.options import in_root, on_day
from journal.cli.output import finding_lines, warn
from journal.findings import HINT
from journal.writing.note_to_edit import path_to_edit


@click.command("edit")
@click.argument("which", metavar="WHO|NOTE", shell_complete=people_and_notes)
@in_root
@on_day
def command(which: str) -> None:
    """Open a note in your editor: somebody's, or any other.

    A name, an alias, a title or a part of one; a person comes before other notes. The path of a
    note will do as well, as “journal check” prints it, also of one that cannot be read. The editor
    is that of $VISUAL or $EDITOR. What is wrong in the note afterwards is said.
    """
    opened = load_silently()
    path = path_to_edit(opened.journal, which, Path.cwd(), opened.root)
    open_in_editor(opened.root / path)
    _say_what_is_wrong(path)


def _say_what_is_wrong(path: str) -> None:
    findings = load_silently().journal.findings
    found = [each for each in findings if each.path == path and each.level != HINT]
    if found:
        warn(finding_lines(found))
