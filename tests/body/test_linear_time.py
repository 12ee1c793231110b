"""Reading a body takes time in proportion to its length, whatever it holds."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.body.code_and_comments import without_comments
from journal.body.extract import extract_contents

pytestmark = pytest.mark.long

SMALL = 20_000
TIMES = 8

HOSTILE = [
    "[", "[[", "](", "[](a", "](a \"", "![", "%", "%% ", "`", "` `` ``` ", "`` ` ", "> ", "- ",
    "- [ ] a [[b]] 📅 2025-02-30\n", "  - [ ] a\n", "# ", "#a ", "*a", "_", "[[a]] ", "[a](b.md) ",
    "=======\n", "<<<<<<< a\n", "> ```\n", "```\n", "\n", " ", "\t", "\\", "[a]: b\n", "[due:: ",
    "📅1 ", "%%\n\n", "(a(", "\\`", "1. ", "|a", "<", "a",
    "- [/] a 📅 x\n", "**a *b ", "_a*", "a^a ", "## a\n", "## a-2\n# a\n", "a ^b\n\n", "==a ~~",
    "[[a#b]] ", "![[a.pdf]] ", "http://a*", "-[ ] a\n",
]  # fmt: skip


#: What stands before the pieces: they go on with something that has begun.
BEGUN = [
    (f"- [ ] a {sign}", piece)
    for sign in ("🔁", "📅", "⛔ a", "[due:: ", "📅 [[")
    for piece in (" ", "a", ", a", "[", "[[a]]")
] + [(begin, " ") for begin in ("- [", "- [ x", "-", "# ", "a ^b", "[[a#", "> - [ ]")]


def seconds(body: str) -> float:
    def once() -> float:
        start = process_time()
        extract_contents(body)
        without_comments(body)
        return process_time() - start

    return min(once(), once())


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    short = piece * (SMALL // len(piece))
    allowed = 4 * TIMES * max(seconds(short), 0.002)
    assert seconds(short * TIMES) < allowed


@pytest.mark.parametrize(("begin", "piece"), BEGUN)
def test_nor_does_it_behind_what_has_begun(begin: str, piece: str) -> None:
    short = piece * (SMALL // 4)
    allowed = 4 * TIMES * max(seconds(begin + short), 0.002)
    assert seconds(begin + short * TIMES) < allowed


@given(st.text(st.sampled_from("ab[]()|#`~%> -*_!\\\n\t📅1.")))
def test_no_text_stops_the_reading(body: str) -> None:
    read = extract_contents(body)
    lines = body.count("\n") + 1
    assert all(1 <= link.line <= lines and link.column >= 1 for link in read.links)


@given(st.text(st.sampled_from("ab%`~ \n>-")))
def test_comments_leave_every_line_in_its_place(body: str) -> None:
    assert without_comments(body).count("\n") == body.count("\n")


@given(st.text(st.sampled_from("ab%` \n")))
def test_comments_are_gone_after_one_pass(body: str) -> None:
    once = without_comments(body)
    assert len(once) <= len(body)
    if "%%" not in body:
        assert once == body
