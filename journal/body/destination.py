"""`(address "title")`: where a link leads."""

import re
from typing import NamedTuple

from journal.body.entities import unescaped

_POINTED = re.compile(r"<((?:[^<>\\\n]|\\.)*)>")
_PLAIN = re.compile(r"[^\s()<>\\\x00-\x1f\x7f]+(?=[\s)])")
_PIECE = re.compile(r"\\[!-/:-@\[-`{-~]|[^\s()\\\x00-\x1f\x7f]+|\\|\(|\)")
_BLANKS = re.compile(r"[ \t]*\n?[ \t]*")
_TITLE = re.compile(
    r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))[ \t]*\n?[ \t]*\)""", re.DOTALL
)
_LONGEST, _DEEPEST = 3000, 10
"""Pieces of an address that has brackets or escapes, and brackets in brackets."""


class Destination(NamedTuple):
    """Where a link leads, as typed; `end` is behind the bracket that closes it."""

    end: int
    address: str
    title: str


def destination(text: str, start: int) -> Destination | None:
    """Read from the bracket at `start`. A wikilink there is a link of its own."""
    at = _blanks(text, start + 1)
    if text.startswith(("[[", "![["), at):
        return None
    if pointed := _POINTED.match(text, at):
        written, end = pointed[1], pointed.end()
    else:
        end = _end_of_address(text, at)
        written = text[at:end]
    after = _blanks(text, end)
    if text.startswith(")", after):
        return Destination(after + 1, written, "")
    if after > end and (title := _TITLE.match(text, after)):
        return Destination(title.end(), written, unescaped(title[1][1:-1]))
    return None


def _blanks(text: str, at: int) -> int:
    blanks = _BLANKS.match(text, at)
    return blanks.end() if blanks else at


def _end_of_address(text: str, at: int) -> int:
    """Return where an address with balanced brackets ends."""
    if plain := _PLAIN.match(text, at):
        return plain.end()
    depth, start = 0, at
    for _ in range(_LONGEST):
        piece = _PIECE.match(text, at)
        if not piece or depth > _DEEPEST or (piece[0] == ")" and not depth):
            break
        depth += (piece[0] == "(") - (piece[0] == ")")
        at = piece.end()
    return at if not depth else start
