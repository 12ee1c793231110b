"""A command run at a terminal, where somebody answers what it asks."""

import os
import pty
import select
import subprocess
import time
from pathlib import Path

from tests.support.command import Ran, command, environment

_SECONDS = 30.0


def at_terminal(root: Path, *args: str, answers: str) -> Ran:
    """Run a command whose input and standard error are a terminal; its output is read by itself."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command(*args), cwd=root, env=environment(TERM="dumb"), stdin=theirs, stderr=theirs,
        stdout=subprocess.PIPE, start_new_session=True,
    ) as running:  # fmt: skip
        os.close(theirs)
        os.write(ours, answers.encode())
        said = _read(ours)
        assert running.stdout
        out = running.stdout.read().decode()
        status = running.wait(_SECONDS)
    os.close(ours)
    return Ran(status, out, said.replace("\r\n", "\n"))


def _read(terminal: int) -> str:
    """Return what is said until the other side closes, or the time is over."""
    said, end = b"", time.monotonic() + _SECONDS
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                said += os.read(terminal, 4096)
            except OSError:  # closed
                break
    return said.decode(errors="replace")
