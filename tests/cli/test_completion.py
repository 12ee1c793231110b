"""What the shell offers after Tab."""

import os
import pty
import re
import select
import shlex
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.cli.completion import is_safe_word
from tests.support.command import command, environment, process
from tests.support.journal import Writer


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal with a few notes."""
    return notes.write(
        {
            "mentors/amara-okoye": "---\naliases: [Prof]\n---\n",
            "people/klara-dvorakova": "---\ntitle: Klára Dvořáková\n---\n",
            "news/2026-06-01-prize": "---\ntitle: A prize\n---\n",
        }
    )


def complete(root: Path, *words: str) -> list[str]:
    """Return the values that bash would offer for the last of `words`."""
    ran = process(
        root,
        COMP_WORDS=" ".join(["journal", *words]),
        COMP_CWORD=str(len(words)),
        _JOURNAL_COMPLETE="bash_complete",
    )
    assert (ran.status, ran.err) == (0, "")
    return [line.partition(",")[2] for line in ran.out.splitlines() if line]


def test_commands_are_offered(journal: Writer) -> None:
    assert complete(journal.root, "n") == ["new", "next"]


def test_options_of_a_command_are_offered(journal: Writer) -> None:
    assert complete(journal.root, "log", "x", "--fo") == ["--followup"]


@pytest.mark.parametrize("word", ["am", "oko", "PRO", "amara-o"])
def test_people_are_offered_by_any_word_of_a_name(journal: Writer, word: str) -> None:
    assert complete(journal.root, "log", word) == ["amara-okoye"]


def test_kinds_of_notes_are_offered(journal: Writer) -> None:
    assert complete(journal.root, "new", "p") == ["protege", "person"]


@pytest.mark.parametrize("before", [["log", "x"], ["new", "touchpoint", "T"]])
def test_keys_and_their_words_are_offered_for_set(journal: Writer, before: list[str]) -> None:
    assert complete(journal.root, *before, "--set", "an") == ["answered_on="]
    assert complete(journal.root, *before, "--set", "state=pl") == ["state=planned"]
    assert complete(journal.root, *before, "--set", "private=") == ["private=true", "private=false"]
    assert complete(journal.root, *before, "--set", "people=oko") == ["people=amara-okoye"]
    assert complete(journal.root, *before, "--set", "people=pri") == []
    assert complete(journal.root, *before, "--set", "about=pri") == ["about=2026-06-01-prize"]
    assert complete(journal.root, *before, "--set", "mood=") == []


def test_keys_are_those_of_the_kind(journal: Writer) -> None:
    assert complete(journal.root, "new", "trip", "T", "--set", "pur") == ["purpose="]
    assert complete(journal.root, "new", "news", "T", "--set", "pur") == []
    assert complete(journal.root, "new", "trip", "T", "--set", "who=m") == ["who=me"]


def test_the_newest_notes_come_first(journal: Writer) -> None:
    for name in ("news/2026-06-03-new", "news/2020-06-01-old", "trips/2026-06-02-oslo"):
        journal.write({name: "---\ncity: Oslo\nstart: 2026-06-02\n---\n"})
    offered = complete(journal.root, "log", "x", "--about", "20")
    assert offered == ["2026-06-03-new", "2026-06-02-oslo", "2026-06-01-prize", "2020-06-01-old"]


def test_open_promises_are_offered(journal: Writer) -> None:
    tasks = "- [ ] send the plots\n- [x] send a card\n- [ ] $(touch x) send\n"
    journal.write({"mentors/amara-okoye": f"---\naliases: [Prof]\n---\n{tasks}"})
    assert complete(journal.root, "log", "x", "--keeps", "plo") == ["'send the plots'"]
    assert complete(journal.root, "log", "x", "--keeps", "send") == ["'send the plots'"]


def test_people_are_offered_without_accents(journal: Writer) -> None:
    assert complete(journal.root, "next", "dvor") == ["klara-dvorakova"]


def test_what_can_be_told_is_offered_for_about(journal: Writer) -> None:
    assert complete(journal.root, "log", "amara", "--about", "pri") == ["2026-06-01-prize"]


def test_the_words_of_a_key_are_offered(journal: Writer) -> None:
    assert complete(journal.root, "log", "amara", "--channel", "e") == ["email", "event"]


def test_without_a_journal_nothing_is_offered_and_nothing_said(tmp_path: Path) -> None:
    assert complete(tmp_path, "log", "am") == []


def test_another_root_is_completed_from(journal: Writer) -> None:
    assert complete(Path("/"), "-C", str(journal.root), "log", "am") == ["amara-okoye"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_takes_the_script() -> None:
    script = process(Path("/"), _JOURNAL_COMPLETE="bash_source").out
    done = subprocess.run(
        ["bash", "-c", f"{script}\ncomplete -p journal"],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert "_journal_completion" in done.stdout


HOSTILE = (
    "klara$(touch sprung)", "klara`touch sprung`", "klara;touch sprung", "klara & touch sprung",
    "klara|touch sprung", "klara>sprung", "klara' touch sprung '", 'klara" $(touch sprung)',
    "klara\\", "klara*", "klara[a-z]", "klara{a,b}", "klara~", "klara!!", "klara#x", "-klara",
    "klara$IFS", "klara\u2028x", "klara(x)", "klara=x", "klara^x", "klara%x",
)  # fmt: skip


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_names_that_a_shell_would_obey_are_not_offered(notes: Writer, shell: str) -> None:
    notes.write({"people/klara-plain": "---\n---\n"})
    for name in HOSTILE:
        (notes.root / f"content/people/{name}.md").write_text("---\n---\n")
    ran = process(
        notes.root,
        COMP_WORDS="journal log kl",
        COMP_CWORD="kl" if shell == "fish" else "2",
        _JOURNAL_COMPLETE=f"{shell}_complete",
    )
    assert "klara-plain" in ran.out
    assert not any(name in ran.out for name in HOSTILE)


def test_a_title_makes_no_second_offer(notes: Writer) -> None:
    notes.write({"people/klara": '---\ntitle: "K\\nplain\\n$(touch sprung)\\n_"\n---\n'})
    ran = process(
        notes.root, COMP_WORDS="journal log k", COMP_CWORD="2", _JOURNAL_COMPLETE="zsh_complete"
    )
    assert ran.out.splitlines()[:2] == ["plain", "klara"]
    assert len(ran.out.splitlines()) == 3


@given(st.text())
def test_a_plain_name_is_one_word_to_a_shell(name: str) -> None:
    if is_safe_word(name):
        assert shlex.split(f"'{name}'" if " " in name else name) == [name]
        assert not set(name) & set("$`\"'\\;&|<>()[]{}*?~!#=%^\n\t")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("names", "typed", "given"),
    [
        (HOSTILE, "klar", "klar"),
        ((*HOSTILE, "klara-dvorakova"), "klar", "klara-dvorakova"),
        (("Zoë van Dyk",), "Zo", "Zoë van Dyk"),
    ],
    ids=["nothing", "the plain one", "quoted"],
)
def test_in_a_real_bash_tab_and_enter_run_nothing(
    notes: Writer, tmp_path: Path, names: tuple[str, ...], typed: str, given: str
) -> None:
    (notes.root / "content/people").mkdir()
    for name in names:
        (notes.root / f"content/people/{name}.md").write_text("---\n---\n")
    said = _tabbed(notes.root, tmp_path, typed)
    assert not (notes.root / "sprung").exists()
    assert f"given: 2 words: log|{given}|" in said.replace("\r", "")


def _tabbed(root: Path, folder: Path, typed: str) -> str:
    """Type `journal log …`, Tab and Enter in a bash whose `journal` says what it is given."""
    script = process(Path("/"), _JOURNAL_COMPLETE="bash_source").out
    python = f"{shlex.join(command())} "
    (folder / "rc").write_text(
        f'{script}\njournal() {{ if [ -n "$_JOURNAL_COMPLETE" ]; then command journal; else '
        'printf "given: $# words: "; printf "%s|" "$@"; echo; fi; }\nPS1="ready> "\n'
    )
    (folder / "bin").mkdir()
    (folder / "bin/journal").write_text(f'#!/bin/sh\nexec {python} "$@"\n')
    (folder / "bin/journal").chmod(0o700)
    around = environment(
        PATH=f"{folder / 'bin'}:{os.environ['PATH']}", TERM="dumb", LC_ALL="C.UTF-8"
    )
    ours, theirs = pty.openpty()
    shell = ["bash", "--noprofile", "--rcfile", str(folder / "rc"), "-i"]
    with subprocess.Popen(
        shell, cwd=root, env=around, stdin=theirs, stdout=theirs, stderr=theirs,
        start_new_session=True,
    ) as bash:  # fmt: skip
        os.close(theirs)
        _wait(ours, "ready> ")
        os.write(ours, f"journal log {typed}\t".encode())
        time.sleep(1.5)  # bash waits for the completion, and says nothing when it is there
        os.write(ours, b"\n")
        said = _wait(ours, "given: .*ready> ")
        bash.kill()
    os.close(ours)
    return said


def _wait(terminal: int, pattern: str) -> str:
    """Return what is said until it has such a part, or until twenty seconds are over."""
    said, end = "", time.monotonic() + 20
    while not re.search(pattern, said, re.DOTALL) and time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            said += os.read(terminal, 4096).decode(errors="replace")
    return said
