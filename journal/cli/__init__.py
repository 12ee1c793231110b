"""The command line: arguments, the clock, printing and exit statuses."""

from journal.cli.entry import main, start

__all__ = ["main", "start"]
