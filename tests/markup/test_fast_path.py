"""The short way for simple bodies gives what the parser gives."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journal.markup.fast_path import NeedsParser, fast_html
from journal.markup.render import parsed_html
from journal.markup.sanitise import sanitise
from journal.markup.tree_processor import TreeProcessor

pytestmark = pytest.mark.long


def parsed(body: str) -> str:
    return sanitise(parsed_html(body, TreeProcessor(body, 1, "n").run)).strip()


def shortened(body: str) -> str | None:
    try:
        return fast_html(body, "n")
    except NeedsParser:
        return None


SIGNS = """- [ ] [x] [-] > ## # 1) 2019. . , : ! 's ( ) " “ — < > & * ** [ ] [[ ]]"""
ADDRESSES = ["a@b.org", "<tel:1>", "^[x]", " ^id"]
MARKS_IN_LINES = "[[a/b]] [[c/d|e]] ![[g]] **bold** *it* `x_y` ` | ~ = #tag _ \\ www. https:// - %"
NOISE = st.sampled_from(
    [
        *SIGNS.split(" "),
        *(f"{sign} " for sign in SIGNS.split()),
        *MARKS_IN_LINES.split(),
        *ADDRESSES,
        *("- [ ] ", "- [x] ", "- [-] ", "word", "a ", " b", "é", "日本", "😀", "2019", "2019. "),
        *("\n", "\n", "\n", "\n\n", "\n\n\n", "  ", " ", "\t", "\xa0", "```\n"),
        "```\nx = 1\n```",
    ]
)
PLAIN = (
    "word",
    "é",
    "日本",
    "😀",
    "2019",
    "(so)",
    "a < b",
    "it's",
    "“why”",
    "#tag",
    "— and",
    "1.5",
)
MARKED = ("**two words**", "*it*", "*it*,", "`x_y`", "[[a b]]", "[[c/d|e f]].", "**b**?", "[x] ")
WORDS = st.sampled_from([*PLAIN, *MARKED])
SENTENCE = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
TEXT = st.lists(SENTENCE, min_size=1, max_size=3).map("\n".join)
MARKS = st.sampled_from(["- ", "- ", "- [ ] ", "- [x] ", "- [-] "])
ITEMS = st.lists(st.tuples(MARKS, SENTENCE).map("".join), min_size=1, max_size=3).map("\n".join)
OTHERS = st.sampled_from(
    ["## Next", "# One", "```\nx < 1\n\ny\n```", "```py\n- a\n```", "> quoted"]
)
BLOCKS = st.one_of(TEXT, TEXT, ITEMS, OTHERS)
BODIES = st.lists(
    st.tuples(BLOCKS, st.sampled_from(["\n\n", "\n\n", "\n"])), min_size=1, max_size=5
)


def same(body: str) -> None:
    body = body.strip("\n")
    assert shortened(body) in (None, parsed(body))


@settings(max_examples=300, deadline=None)
@given(BODIES.map(lambda blocks: "".join(text + end for text, end in blocks)))
@example("a\n- b\n## c\n## c\n```py\nd\n```\ne")
@example("- **b**\n- [x] *c* and [[d]]")
@example('"*a*"')
def test_the_short_way_gives_the_same_bytes(body: str) -> None:
    same(body)


@settings(max_examples=300, deadline=None)
@given(st.lists(NOISE, min_size=1, max_size=14).map("".join))
def test_the_short_way_gives_the_same_bytes_or_gives_up(body: str) -> None:
    same(body)


@pytest.mark.parametrize(
    "body",
    [
        "One paragraph, about [[Amara Okoye]].\n\nAnother, with **bold** words.",
        "- [ ] ask [[Amara|her]] 📅 2025-04-01\n- [x] done",
        "Then:\n- one\n- two\n\n## Agenda\n\n> a quote\n\n`code`, too\n\n```\nx = 1\n```",
    ],
)
def test_the_bodies_of_most_notes_take_the_short_way(body: str) -> None:
    assert shortened(body) == parsed(body)


@pytest.mark.parametrize("body", ["a  \nb", "- a\n  - b", "1. a", "| a |", "<b>", "a_b_", "[x](y)"])
def test_all_else_is_left_to_the_parser(body: str) -> None:
    assert shortened(body) is None or shortened(body) == parsed(body)
