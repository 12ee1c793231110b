"""Writing what a command made: to standard output, or into a file, whole or not at all."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

import click

from journal.cli.failure import Refused
from journal.cli.output import clean, say
from journal.findings import shown


def save(output: Path | None, data: bytes, head: bytes) -> None:
    """Write `data`; a file that is there is replaced only if it begins with `head`, as ours do.

    The file is 0600, whatever the umask. Raises Refused and OSError.
    """
    if output is None or str(output) == "-":
        click.echo(data, nl=False)
        return
    _refuse_foreign(output, head)
    _replace(output.resolve(), data)
    say(clean(str(output)))


def _refuse_foreign(output: Path, head: bytes) -> None:
    if not output.exists():
        return
    if output.is_file():
        with output.open("rb") as file:
            begun = file.read(len(head))
        if begun in (b"", head):
            return
    raise Refused(
        f"{shown(str(output), 120)} is there already and was not made by this command: nothing was "
        "written; name another file, or remove it."
    )


def _replace(path: Path, data: bytes) -> None:
    draft = path.with_name(f".{secrets.token_hex(6)}.tmp")
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
