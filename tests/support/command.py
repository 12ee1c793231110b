"""The command line run as it is, in this process or in one of its own."""

import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from journal.cli import main
from tests.support.compiled_templates import give_compiled_templates
from tests.support.paths import REPO

DAY = "2026-06-15"


class Ran(NamedTuple):
    """What came of a command."""

    status: int
    out: str
    err: str


def run(root: Path, *args: str, text: str | bytes = "", **env: str | None) -> Ran:
    """Run a command in the journal at `root` with `text` on its standard input."""
    _prepare(root, args)
    around = {"JOURNAL_TODAY": DAY, "JOURNAL_DEBUG": None, **env}
    before = Path.cwd()
    with CliRunner().isolation(text, env=around) as (out, err, _):
        os.chdir(root)
        try:
            status = main(args)
        finally:
            os.chdir(before)
        return Ran(status, out.getvalue().decode(), err.getvalue().decode())


def _prepare(root: Path, args: Sequence[str]) -> None:
    """Have templates ready where a site will be made."""
    if "build" in args:
        give_compiled_templates(root)


def command(*args: str) -> list[str]:
    """Return the command line of a process of its own."""
    return [sys.executable, "-m", "journal", *args]


def environment(**env: str) -> dict[str, str]:
    """Return the environment of a process that finds this checkout, wherever it runs."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**own, "PYTHONPATH": str(REPO), "JOURNAL_TODAY": DAY, **env}


def process(root: Path, *args: str, text: str = "", **env: str) -> Ran:
    """Run a command in a process of its own."""
    _prepare(root, args)
    done = subprocess.run(
        command(*args),
        cwd=root,
        env=environment(**env),
        input=text.encode(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def at_terminal(root: Path, *args: str, typed: str) -> Ran:
    """Run a command at a terminal at which `typed` is typed; `err` is what the terminal shows."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command(*args), cwd=root, env=environment(), stdin=theirs, stderr=theirs,
        stdout=subprocess.PIPE, start_new_session=True,
    ) as running:  # fmt: skip
        os.close(theirs)
        os.write(ours, typed.encode())
        shown = b"".join(iter(partial(_shown, ours), b""))
        out, _ = running.communicate()
    os.close(ours)
    text = shown.decode().replace("\r\n", "\n")
    return Ran(running.returncode, out.decode(), text)


def _shown(terminal: int) -> bytes:
    """Return what a terminal shows next; nothing once the command has ended."""
    with suppress(OSError):
        return os.read(terminal, 4096)
    return b""
