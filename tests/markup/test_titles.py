"""Titles and promises say what the page shows of them."""

import random
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal.body.contents import Segments
from journal.body.extract import extract_contents
from journal.body.segments import text_of
from journal.markup.link_placeholders import fill_placeholders
from journal.markup.render import render
from journal.markup.rendered_text import text_of_html
from tests.support.markdown_examples import mutated, published
from tests.support.web_tools import needs_web_tools

pytestmark = needs_web_tools()

PIECES = (
    *"ab語1 .,:;!?'\"()<>#^|-", "*", "**", "***", "_", "__", "~~", "==", "`", "``", "\\", "&amp;",
    "&", "[", "]", "[[", "]]", "[[a]]", "[[a|b *c*]]", "[[a#b#c]]", "![[a]]", "![[a.png|30]]",
    "![[a.pdf]]", "](", "[x](a.md)", "[*x*](https://a.org)", "![x](a.png)", "![x](a.pdf)", "![](https://a.org/x)",
    "https://a.org/x_y_z*", "www.a.org", "ann@a.org", "<https://a.org>", "<b>", "^[note]", " ^id",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
_FOOTNOTE = re.compile(r"<sup\b.*?</sup>", re.DOTALL)
_HEADING = re.compile(r"<h3[^>]*>(.*?)</h3>", re.DOTALL)
_TASK = re.compile(r'<input aria-label="to do"[^>]*>(.*?)</li>', re.DOTALL)


def on_page(body: str, part: re.Pattern[str]) -> str | None:
    """Return the text that a page shows in a part of a body, with all links leading somewhere."""
    html = fill_placeholders(render(body, 1, "n").html, lambda *_: "x")
    found = part.search(html)
    return " ".join(text_of_html(_FOOTNOTE.sub("", found[1])).split()) if found else None


def said(segments: Segments) -> str:
    return " ".join(text_of(segments).split())


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Notes on A* search", "Notes on A* search"),
        ("send *.csv files", "send *.csv files"),
        ("check that a == b", "check that a == b"),
        ("run `*x*` and `==`", "run *x* and =="),
        ("日本**語**です", "日本語です"),
        ("snake_case and __init__.py", "snake_case and init.py"),
        ("2 * 3 * 4, x_1 and ~~not~~ ==this==", "2 * 3 * 4, x_1 and not this"),
        ("R\\&D &amp; C\\*", "R&D & C*"),
        ("see https://example.org/a_b_c*", "see https://example.org/a_b_c*"),
        ("[[paper#Results#Sub]] and ![[notes.pdf]]", "paper > Results > Sub and notes.pdf"),
        ("vector<int> ^block-id", "vector<int>"),
    ],
)
def test_a_title_and_a_promise_say_what_the_page_shows(typed: str, shown: str) -> None:
    assert said(extract_contents(f"# {typed}").heading) == shown
    assert [task.text for task in extract_contents(f"- [ ] {typed}").tasks] == [shown]
    assert on_page(f"x\n\n# {typed}", _HEADING) == shown
    assert on_page(f"- [ ] {typed}", _TASK) == shown


@given(TEXTS)
@example("a ![[b]] c")
@example("`[[a]]` \\[[a]]")
def test_any_title_and_promise_is_what_the_page_shows(typed: str) -> None:
    shown = on_page(f"x\n\n# {typed}", _HEADING)
    if shown is not None and extract_contents(f"# {typed}").heading:
        assert said(extract_contents(f"x\n\n# {typed}").heading) == shown
    for task in extract_contents(f"- [ ] {typed}").tasks:
        assert task.text == on_page(f"- [ ] {typed}", _TASK)


@pytest.mark.long
def test_so_is_any_line_that_commonmark_publishes() -> None:
    chance, examples = random.Random(7), published()
    for _ in range(6000):
        typed = " ".join(mutated(chance, examples).replace("📅", "").split())
        for task in extract_contents(f"- [ ] {typed}").tasks:
            assert task.text == on_page(f"- [ ] {typed}", _TASK), typed
