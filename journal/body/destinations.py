"""Where links lead: `(address "title")` behind a link, and `[name]: address "title"`."""

import re
from typing import NamedTuple

from journal.body.blocks import Block, Kind, Piece
from journal.body.plain_text import unescaped

_POINTED = re.compile(r"<((?:[^<>\\\n]|\\.)*)>")
_PLAIN = re.compile(r"[^\s()<>\\\x00-\x1f\x7f]+(?=[\s)])")
_PIECE = re.compile(r"\\[!-/:-@\[-`{-~]|[^\s()\\\x00-\x1f\x7f]+|\\|\(|\)")
_BLANKS = re.compile(r"[ \t]*\n?[ \t]*")
_TITLE_HERE = re.compile(
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
    if after > end and (title := _TITLE_HERE.match(text, after)):
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


_LABEL = r"\[((?:[^\[\]\\]|\\.){1,999})\]:"
_ADDRESS = r"[ \t]*\n?[ \t]*(?!\[\[)(?:<((?:[^<>\\\n]|\\.)*)>|([^\s<]\S*))"
_TITLE = r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))"""
_DEFINITION = re.compile(
    rf"{_LABEL}{_ADDRESS}(?:(?:[ \t]+|[ \t]*\n[ \t]*){_TITLE}(?=[ \t]*(?:\n|\Z)))?[ \t]*(?:\n|\Z)",
    re.DOTALL,
)


def label(written: str) -> str:
    """Return a reference's name as names are compared: without case, blanks as one."""
    return " ".join(written.casefold().split())


def take_definitions(paragraph: Block) -> list[Block]:
    """Cut the definitions off that a paragraph begins with, and return them."""
    if paragraph.pieces[0].text[:1] != "[":
        return []
    found: list[Block] = []
    text, at, row = paragraph.text, 0, 0
    while (match := _DEFINITION.match(text, at)) and _is_name(match[1]):
        lines = match[0].rstrip("\n").count("\n") + 1
        found.append(_definition(match, paragraph.pieces[row : row + lines]))
        at, row = match.end(), row + lines
    del paragraph.pieces[:row]
    return found


def _is_name(written: str) -> bool:
    return written[:1] != "^" and bool(label(written))


def _definition(match: re.Match[str], pieces: list[Piece]) -> Block:
    name, pointed, plain, title = match.groups()
    block = Block(Kind.DEFINITION, pieces=pieces, name=label(name))
    block.address = plain if pointed is None else pointed
    block.title = unescaped(title[1:-1]) if title else ""
    return block
