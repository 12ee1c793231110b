"""`journal calendar` and `journal export`: reminders and notes, for other programs."""

from pathlib import Path

import click

from journal.atomic_file import replace_file
from journal.characters import quoted
from journal.cli.load import load
from journal.cli.options import bad_option, in_root, on_day
from journal.cli.output import clean, say
from journal.errors import Refused
from journal.feeds.exports import TABLES, csv_table, json_export
from journal.feeds.source import FeedSource, feed_source
from journal.file_names import SETTINGS_FILE
from journal.library.journal import Journal


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
def calendar_command(output: Path | None, private: bool, drafts: bool) -> None:
    """Write the reminders as an iCalendar file: whom to reach out to, and every day that matters.

    The same file is in the site as reminders.ics. How people are named in it is a setting: names,
    below [calendar].
    """
    from journal.feeds.calendar import calendar  # icalendar takes a while to load

    made = calendar(_feed_source(private, drafts))
    save(output, made, made.partition(b"CALSCALE")[0])


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
    type=click.Choice(tuple(TABLES)),
    help="What to put into a CSV table; left out, the touchpoints.",
)
@click.option("--private", is_flag=True, help="With the notes that are private.")
@click.option("--drafts", is_flag=True, help="With the drafts.")
@in_root
@on_day
def command(form: str, output: Path | None, kind: str | None, private: bool, drafts: bool) -> None:
    """Write the notes for another program.

    json has everything, with the advice; the same file is in the site as journal.json. csv is a
    table for a spreadsheet, a row for each note of one kind.
    """
    if form == "json" and kind:
        bad_option("--kind is for csv", "json has every kind")
    source = _feed_source(private, drafts)
    if form == "json":
        made = json_export(source)
        save(output, made, made.partition(b"title")[0])
    else:
        made = csv_table(source, kind or "touchpoints")
        save(output, made, made.partition(b"\r\n")[0])


def _feed_source(private: bool, drafts: bool) -> FeedSource:
    """Return what may be given away. Raises Refused."""
    opened = load(bodies=True)
    if opened.journal.settings.is_unread:
        raise Refused(_unread_settings(opened.journal))
    return feed_source(opened, private=private, drafts=drafts)


def _unread_settings(journal: Journal) -> str:
    at = next(finding for finding in journal.findings if finding.path == SETTINGS_FILE)
    return (
        f"{at.location} cannot be read ({at.message}), so it is unknown what may be given away, "
        "and nothing is: mend that line and try again."
    )


def save(output: Path | None, data: bytes, head: bytes) -> None:
    """Write `data`; a file that is there is replaced only if it begins with `head`, as ours do.

    The file is 0600, whatever the umask. Raises Refused and OSError.
    """
    if output is None or str(output) == "-":
        click.echo(data, nl=False)
        return
    _refuse_foreign(output, head)
    replace_file(output.resolve(), data)
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
