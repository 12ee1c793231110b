"""Questions to whoever sits at the terminal, where somebody does."""

import sys

import click

from journal.cli.output import clean
from journal.errors import Refused
from journal.vocabulary.choices import CHANNELS


def is_somebody_there() -> bool:
    """Whether a question can be read, and answered."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


class TerminalAsker:
    """Asks what `journal log` was not told; where nobody is there, says how to tell it."""

    def __init__(self, is_again: bool) -> None:
        self.is_again = is_again

    def channel(self) -> str:
        """Return how the contact was. Raises Refused where nobody can be asked."""
        words = ", ".join(CHANNELS.words)
        if not is_somebody_there():
            raise Refused(f"Say how, with --channel: {words}.")
        answer: str = click.prompt(f"How? {words}", value_proc=_channel_of, err=True)
        return answer

    def again(self, path: str) -> None:
        """Ask whether a contact is to be written once more. Raises Refused if not."""
        there = f"That is written down already, in {clean(path)}"
        if not is_somebody_there():
            raise Refused(f"{there}: nothing was written. With --again it is written once more.")
        if not click.confirm(f"{there}. Write it down once more?", err=True):
            raise Refused("Nothing was written.")


def _channel_of(text: str) -> str:
    word = CHANNELS.word_for(text)
    if word is None:
        raise click.UsageError(f"it is none of {', '.join(CHANNELS.words)}")
    return word
