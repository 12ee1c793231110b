"""What holds for every command: where the journal is, the day, errors and exit statuses."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import journal.cli.next as next_command
from journal import __version__
from journal.cli.commands import COMMANDS
from journal.cli.other_words import MEANT
from journal.errors import Exit
from tests.support.command import command, environment, run
from tests.support.journal import Writer

AMARA = "---\nsince: 2015-03-01\nprefers: email\nphase: waiting\nprefs_asked: 2026-01-01\n---\n"
#: Not one control character but the end of a line.
OBEYED = [chr(n) for n in (*range(10), *range(11, 32), *range(127, 160))]


def test_help_names_every_command_and_imports_none(tmp_path: Path) -> None:
    code = (
        "import sys; from journal.cli import main; main(['--help']);"
        "print(sorted(name for name in sys.modules if name.partition('.')[0] in"
        " ('msgspec', 'yaml', 'jinja2', 'nh3', 'holidays', 'sqlite3', 'dateutil')"
        " or name.startswith('journal.cli.')), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True
    )
    assert all(f"  {name} " in done.stdout for name in COMMANDS)
    own = ["commands", "entry_point", "options"]
    assert done.stderr.strip() == str([f"journal.cli.{name}" for name in own])


def test_the_line_of_the_table_begins_as_the_command_s_own_help(tmp_path: Path) -> None:
    for name, entry in COMMANDS.items():
        shown = run(tmp_path, name, "--help").out
        assert " ".join(entry.help.split()[:2]) in " ".join(shown.split())


def test_the_version_is_the_package_s(tmp_path: Path) -> None:
    assert __version__ in run(tmp_path, "--version").out


def test_a_mistyped_command_gets_a_suggestion(tmp_path: Path) -> None:
    ran = run(tmp_path, "nxt")
    assert ran.status == Exit.NOT_RUN
    assert "Did you mean 'next'?" in ran.err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("list", "next"),
        ("people", "next"),
        ("add", "new"),
        ("add", "log"),
        ("status", "next"),
        ("today", "next"),
        ("search", "find"),
        ("open", "edit"),
        ("open", "serve"),
        ("Search", "find"),
    ],
)
def test_what_people_type_first_names_the_right_command(
    tmp_path: Path, typed: str, meant: str
) -> None:
    ran = run(tmp_path, typed)
    assert ran.status == Exit.NOT_RUN
    assert f"“journal {meant}” (" in ran.err
    assert ran.err.count("\n") == 1


def test_other_words_for_commands_are_no_commands_and_lead_to_some() -> None:
    assert not MEANT.keys() & COMMANDS.keys()
    assert {name for names in MEANT.values() for name in names} <= COMMANDS.keys()


def test_a_mistyped_option_gets_a_suggestion(tmp_path: Path) -> None:
    ran = run(tmp_path, "next", "--formt", "json")
    assert ran.status == Exit.NOT_RUN
    assert "Did you mean '--format'?" in ran.err
    assert ran.err.count("\n") == 1


def test_no_command_is_the_help_and_could_not_run(tmp_path: Path) -> None:
    ran = run(tmp_path)
    assert ran.status == Exit.NOT_RUN
    assert "From week to week:" in ran.err


def test_the_journal_is_found_from_any_folder_inside(notes: Writer) -> None:
    notes.write({"mentors/amara": AMARA})
    assert "Amara" in run(notes.root / "content/mentors", "next").out


def test_the_nearest_journal_counts(notes: Writer) -> None:
    notes.write({"mentors/amara": AMARA, "other/content/mentors/bo.md": AMARA})
    assert "Bo" in run(notes.root / "other", "next").out


def test_dash_c_names_the_root_before_or_after_the_command(notes: Writer, tmp_path: Path) -> None:
    notes.write({"mentors/amara": AMARA})
    elsewhere = Path("/")
    before = run(elsewhere, "-C", str(notes.root), "next")
    assert "Amara" in before.out
    assert run(elsewhere, "next", "-C", str(notes.root)).out == before.out


def test_dash_c_after_the_command_wins(notes: Writer) -> None:
    notes.write({"mentors/amara": AMARA})
    assert run(notes.root, "-C", "/nowhere", "next", "-C", ".").status == Exit.FINE


def test_dash_c_is_not_walked_up_from(notes: Writer) -> None:
    ran = run(notes.root, "-C", "content", "next")
    assert ran.status == Exit.NOT_RUN
    assert "There is no journal in “content”" in ran.err


def test_without_a_journal_around_it_says_what_to_do(tmp_path: Path) -> None:
    ran = run(tmp_path, "next")
    assert ran.status == Exit.NOT_RUN
    assert ran.out == ""
    assert "journal init" in ran.err
    assert ran.err.count("\n") == 1


def test_the_day_comes_from_the_option_before_the_environment(notes: Writer) -> None:
    notes.write({"mentors/amara": AMARA})
    assert '"as_of": "2026-06-15"' in run(notes.root, "next", "--format", "json").out
    named = run(notes.root, "next", "--format", "json", "--today", "2030-01-02")
    assert '"as_of": "2030-01-02"' in named.out


@pytest.mark.parametrize("day", ["2026-02-30", "tomorrow", "1.2.2026", "\x1b[31m"])
def test_a_day_that_is_none_is_refused(notes: Writer, day: str) -> None:
    ran = run(notes.root, "next", "--today", day)
    assert ran.status == Exit.NOT_RUN
    assert "expected a date" in ran.err
    assert not any(character in ran.err for character in OBEYED)


@pytest.mark.parametrize(
    ("zone", "clock"), [("Pacific/Kiritimati", 14), ("Etc/GMT+12", -12)], ids=["east", "west"]
)
def test_today_is_the_day_in_my_time_zone(notes: Writer, zone: str, clock: int) -> None:
    notes.write({"journal.toml": f'[me]\ntz = "{zone}"\n'})
    before = _day_at(clock)
    shown = run(notes.root, "next", "--format", "json", JOURNAL_TODAY=None).out
    assert any(f'"as_of": "{day}"' in shown for day in (before, _day_at(clock)))


def _day_at(hours: int) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(time.time() + hours * 3600))


def test_no_traceback_reaches_the_person(notes: Writer) -> None:
    (notes.root / "journal.toml").mkdir()  # read as unreadable settings, never a fault
    assert "Traceback" not in run(notes.root, "check").err


def test_a_fault_of_the_program_is_one_sentence(
    notes: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise LookupError("\x1b[2Jdeep inside")

    monkeypatch.setattr(next_command, "advise", broken)
    ran = run(notes.root, "next")
    assert ran.status == Exit.NOT_RUN
    assert "LookupError" in ran.err
    assert "deep inside" not in ran.err
    assert ran.err.count("\n") == 1
    assert "Traceback" in run(notes.root, "next", JOURNAL_DEBUG="1").err


def test_what_the_system_refuses_is_one_sentence(notes: Writer) -> None:
    gone = notes.root / "gone"
    gone.mkdir()
    code = f"cd {gone} && rmdir {gone} && {sys.executable} -m journal next"
    done = subprocess.run(
        ["sh", "-c", code], env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == Exit.NOT_RUN
    assert "The system refused" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_leaves_early_is_no_error(notes: Writer) -> None:
    files = {f"mentors/person-{number:04}": AMARA for number in range(900)}
    notes.write(files)  # far more than a pipe holds
    left = subprocess.Popen(
        command("next"),
        cwd=notes.root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert left.stdout
    assert left.stderr
    left.stdout.read(10)
    left.stdout.close()
    assert left.stderr.read() == b""
    left.stderr.close()
    assert left.wait(30) == Exit.FINE


@pytest.mark.parametrize(
    ("output", "status", "said"),
    [(">/dev/full", Exit.NOT_RUN, "No space left"), (">&-", Exit.FINE, "")],
    ids=["full", "closed"],
)
def test_an_output_that_takes_nothing_is_told_plainly(
    notes: Writer, output: str, status: Exit, said: str
) -> None:
    line = f"{sys.executable} -m journal next {output}"
    done = subprocess.run(
        ["sh", "-c", line], cwd=notes.root, env=environment(), capture_output=True, check=False
    )
    assert done.returncode == status
    assert said in done.stderr.decode()
    assert len(done.stderr.decode().splitlines()) == bool(said)


@pytest.mark.slow
def test_ctrl_c_ends_with_130_and_no_traceback(notes: Writer) -> None:
    notes.write({"mentors/amara": AMARA})
    waiting = subprocess.Popen(
        command("log", "amara", "-"),
        cwd=notes.root,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(1)
    waiting.send_signal(signal.SIGINT)
    _, said = waiting.communicate(timeout=30)
    assert waiting.returncode == Exit.INTERRUPTED
    assert said.strip() == "Interrupted."
    assert not list((notes.root / "content").glob("touchpoints/**/*.md"))
