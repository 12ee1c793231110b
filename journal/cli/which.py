"""Which of several a name on the command line means: asked for, where somebody is there."""

from collections.abc import Sequence

import click

from journal.characters import quoted
from journal.cli.output import warn
from journal.cli.questions import is_somebody_there
from journal.errors import Unclear

_MOST = 12  # to choose from


def with_answer(unclear: Unclear, args: Sequence[str]) -> list[str]:
    """Ask which is meant, and return the arguments of the command line with its id.

    Raises `unclear` where nobody is there to ask, or it is not clear what to replace.
    """
    named = [place for place, arg in enumerate(args) if _value(arg) == unclear.name]
    if len(named) != 1 or "-" in args or len(unclear.found) > _MOST or not is_somebody_there():
        raise unclear
    (place,) = named
    before = args[place].removesuffix(unclear.name)
    return [*args[:place], f"{before}{_asked(unclear)}", *args[place + 1 :]]


def _value(arg: str) -> str:
    """Return what an argument says; of `--about=NOTE` and `people=WHO`, what follows the sign."""
    return arg.partition("=")[2] or arg


def _asked(unclear: Unclear) -> str:
    warn(f"{quoted(unclear.name)} may be:")
    for number, (note_id, title) in enumerate(unclear.found, 1):
        warn(f"  {number}  {title} ({note_id})")
    number = click.prompt("Which one", type=click.IntRange(1, len(unclear.found)), err=True)
    return unclear.found[number - 1][0]
