"""`[name]: address "title"`: what references lead to."""

import re

from journal.body.blocks import Block, Kind, Piece
from journal.body.entities import unescaped

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
