"""What a finding says: what was found and what to do, in words of the person who wrote it."""

import pytest

from journal.library.resolver import MOST_GUESSES
from tests.support.journal import Writer

WORDS = {
    "met: Re: a: b": ("a colon inside the value", "quotes"),
    "met: @ada": ("begins with “@”", "quotes"),
    "met: [[a]] and [[b]]": ("something after the value", '["[[a]]", "[[b]]"]'),
    "met: - a": ("begins with a dash", "next line"),
    "met: }": ("a bracket, brace or comma", "quotes"),
    "met: |x": ("begins with | or >", "quotes"),
    'met: "C:\\Users"': ("a backslash", "'…'"),
    "\tmet: x": ("a tab", "spaces"),
    "fields:\n  - a\n\t- b": ("a tab", "spaces"),
    "fields:\n    - a\n  - b": ("indented like none above", "neighbours"),
    "fields:\n  * a\n  * b": ("a list with *", "`- `"),
    "fields:\n  • a\n  • b": ("“• a • b”", "- and a space"),
    "fields: {a: b}": ("a mapping where a list is expected", "`- `"),
    ": x": ("a colon with no key", "`key: value`"),
    "%YAML 1.2": ("a YAML directive", "delete"),
    "met: &x y": ("an anchor", "quotes"),
    "met: {{ title }}": ("a key that is no plain word", "quotes"),
    "tags: #mentor": ("takes “#mentor” for a comment", "leave out the #"),
    "prefers: email, call": ("“email, call”", "as a list: [email, text]"),
    "phases: 2020": ("`phases` lacks its word", "one of new, active"),
    "phases: 2020 waiting, 2021 active": ("more than one phase", "`- `"),
    "next: “2026-01-01”": ("expected a date", "straight quotes"),
    "next: 2026/1/5": ("expected a date", "write 2026-01-05"),
    "because_of: a, b": ("“a, b” is no note", "as a list"),
    "because_of: “a”": ("is no note", "straight quotes"),
    "because_of: '[[#x]]'": ("“[[…]]” is no note", "mend the link"),
    'met: "a\\eb"': ("the control character U+001B", "delete it"),
    "met: a\x0cb": ("the control character U+000C", "delete it"),
    "met: a\ufeffb": ("the invisible character U+FEFF", "delete it"),
    '"ca\\tdence": x': ("`ca\ufffddence`", "`cadence`"),
}


@pytest.mark.parametrize("lines", WORDS)
def test_a_finding_says_what_was_found_and_what_to_do(notes: Writer, lines: str) -> None:
    notes.write({"mentors/p": f"---\nsince: 2015\n{lines}\n---\n"})
    (finding,) = notes.journal().findings
    message, hint = WORDS[lines]
    assert message in finding.message
    assert hint in finding.hint


def test_a_file_in_utf_16_is_called_that_even_without_its_mark(notes: Writer) -> None:
    notes.write({"mentors/p": "---\nsince: 2015\n---\n".encode("utf-16-be")})
    assert [finding.message for finding in notes.journal().findings] == ["the file is UTF-16"]


def test_a_touchpoint_with_an_empty_channel_is_not_left_out_in_silence(notes: Writer) -> None:
    contact = "---\npeople: p\nchannel:\n---\n"
    notes.write({"mentors/p": "", "touchpoints/2026-05-01 x": contact})
    assert notes.codes() == [("content/touchpoints/2026-05-01 x.md", 3, "F05")]


def test_names_nearby_are_looked_for_a_number_of_times_in_each_note(notes: Writer) -> None:
    links = "\n".join(f"  - amara okoy{number}" for number in range(MOST_GUESSES + 10))
    many = f"---\nbecause_of:\n{links}\n---\n"
    notes.write({"mentors/amara-okoye": "", "lessons/a": many, "lessons/b": "[[amara okoy]]"})
    hints = ["did you mean" in finding.hint for finding in notes.journal().findings]
    assert hints == [True] * MOST_GUESSES + [False] * 10 + [True]


def test_more_front_matter_below_is_a_warning_and_stays_text(notes: Writer) -> None:
    journal = notes.write({"mentors/p": "---\nmet: x\n---\n---\nwhy: y\n---\n"}).journal()
    assert [(f.line, f.code, f.level) for f in journal.findings] == [(4, "F01", "warning")]
    assert journal.people[0].why == ""


def test_control_characters_of_unknown_keys_are_shown_as_replaced(notes: Writer) -> None:
    notes.write({"mentors/p": '---\n"zo\\eo": "a\\eb"\n---\n'})
    assert notes.journal().people[0].extra == (("zo\ufffdo", "a\ufffdb"),)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("news/prize", "", [(1, "F05")]),
        ("news/prize", "---\ndate:\n---\n", [(2, "F05")]),
        ("news/prize", "---\ndate: soon\n---\n", [(2, "F03")]),
        ("news/prize", "---\ndate: 2026-05-01\n---\n", []),
        ("news/2026-02-30 prize", "", [(1, "F05")]),
        ("news/2026-05-01 prize", "", []),
        ("touchpoints/call", "---\npeople: p\nchannel: call\n---\n", [(1, "F05")]),
        (
            "touchpoints/call",
            "---\npeople: p\nchannel: cal\ndate: x\n---\n",
            [(3, "F04"), (4, "F03")],
        ),
        ("trips/rome", "---\nstart: x\ncity: [a, b]\n---\n", [(2, "F03"), (3, "F03")]),
    ],
)
def test_what_a_note_needs_is_missed_once(
    notes: Writer, name: str, text: str, found: list[tuple[int, str]]
) -> None:
    notes.write({"mentors/p": "", name: text})
    assert [(line, code) for _, line, code in notes.codes()] == found
