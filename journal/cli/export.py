"""`journal calendar` and `journal export`: reminders and notes, for other programs."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import click

from journal.characters import quoted
from journal.cli.load import opened
from journal.cli.options import in_root, misfit, on_day
from journal.cli.output import clean, say
from journal.errors import Refused
from journal.feeds.source import FeedSource, feed_source
from journal.library.journal import Journal
from journal.settings import SETTINGS_FILE


def save(output: Path | None, data: bytes, head: bytes) -> None:
    """Write `data`; a file that is there is replaced only if it begins with `head`, as ours do.

    The file is 0600, whatever the umask. Raises Refused and OSError.
    """
    if output is None or str(output) == "-":
        click.echo(data, nl=False)
        return
    _refuse_foreign(output, head)
    _replace(output.resolve(), data)
    say(clean(str(output)))


def _refuse_foreign(output: Path, head: bytes) -> None:
    if not output.exists():
        return
    if output.is_file():
        with output.open("rb") as file:
            begun = file.read(len(head))
        if begun in (b"", head):
            return
    raise Refused(
        f"{quoted(str(output), 120)} is there already and was not made by this command: "
        "nothing was written; name another file, or remove it."
    )


def _replace(path: Path, data: bytes) -> None:
    draft = path.with_name(f".{secrets.token_hex(6)}.tmp")
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


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
    from journal.feeds.exports import json_export

    made = json_export(_shown(wanted))
    save(wanted.output, made, made.partition(b"title")[0])


def give_table(wanted: Wanted, name: str) -> None:
    """Write the notes of one kind as a table. Raises Refused and OSError."""
    from journal.feeds.exports import csv_table

    made = csv_table(_shown(wanted), name)
    save(wanted.output, made, made.partition(b"\r\n")[0])


def _shown(wanted: Wanted) -> FeedSource:
    found = opened(bodies=True)
    if found.journal.settings.is_unread:
        raise Refused(_unread_settings(found.journal))
    return feed_source(found, private=wanted.private, drafts=wanted.drafts)


def _unread_settings(journal: Journal) -> str:
    at = next(finding for finding in journal.findings if finding.path == SETTINGS_FILE)
    return (
        f"{at.place} cannot be read ({at.message}), so it is unknown what may be given away, and "
        "nothing is: mend that line and try again."
    )


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
def calendar_command(output: Path | None, private: bool, drafts: bool) -> int:
    """Write the reminders as an iCalendar file: whom to reach out to, and every day that matters.

    The same file is in the site as reminders.ics. How people are named in it is a setting: names,
    below [calendar].
    """
    from journal.cli.export import Wanted, give_calendar
    from journal.errors import Exit

    give_calendar(Wanted(output, private, drafts))
    return Exit.FINE


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
    from journal.cli.export import Wanted, give_everything, give_table
    from journal.errors import Exit

    wanted = Wanted(output, private, drafts)
    if form == "json":
        if kind:
            misfit("--kind is for csv", "json has every kind")
        give_everything(wanted)
    else:
        give_table(wanted, kind or "touchpoints")
    return Exit.FINE
