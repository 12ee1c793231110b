"""Options that several commands share, and what they named."""

from datetime import date
from pathlib import Path
from typing import NoReturn

import click

_ROOT, _DAY = "journal.cli.root", "journal.cli.today"


def _name_root(context: click.Context, _: click.Parameter, folder: Path | None) -> None:
    if folder is not None:
        context.meta[_ROOT] = folder


def _name_day(context: click.Context, _: click.Parameter, text: str | None) -> None:
    from journal.values import Unreadable, read_date

    if text is None:
        return
    try:
        context.meta[_DAY] = read_date(text)
    except Unreadable as error:
        bad_option(f"it is {text!r}, expected {error.expected}", error.hint)


def bad_option(message: str, hint: str = "") -> NoReturn:
    """Raise click's BadParameter for the option being read, with what to do."""
    raise click.BadParameter(f"{message} ({hint})." if hint else f"{message}.")


def named_root() -> Path | None:
    """Return the folder that `-C` named, if it did."""
    found: Path | None = click.get_current_context().meta.get(_ROOT)
    return found


def named_day() -> date | None:
    """Return the day that `--today` or JOURNAL_TODAY named, if one did."""
    found: date | None = click.get_current_context().meta.get(_DAY)
    return found


#: `-C DIR`, before or after the command's name.
in_root = click.option(
    "-C",
    "root",
    metavar="DIR",
    type=click.Path(path_type=Path),
    callback=_name_root,
    expose_value=False,
    help="The journal's root, instead of this folder or the nearest above.",
)
#: `--today YYYY-MM-DD`, on every command that needs the date.
on_day = click.option(
    "--today",
    metavar="YYYY-MM-DD",
    envvar="JOURNAL_TODAY",
    callback=_name_day,
    expose_value=False,
    help="The day to take for today; also JOURNAL_TODAY.",
)
