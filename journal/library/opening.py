"""The front door: a folder opened as a journal, for every command, the server, and the tests."""

from collections.abc import Callable, Mapping
from contextlib import closing, nullcontext
from datetime import date
from pathlib import Path
from typing import NamedTuple

from journal.library.assemble import build_journal
from journal.library.incremental import update_journal
from journal.library.journal import Journal
from journal.reading.cache import Cache
from journal.reading.folder import (
    JournalFolder,
    ReadOptions,
    load_settings,
    open_cache,
    read_folder,
)
from journal.settings import Layout, Settings

#: Returns what day it is for the keeper of a journal with these settings.
Today = Callable[[Settings], date]


class Opened(NamedTuple):
    """The whole journal, for its owner's eyes; what others may see is made from it."""

    folder: JournalFolder
    journal: Journal

    @property
    def root(self) -> Path:
        """The journal's folder."""
        return self.folder.root

    @property
    def layout(self) -> Layout:
        """Where the notes lie in it."""
        return self.folder.settings.layout

    @property
    def bodies(self) -> Mapping[str, str]:
        """Note's id -> its body as HTML, with marks where links and embeds go."""
        return self.folder.bodies

    def updated(self, folder: JournalFolder, day: date) -> "Opened":
        """Return the journal as `folder` has it now; whatever has not changed is kept."""
        return Opened(folder, update_journal(self.journal, folder, day))


def open_journal(
    root: Path,
    today: Today,
    options: ReadOptions | None = None,
    cache: Cache | None = None,
) -> Opened:
    """Read the journal at `root` as of today. A bad note is a finding, not an error.

    Without a `cache`, the journal's own is opened, and closed again.
    """
    options = options or ReadOptions()
    loaded = options.settings or load_settings(root)
    layout = loaded[0].layout
    with nullcontext(cache) if cache else closing(open_cache(root, layout)) as opened:
        folder = read_folder(root, opened, options._replace(settings=loaded))
    return opened_as_of(folder, today(folder.settings))


def opened_as_of(folder: JournalFolder, day: date) -> Opened:
    """Return the journal that was read from `folder`, as of a day."""
    return Opened(folder, build_journal(folder, day))
