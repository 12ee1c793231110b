"""The command line: arguments, the clock, printing and exit statuses."""

from journal.cli.entry_point import main, start

__all__ = ["main", "start"]
