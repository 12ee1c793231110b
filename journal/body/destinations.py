"""Destinations of links: `(address "title")` behind a link, and `[label]: address "title"`."""

import re
from typing import NamedTuple

from journal.body.blocks import Block, BlockKind, BlockLine
from journal.body.plain_text import ESCAPE, unescaped

_IN_ANGLES = re.compile(r"<((?:[^<>\\\n]|\\.)*)>")
_SIMPLE = re.compile(r"[^\s()<>\\\x00-\x1f\x7f]+(?=[\s)])")
_ADDRESS_PART = re.compile(rf"{ESCAPE}|[^\s()\\\x00-\x1f\x7f]+|\\|\(|\)")
_BLANKS = re.compile(r"[ \t]*\n?[ \t]*")
_TITLE_AND_END = re.compile(
    r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))[ \t]*\n?[ \t]*\)""", re.DOTALL
)
_MAX_PARTS, _MAX_DEPTH = 3000, 10
"""Parts of an address that has brackets or escapes, and brackets in brackets."""


class Destination(NamedTuple):
    """Where a link leads, as typed; `end` is behind the bracket that closes it."""

    end: int
    address: str
    title: str


def read_destination(text: str, start: int) -> Destination | None:
    """Read the destination whose bracket opens at `start`; a wikilink inside is not one."""
    at = _blanks(text, start + 1)
    if text.startswith(("[[", "![["), at):
        return None
    if in_angles := _IN_ANGLES.match(text, at):
        written, end = in_angles[1], in_angles.end()
    else:
        end = _end_of_address(text, at)
        written = text[at:end]
    after = _blanks(text, end)
    if text.startswith(")", after):
        return Destination(after + 1, written, "")
    if after > end and (title := _TITLE_AND_END.match(text, after)):
        return Destination(title.end(), written, unescaped(title[1][1:-1]))
    return None


def _blanks(text: str, at: int) -> int:
    blanks = _BLANKS.match(text, at)
    return blanks.end() if blanks else at


def _end_of_address(text: str, at: int) -> int:
    """Return where an address with balanced brackets ends."""
    if simple := _SIMPLE.match(text, at):
        return simple.end()
    depth, start = 0, at
    for _ in range(_MAX_PARTS):
        part = _ADDRESS_PART.match(text, at)
        if not part or depth > _MAX_DEPTH or (part[0] == ")" and not depth):
            break
        depth += (part[0] == "(") - (part[0] == ")")
        at = part.end()
    return at if not depth else start


_LABEL = r"\[((?:[^\[\]\\]|\\.){1,999})\]:"
_ADDRESS = r"[ \t]*\n?[ \t]*(?!\[\[)(?:<((?:[^<>\\\n]|\\.)*)>|([^\s<]\S*))"
_TITLE = r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))"""
_DEFINITION = re.compile(
    rf"{_LABEL}{_ADDRESS}(?:(?:[ \t]+|[ \t]*\n[ \t]*){_TITLE}(?=[ \t]*(?:\n|\Z)))?[ \t]*(?:\n|\Z)",
    re.DOTALL,
)


def label_key(written: str) -> str:
    """Return what labels are compared by: without case, runs of blanks as one."""
    return " ".join(written.casefold().split())


def cut_off_definitions(paragraph: Block) -> list[Block]:
    """Cut the definitions off that a paragraph begins with, and return them."""
    if paragraph.lines[0].text[:1] != "[":
        return []
    found: list[Block] = []
    text, at, row = paragraph.text, 0, 0
    while (match := _DEFINITION.match(text, at)) and _is_label(match[1]):
        lines = match[0].rstrip("\n").count("\n") + 1
        found.append(_definition(match, paragraph.lines[row : row + lines]))
        at, row = match.end(), row + lines
    del paragraph.lines[:row]
    return found


def _is_label(written: str) -> bool:
    return written[:1] != "^" and bool(label_key(written))


def _definition(match: re.Match[str], lines: list[BlockLine]) -> Block:
    name, in_angles, simple, title = match.groups()
    block = Block(BlockKind.DEFINITION, lines=lines, label=label_key(name))
    block.address = simple if in_angles is None else in_angles
    block.title = unescaped(title[1:-1]) if title else ""
    return block
