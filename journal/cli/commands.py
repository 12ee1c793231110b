"""The table of commands; a command's module is imported when it is asked for."""

from importlib import import_module
from typing import NamedTuple

import click

from journal import __version__
from journal.cli.options import in_root


class Source(NamedTuple):
    """Where a command is: its module, its line of help, and its name in that module."""

    module: str
    help: str
    name: str = "command"


#: What the help lists, by what it is for, in the order shown.
SECTIONS = {
    "To begin": {
        "init": Source("journal.cli.init", "Make a new journal."),
        "new": Source("journal.cli.new", "Write a new note."),
    },
    "From week to week": {
        "next": Source("journal.cli.next", "Show whom to reach out to, why, and with what."),
        "show": Source("journal.cli.show", "Show somebody on one screen."),
        "draft": Source("journal.cli.draft", "Draft the next message to somebody."),
        "log": Source("journal.cli.log", "Write down a contact, in one line."),
        "find": Source("journal.cli.find", "Find the notes that have some words."),
        "edit": Source("journal.cli.edit", "Open a note in your editor."),
        "check": Source("journal.cli.check", "Look for mistakes in the notes."),
        "save": Source("journal.cli.save", "Commit what has changed, with git."),
    },
    "To change a line of a note": {
        "done": Source("journal.cli.done", "Tick a promise, or list those that are open."),
        "confirm": Source("journal.cli.confirm", "Write down that a planned contact took place."),
        "move": Source("journal.cli.move", "Put a planned contact on another day."),
        "cancel": Source(
            "journal.cli.cancel", "Write down that a planned contact does not take place."
        ),
        "snooze": Source("journal.cli.snooze", "Suggest nothing for somebody until a day."),
        "pause": Source("journal.cli.pause", "Suggest nothing for somebody until you say so."),
        "phase": Source("journal.cli.phase", "Write down that somebody is in another phase."),
        "end": Source("journal.cli.end", "Write down that a mentoring has ended."),
        "rename": Source("journal.cli.rename", "Give somebody a new name, everywhere."),
        "undo": Source("journal.cli.undo", "Take back the last change to notes."),
    },
    "Pages and other programs": {
        "build": Source("journal.cli.build", "Build the site."),
        "serve": Source("journal.cli.serve", "Show the site while you write."),
        "calendar": Source(
            "journal.cli.export", "Write the reminders for a calendar program.", "calendar_command"
        ),
        "export": Source("journal.cli.export", "Write the notes for another program."),
        "trust": Source("journal.cli.trust", "Say whether the journal's own templates are used."),
    },
}
COMMANDS = {name: source for section in SECTIONS.values() for name, source in section.items()}
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 80}


class Commands(click.Group):
    """Lists the table as it stands, and imports a command only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of the table."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the commands under the headings of the table, all in one column."""
        width = max(map(len, COMMANDS))
        for heading, commands in SECTIONS.items():
            with formatter.section(heading):
                rows = [(name.ljust(width), source.help) for name, source in commands.items()]
                formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that `args` begin with, and its own arguments."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            _name_the_right_one(ctx, args[0])
        name, command, rest = super().resolve_command(ctx, args)
        if name in COMMANDS:
            source = COMMANDS[name]
            command = getattr(import_module(source.module), source.name)
        return name, command, rest


def _name_the_right_one(ctx: click.Context, word: str) -> None:
    """Say which command is meant by a word that many type for it."""
    from journal.cli.other_words import other_command

    if sentence := other_command(word, {name: each.help for name, each in COMMANDS.items()}):
        ctx.fail(sentence)


command_line = Commands(
    "journal",
    commands={name: click.Command(name, short_help=each.help) for name, each in COMMANDS.items()},
    context_settings=SETTINGS,
    help="A private journal of the people who mentor you, and whom you mentor.",
    epilog="Each command says more with --help.",
)
command_line = in_root(click.version_option(__version__, prog_name="journal")(command_line))
