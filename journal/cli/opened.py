"""A journal opened for one command."""

from contextlib import closing
from pathlib import Path

from journal.cli.clock import today
from journal.cli.leaving import hold
from journal.cli.root import find_root
from journal.library import Journal, build_journal
from journal.reading.folder import open_cache, read_folder


def open_journal() -> tuple[Path, Journal]:
    """Return the journal that the command is about, as of its day, and its root."""
    root = find_root()
    with closing(open_cache(root)) as cache:
        folder = read_folder(root, cache)
    return root, hold(build_journal(folder, today(folder.settings)))
