"""The published examples of CommonMark look as its reference shows them, but for what is meant."""

import html
import re

from journal.markup.render import render
from tests.support.commonmark import reference, structure
from tests.support.markdown_examples import OURS, published
from tests.support.web_tools import needs_web_tools

pytestmark = needs_web_tools()

OTHER = re.compile(r"<[/!?a-zA-Z]|\]\(|\]:|\[\[|https?:|@")
"""HTML is text here; links have tests of their own."""

DEEPER = {62, 72}
LISTS = {257, 276, 297, 311, 313}
CODE = {144, 146}
MEANT = {*DEEPER, *LISTS, *CODE}
"""Headings end at the sixth level; two columns nest a list; what follows the language of code is
shown."""


def compared(structured: str) -> str:
    plain = html.unescape(structured).replace(" />", ">").replace("\xa0", " ")
    return " ".join(re.sub(r' (class|start)="[^"]*"|\s*<br>\s*', "|", plain).split())


def test_the_published_examples_look_as_the_reference_shows_them() -> None:
    different = set()
    for number, body in enumerate(published()[: -len(OURS)], 1):
        typed = f"x\n\n{body}"
        ours, theirs = structure(render(typed, 1, "n").html), structure(reference(typed))
        if not OTHER.search(body) and compared(ours) != compared(theirs):
            different.add(number)
    assert different == MEANT
