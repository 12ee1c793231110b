"""The address that opens an editor: an editor's, never one that runs, loads or tells anybody."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.settings import read_settings
from journal.settings.schema import EDITORS

RUNS = ["javascript", "data", "vbscript", "http", "https", "ftp", "file", "blob", "about", "ws",
        "view-source", "mailto", "tel", "filesystem", "chrome", "x"]  # fmt: skip
ODD = st.sampled_from(
    ["", "", "", "\t", "\n", "\r", "\0", " ", "\u200b", "\u00ad", "\u2028", "\x01"]
)
AFTER = st.sampled_from(
    ["", ":", "://", "://{path}", ":alert(1)//{path}", "://host/?{path}", ":,{path}"]
)


@st.composite
def misspelt(draw: st.DrawFn, words: list[str]) -> str:
    """A scheme with odd characters in it, in any case, and what follows."""
    word = draw(st.sampled_from(words))
    letters = [draw(ODD) + (c.upper() if draw(st.booleans()) else c) for c in word]
    return "".join(letters) + draw(ODD) + draw(AFTER)


def editor(url: str) -> tuple[str, list[str]]:
    """Return the editor's address as it is used, and what was found in the settings."""
    settings, mistakes = read_settings(f"[editor]\nurl = {json.dumps(url)}\n".encode())
    return settings.editor_url, [mistake.code for mistake in mistakes]


@given(misspelt(RUNS))
def test_no_spelling_of_what_runs_or_leaves_opens_an_editor(url: str) -> None:
    assert editor(url) == ("", ["S01"])


@given(misspelt(list(EDITORS)))
def test_an_editor_s_address_is_taken_to_the_letter_or_not_at_all(url: str) -> None:
    used, found = editor(url)
    assert (used, found) in ((url, []), ("", ["S01"]))
    assert used == "" or re.match(r"[a-z-]+://\S*$", used, re.IGNORECASE)


@pytest.mark.parametrize(
    "url",
    ["java\tscript:alert(1)", "data:text/html,{path}", "http://host/?{path}", "vscode:{path}"],
)
def test_what_was_seen_to_go_through_is_named_with_what_can_be(url: str) -> None:
    _, mistakes = read_settings(f"[editor]\nurl = {json.dumps(url)}\n".encode())
    assert [(found.code, found.line) for found in mistakes] == [("S01", 2)]
    assert "editor" in mistakes[0].message or "control" in mistakes[0].message


@pytest.mark.parametrize("scheme", EDITORS)
def test_every_editor_is_let_through(scheme: str) -> None:
    url = f"{scheme}://file/{{path}}:{{line}}"
    assert editor(url) == (url, [])
