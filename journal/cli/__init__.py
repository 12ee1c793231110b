"""The command line: arguments, the clock, printing and exit statuses."""

from journal.cli.entry import main

__all__ = ["main"]
