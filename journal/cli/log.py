"""`journal log`: a contact, written down in one line."""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from journal.cli.apply_change import show
from journal.cli.completion import KeyWord, notes, people, promises, setting
from journal.cli.editor import open_in_editor
from journal.cli.load import load, load_silently
from journal.cli.options import in_root, on_day
from journal.cli.output import clean, say, warn
from journal.cli.questions import TerminalAsker
from journal.cli.save import save_after_log
from journal.errors import Refused
from journal.notes.kinds import KINDS
from journal.writing.contact import Contact, Written, write_contact
from journal.writing.key_settings import KeyTexts, texts_by_key
from journal.writing.what_follows import advice_after, understood_and_next


def _for_key(name: str, key: str, metavar: str, help_: str, **more: Any) -> Callable[..., Any]:
    """Return the option that fills in a key; given twice, all of its texts arrive."""
    return click.option(name, key, metavar=metavar, help=help_, multiple=True, **more)


@click.command("log")
@click.argument("who", nargs=-1, required=True, shell_complete=people)
@click.option(
    "-m",
    "--message",
    "messages",
    metavar="TEXT",
    multiple=True,
    help="What to write below; - reads it from stdin. Each more is a paragraph.",
)
@_for_key(
    "--channel",
    "channel",
    "HOW",
    "email, call, in-person …; left out, what you write to them on.",
    type=KeyWord("touchpoint", "channel"),
)
@_for_key("--on", "date", "DAY", "When it was: yesterday, last friday, 12 October 2025.")
@_for_key("--time", "time", "TIME", "At what time, in your zone: 15:30, 3pm.")
@_for_key(
    "--direction",
    "direction",
    "WAY",
    "out, in or both; left out, as the channel has it.",
    type=KeyWord("touchpoint", "direction"),
)
@_for_key(
    "--kind",
    "kind",
    "KIND",
    "note, update, thanks, question, reply …",
    type=KeyWord("touchpoint", "kind"),
)
@_for_key(
    "--about", "about", "NOTE", "What you told them of; may be repeated.", shell_complete=notes
)
@_for_key("--question", "question", "TEXT", "The quick question you asked.")
@_for_key("--followup", "followup_on", "DAY", "When to come back to it: 2 weeks, next friday.")
@_for_key("--gave", "gave", "TEXT", "What you gave, as kind: text.")
@_for_key("--got", "got", "TEXT", "What you got, as kind: text.")
@click.option(
    "--keeps",
    metavar="PROMISE",
    multiple=True,
    shell_complete=promises,
    help="The promise that it keeps, by words of it; its box is ticked.",
)
@_for_key("--place", "place", "TEXT", "Where it was.")
@_for_key("--minutes", "minutes", "N", "How many minutes it took.")
@_for_key("--title", "title", "TEXT", "What to call it; left out, how and with whom.")
@click.option("--private", flag_value="true", help="Keep it out of the site, feeds and exports.")
@click.option(
    "--set",
    "settings",
    metavar="KEY=VALUE",
    multiple=True,
    shell_complete=setting,
    help="Fill in any other key; repeated for a list, each adds one.",
)
@click.option("--again", is_flag=True, help="Write it down though it is written down already.")
@click.option("-e", "--edit", is_flag=True, help="Open the note in $VISUAL or $EDITOR.")
@in_root
@on_day
def command(
    who: tuple[str, ...],
    messages: tuple[str, ...],
    settings: tuple[str, ...],
    keeps: tuple[str, ...],
    again: bool,
    edit: bool,
    **options: str | tuple[str, ...] | None,
) -> None:
    """Write down a contact with WHO, in one line.

    WHO is a name, an alias, or a part of one that is clear; several may be named. A lone - among
    them reads the text from standard input. Prints the note's path, and on standard error what
    was understood and by when to be in touch again.

    A day is a date, or words: today, yesterday, last friday, 3 days ago, in 2 weeks.
    """
    names = [name for name in who if name != "-"]
    if not names:
        raise click.UsageError("Say who it was with.")
    body = _text([*messages, *(["-"] if len(names) < len(who) else [])])
    contact = Contact(names, _texts(options, settings), body, keeps)
    opened = load()
    written = write_contact(opened.root, opened.journal, contact, TerminalAsker(again))
    if written.path:
        say(clean(written.path))
    show(written.changes, dry_run=False)
    if edit and written.path:
        open_in_editor(opened.root / written.path)
    _tell(written)
    save_after_log(opened.journal.settings)


def _texts(
    options: Mapping[str, str | tuple[str, ...] | None], settings: Sequence[str]
) -> KeyTexts:
    """Return all that was said, by key: by the options, and by KEY=VALUE."""
    given = {key: (said,) if isinstance(said, str) else said for key, said in options.items()}
    more = texts_by_key(KINDS["touchpoint"], settings)
    both = {key: (*(given.get(key) or ()), *more.get(key, ())) for key in {**given, **more}}
    return {key: texts for key, texts in both.items() if texts}


def _text(messages: Sequence[str]) -> str:
    """Return what was said, each time as a paragraph; `-` is what standard input holds."""
    return "\n\n".join(_standard_input() if each == "-" else each for each in messages)


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("The text on standard input is not UTF-8: convert it first.") from error


def _tell(written: Written) -> None:
    """Say what was understood, as the notes are read now, and what follows."""
    journal = load_silently().journal
    warn(understood_and_next(journal, written, advice_after(journal, written)))
