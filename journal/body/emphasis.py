"""Emphasis in a text, by the rules of CommonMark: `*em*`, `**strong**`, `~~struck~~`, `==marked==`.

It binds less tightly than code and links: those are found first, and their marks mean nothing.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journal.body.inline_parser import Inline

MAY_HAVE_EMPHASIS = re.compile(r"[*_]|~~|==")
"""A text that this does not match has none."""

_RUN = re.compile(r"\*+|_+|~+|=+")
_TWICE = "~="
_MAX_DEPTH = 50
"""How deep emphasis may nest; marks further inside are shown as typed."""


class Emphasis(NamedTuple):
    """A part of a text with marks around it, `width` characters each; `end` is behind the last."""

    mark: str
    width: int
    start: int
    end: int


@dataclass(slots=True)
class _Run:
    """A run of one mark, as far as it has not been used."""

    mark: str
    start: int
    end: int
    length: int
    opens: bool
    closes: bool


#: For a kind of closing run: no opening run before this offset fits it.
_Searched = dict[tuple[str, bool, int], int]


def find_emphasis(text: str, inlines: Sequence[Inline]) -> list[Emphasis]:
    """Return the emphasis in `text`, none deeper than 50; takes time in proportion to the text."""
    if not MAY_HAVE_EMPHASIS.search(text):
        return []
    found: list[Emphasis] = []
    openers: list[_Run] = []
    searched: _Searched = {}
    for run in _runs(text, inlines):
        while run.closes and run.end > run.start and (at := _opener(openers, run, searched)) >= 0:
            found.append(_emphasis(openers, at, run))
        if run.opens and run.end > run.start:
            openers.append(run)
    return _not_too_deep(sorted(found, key=lambda each: (each.start, -each.end)))


def _emphasis(openers: list[_Run], at: int, closer: _Run) -> Emphasis:
    """Take marks from both runs, and what was still open between them away."""
    opener = openers[at]
    both = min(opener.end - opener.start, closer.end - closer.start)
    width = 2 if both > 1 else 1
    opener.end -= width
    closer.start += width
    del openers[at + (opener.end > opener.start) :]
    return Emphasis(opener.mark, width, opener.end, closer.start)


def _opener(openers: Sequence[_Run], closer: _Run, searched: _Searched) -> int:
    """Return which opening run belongs to a closing one, or -1."""
    kind = closer.mark, closer.opens, closer.length % 3
    first = searched.get(kind, 0)
    for at in range(len(openers) - 1, -1, -1):
        if openers[at].start < first:
            break
        if _fit(openers[at], closer):
            return at
    searched[kind] = closer.start
    return -1


def _fit(opener: _Run, closer: _Run) -> bool:
    """Say whether two runs belong together; CommonMark's rule of three is the last line."""
    if opener.mark != closer.mark:
        return False
    if not (opener.closes or closer.opens) or opener.mark in _TWICE:
        return True
    return bool((opener.length + closer.length) % 3) or not (opener.length % 3 or closer.length % 3)


def _runs(text: str, inlines: Iterable[Inline]) -> Iterator[_Run]:
    end = 0
    for inline in inlines:
        yield from _runs_between(text, end, inline.start)
        end = inline.end
    yield from _runs_between(text, end, len(text))


def _runs_between(text: str, begin: int, stop: int) -> Iterator[_Run]:
    for found in _RUN.finditer(text, begin, stop):
        start, end = found.span()
        mark = text[start]
        if mark in _TWICE and end - start != 2:
            continue
        opens, closes = _flanks(text, start, end)
        if opens or closes:
            yield _Run(mark, start, end, end - start, opens, closes)


def _flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Return whether a run can open emphasis, and whether it can close it."""
    before, after = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
    blank_before, blank_after = before.isspace(), after.isspace()
    sign_before, sign_after = _is_sign(before), _is_sign(after)
    left = not blank_after and (not sign_after or blank_before or sign_before)
    right = not blank_before and (not sign_before or blank_after or sign_after)
    if text[start] != "_":
        return left, right
    return left and (not right or sign_before), right and (not left or sign_after)


def _is_sign(character: str) -> bool:
    """Say whether it is punctuation or a symbol."""
    return not character.isalnum() and unicodedata.category(character)[0] in "PS"


def _not_too_deep(found: list[Emphasis]) -> list[Emphasis]:
    kept: list[Emphasis] = []
    ends: list[int] = []
    for each in found:
        while ends and ends[-1] <= each.start:
            ends.pop()
        if len(ends) < _MAX_DEPTH:
            kept.append(each)
            ends.append(each.end)
    return kept


EMPHASIS_KINDS: Mapping[tuple[str, int], str] = {
    ("*", 1): "em",
    ("_", 1): "em",
    ("*", 2): "strong",
    ("_", 2): "strong",
    ("~", 2): "del",
    ("=", 2): "mark",
}
"""Mark and width -> the kind of emphasis, named like its element of HTML."""
