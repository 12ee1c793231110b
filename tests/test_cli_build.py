"""`journal build`: the site whole or not at all, and nothing done where nothing has changed."""

import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.cli.exits import Exit
from journal.publish import lock
from tests.commanding import command, environment, process, run
from tests.conftest import Writer

TEXT = "- *one* [two](https://example.org)\n\n> three\n\n"
FINE = "---\nsince: 2015\nprefs_asked: 2026-01-01\nprefers: email\n---\n"


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal without a finding, saved a while ago."""
    (notes.root / "content").chmod(0o700)
    notes.write({"mentors/amara": FINE, "news/2026-06-01-prize": "![[plot.png]]\n"})
    notes.write({"content/news/plot.png": b"PNG"})
    settle(notes.root)
    return notes


def settle(root: Path) -> None:
    """Let the notes be older than the moment in which two saves share a time."""
    for path in (root / "content").rglob("*.md"):
        os.utime(path, (1_780_000_000, 1_780_000_000))
    time.sleep(0.06)


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


def test_an_unchanged_journal_is_left_alone(journal: Writer) -> None:
    run(journal.root, "build")
    before = (journal.root / "site/index.html").stat()
    ran = run(journal.root, "build")
    assert ran.out.startswith("Nothing has changed: ")
    assert (journal.root / "site/index.html").stat().st_ino == before.st_ino


def test_an_unchanged_journal_has_the_same_status_and_counts(journal: Writer) -> None:
    journal.write({"mentors/bo": "---\nprefers: emial\n---\n"})
    settle(journal.root)
    first, second = run(journal.root, "build"), run(journal.root, "build")
    assert (first.status, second.status) == (Exit.FINDINGS, Exit.FINDINGS)
    assert first.out.splitlines()[0] == second.out.splitlines()[0]
    assert first.out.startswith("1 error, 1 warning, 1 hint; “journal check” lists them.")
    assert "Nothing has changed" in second.out


def test_an_unchanged_journal_is_not_read(journal: Writer) -> None:
    run(journal.root, "build")
    code = (
        "import sys; from journal.cli import main; main(['build']);"
        "print([name for name in sys.modules if name in ('jinja2', 'markdown', 'yaml', 'rich',"
        " 'holidays', 'journal.library', 'journal.advice', 'journal.site.site')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=journal.root,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Nothing has changed" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


Change = Callable[[Path], object]
CHANGES: dict[str, Change] = {
    "a note": lambda root: (root / "content/mentors/amara.md").write_text(FINE + "More.\n"),
    "a new note": lambda root: (root / "content/mentors/bo.md").write_text(FINE),
    "a note gone": lambda root: (root / "content/mentors/amara.md").unlink(),
    "the settings": lambda root: (root / "journal.toml").write_text('title = "Other"\n'),
    "a picture": lambda root: (root / "content/news/plot.png").write_bytes(b"PNG 2"),
    "a template": lambda root: shutil.copytree(_shipped(), root / "templates"),
    "a page of the site": lambda root: (root / "site/index.html").write_text(""),
    "a page gone": lambda root: (root / "site/index.html").unlink(),
    "the site gone": lambda root: shutil.rmtree(root / "site"),
    "the cache gone": lambda root: shutil.rmtree(root / ".journal-cache"),
    "the cache damaged": lambda root: (root / ".journal-cache/notes.sqlite").write_bytes(b"x" * 99),
}


def _shipped() -> Path:
    return Path(__file__).parents[1] / "templates"


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_any_change_makes_it_anew(journal: Writer, change: Change) -> None:
    run(journal.root, "build")
    change(journal.root)
    ran = run(journal.root, "build")
    assert ran.status == Exit.FINE, ran.err
    assert "Built in" in ran.out


@pytest.mark.parametrize(
    "args", [["--private"], ["--drafts"], ["--today", "2026-06-16"], ["--clean"], ["--site", "b"]]
)
def test_other_options_make_it_anew(journal: Writer, args: list[str]) -> None:
    run(journal.root, "build")
    assert "Built in" in run(journal.root, "build", *args).out


def test_a_note_saved_just_now_is_not_trusted(journal: Writer) -> None:
    run(journal.root, "build")
    path = journal.root / "content/mentors/amara.md"
    path.write_text(FINE + "1\n")
    ran = run(journal.root, "build")
    path.write_text(FINE + "2\n")
    assert "Built in" in ran.out
    run(journal.root, "build")
    assert ">2<" in (journal.root / "site/people/amara/index.html").read_text(encoding="utf-8")


def test_a_picture_is_copied_and_replaced(journal: Writer) -> None:
    run(journal.root, "build")
    (journal.root / "content/news/plot.png").write_bytes(b"other")
    run(journal.root, "build")
    copies = list((journal.root / "site").rglob("*plot.png"))
    assert [copy.read_bytes() for copy in copies] == [b"other"]


def test_clean_and_cached_builds_are_the_same_bytes(journal: Writer) -> None:
    run(journal.root, "build")
    cached = _bytes(journal.root / "site")
    run(journal.root, "build", "--clean")
    assert _bytes(journal.root / "site") == cached


def _bytes(site: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


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
    journal.write({"templates/home.html": "{% if %}"})
    ran = run(journal.root, "build")
    assert ran.status == Exit.NOT_RUN
    assert "templates/home.html:1" in ran.err
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
    before = _bytes(journal.root / "content")
    run(journal.root, "build")
    assert _bytes(journal.root / "content") == before


def test_names_that_are_composed_otherwise_are_built_too(journal: Writer) -> None:
    (journal.root / "content/mentors/Zoe\u0308.md").write_text(FINE + "Hello from Zoë.\n")
    ran = run(journal.root, "build")
    assert ran.status == Exit.FINE, ran.err
    assert any("Hello from Zoë" in path.read_text() for path in journal.root.rglob("*.html"))


def test_a_long_build_shows_a_bar_on_a_terminal_only(journal: Writer) -> None:
    code = (
        "import journal.cli.progress as p; p._PATIENCE = 0;"
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
    assert b"Writing" not in said


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
    time.sleep(1)
    os.killpg(building.pid, signal.SIGINT)  # as a terminal does: to the readers beside it, too
    _, said = building.communicate(timeout=60)
    assert building.returncode == Exit.INTERRUPTED
    assert said == "Interrupted.\n"
    assert (journal.root / "site/index.html").read_bytes() == before
