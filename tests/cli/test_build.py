"""`journal build`: the site whole or not at all, and nothing done where nothing has changed."""

import os
import re
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journal.errors import Exit
from journal.publish import lock
from tests.support.clean_journal import FINE, bytes_of, journal, settle
from tests.support.command import command, environment, process, run
from tests.support.journal import Writer
from tests.support.server import wait_for

__all__ = ["journal"]

TEXT = "- *one* [two](https://example.org)\n\n> three\n\n"


def test_a_build_makes_a_site_and_says_where(journal: Writer) -> None:
    ran = run(journal.root, "build")
    assert ran.status == Exit.FINE, ran.err
    page = journal.root / "site/people/amara/index.html"
    assert "Amara" in page.read_text(encoding="utf-8")
    last = ran.out.splitlines()[-1]
    assert re.fullmatch(
        r"Built in \d+\.\d s: \d+ pages, 2 notes, 0 findings\. Open site/index\.html", last
    )


def test_from_elsewhere_the_whole_path_is_said(journal: Writer) -> None:
    ran = run(journal.root / "content", "build")
    assert f"Open {journal.root}/site/index.html" in ran.out


def test_a_bad_note_costs_no_good_page(journal: Writer) -> None:
    journal.write({"mentors/bo": b"---\nsince: [\n---\n", "mentors/cy": b"\xff\xfe\x00"})
    ran = run(journal.root, "build")
    assert ran.status == Exit.FINDINGS
    assert "content/mentors/bo.md:3:" in ran.err
    assert "content/mentors/cy.md:1:" in ran.err
    assert (journal.root / "site/people/amara/index.html").is_file()


def test_strict_takes_warnings_for_errors(journal: Writer) -> None:
    journal.write({"mentors/bo": FINE.replace("since: 2015\n", "")})
    settle(journal.root)
    assert run(journal.root, "build").status == Exit.FINE
    assert run(journal.root, "build", "--strict").status == Exit.FINDINGS


def test_private_notes_and_drafts_are_left_out_unless_asked_for(journal: Writer) -> None:
    journal.write(
        {
            "mentors/secret": FINE.replace("---\n", "---\nprivate: true\n", 1),
            "mentors/unready": FINE.replace("---\n", "---\ndraft: true\n", 1),
        }
    )
    site = journal.root / "site/people"
    run(journal.root, "build")
    assert sorted(path.name for path in site.iterdir() if path.is_dir()) == ["amara"]
    run(journal.root, "build", "--private", "--drafts")
    assert sorted(path.name for path in site.iterdir() if path.is_dir()) == [
        "amara", "secret", "unready",
    ]  # fmt: skip


def test_the_site_can_be_put_elsewhere(journal: Writer) -> None:
    ran = run(journal.root / "content", "build", "--site", "../out")
    assert ran.status == Exit.FINE, ran.err
    assert (journal.root / "out/index.html").is_file()
    assert not (journal.root / "site").exists()


@pytest.mark.parametrize("place", ["content", "content/site", ".", "/", "precious"])
def test_a_folder_that_is_not_ours_is_never_replaced(journal: Writer, place: str) -> None:
    journal.write({"precious/thesis.txt": "years of work"})
    ran = run(journal.root, "build", "--site", place)
    assert ran.status == Exit.NOT_RUN
    assert ran.err.count("\n") == 1
    assert (journal.root / "precious/thesis.txt").read_text() == "years of work"
    assert (journal.root / "content/mentors/amara.md").is_file()


def test_a_broken_template_leaves_the_last_site(journal: Writer) -> None:
    run(journal.root, "build")
    before = (journal.root / "site/index.html").read_bytes()
    journal.write({"templates/today.html": "{% if %}"})
    ran = run(journal.root, "build")
    assert ran.status == Exit.NOT_RUN
    assert "templates/today.html:1" in ran.err
    assert (journal.root / "site/index.html").read_bytes() == before


def test_two_builds_at_once_are_one(journal: Writer) -> None:
    with lock(journal.root):
        ran = process(journal.root, "build")
    assert ran.status == Exit.NOT_RUN
    assert "Another build of this journal is running" in ran.err


def test_what_is_made_is_for_its_owner_alone(journal: Writer) -> None:
    old = os.umask(0)
    try:
        run(journal.root, "build")
    finally:
        os.umask(old)
    for folder in ("site", ".journal-cache"):
        for path in (journal.root / folder, *(journal.root / folder).rglob("*")):
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_notes_are_never_written(journal: Writer) -> None:
    journal.write({"mentors/odd": b"\xef\xbb\xbf---\r\nprefers: emial"})
    before = bytes_of(journal.root / "content")
    run(journal.root, "build")
    assert bytes_of(journal.root / "content") == before


def test_names_that_are_composed_otherwise_are_built_too(journal: Writer) -> None:
    (journal.root / "content/mentors/Zoe\u0308.md").write_text(FINE + "Hello from Zoë.\n")
    ran = run(journal.root, "build")
    assert ran.status == Exit.FINE, ran.err
    assert any("Hello from Zoë" in path.read_text() for path in journal.root.rglob("*.html"))


def test_a_long_build_shows_a_bar_on_a_terminal_only(journal: Writer) -> None:
    code = (
        "import journal.cli.progress as p; assert p._DELAY; p._DELAY = 0;"
        "from journal.cli import main; raise SystemExit(main(['build']))"
    )
    mine, theirs = os.openpty()
    done = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=journal.root,
        env=environment(TERM="xterm"),
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    said, _ = done.communicate(timeout=60)
    os.close(theirs)
    shown = os.read(mine, 65536)
    os.close(mine)
    assert done.returncode == Exit.FINE
    assert b"Writing" in shown
    assert shown.endswith(b"\n\x1b[A\x1b[2K"), "nothing of it is left"
    assert b"Writing" not in said


@pytest.mark.slow
def test_ctrl_c_leaves_the_last_site_and_no_traceback(journal: Writer) -> None:
    run(journal.root, "build")
    before = (journal.root / "site/index.html").read_bytes()
    journal.write({f"mentors/m{number}": FINE + TEXT * 40 for number in range(800)})
    building = subprocess.Popen(
        command("build"),
        cwd=journal.root,
        env=environment(),
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    children = Path(f"/proc/{building.pid}/task/{building.pid}/children")
    wait_for(lambda: bool(children.read_text()), "processes that read beside it")
    time.sleep(0.2)  # in the instant of a fork, Python itself loses the signal
    os.killpg(building.pid, signal.SIGINT)  # as a terminal does: to the readers, too
    _, said = building.communicate(timeout=60)
    assert building.returncode == Exit.INTERRUPTED
    assert said == "Interrupted.\n"
    assert (journal.root / "site/index.html").read_bytes() == before


@pytest.mark.parametrize(("day", "counts_on"), [("2026-06-15", False), (None, True)])
def test_pages_of_a_named_day_stay_on_it(journal: Writer, day: str | None, counts_on: bool) -> None:
    run(journal.root, "build", JOURNAL_TODAY=day)
    for page in ("index.html", "reach-out/index.html"):
        assert ("data-as-of=" in (journal.root / "site" / page).read_text()) is counts_on
