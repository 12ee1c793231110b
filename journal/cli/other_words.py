"""Words that people type for a command of another name."""

from collections.abc import Mapping

from journal.characters import quoted
from journal.wording.counts import or_list

#: The commands that may be meant by each, the likeliest first.
MEANT: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("list", "ls", "people", "contacts"), ("next", "show")),
    **dict.fromkeys(("add", "create", "note"), ("new", "log")),
    **dict.fromkeys(("status", "stats"), ("next", "check")),
    **dict.fromkeys(("today", "now", "todo", "agenda", "due", "reminders"), ("next",)),
    **dict.fromkeys(("search", "grep"), ("find",)),
    **dict.fromkeys(("open", "vi", "vim"), ("edit", "serve")),
    **dict.fromkeys(("view", "person", "who", "info"), ("show",)),
    **dict.fromkeys(("contact", "touchpoint", "call", "met", "record"), ("log",)),
    **dict.fromkeys(("write", "mail", "email", "message"), ("draft", "log")),
    **dict.fromkeys(("tick", "complete", "promises", "tasks"), ("done",)),
    **dict.fromkeys(("commit", "git", "sync"), ("save",)),
    **dict.fromkeys(("revert", "restore"), ("undo",)),
    **dict.fromkeys(("validate", "lint", "doctor"), ("check",)),
    **dict.fromkeys(("site", "html", "preview", "watch"), ("serve", "build")),
    **dict.fromkeys(("ical", "ics"), ("calendar",)),
    **dict.fromkeys(("json", "csv"), ("export",)),
}


def other_command(word: str, helps: Mapping[str, str]) -> str:
    """Return a sentence with the commands that `word` may mean, or an empty text.

    `helps` has the line of help of every command.
    """
    named = [name for name in MEANT.get(word.casefold(), ()) if name in helps]
    if not named:
        return ""
    tried = or_list([_with_help(name, helps[name]) for name in named])
    return f"No command is called {quoted(word)}: try {tried}."


def _with_help(name: str, help_line: str) -> str:
    return f"“journal {name}” ({help_line[:1].lower()}{help_line[1:].rstrip('.')})"
