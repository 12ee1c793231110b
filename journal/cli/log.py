"""`journal log`: a contact, written down in one line."""

import sys
from typing import Any

import click
from click.shell_completion import CompletionItem

from journal.cli.completion import notes, people
from journal.cli.load import load
from journal.cli.options import in_root, on_day
from journal.cli.output import clean, say
from journal.errors import Refused
from journal.notes.kinds import KINDS
from journal.writing.new_touchpoint import write_touchpoint


class KeyWord(click.ParamType[str, str]):
    """A word that a key can hold; it is checked when the note is written."""

    name = "word"

    def __init__(self, kind: str, key: str) -> None:
        self.kind, self.key = kind, key

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """Offer the key's words."""
        choices = KINDS[self.kind].keys[self.key].choices
        words = choices.words if choices else ()
        return [CompletionItem(word) for word in words if word.startswith(incomplete)]


@click.command("log")
@click.argument("who", nargs=-1, required=True, shell_complete=people)
@click.option("-m", "--message", metavar="TEXT", help="What to write below; - reads it from stdin.")
@click.option(
    "--channel",
    metavar="HOW",
    type=KeyWord("touchpoint", "channel"),
    help="email, call, in-person …; left out, what they like best.",
)
@click.option("--on", metavar="DAY", help="When it was: yesterday, last friday, 2025-03-14.")
@click.option("--time", metavar="HH:MM", help="At what time, in your zone.")
@click.option(
    "--direction",
    metavar="WAY",
    type=KeyWord("touchpoint", "direction"),
    help="out, in or both; left out, as the channel has it.",
)
@click.option(
    "--kind",
    metavar="KIND",
    type=KeyWord("touchpoint", "kind"),
    help="note, update, thanks, question, reply …",
)
@click.option(
    "--about",
    metavar="NOTE",
    multiple=True,
    shell_complete=notes,
    help="What you told them of; may be repeated.",
)
@click.option("--question", metavar="TEXT", help="The quick question you asked.")
@click.option("--followup", metavar="DAY", help="When to come back to it: in 3 weeks, next friday.")
@click.option("--gave", metavar="TEXT", multiple=True, help="What you gave, as kind: text.")
@click.option("--got", metavar="TEXT", multiple=True, help="What you got, as kind: text.")
@click.option("--title", metavar="TEXT", help="What to call it; left out, how and with whom.")
@in_root
@on_day
def command(who: tuple[str, ...], message: str | None, **options: Any) -> None:
    """Write down a contact with WHO, in one line.

    WHO is a name, an alias, or a part of one that is clear; several may be named. A lone - among
    them reads the text from standard input.

    A day is a date, or words: today, yesterday, last friday, 3 days ago, in 2 weeks.
    """
    names = [name for name in who if name != "-"]
    if not names:
        raise click.UsageError("Say who it was with.")
    texts = {key: _texts(value) for key, value in options.items() if value not in (None, ())}
    body = _standard_input() if message == "-" or len(names) < len(who) else message or ""
    opened = load()
    say(clean(write_touchpoint(opened.root, opened.journal, names, texts, body)))


def _texts(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("The text on standard input is not UTF-8: convert it first.") from error
