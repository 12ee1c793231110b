"""Where the system does not say what changes, files are looked at; a message says so."""

import os
import subprocess
from pathlib import Path

import pytest

from journal.serve.watcher import Watcher
from tests.support.server import Start, wait_for

pytestmark = pytest.mark.long


def test_once_files_are_watched_a_look_finds_what_was_saved_before(tmp_path: Path) -> None:
    (tmp_path / ".journal-cache").mkdir()
    hints: list[str | None] = []
    watch = Watcher(tmp_path, lambda path, _: hints.append(path))
    try:
        assert watch.start() == ""
        assert hints == [None]
    finally:
        watch.stop()


def test_without_watching_files_are_looked_at(tmp_path: Path, start: Start) -> None:
    (tmp_path / "content" / "mentors").mkdir(parents=True)
    server = start(tmp_path, "--poll")
    (tmp_path / "content" / "mentors" / "jonas-weber.md").write_text("---\ntitle: Jonas W\n---\n")
    server.sees("/people/", "Jonas W")


@pytest.mark.parametrize("limit", ["max_inotify_instances", "max_inotify_watches"])
def test_where_the_system_cannot_watch_it_says_so_and_looks(
    tmp_path: Path, start: Start, limit: str
) -> None:
    (tmp_path / "content" / "mentors").mkdir(parents=True)
    script = f'echo 0 > /proc/sys/user/{limit} && exec "$@"'
    probe = ["unshare", "-Ur", "sh", "-c", script, "sh", "true"]
    usable = subprocess.run(probe, capture_output=True, check=False).returncode == 0
    if not usable and not os.environ.get("CI"):
        pytest.skip("no user namespaces here")
    server = start(tmp_path, before=["unshare", "-Ur", "sh", "-c", script, "sh"])
    wait_for(lambda: any("looked at instead" in line for line in server.said), "the message")
    (tmp_path / "content" / "mentors" / "jonas-weber.md").write_text("---\ntitle: Jonas W\n---\n")
    server.sees("/people/", "Jonas W")
