"""Where settings cannot be read, nothing leaves: privacy fails closed."""

import pytest

from journal.errors import Exit
from tests.support.command import run
from tests.support.journal import Writer

FINE = (
    "---\ntitle: Amara Okoye\nsince: 2015\nlast_contact: 2026-03\nprefers: email\n"
    "phase: waiting\n---\n"
)
QUIET = '[calendar]\nnames = "none"\n'
BROKEN = f"{QUIET}[places]\nNYC = New York\n"
FEEDS = ("reminders.ics", "journal.json")


@pytest.fixture
def journal(notes: Writer) -> Writer:
    return notes.write({"mentors/amara": FINE, "journal.toml": QUIET})


@pytest.mark.parametrize("broken", [BROKEN.encode(), b"title = '\xff'\n", b"[me\n"])
@pytest.mark.parametrize(
    "command", [("calendar",), ("export", "json"), ("export", "csv"), ("calendar", "--output", "x")]
)
def test_calendar_and_export_refuse_and_say_where(
    journal: Writer, command: tuple[str, ...], broken: bytes
) -> None:
    (journal.root / "journal.toml").write_bytes(broken)
    ran = run(journal.root, *command)
    assert ran.status == Exit.NOT_RUN
    assert ran.out == ""
    assert not (journal.root / "x").exists()
    last = ran.err.splitlines()[-1]
    assert last.startswith("journal: journal.toml:")
    assert last.endswith("mend that line and try again.")


def test_settings_that_are_a_folder_are_not_read_either(journal: Writer) -> None:
    (journal.root / "journal.toml").unlink()
    (journal.root / "journal.toml").mkdir()
    assert run(journal.root, "calendar").status == Exit.NOT_RUN


def test_a_build_keeps_the_last_feeds_and_says_so(journal: Writer) -> None:
    run(journal.root, "build")
    site = journal.root / "site"
    before = {name: (site / name).read_bytes() for name in FEEDS}
    journal.write({"journal.toml": BROKEN, "mentors/bo": FINE.replace("Amara", "Bo")})
    for _ in range(2):  # of a site that kept them already, too
        ran = run(journal.root, "build", "--clean")
        assert "journal.json and reminders.ics are kept as they were in the last site" in ran.err
        assert {name: (site / name).read_bytes() for name in FEEDS} == before
    assert "Bo Okoye" in (site / "people/index.html").read_text()
    journal.write({"journal.toml": QUIET})
    run(journal.root, "build")
    assert b"Bo Okoye" in (site / "journal.json").read_bytes()


def test_without_a_last_site_they_are_left_out(journal: Writer) -> None:
    journal.write({"journal.toml": BROKEN})
    ran = run(journal.root, "build")
    assert ran.status == Exit.FINDINGS
    assert "journal.json and reminders.ics are left out" in ran.err
    assert not any((journal.root / "site" / name).exists() for name in FEEDS)


@pytest.mark.parametrize("options", [("--private",), ("--drafts",)])
def test_feeds_with_more_in_them_than_is_wanted_now_are_not_kept(
    journal: Writer, options: tuple[str, ...]
) -> None:
    run(journal.root, "build", *options)
    journal.write({"journal.toml": BROKEN})
    run(journal.root, "build")
    assert not any((journal.root / "site" / name).exists() for name in FEEDS)


@pytest.mark.parametrize(
    "settings",
    [
        '[calendar]\nnames = "non"\n', "[calendar]\nnames = false\n", '[calendar]\nname = "none"\n',
        'calendar = "none"\n', '[calender]\nnames = "none"\n', 'names = "none"\n',
        '[Calendar]\nnames = "none"\n', '[[calendar]]\nnames = "none"\n',
        '[defaults]\nnames = "none"\n',
    ],
)  # fmt: skip
def test_a_slip_in_what_is_said_of_the_calendar_names_nobody(
    journal: Writer, settings: str
) -> None:
    journal.write({"journal.toml": settings})
    ran = run(journal.root, "calendar")
    assert ran.status == Exit.FINE
    assert "Amara" not in ran.out
    assert "1 error" in ran.err
    assert "S01" in run(journal.root, "check").out


def test_another_slip_changes_nothing_about_names(journal: Writer) -> None:
    journal.write({"journal.toml": "titel = 'x'\n"})
    assert "Amara" in run(journal.root, "calendar").out
