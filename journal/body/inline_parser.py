r"""What stands inside a text: code, escapes, links, images, footnotes.

The one grammar that what counts in a body and what is shown of it are both read with. Marks for
emphasis are left alone; whatever is found here holds tighter.
"""

import re
from collections.abc import Collection
from enum import Enum
from typing import NamedTuple

from journal.body.code_spans import code_text, partners
from journal.body.destinations import destination, label
from journal.body.plain_text import ENTITY, character

FIRST = re.compile(r"[\\`\[<&]")
"""What at least one character of a text with spans is."""

_SIGN = re.compile(r"\\[!-/:-@\[-`{-~\n]|`+|!?\[|\^\[|\]|<|&(?=[#A-Za-z])")
WIKILINK = re.compile(r"!?\[\[([^\[\]\n]+)\]\]")
_NOTE = re.compile(r"\[\^([^\[\]\n]+)\]")
_ADDRESS = re.compile(r"<((?:https?|mailto|tel):[^\s<>]*)>", re.IGNORECASE)
_MAIL = re.compile(r"<([\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+)>")
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999})\]", re.DOTALL)


class Sort(Enum):
    """What a span is."""

    CODE = "code"
    CHARACTER = "character"
    BREAK = "break"
    WIKILINK = "wikilink"
    EMBED = "embed"
    LINK = "link"
    IMAGE = "image"
    ADDRESS = "address"
    MAIL = "mail"
    NOTE = "note"
    INLINE_NOTE = "inline note"


READ_AGAIN = frozenset({Sort.LINK, Sort.INLINE_NOTE})
"""The spans whose `inner` may hold others that are seen; an image's is its text, and plain."""


class Span(NamedTuple):
    """A part of a text: `inner` is what it shows, or for a NOTE its label.

    `reference` is the name of the definition that a LINK or IMAGE takes its address from.
    """

    sort: Sort
    start: int
    end: int
    inner: str = ""
    address: str = ""
    title: str = ""
    reference: str = ""

    @property
    def inside(self) -> int:
        """Where in the text `inner` begins, for a span whose inside is read again."""
        return self.start + (1 if self.sort is Sort.LINK else 2)


class _Opener(NamedTuple):
    sign: str
    start: int
    inner: int
    spans: int


Names = Collection[str]


def spans(text: str, definitions: Names = (), notes: Names = ()) -> list[Span]:
    """Return what stands in `text`, in order, one behind the other.

    `definitions` and `notes` are the labels that the body defines. What a link or image shows is
    to be read again. Takes time in proportion to the text.
    """
    if not FIRST.search(text):
        return []
    return _Reader(text, definitions, notes).run()


class _Reader:
    def __init__(self, text: str, definitions: Names, notes: Names) -> None:
        self.text = text
        self.definitions = definitions
        self.notes = notes
        self.ends = partners(text) if "`" in text else {}
        self.found: list[Span] = []
        self.openers: list[_Opener] = []
        self.linked = self.pictured = self.noted = 0
        """How many openers at the bottom may begin no link, image, inline footnote any more."""
        self.bracketed = -1
        """Where the last bracket before this place opened."""

    def run(self) -> list[Span]:
        at = 0
        while sign := _SIGN.search(self.text, at):
            at = self._sign(sign)
        return self.found

    def _sign(self, sign: re.Match[str]) -> int:
        start = sign.start()
        first = sign[0][0]
        if first == "\\":
            self._escape(start)
            return sign.end()
        if first == "`":
            return self._code(sign)
        if first == "]":
            return self._close(start)
        if first in "<&":
            return self._angle_or_entity(start)
        return self._bracket(sign)

    def _keep(self, sort: Sort, start: int, end: int, inner: str, address: str = "") -> int:
        self.found.append(Span(sort, start, end, inner, address))
        return end

    def _character(self, start: int, end: int, shown: str) -> int:
        """Keep a character that means only itself, together with the one right before it."""
        if self.found and self.found[-1].end == start and self.found[-1].sort is Sort.CHARACTER:
            before = self.found.pop()
            start, shown = before.start, before.inner + shown
        return self._keep(Sort.CHARACTER, start, end, shown)

    def _escape(self, start: int) -> None:
        if self.text[start + 1] == "\n":
            self._keep(Sort.BREAK, start, start + 2, "\n")
        else:
            self._character(start, start + 2, self.text[start + 1])

    def _code(self, run: re.Match[str]) -> int:
        start = run.start()
        end = self.ends.get(start)
        if end is None:
            return run.end()
        inside = self.text[run.end() : end - len(run[0])]
        return self._keep(Sort.CODE, start, end, code_text(inside))

    def _angle_or_entity(self, start: int) -> int:
        text = self.text
        if found := ENTITY.match(text, start):
            shown = character(found[1], found[2], found[3])
            if shown:
                return self._character(start, found.end(), shown)
        elif found := _ADDRESS.match(text, start):
            self._leads()
            return self._keep(Sort.ADDRESS, start, found.end(), found[1], found[1])
        elif found := _MAIL.match(text, start):
            self._leads()
            return self._keep(Sort.MAIL, start + 1, found.end() - 1, found[1], found[1])
        return start + 1

    def _bracket(self, sign: re.Match[str]) -> int:
        start, text = sign.start(), self.text
        if found := WIKILINK.match(text, start):
            if found[1].partition("|")[0].replace("#", "").strip(" \\"):
                return self._wikilink(sign[0], found)
        elif (found := _NOTE.match(text, start)) and label(found[1]) in self.notes:
            self._leads()
            return self._keep(Sort.NOTE, start, found.end(), label(found[1]))
        self.bracketed = start
        self.openers.append(_Opener(sign[0], start, sign.end(), len(self.found)))
        return sign.end()

    def _wikilink(self, sign: str, found: re.Match[str]) -> int:
        if sign[0] == "!":
            self.pictured = len(self.openers)
            return self._keep(Sort.EMBED, found.start(), found.end(), found[1])
        self._leads()
        return self._keep(Sort.WIKILINK, found.start(), found.end(), found[1])

    def _leads(self) -> None:
        """A link holds no other, an image none and no image: what is open around is text."""
        self.linked = self.pictured = len(self.openers)

    def _close(self, at: int) -> int:
        if not self.openers:
            return at + 1
        opener = self.openers.pop()
        if not self._lives(opener):
            return at + 1
        inner = self.text[opener.inner : at]
        if opener.sign == "^[":
            return self._inline_note(opener, at, inner)
        target = self._target(opener, at, inner)
        if not target:
            return at + 1
        end, address, title, reference = target
        sort = Sort.LINK if opener.sign == "[" else Sort.IMAGE
        del self.found[opener.spans :]
        self.found.append(Span(sort, opener.start, end, inner, address, title, reference))
        self.pictured = len(self.openers)
        if sort is Sort.LINK:
            self.linked = self.pictured
        return end

    def _lives(self, opener: _Opener) -> bool:
        """Say whether the innermost opener may still begin what its sign begins."""
        left = len(self.openers)
        beyond = {"[": self.linked, "![": self.pictured, "^[": self.noted}[opener.sign]
        self.linked = min(self.linked, left)
        self.pictured = min(self.pictured, left)
        self.noted = min(self.noted, left)
        return left >= beyond

    def _inline_note(self, opener: _Opener, at: int, inner: str) -> int:
        if not inner.strip():
            return at + 1
        del self.found[opener.spans :]
        self._leads()
        self.noted = len(self.openers)
        return self._keep(Sort.INLINE_NOTE, opener.start, at + 1, inner)

    def _target(self, opener: _Opener, at: int, inner: str) -> tuple[int, str, str, str] | None:
        """Return end, address, title and reference of the link whose text ends at `at`."""
        if self.text.startswith("(", at + 1) and (found := destination(self.text, at + 1)):
            return found.end, found.address, found.title, ""
        name, end = inner, at + 1
        if (explicit := _LABEL.match(self.text, at + 1)) and explicit[1]:
            name, end = explicit[1], explicit.end()
        elif explicit:
            end = explicit.end()
        elif self.bracketed > opener.start:
            return None
        name = label(name)
        return (end, "", "", name) if name in self.definitions else None
