"""Code and `%%comments%%`, which are no prose: masked in a body, or left out of it."""

import re
from bisect import bisect_right
from typing import NamedTuple

from journal.body.block_parser import parse_blocks
from journal.body.blocks import BlockKind, blocks_of_kind

MASK = "\0"
"""Stands for each masked character, so that all offsets stay the same."""

_MARK = re.compile(r"%%|`+|\n(?=[ \t]*(?:\n|[-*+>#|]|[0-9]+[.)][ \t]))")
_NOT_NEWLINE = re.compile(r"[^\n]+")

Extent = tuple[int, int]


class MaskedBody(NamedTuple):
    """A body with code and comments masked (`prose`), and with comments only (`markdown`)."""

    prose: str
    markdown: str


def mask_code_and_comments(body: str) -> MaskedBody:
    """Return `body` with its code and comments masked."""
    code, comments = _code_and_comments(body)
    if not code and not comments:
        return MaskedBody(body, body)
    markdown = _mask(body, comments)
    return MaskedBody(_mask(markdown, code), markdown)


def without_comments(body: str) -> str:
    """Return `body` without `%%…%%`, with as many lines as before.

    Those in code stay, and one that never closes stays as typed.
    """
    if body.count("%%") < 2:
        return body
    pieces: list[str] = []
    end = 0
    for start, stop in _code_and_comments(body)[1]:
        pieces += (body[end:start], "\n" * body.count("\n", start, stop))
        end = stop
    return "".join([*pieces, body[end:]])


def _mask(text: str, extents: list[Extent]) -> str:
    pieces, end = [], 0
    for start, stop in extents:
        pieces.append(text[end:start])
        pieces.append(_NOT_NEWLINE.sub(lambda found: MASK * len(found[0]), text[start:stop]))
        end = stop
    pieces.append(text[end:])
    return "".join(pieces)


def _code_and_comments(body: str) -> tuple[list[Extent], list[Extent]]:
    blocks: list[Extent] = []
    if "    " in body or "\t" in body or "```" in body or "~~~" in body:
        blocks = _code_blocks(body)
    if "`" not in body and "%%" not in body:
        return blocks, []
    extents, comments = _inline_code_and_comments(_mask(body, blocks))
    return sorted([*blocks, *extents]), comments


def _code_blocks(body: str) -> list[Extent]:
    """Return the extents of the lines of code, and of the fences around it."""
    lines = body.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return [
        (starts[row], starts[row] + len(lines[row]))
        for block in blocks_of_kind(parse_blocks(lines), BlockKind.CODE)
        for row in range(block.first, block.last + 1)
    ]


def _inline_code_and_comments(text: str) -> tuple[list[Extent], list[Extent]]:
    """Return the extents of inline code and of comments; whichever opens first counts."""
    tokens = list(_MARK.finditer(text))
    closing = _closing_backticks(tokens, text)
    percents = [token.start() for token in tokens if token[0] == "%%"]
    code: list[Extent] = []
    comments: list[Extent] = []
    end = 0
    for number, token in enumerate(tokens):
        if token.start() < end:
            continue
        if token[0] == "%%":
            following = bisect_right(percents, token.start())
            if following < len(percents):
                end = percents[following] + 2
                comments.append((token.start(), end))
        elif number in closing:
            end = closing[number]
            code.append((token.start(), end))
    return code, comments


def _closing_backticks(tokens: list[re.Match[str]], text: str) -> dict[int, int]:
    """Map each run of backticks to the end of the next run as long, in the same block."""
    closing: dict[int, int] = {}
    ends: dict[int, int] = {}
    for number in range(len(tokens) - 1, -1, -1):
        token = tokens[number]
        if token[0] == "\n":
            ends.clear()
        elif token[0] != "%%":
            length = len(token[0])
            if length in ends and not _is_escaped(text, token.start()):
                closing[number] = ends[length]
            ends[length] = token.end()
    return closing


def _is_escaped(text: str, at: int) -> bool:
    before = text[max(0, at - 40) : at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1
