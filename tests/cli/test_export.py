"""`journal calendar` and `journal export`: what the site has for other programs, on its own."""

import csv
import io
import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from journal.errors import Exit
from tests.support.command import environment, process, run
from tests.support.feeds import parsed, said
from tests.support.journal import Writer

COMMANDS = (["calendar"], ["export", "json"], ["export", "csv"])


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A mentor, a private one, and a contact."""
    return notes.write(
        {
            "mentors/amara": "---\nbirthday: 05-09\n---\nShe *reads* everything.\n",
            "mentors/zoe": "---\nbirthday: 05-10\nprivate: true\n---\n",
            "news/2026-06-01-rough": "---\ntitle: Rough\ndraft: true\n---\n",
            "touchpoints/2026-06-01": "---\npeople: [amara, zoe]\nchannel: call\n---\n",
            "touchpoints/2026-06-02 b": "---\npeople: amara\nchannel: call\ndraft: true\n---\n",
        }
    )


def test_the_site_has_the_same_files(journal: Writer) -> None:
    assert run(journal.root, "build").status == Exit.FINE
    calendar = process(journal.root, "calendar").out.encode()
    everything = process(journal.root, "export", "json").out.encode()
    assert (journal.root / "site/journal.json").read_bytes() == everything
    assert (journal.root / "site/reminders.ics").read_bytes() == calendar


def test_a_site_with_private_notes_has_them_in_its_files_too(journal: Writer) -> None:
    run(journal.root, "build", "--private")
    for name in ("journal.json", "reminders.ics"):
        assert b"Zoe" in (journal.root / "site" / name).read_bytes()
    run(journal.root, "build")
    for name in ("journal.json", "reminders.ics"):
        assert b"zoe" not in (journal.root / "site" / name).read_bytes().lower()


def test_another_way_of_naming_makes_the_site_anew(journal: Writer) -> None:
    run(journal.root, "build")
    assert b"Amara" in (journal.root / "site/reminders.ics").read_bytes()
    journal.write({"journal.toml": '[calendar]\nnames = "none"\n'})
    run(journal.root, "build")
    assert b"Amara" not in (journal.root / "site/reminders.ics").read_bytes()


@pytest.mark.parametrize("args", COMMANDS)
def test_private_notes_and_drafts_are_asked_for(journal: Writer, args: list[str]) -> None:
    shown = run(journal.root, *args).out
    assert "Amara" in shown
    assert "zoe" not in shown.lower()
    assert "Zoe" in run(journal.root, *args, "--private").out
    if args != ["calendar"]:
        assert "2026-06-02 b" not in shown
        assert "2026-06-02 b" in run(journal.root, *args, "--drafts").out


def test_the_day_is_an_argument(journal: Writer) -> None:
    shown = run(journal.root, "calendar", "--today", "2028-01-01").out
    birthday = next(e for e in parsed(shown.encode()) if said(e) == "Birthday of Amara")
    assert str(birthday.dtstart) == "2028-05-09"
    assert json.loads(run(journal.root, "export", "json").out)["as_of"] == "2026-06-15"


def test_another_kind_is_another_table(journal: Writer) -> None:
    shown = run(journal.root, "export", "csv", "--kind", "people").out
    assert shown.startswith("\ufeffid,")  # Excel takes a table without it for another encoding
    (row,) = csv.DictReader(io.StringIO(shown.removeprefix("\ufeff"), newline=""))
    assert (row["id"], row["text"]) == ("mentors/amara", "She reads everything.")


def test_the_json_has_every_kind(journal: Writer) -> None:
    ran = run(journal.root, "export", "json", "--kind", "people")
    assert ran.status == Exit.NOT_RUN
    assert "--kind is for csv (json has every kind)." in " ".join(ran.err.split())


@pytest.mark.parametrize("args", COMMANDS)
def test_a_file_is_for_its_owner_and_is_replaced_by_the_next(
    journal: Writer, args: list[str]
) -> None:
    target = journal.root / "out"
    ran = run(journal.root, *args, "--output", "out")
    assert (ran.status, ran.out) == (Exit.FINE, "out\n"), ran.err
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.read_bytes() == run(journal.root, *args, "--output", "-").out.encode()
    journal.write({"touchpoints/2026-06-03": "---\npeople: amara\nchannel: email\n---\n"})
    assert run(journal.root, *args, "--output", "out").status == Exit.FINE
    assert target.read_bytes() == run(journal.root, *args).out.encode()
    assert sorted(path.name for path in journal.root.iterdir() if path.name[0] != ".") == [
        "content",
        "out",
    ]


@pytest.mark.parametrize("args", COMMANDS)
@pytest.mark.parametrize(
    "there", [b"# My diary\n", b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\n", b"{}"]
)
def test_a_file_that_is_something_else_is_left_alone(
    journal: Writer, args: list[str], there: bytes
) -> None:
    target = journal.root / "mine"
    target.write_bytes(there)
    ran = run(journal.root, *args, "--output", "mine")
    assert ran.status == Exit.NOT_RUN
    assert "“mine” is there already and was not made by this command" in ran.err
    assert target.read_bytes() == there


@pytest.mark.parametrize("args", COMMANDS)
def test_a_note_and_a_folder_are_left_alone(journal: Writer, args: list[str]) -> None:
    note = journal.root / "content/mentors/amara.md"
    before = note.read_bytes()
    for name in ("content/mentors/amara.md", "content", "nowhere/at/all"):
        assert run(journal.root, *args, "--output", name).status == Exit.NOT_RUN
    assert note.read_bytes() == before


def test_help_imports_no_library_of_calendars(tmp_path: Path) -> None:
    code = (
        "import sys; from journal.cli import main; main(sys.argv[1:]);"
        "print([name for name in ('icalendar', 'holidays') if name in sys.modules],"
        " file=sys.stderr)"
    )
    for args in (["--help"], ["calendar", "--help"], ["export", "--help"], ["build", "--help"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *args],
            env=environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr.strip() == "[]"
