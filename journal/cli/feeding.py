"""A feed for another program, made for one command."""

from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from journal.advice import advise
from journal.cli.bodies import bodies_of
from journal.cli.clock import today
from journal.cli.opened import open_journal
from journal.cli.root import find_root
from journal.cli.saving import save
from journal.feeds.shown import Shown
from journal.library import build_journal
from journal.library.visible import Visible
from journal.markup import render
from journal.reading.folder import open_cache, read_folder
from journal.site.texts import texts_of


class Wanted(NamedTuple):
    """What to give, and where: `output` is a file, or None for standard output."""

    output: Path | None
    private: bool
    drafts: bool


def give_calendar(wanted: Wanted) -> None:
    """Write the calendar. Raises Refused and OSError."""
    from journal.feeds.calendar import calendar

    _, journal = open_journal()
    visible = Visible(journal, wanted.private, wanted.drafts)
    made = calendar(Shown(advise(journal), visible, lambda _: ""))
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
    root = find_root()
    with closing(open_cache(root)) as cache:
        folder = read_folder(root, cache, render=render)
        bodies = bodies_of(cache, folder)
    journal = build_journal(folder, today(folder.settings))
    visible = Visible(journal, wanted.private, wanted.drafts)
    return Shown(advise(journal), visible, texts_of(visible, bodies.__getitem__))
