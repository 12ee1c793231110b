"""Notes as people really break them: the code and the line of what is said, and nothing else."""

from typing import NamedTuple

import pytest

from tests.support.journal import Writer

PEOPLE = {"mentors/ada": "---\nsince: 2020\n---\n", "mentors/bo": "---\nsince: 2020\n---\n"}


class Case(NamedTuple):
    """The lines of front matter of one note, and what is found: (line, code), in order."""

    folder: str
    lines: str | bytes
    found: list[tuple[int, str]]


def touchpoint(lines: str, *found: tuple[int, str]) -> Case:
    """A touchpoint whose first two keys are fine; `lines` begin on line 4."""
    return Case("touchpoints", f"---\npeople: ada\nchannel: email\n{lines}\n---\ntext\n", [*found])


def person(lines: str, *found: tuple[int, str]) -> Case:
    return Case("mentors", f"---\nsince: 2015\n{lines}\n---\ntext\n", [*found])


def whole(text: str | bytes, *found: tuple[int, str]) -> Case:
    return Case("mentors", text, [*found])


CASES = {
    "unquoted colon": person("met: Re: a: b", (3, "F01")),
    "at sign": person("met: @ada", (3, "F01")),
    "backtick": person("met: `code`", (3, "F01")),
    "percent": person("met: %x", (3, "F01")),
    "star": person("met: *hello* there", (3, "F01")),
    "anchor": person("met: &x y", (3, "F01")),
    "alias": person("met: &x y\nwhy: *x", (3, "F01")),
    "tag": person("met: !!python/object y", (3, "F01")),
    "merge key": person("<<: {met: x}", (3, "F01")),
    "tab": person("\tmet: x", (3, "F01")),
    "no colon": person("met somewhere\nwhy: x", (3, "F01")),
    "no space after colon": person("why: x\nmet:somewhere", (4, "F01")),
    "open quote": person('met: "somewhere', (3, "F01")),
    "open list": person("fields: [a, b\nwhy: x", (3, "F01")),
    "open braces": person("met: {a", (3, "F01")),
    "two links without quotes": touchpoint("about: [[ada]], [[bo]]", (4, "F01")),
    "brackets by the thousand": person("met: " + "[" * 25_000, (3, "F01")),
    "a list at the top": whole("---\n- since\n---\n", (2, "F01")),
    "a text at the top": whole("---\nhello\n---\n", (2, "F01")),
    "second document": person("met: x\n--- y", (4, "F01")),
    "conflict markers": person("<<<<<<< HEAD\nmet: x\n=======\nmet: y\n>>>>>>> o", (3, "F01")),
    "escape character": person("met: x\x1by", (3, "F01")),
    "64 KiB": person("met: " + "x" * 70_000, (1, "F01")),
    "TOML": whole('+++\nsince = "2015"\n+++\n', (1, "F01")),
    "JSON": whole('{\n"since": "2015"\n}\n', (1, "F01")),
    "late front matter": whole("\n---\nsince: 2015\n---\n", (2, "F01")),
    "never closed": whole("---\nsince: 2015\n", (1, "F08")),
    "Latin-1": whole(b"---\nsince: 2015\nmet: caf\xe9 bar\n---\n", (3, "F08")),
    "UTF-16": whole("---\nsince: 2015\n---\n".encode("utf-16"), (1, "F08")),
    "NUL": whole(b"---\nsince: 2015\n---\nte\0xt\n", (4, "F08")),
    "cut in a character": whole("---\nsince: 2015\n---\né".encode()[:-1], (4, "F08")),
    "escape in the text": whole("---\nsince: 2015\n---\na\n\x1b[31m\n", (5, "F08")),
    "same key twice": person("met: x\nmet: y", (4, "F02")),
    "same key in other words": person("tz: Europe/Lisbon\ntimezone: Europe/Rome", (4, "F02")),
    "same key in capitals": person("met: x\nMet: y", (4, "F02")),
    "no such day": person("next: 2024-02-30", (3, "F03")),
    "day in words": person("next: soon", (3, "F03")),
    "day with an hour": person("next: 2024-02-03T10", (3, "F03")),
    "day with slashes": person("next: 2024/2/3", (3, "F03")),
    "curly quotes": person("next: “2024-02-03”", (3, "F03")),
    "no such month": person("met: x\nuntil: 2024-13", (4, "F03")),
    "cadence in words": person("cadence: sometimes", (3, "F03")),
    "hours": person("quiet_hours: 22-7", (3, "F03")),
    "birthday": person("birthday: 31-12", (3, "F03")),
    "flag": person("paused: maybe", (3, "F03")),
    "list for a text": person("met: [a, b]", (3, "F03")),
    "mapping for a day": person("next: {a: b}", (3, "F03")),
    "clock": touchpoint("time: 25:00", (4, "F03")),
    "number": touchpoint("minutes: -5", (4, "F03")),
    "number with a point": touchpoint("minutes: 1.5", (4, "F03")),
    "channel": touchpoint("kind: greetng", (4, "F04")),
    "channels in one text": person("prefers: email, call", (3, "F04")),
    "one of several channels": person("prefers:\n  - email\n  - pigeon", (5, "F04")),
    "phase of a line": person("phases:\n  - 2020 waiting\n  - 2021 wating", (5, "F04")),
    "day of a phase": person("phases:\n  - 2020 waiting\n  - then active", (5, "F03")),
    "near miss": person("cadense: 1 week", (3, "F06")),
    "invisible character in a key": person("nex\u200bt: 2026-01-01", (3, "F06")),
    "link without quotes": touchpoint("about: [[bo]]", (4, "F07")),
    "link to nothing": touchpoint("about: nobody", (4, "F10")),
    "one link of two to nothing": touchpoint("about:\n  - bo\n  - nobody", (6, "F10")),
    "phases out of order": person("phases:\n  - 2021 waiting\n  - 2020 active", (5, "F13")),
    "phase differs": person("phases:\n  - 2020 waiting\nphase: active", (5, "F13")),
    "ends before it starts": person("until: 2014", (3, "F14")),
    "answered before asked": touchpoint("answered_on: 2026-01-01", (4, "F14")),
    "an address that runs": person("link: javascript:alert(1)", (3, "M02")),
}


@pytest.mark.parametrize("name", CASES)
def test_a_broken_note_is_named_by_line_and_costs_no_other(notes: Writer, name: str) -> None:
    case = CASES[name]
    stem = f"{case.folder}/2026-05-01 broken"
    notes.write({**PEOPLE, stem: case.lines})
    before = {path: path.read_bytes() for path in notes.root.rglob("*.md")}
    journal = notes.journal()
    path = f"content/{stem}.md"
    assert [(f.path, f.line, f.code) for f in journal.findings] == [
        (path, line, code) for line, code in case.found
    ]
    assert all(f.column >= 1 and str(f).isprintable() for f in journal.findings)
    assert {"mentors/ada", "mentors/bo"} <= set(journal.notes)
    assert {path: path.read_bytes() for path in before} == before


FINE = {
    "nothing": b"",
    "BOM": "\ufeff---\nsince: 2015\n---\n".encode(),
    "CRLF": b"---\r\nsince: 2015\r\n---\r\ntext\r\n",
    "closed by dots": b"---\nsince: 2015\n...\ntext\n",
    "empty front matter": b"---\n---\ntext\n",
    "keys that libraries trip over": b"---\nsince: 2015\ncontent: a\nhandler: b\n1: c\n---\n",
    "text that begins like JSON": b"{not json} but text\n",
    "two rules": b"above\n\n---\n\nbetween\n\n---\n",
    "what YAML would turn": b"---\nmet: NO\norg: 01234\nwhy: 14:30\n---\n",
    "empty values": b"---\nsince:\nnext:\nfields: []\n---\n",
}


@pytest.mark.parametrize("name", FINE)
def test_what_looks_odd_and_is_fine(notes: Writer, name: str) -> None:
    assert notes.write({"mentors/odd": FINE[name]}).journal().findings == ()


@pytest.mark.parametrize(
    ("folder", "text", "missing"),
    [
        ("touchpoints", "---\nchannel: email\n---\n", 1),
        ("touchpoints", "---\nchannel: email\npeople:\n---\n", 3),
        ("touchpoints", "", 1),
        ("trips", "---\ncity: Rome\n---\n", 1),
        ("trips", "---\nstart: 2026-01-01\n---\n", 1),
    ],
)
def test_a_required_key_that_is_missing(
    notes: Writer, folder: str, text: str, missing: int
) -> None:
    name = f"{folder}/2026-05-01 x"
    assert notes.write({name: text}).codes() == [(f"content/{name}.md", missing, "F05")]


def test_a_scalar_reads_back_as_it_was_written(notes: Writer) -> None:
    notes.write({"mentors/p": "---\nmet: NO\norg: '01234'\nwhy: +351 210\nphone: 1.10\n---\n"})
    (found,) = notes.journal().people
    assert (found.met, found.org, found.why, found.phone) == ("NO", "01234", "+351 210", ("1.10",))


def test_a_person_that_cannot_be_read_breaks_no_link_and_gets_no_advice(notes: Writer) -> None:
    note = "---\npeople: ada\nchannel: email\n---\n"
    broken = "---\ndied: 2020\nmet: a: b: c\n---\n"
    notes.write({"mentors/ada": broken, "touchpoints/2026-05-01 x": note})
    assert notes.codes() == [("content/mentors/ada.md", 3, "F01")]
    assert notes.advice().people == ()
