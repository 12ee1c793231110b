"""Hours of writing in a minute: thousands of random edits while pages are asked for all the time.

`JOURNAL_SOAK_EDITS=50000` makes it longer; the seed is fixed, so that it can be made again.
"""

import os
import random
import re
import threading
import time
from datetime import date
from itertools import count
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from journal.publish.marker import OWN_FILES
from tests.support.command import DAY, process
from tests.support.killed_command import files_below
from tests.support.random_edits import RandomEditor, generated_journal, private_umask
from tests.support.served_pages import without_additions
from tests.support.server import Server, Start

pytestmark = pytest.mark.long

EDITS = int(os.environ.get("JOURNAL_SOAK_EDITS", "2000"))
#: So much more memory than after a quarter of the edits is no leak yet, in kB.
MARGIN = 16_000
_LINK = re.compile(r'(?:href|src)="([^"#?]+)')


class Reader:
    """Somebody who follows links all the time, from any page to any other."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.known = {"/"}
        self.answers: dict[int, int] = {}
        self.failure: Exception | None = None
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        dice = random.Random("reader")
        try:
            while not self._is_over.is_set():
                self._follow(dice.choice(sorted(self.known)))
        except Exception as error:  # told where the test can see it
            self.failure = error

    def _follow(self, path: str) -> None:
        try:
            answer = self.server.get(path)
        except TimeoutError:  # the machine has other things to do; one that hangs is found below
            return
        self.answers[answer.status] = self.answers.get(answer.status, 0) + 1
        if path.endswith("/") and answer.status == 200:
            found = (urljoin(path, link) for link in _LINK.findall(answer.text))
            self.known |= {p for p in found if p.startswith("/") and not p.startswith("/-/")}

    def stop(self) -> None:
        """Read no more."""
        self._is_over.set()
        self._thread.join(30)
        assert self.failure is None


def write_for_hours(editor: RandomEditor, edits: int, server: Server) -> None:
    """Make so many edits: mostly a few at once, sometimes more than an editor does.

    After every fifth time one looks whether it is seen, so that a busy server is not left behind.
    """
    for turn in count(1):
        if edits <= 0:
            return
        seen = server.counter() if turn % 5 == 0 else 0
        many = editor.dice.random() < 0.04
        burst = editor.dice.choice((4, 5) if many else (1, 3, 3, 3))
        for _ in range(burst):
            editor.edit()
        time.sleep(0.35 if many else 0.05)
        edits -= burst
        end = time.monotonic() + 0.5  # not every edit changes anything
        while seen and server.counter() == seen and time.monotonic() < end:
            time.sleep(0.02)


def memory_of(server: Server) -> int:
    """Return how much memory the server has, in kB, when it has had a moment to tidy up."""
    time.sleep(1.5)
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found
    return int(found[1])


def settle(editor: RandomEditor, server: Server) -> None:
    """Mend what is broken, and wait until nothing has changed for longer than from look to look."""
    editor.mend()
    seen, since = server.counter(), time.monotonic()
    while time.monotonic() - since < 4:
        time.sleep(0.2)
        if (now := server.counter()) != seen:
            seen, since = now, time.monotonic()


def built(root: Path, site: Path) -> dict[str, bytes]:
    """Build a journal anew into a folder; return its files by the address they are served at."""
    ran = process(root, "build", "--clean", "--site", str(site))
    assert "Built in" in ran.out, ran.err
    files = {path: data for path, data in files_below(site).items() if (site / path).is_file()}
    return {_address(path): data for path, data in files.items() if path not in OWN_FILES}


def _address(path: str) -> str:
    return f"/{path.removesuffix('index.html')}"


def served(server: Server, address: str) -> bytes:
    """Return what is served at an address, less what is added while serving."""
    answer = server.get(address)
    assert answer.status == 200, address
    return without_additions(answer.body) if address.endswith("/") else answer.body


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return generated_journal(tmp_path / "journal", 250, date.fromisoformat(DAY))


def test_after_thousands_of_edits_all_pages_are_a_fresh_builds_and_memory_is_flat(
    journal: Path, tmp_path: Path, start: Start
) -> None:
    with private_umask():
        server = start(journal)
        editor = RandomEditor(journal, "soak", date.fromisoformat(DAY))
        reader, began = Reader(server), server.counter()
        try:
            write_for_hours(editor, EDITS // 4, server)
            early = memory_of(server)
            write_for_hours(editor, EDITS - EDITS // 4, server)
        finally:
            reader.stop()
        settle(editor, server)
        late = memory_of(server)
        fresh = built(journal, tmp_path / "fresh")
    assert [at for at, data in fresh.items() if served(server, at) != data] == []
    gone = {unquote(path).removesuffix("index.html") for path in reader.known} - fresh.keys()
    assert [path for path in gone if server.get(path).status != 404] == []
    assert set(reader.answers) <= {200, 404}
    assert sum(reader.answers.values()) > EDITS / 10
    assert server.counter() - began > EDITS / 20
    assert late - early < MARGIN
    assert "Traceback" not in "".join(server.said)
