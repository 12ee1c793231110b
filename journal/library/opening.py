"""The front door: a folder opened as a journal, for every command, the server, and the tests."""

from collections.abc import Callable, Mapping
from contextlib import closing, nullcontext
from datetime import date
from pathlib import Path
from typing import NamedTuple

from journal.library.assemble import build_journal
from journal.library.incremental import renewed_journal
from journal.library.journal import Journal
from journal.reading.cache import Cache
from journal.reading.folder import BodyRendering, JournalFolder, open_cache, read_folder
from journal.reading.note_reader import Renderer
from journal.reading.note_store import Progress
from journal.reading.scan import Scan
from journal.settings import Settings

#: The day it is where the keeper of a journal with these settings lives.
Today = Callable[[Settings], date]


class Opened(NamedTuple):
    """A journal, whole: for its owner's terminal, and for what is to be shown of it to be made."""

    folder: JournalFolder
    journal: Journal

    @property
    def root(self) -> Path:
        """The journal's folder."""
        return self.folder.root

    @property
    def bodies(self) -> Mapping[str, str]:
        """Note's id -> its body as HTML, with marks where links and embeds go."""
        return self.folder.bodies

    def renewed(self, folder: JournalFolder, day: date) -> "Opened":
        """Return the journal as `folder` has it now; what has not changed is taken over."""
        return Opened(folder, renewed_journal(self.journal, folder, day))


class Reading(NamedTuple):
    """How a folder is read: its bodies too, with a cache and a scan that are there already.

    For findings alone, bodies are read only where private notes may be named in them.
    """

    bodies: bool = False
    findings: bool = False
    cache: Cache | None = None
    seen: Scan | None = None
    progress: Progress | None = None


def open_journal(root: Path, today: Today, how: Reading | None = None) -> Opened:
    """Read the journal at `root` as of its day. A bad note is a finding, no error."""
    how = how or Reading()
    rendering = BodyRendering(_renderer(), how.bodies) if how.bodies or how.findings else None
    with nullcontext(how.cache) if how.cache else closing(open_cache(root)) as cache:
        folder = read_folder(root, cache, how.seen, rendering, how.progress)
    return as_of(folder, today(folder.settings))


def as_of(folder: JournalFolder, day: date) -> Opened:
    """Return the journal that was read from `folder`, as of a day."""
    return Opened(folder, build_journal(folder, day))


def _renderer() -> Renderer:
    from journal.markup.render import render  # what reads no body need not load Markdown

    return render
