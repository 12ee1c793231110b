"""The verbs about a person change one line, show it, and are taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from journal.errors import Exit, Refused
from journal.frontmatter import read_document
from journal.notes.kinds import KEY_NAMES, KINDS
from journal.writing.front_matter_edit import without
from tests.support.command import run
from tests.support.front_matters import front_matters
from tests.support.journal import Writer

AMARA = "content/mentors/amara.md"


@pytest.fixture
def amara(notes: Writer) -> Callable[..., str]:
    """Write a note, run a command, and return what the note is then."""

    def ran(text: str, *args: str, status: Exit = Exit.FINE) -> str:
        notes.write({"mentors/amara": text})
        done = run(notes.root, *args)
        assert done.status == status, done.err
        return (notes.root / AMARA).read_bytes().decode()

    return ran


@pytest.mark.parametrize(
    ("args", "made"),
    [
        (("snooze", "amara", "2 weeks"), "snooze_until: 2026-06-29\n"),
        (("snooze", "amara", "2w"), "snooze_until: 2026-06-29\n"),
        (("snooze", "amara", "1 month"), "snooze_until: 2026-07-15\n"),
        (("snooze", "amara", "friday"), "snooze_until: 2026-06-19\n"),
        (("snooze", "amara", "2026-12-24"), "snooze_until: 2026-12-24\n"),
        (("pause", "amara"), "paused: true\n"),
        (("phase", "amara", "waiting"), "phases:\n  - 2026-06-15 waiting\n"),
        (("phase", "amara", "Active", "--on", "yesterday"), "phases:\n  - 2026-06-14 active\n"),
        (("end", "amara"), "until: 2026-06-15\n"),
        (("end", "amara", "--on", "2026-06-01"), "until: 2026-06-01\n"),
    ],
)  # fmt: skip
def test_a_verb_writes_its_line(
    amara: Callable[..., str], args: tuple[str, ...], made: str
) -> None:
    assert amara("---\r\nsince: 2015 # about\r\n---\r\nHi", *args) == (
        f"---\r\nsince: 2015 # about\r\n{made}---\r\nHi".replace("\r", "").replace("\n", "\r\n")
    )


def test_the_line_is_shown_as_it_was_and_as_it_is(notes: Writer) -> None:
    notes.write({"mentors/amara": "---\nsnooze_until: 2026-07-01 # trip\n---\n"})
    assert run(notes.root, "snooze", "amara", "2 weeks").out.splitlines() == [
        "Amara: snoozed until 29 June 2026.",
        f"{AMARA}:2",
        "- snooze_until: 2026-07-01 # trip",
        "+ snooze_until: 2026-06-29 # trip",
    ]
    assert run(notes.root, "undo").out.splitlines() == [
        "Taken back:",
        f"{AMARA}:2",
        "- snooze_until: 2026-06-29 # trip",
        "+ snooze_until: 2026-07-01 # trip",
    ]


@pytest.mark.parametrize("verb", ["snooze", "pause"])
def test_off_takes_the_line_away(amara: Callable[..., str], verb: str) -> None:
    key = {"snooze": "Snooze-Until: 2026-07-01", "pause": "paused: yes"}[verb]
    assert amara(f"---\nsince: 2015\n{key}\n---\n", verb, "amara", "--off") == (
        "---\nsince: 2015\n---\n"
    )


@pytest.mark.parametrize(
    ("text", "args"),
    [
        ("", ("snooze", "amara", "--off")),
        ("", ("pause", "amara", "--off")),
        ("---\npaused: true\n---\n", ("pause", "amara")),
        ("---\nphases: [2015 new, 2016 waiting]\n---\n", ("phase", "amara", "waiting")),
        ("---\nuntil: 2020\n---\n", ("end", "amara")),
    ],
)
def test_what_is_so_already_is_no_error(
    amara: Callable[..., str], text: str, args: tuple[str, ...]
) -> None:
    assert amara(text, *args) == text


@pytest.mark.parametrize(
    ("text", "args", "said"),
    [
        ("", ("snooze", "amara", "yesterday"), "not ahead"),
        ("", ("snooze", "amara", "soon"), "no day"),
        ("", ("snooze", "amara"), "until when"),
        ("", ("snooze", "amara", "2w", "--off"), "until when"),
        ("", ("phase", "amara", "wating"), "did you mean waiting?"),
        ("", ("phase", "amara", "waiting", "--on", "tomorrow"), "is ahead"),
        ("---\nuntil: 2020\n---\n", ("phase", "amara", "active"), "line 2"),
        ("---\nphases: [2027 active]\n---\n", ("phase", "amara", "waiting"), "out of order"),
        ("---\nsince: 2030\n---\n", ("end", "amara"), "is before `since`"),
        ("---\nuntil:\nUntil:\n---\n", ("end", "amara"), "lines 2 and 3"),
        ("---\n{since: 2015}\n---\n", ("end", "amara"), "in braces"),
    ],
)
def test_what_makes_no_sense_is_refused(
    notes: Writer, text: str, args: tuple[str, ...], said: str
) -> None:
    notes.write({"mentors/amara": text})
    ran = run(notes.root, *args)
    assert ran.status == Exit.NOT_RUN
    assert said in ran.err
    assert (notes.root / AMARA).read_text() == text
    assert run(notes.root, "undo").status == Exit.NOT_RUN


def test_the_phase_that_counts_follows_the_line(amara: Callable[..., str]) -> None:
    made = amara("---\nphase: active\nphases: [2015 active]\n---\n", "phase", "amara", "waiting")
    assert made == "---\nphase: waiting\nphases: [2015 active, 2026-06-15 waiting]\n---\n"


def test_the_advice_follows(notes: Writer) -> None:
    notes.write({"mentors/amara": "---\nlast_contact: 2026-01\n---\n"})

    def section() -> str:
        return next((each.section for each in notes.advice().people), "not listed")

    assert section() == "overdue"
    for verb, wanted in (("snooze", "snoozed"), ("pause", "paused"), ("end", "not listed")):
        assert run(notes.root, *VERBS[verb]).status == Exit.FINE
        assert section() == wanted
        run(notes.root, "undo")
        assert section() == "overdue"


def test_a_trial_shows_all_and_writes_nothing(notes: Writer) -> None:
    notes.write({"mentors/amara": ""})
    ran = run(notes.root, "pause", "amara", "--dry-run")
    assert f"{AMARA}:1\n+ ---\n+ paused: true\n+ ---\n" in ran.out
    assert "nothing was written" in ran.err
    assert (notes.root / AMARA).read_bytes() == b""


def test_a_note_that_was_logged_is_taken_back_if_nobody_has_edited_it(notes: Writer) -> None:
    notes.write({"mentors/amara": "---\nemail: a@example.org\n---\n"})
    for text in ("", "more"):
        assert run(notes.root, "log", "amara", "--channel", "email").status == Exit.FINE
        (path,) = (notes.root / "content/touchpoints").rglob("*.md")
        path.write_text(path.read_text() + text)
        ran = run(notes.root, "undo")
        assert path.exists() == bool(text)
        assert ("gone" in ran.out) != ("has changed since" in ran.err)


VERBS = {
    "snooze": ("snooze", "amara", "2 weeks"),
    "pause": ("pause", "amara"),
    "phase": ("phase", "amara", "active"),
    "end": ("end", "amara"),
}
KEYS = {"snooze": "snooze_until", "pause": "paused", "phase": "phases", "end": "until"}


@pytest.mark.slow
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(front_matters(), st.sampled_from(sorted(VERBS)))
def test_in_any_spelling_a_verb_changes_its_lines_and_undo_gives_the_same_bytes(
    tmp_path: Path, raw: bytes, verb: str
) -> None:
    note = tmp_path / AMARA
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_bytes(raw)
    ran = run(tmp_path, *VERBS[verb])
    made = note.read_bytes()
    if ran.status != Exit.FINE:
        assert made == raw
        return
    if read_document(raw, KEY_NAMES).fields:
        assert outside_of(made, verb) == outside_of(raw, verb)
    assert made == raw or run(tmp_path, "undo").status == Exit.FINE
    assert note.read_bytes() == raw


def outside_of(raw: bytes, verb: str) -> bytes:
    try:
        return without(raw, KINDS["mentor"], KEYS[verb])
    except Refused:  # the key cannot be taken away without changing more
        reject()
