"""A feed for another program, made for one command."""

from pathlib import Path
from typing import NamedTuple

from journal.cli.failure import Refused
from journal.cli.opened import opened
from journal.cli.saving import save
from journal.feeds.shown import Shown, shown_of
from journal.library.journal import Journal
from journal.settings import SETTINGS_FILE


class Wanted(NamedTuple):
    """What to give, and where: `output` is a file, or None for standard output."""

    output: Path | None
    private: bool
    drafts: bool


def give_calendar(wanted: Wanted) -> None:
    """Write the calendar. Raises Refused and OSError."""
    from journal.feeds.calendar import calendar

    made = calendar(_shown(wanted))
    save(wanted.output, made, made.partition(b"CALSCALE")[0])


def give_everything(wanted: Wanted) -> None:
    """Write all notes and the advice as JSON. Raises Refused and OSError."""
    from journal.feeds.everything import everything

    made = everything(_shown(wanted))
    save(wanted.output, made, made.partition(b"title")[0])


def give_table(wanted: Wanted, name: str) -> None:
    """Write the notes of one kind as a table. Raises Refused and OSError."""
    from journal.feeds.tables import table

    made = table(_shown(wanted), name)
    save(wanted.output, made, made.partition(b"\r\n")[0])


def _shown(wanted: Wanted) -> Shown:
    found = opened(bodies=True)
    if found.journal.settings.is_unread:
        raise Refused(_unread_settings(found.journal))
    return shown_of(found, private=wanted.private, drafts=wanted.drafts)


def _unread_settings(journal: Journal) -> str:
    at = next(finding for finding in journal.findings if finding.path == SETTINGS_FILE)
    return (
        f"{at.place} cannot be read ({at.message}), so it is unknown what may be given away, and "
        "nothing is: mend that line and try again."
    )
