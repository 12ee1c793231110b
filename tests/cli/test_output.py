"""What commands print, and to whom."""

import os
import subprocess

import pytest

from journal.errors import Exit
from tests.support.command import command, environment, process, run
from tests.support.journal import Writer

AMARA = "---\nsince: 2015-03-01\nprefers: email\nphase: waiting\nprefs_asked: 2026-01-01\n---\n"
OBEYED = [chr(n) for n in (*range(10), *range(11, 32), *range(127, 160))]


def test_nothing_that_a_terminal_obeys_comes_out_of_a_note(notes: Writer) -> None:
    bad = "".join(OBEYED).replace("\x00", "").replace("\r", "") + "\u202e\u2066"
    escaped = "".join(f"\\U{ord(character):08X}" for character in bad)
    notes.write(
        {
            "mentors/amara": f'---\ntitle: "A{escaped}B"\nquestions: ["Q{escaped}"]\n'
            f'prefers: "smoke{escaped}"\n---\n{bad}\n# {bad}\n- [ ] say {bad}\n',
        }
    )
    (notes.root / "content/mentors/\x1b[2Jx.md").write_text("")
    for args in (
        ["next"], ["next", "--format", "json"], ["next", "A"], ["check"], ["draft", "A"],
        ["check", "--format", "json"], ["check", "--format", "github"], ["log", "nobody"],
    ):  # fmt: skip
        ran = run(notes.root, *args)
        assert not any(c in ran.out + ran.err for c in (*OBEYED, "\u202e", "\u2066")), args
        assert "Traceback" not in ran.err


def test_a_terminal_without_unicode_loses_letters_not_the_command(notes: Writer) -> None:
    notes.write({"mentors/amara": AMARA.replace("---\n", "---\ntitle: Zoë 森\n", 1)})
    done = subprocess.run(
        command("next"),
        cwd=notes.root,
        env=environment(PYTHONIOENCODING="latin-1"),
        capture_output=True,
        check=False,
    )
    assert done.returncode == Exit.FINE
    assert b"Zo\xeb ?" in done.stdout


def test_output_has_no_colours_when_it_is_no_terminal(notes: Writer) -> None:
    notes.write({"mentors/amara": AMARA})
    assert "\x1b" not in process(notes.root, "next").out


@pytest.mark.parametrize(("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_colours_unless_it_asks_for_none(
    notes: Writer, env: dict[str, str], coloured: bool
) -> None:
    notes.write({"mentors/amara": AMARA})
    mine, theirs = os.openpty()
    done = subprocess.Popen(
        command("next"), cwd=notes.root, env=environment(TERM="xterm", **env), stdout=theirs
    )
    assert done.wait(30) == Exit.FINE
    os.close(theirs)
    shown = os.read(mine, 65536)
    os.close(mine)
    assert (b"\x1b[1m" in shown) is coloured
