"""The person's own editor, opened on a note."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from journal.characters import quoted
from journal.errors import Refused

#: Where neither `VISUAL` nor `EDITOR` names one, the first of these that is installed.
_KNOWN = ("sensible-editor", "editor", "nano", "vim", "vi", "emacs")


def open_in_editor(path: Path) -> None:
    """Open a file in the editor of the account, and wait for its end.

    `VISUAL` and `EDITOR` may name arguments, as for the shell. Raises Refused where there is no
    editor, or where it ended with another status than 0.
    """
    words = editor_command()
    try:
        status = subprocess.run([*words, os.fspath(path.absolute())], check=False).returncode
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(f"The editor {quoted(words[0])} cannot be started: {reason}.") from error
    if status:
        end = f"with status {status}" if status > 0 else f"by signal {-status}"
        raise Refused(f"The editor {quoted(words[0])} ended {end}; look whether it saved.")


def editor_command() -> list[str]:
    """Return the editor with its arguments. Raises Refused."""
    for text in _named():
        try:
            if words := shlex.split(text):
                return words
        except ValueError as error:
            raise Refused(f"{quoted(text)} is no command line: mend its quotes.") from error
    if found := next(filter(shutil.which, _KNOWN), None):
        return [found]
    raise Refused("There is no editor: name one in the environment, like EDITOR=nano.")


def _named() -> Iterator[str]:
    yield from (os.environ.get(name, "") for name in ("VISUAL", "EDITOR"))
