"""A contact written down: one new touchpoint."""

from collections.abc import Sequence

from journal.capture.contact import Given
from journal.capture.touchpoint import write_contact
from journal.cli.opened import opened
from journal.cli.output import clean, say


def log(names: Sequence[str], given: Given, body: str) -> None:
    """Write the touchpoint and print its path. Raises Refused and CaptureError."""
    journal = opened()
    say(clean(write_contact(journal.root, journal.journal, names, given, body)))
