"""A value that YAML has cut at a `#` is pointed at; a comment that was meant as one is not."""

import pytest

from journal.frontmatter import read_document
from journal.notes.kinds import KEY_NAMES
from journal.notes.parsing import parse_note


def places(lines: str) -> list[tuple[int, int]]:
    parsed = parse_note(
        "news/2026-01-01 x", read_document(f"---\n{lines}\n---\n".encode(), KEY_NAMES)
    )
    return [(m.line, m.column) for m in parsed.mistakes if m.code == "F19"]


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        ("title: Meeting #3 with Ada", (2, 16)),
        ("title:   a   #b", (2, 14)),
        ("aliases:\n  - plan\n  - issue #12", (4, 11)),
        ("other: C #sharp", (2, 10)),
        ("title: one\n  two #3", (3, 7)),
    ],
)
def test_a_value_that_was_cut_is_pointed_at(lines: str, at: tuple[int, int]) -> None:
    assert places(lines) == [at]


@pytest.mark.parametrize(
    "lines",
    [
        "title: Meeting # with Ada, I think",
        'title: "Meeting #3"',
        "title: 'x' #3",
        "title: C#",
        "title: C#7 and F#",
        "# title: x #3",
        "title: ## x",
        "title: a ##",
        "title: |\n  Meeting #3",
        "link: https://example.org/#top",
    ],
)
def test_what_was_meant_is_not(lines: str) -> None:
    assert places(lines) == []
