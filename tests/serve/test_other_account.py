"""Another account of the machine reaches the port, and learns nothing there or on the disk."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.account import state_folder
from tests.support.command import run
from tests.support.hostile_requests import SECRET
from tests.support.server import Server, Start

NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "python3", "-c"]
#: Everything that somebody with a shell would try at the port.
CLIENT = """
import http.client, sys
port, token, words = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
name = f"journal-{port}"
tries = [("GET", path, {}) for path in words]
tries += [("HEAD", "/", {}), ("POST", "/-/log", {"Origin": f"http://127.0.0.1:{port}"})]
tries += [("GET", "/", {"Cookie": f"{name}={value}"}) for value in ("", "x", token[::-1])]
tries += [("GET", f"/?token={value}", {}) for value in ("", "x", token[::-1])]
for host in ("127.0.0.1", "::1"):
    for method, path, headers in tries:
        try:
            connection = http.client.HTTPConnection(host, port, timeout=20)
            connection.request(method, path, headers=headers)
        except OSError:
            assert host == "::1"
            continue
        answer = connection.getresponse()
        print(answer.status, answer.getheaders(), answer.read())
        connection.close()
"""
#: Prints what it could read or list, and how often it could not.
READER = """
import os, sys
for path in sys.argv[1:]:
    try:
        print("read", path, os.listdir(path) if os.path.isdir(path) else open(path, "rb").read())
    except OSError as error:
        print(type(error).__name__)
"""
PROCESSES = """
import glob
for path in glob.glob("/proc/[0-9]*/*"):
    if path.endswith(("/cmdline", "/environ")):
        try: print(open(path, "rb").read())
        except OSError: pass
"""

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        os.geteuid() != 0 and not os.environ.get("CI"),
        reason="only root can become somebody else",
    ),
]


@pytest.fixture(scope="module")
def root() -> Iterator[Path]:
    """A journal in a folder that every account can enter, with a note that everybody can read."""
    found = Path(tempfile.mkdtemp(prefix="journal-"))
    found.chmod(0o755)
    note = found / "content" / "mentors" / "amara-okoye.md"
    note.parent.mkdir(parents=True, mode=0o755)
    note.write_text("---\ntitle: Amara Okoye\n---\n")
    for path in (note, note.parent, note.parent.parent):
        path.chmod(0o644 if path == note else 0o755)
    yield found
    shutil.rmtree(found)


@pytest.fixture(scope="module")
def server(start_for_module: Start, root: Path) -> Server:
    """A server of that journal, started where everybody may read what is made."""
    old = os.umask(0)
    try:
        found = start_for_module(root)
        log = ("log", "Amara Okoye", "--channel", "call", "-m", "Words of mine.")
        made = [run(root, *command) for command in (("new", "person", "Jonas Weber"), log)]
        made.append(run(root, "build"))
        assert [one.status for one in made] == [0, 0, 0], made
    finally:
        os.umask(old)
    return found


def as_nobody(script: str, *args: str) -> str:
    """Run a script under another account, and return what it printed."""
    done = subprocess.run(
        [*NOBODY, script, *args],
        capture_output=True, text=True, check=False, cwd="/", env={"PATH": os.environ["PATH"]},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_at_the_port_it_gets_no_content(server: Server) -> None:
    paths = ["/", "/people/amara-okoye/", "/-/events", "/-/log", "/journal.json", "/search-data.js"]
    said = as_nobody(CLIENT, str(server.port), server.tokens[-1], *paths).splitlines()
    assert len(said) >= 14
    for line in said:
        assert line.startswith("403 "), line
        assert SECRET not in line
        assert server.tokens[-1] not in line


def test_with_the_token_it_would_have_got_in(server: Server) -> None:
    token = server.new_token()
    said = as_nobody(CLIENT, str(server.port), token, f"/?token={token}")
    assert said.startswith("303 ")


def test_on_the_disk_it_can_read_nothing_that_the_program_made(server: Server, root: Path) -> None:
    theirs = {root, *(root / "content").glob("mentors"), root / "content"}
    note = root / "content/mentors/amara-okoye.md"
    made = [path for path in root.rglob("*") if path not in theirs and path != note]
    state = state_folder(root)
    made += [path for folder in (state, state.parent) for path in (folder, *folder.rglob("*"))]
    assert {"key", "notes.sqlite", "index.html", "jonas-weber.md"} <= {p.name for p in made}
    said = as_nobody(READER, *map(str, made)).splitlines()
    assert said == ["PermissionError"] * len(made), [line for line in said if " " in line]


def test_it_can_read_what_its_owner_lets_everybody_read(server: Server, root: Path) -> None:
    note = root / "content/mentors/amara-okoye.md"
    assert SECRET in as_nobody(READER, str(note))


def test_no_list_of_processes_shows_the_token(server: Server) -> None:
    said = as_nobody(PROCESSES)
    assert str(server.root) in said
    assert server.tokens[-1] not in said
