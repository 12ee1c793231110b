"""One build of a journal at a time."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import journal.publish
from journal.errors import Exit, NotPublished
from journal.publish import lock, published_id
from tests.support.command import command, environment, process
from tests.support.publication import ordinary, running, said_by
from tests.support.server import wait_for
from tests.support.small_disk import journal_in


def test_a_second_build_is_told_at_once_that_another_is_running(tmp_path: Path) -> None:
    script = """
import json, time
start = time.perf_counter()
try:
    with lock(Path(sys.argv[1])):
        pass
except NotPublished as error:
    print(json.dumps({"said": str(error), "took": time.perf_counter() - start}))
"""
    with lock(tmp_path):
        told = said_by(running(script, tmp_path))
    assert "Another build of this journal is running" in str(told["said"])
    assert isinstance(told["took"], float)
    assert told["took"] < 1


@pytest.mark.slow
def test_while_one_build_is_at_work_another_one_says_so_and_ends(tmp_path: Path) -> None:
    journal_in(tmp_path, notes=60)
    with subprocess.Popen(command("build"), cwd=tmp_path, env=environment()) as first:
        wait_for(lambda: bool(list(tmp_path.glob(".site.staging-*"))), "a build at work")
        first.send_signal(signal.SIGSTOP)
        second = process(tmp_path, "build")
        first.send_signal(signal.SIGCONT)
        assert first.wait(60) == Exit.FINE
    assert (second.status, second.out) == (Exit.NOT_RUN, "")
    assert second.err.count("Another build of this journal is running") == 1
    assert published_id(tmp_path / "site", tmp_path)
    assert process(tmp_path, "build").status == Exit.FINE


def test_the_lock_is_free_again_after_a_build_that_failed(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="broken"), lock(tmp_path):
        raise ValueError("broken")
    with lock(tmp_path):
        pass


def test_the_lock_goes_with_a_process_that_is_killed(tmp_path: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from journal.publish import lock\n"
        "with lock(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    above = str(Path(journal.publish.__file__).parents[2])
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": above},
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout
        holder.stdout.readline()
        with pytest.raises(NotPublished), lock(tmp_path):
            pass
        holder.kill()
    with lock(tmp_path):
        pass


def test_the_lock_goes_with_a_killed_process_although_a_copy_of_it_lives_on(tmp_path: Path) -> None:
    script = """
r = Path(sys.argv[1])
with lock(r):
    if not (copy := os.fork()):
        print("alive", flush=True)
        sys.stdin.read()
        os._exit(0)
    die()
"""
    with running(script, tmp_path) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "alive\n"
        assert holder.wait(60) == -signal.SIGKILL
        with lock(tmp_path):
            pass


@pytest.mark.parametrize("umask", [0, 0o777])
def test_the_lock_and_its_folder_are_for_their_owner_only(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        with lock(tmp_path):
            pass
    finally:
        os.umask(before)
    assert (tmp_path / ".journal-cache").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / ".journal-cache/lock").stat().st_mode & 0o777 == 0o600


def test_a_lock_that_is_a_link_is_refused_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("mine")
    (tmp_path / ".journal-cache").mkdir()
    (tmp_path / ".journal-cache/lock").symlink_to(tmp_path / "notes.md")
    with pytest.raises(NotPublished, match="journal-cache"), lock(tmp_path):
        pass


def test_a_file_where_the_caches_folder_belongs_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / ".journal-cache").write_text("mine")
    with (
        pytest.raises(NotPublished, match="a file stands where a folder is needed"),
        lock(tmp_path),
    ):
        pass


def test_a_cache_folder_that_is_a_link_is_refused_and_nothing_is_made_there(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".journal-cache").symlink_to("elsewhere")
    with pytest.raises(NotPublished, match="is a link, which is never followed"), lock(tmp_path):
        pass
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_journal_that_may_not_be_written_is_locked_all_the_same(tmp_path: Path) -> None:
    script = """
(r := Path(sys.argv[1])).joinpath(".journal-cache").chmod(0o500)
with lock(r):
    if not (other := os.fork()):
        try:
            with lock(r):
                pass
        except NotPublished as error:
            print(json.dumps({"said": str(error)}), flush=True)
        os._exit(0)
    os.waitpid(other, 0)
"""
    (tmp_path / ".journal-cache").mkdir()
    said = said_by(running("import json" + script, tmp_path, before=ordinary()))["said"]
    (tmp_path / ".journal-cache").chmod(0o700)
    assert "Another build of this journal is running" in str(said)
    assert list((tmp_path / ".journal-cache").iterdir()) == []
