"""`journal save`: what has changed, committed with git."""

import click

from journal.cli.load import load_silently
from journal.cli.options import in_root, on_day
from journal.cli.output import clean, say, warn
from journal.errors import Refused
from journal.git.commit import FileChange
from journal.library.opening import Opened
from journal.settings import Settings
from journal.wording.counts import count_of
from journal.writing.change_summary import change_summary
from journal.writing.save_changes import Saved, save


@click.command("save")
@click.option("-m", "--message", metavar="TEXT", help="What to call it; left out, what changed.")
@in_root
@on_day
def command(message: str | None) -> None:
    """Commit what has changed in the journal, with a message that tells of it.

    Only the journal's own files: its notes and what lies beside them, journal.toml, templates/ and
    .gitignore. Nothing is pushed, nothing that git ignores is added, no hook is run, and a merge or
    a commit that you have begun yourself is left alone. Private notes are not named.
    """
    if message is not None and not message.strip():
        raise click.UsageError("The message is empty: say what changed, or leave -m out.")
    saved = save_journal(load_silently(), message)
    if saved is None:
        say("Nothing has changed since it was last saved.")
    else:
        say(clean("\n".join(_lines(saved))))


def _lines(saved: Saved) -> list[str]:
    count, *more = count_of(saved.files, "file"), *saved.parts[1:]
    if not more:
        return [f"Saved {count}: {saved.parts[0]}"]
    return [f"Saved {count}:", *(f"  {part}" for part in saved.parts)]


def save_journal(opened: Opened, message: str | None = None) -> Saved | None:
    """Commit what has changed in a journal; None where nothing has. Raises Refused."""
    journal = opened.journal

    def parts(changes: list[FileChange]) -> tuple[str, ...]:
        return change_summary(journal, changes) if message is None else (message,)

    return save(opened.root, journal.settings, parts)


def save_after_log(settings: Settings) -> None:
    """Save the journal after a contact was written down, where the settings want that.

    The contact is on the disk: what keeps git from it is said, and is no error.
    """
    if settings.git_save != "after log":
        return
    try:
        saved = save_journal(load_silently())
    except Refused as error:
        warn(str(error))
        return
    if saved:
        warn("\n".join(_lines(saved)))
