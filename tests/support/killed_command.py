"""Commands in processes of their own, each killed (-9) at a chosen moment: not by luck.

`python -m tests.support.killed_command ROOT COMMAND…` reads from its standard input, line by line,
at which moment the next run is to be killed (null: never), and answers with a line of JSON. A
moment is what is about to be done to a file of the journal, the lock, the cache or the folders that
are exchanged, and how many times it was done before.
"""

import json
import os
import select
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from journal.cli import main
from tests.support.command import environment

_FILES = frozenset({
    "open", "os.mkdir", "os.link", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.scandir",
})  # fmt: skip
_NAMED = frozenset({"lock", "notes.sqlite", ".journal-site", ".journal-site.new", ".gitignore"})
_CALLS = frozenset({"fcntl.lockf", "os.fork"})


#: The moment in which not the build is killed, but every copy that it makes of itself.
COPY = "a copy, after milliseconds of work"


class Moment(NamedTuple):
    """What is about to be done, and how many times it was done before."""

    what: str
    before: int = 0


class Ended(NamedTuple):
    """How a build ended, the moments it went through, and whether all of it has ended.

    A killed build tells no moments; copies of it may live on.
    """

    status: int
    moments: list[str]
    is_over: bool


class Moments:
    """Is told of all that the interpreter does, and ends the process at one of it."""

    def __init__(self, root: Path, last: Moment | None) -> None:
        self.root, self.last = str(root), last
        self.seen: list[str] = []
        self._times: Counter[str] = Counter()
        self._connect = sqlite3.connect

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        """Be told of an event of the interpreter."""
        if event in _FILES:
            self.at(event, self._place(args[0]))
        elif event in _CALLS:
            self.at(event, "the lock" if event == "fcntl.lockf" else "copies")
        elif event == "ctypes.dlsym" and args[1] in ("syncfs", "renameat2"):
            self.at(event, args[1])

    def connect(self, *args: Any, **options: Any) -> sqlite3.Connection:
        """Open a database as `sqlite3.connect` does, and be told of what is done in it."""
        made: sqlite3.Connection = self._connect(*args, **options)
        made.set_trace_callback(self._sql)
        return made

    def _sql(self, statement: str) -> None:
        if not statement.startswith("select"):
            self.at("sql", " ".join(statement.split()[:2]))

    def at(self, event: str, place: str) -> None:
        """Count a moment, and end the process if it is the one; nothing for an empty place."""
        if not place:
            return
        what = f"{event} {place}"
        if self.last == (what, self._times[what]):
            os.kill(os.getpid(), signal.SIGKILL)
        self.seen.append(what)
        self._times[what] += 1

    def _place(self, path: object) -> str:
        """Return which part of the journal a file is in; nothing for what is outside of it."""
        if isinstance(path, int):
            return "by its descriptor"
        name = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else ""
        if not name.startswith("/"):
            return "in an open folder"
        if name != self.root and not name.startswith(f"{self.root}/"):
            return ""
        first, _, rest = name.removeprefix(self.root).lstrip("/").partition("/")
        kind = first.rpartition("-")[0] if first.startswith(".site") else first
        named = rest if rest in _NAMED or not rest else "a page" if "html" in rest else "more"
        return "/".join(filter(None, (kind, named))) or "the root"


class Builder:
    """A process that builds the journal at `root` again and again, or runs another command."""

    def __init__(self, root: Path, *command: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.killed_command", str(root), *command],
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def build(self, moment: Moment | None = None) -> Ended:
        """Build, and be killed at that moment."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{json.dumps(moment)}\n")
        self._process.stdin.flush()
        return Ended(*json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        """End it."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()


@contextmanager
def builder(root: Path, *command: str) -> Iterator[Builder]:
    """Give a process that builds the journal at `root`, or runs another command in it."""
    made = Builder(root, *(command or ("build",)))
    try:
        yield made
    finally:
        made.close()


def files_below(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder, and every folder, by path."""
    return {
        path.relative_to(folder).as_posix(): b"" if path.is_dir() else path.read_bytes()
        for path in folder.rglob("*")
    }


def _serve() -> None:
    """Run once, so that everything is loaded, then as asked."""
    main(["-C", *sys.argv[1:]])
    for line in sys.stdin:
        read, write = os.pipe()
        if not (copy := os.fork()):
            os.close(read)
            asked = json.loads(line)
            _build(Moment(*asked) if asked else None, write)
        os.close(write)
        seen, is_over = _all_of(read)
        os.close(read)
        status = os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
        os.write(3, json.dumps([status, json.loads(seen or b"[]"), is_over]).encode() + b"\n")


def _all_of(pipe: int) -> tuple[bytes, bool]:
    """Read a pipe until nobody has its other end; whether that was within a minute."""
    found = b""
    while select.select([pipe], [], [], 60)[0]:
        chunk = os.read(pipe, 65536)
        if not chunk:
            return found, True
        found += chunk
    return found, False


def _build(last: Moment | None, answer: int) -> None:
    if last and last.what == COPY:
        os.register_at_fork(after_in_child=lambda: _die_after(last.before))
    moments = Moments(Path(sys.argv[1]), last)
    sys.addaudithook(moments)
    sqlite3.connect = moments.connect  # type: ignore[assignment]
    status = main(["-C", *sys.argv[1:]])
    os.write(answer, json.dumps(moments.seen).encode())
    os._exit(status)


def _die_after(milliseconds: int) -> None:
    """End this process at once, or when it has worked for so long."""
    if milliseconds == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    signal.setitimer(signal.ITIMER_PROF, milliseconds / 1000)


if __name__ == "__main__":
    os.dup2(1, 3)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _serve()
