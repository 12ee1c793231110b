r"""What stands inside a text: code, escapes, links, images, footnotes.

The one grammar that what counts in a body and what is shown of it are both read with. Marks for
emphasis are left alone; whatever is found here holds tighter.
"""

import re
from collections.abc import Collection
from enum import Enum
from typing import NamedTuple

from journal.body.addresses import ENTITY, character, unescaped
from journal.body.code import code_text, partners
from journal.body.definitions import label
from journal.body.destination import destination

SIGNS = re.compile(r"\\[!-/:-@\[-`{-~\n]|`+|!?\[|\^\[|\]|<|&(?=[#A-Za-z])")
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
    if not SIGNS.search(text):
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
        self.linked = 0
        """The number of openers at the bottom that may begin no link any more."""
        self.unnoted = 0
        """The number of those that may begin no inline footnote any more."""
        self.bracketed = -1
        """Where the last bracket before this place opened."""

    def run(self) -> list[Span]:
        at = 0
        while sign := SIGNS.search(self.text, at):
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
        if first == "<" or first == "&":
            return self._angle_or_entity(start)
        return self._bracket(sign)

    def _keep(self, sort: Sort, start: int, end: int, inner: str, address: str = "") -> int:
        self.found.append(Span(sort, start, end, inner, address))
        return end

    def _escape(self, start: int) -> None:
        escaped = self.text[start + 1]
        sort = Sort.BREAK if escaped == "\n" else Sort.CHARACTER
        self._keep(sort, start, start + 2, escaped)

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
                return self._keep(Sort.CHARACTER, start, found.end(), shown)
        elif found := _ADDRESS.match(text, start):
            self._no_link_around()
            return self._keep(Sort.ADDRESS, start, found.end(), found[1], found[1])
        elif found := _MAIL.match(text, start):
            self._no_link_around()
            return self._keep(Sort.MAIL, start + 1, found.end() - 1, found[1], found[1])
        return start + 1

    def _bracket(self, sign: re.Match[str]) -> int:
        start, text = sign.start(), self.text
        if found := WIKILINK.match(text, start):
            if found[1].partition("|")[0].replace("#", "").strip(" \\"):
                return self._wikilink(sign[0], found)
        elif (found := _NOTE.match(text, start)) and label(found[1]) in self.notes:
            self._no_link_around()
            return self._keep(Sort.NOTE, start, found.end(), label(found[1]))
        self.bracketed = start
        self.openers.append(_Opener(sign[0], start, sign.end(), len(self.found)))
        return sign.end()

    def _wikilink(self, sign: str, found: re.Match[str]) -> int:
        if sign[0] == "!":
            return self._keep(Sort.EMBED, found.start(), found.end(), found[1])
        self._no_link_around()
        return self._keep(Sort.WIKILINK, found.start(), found.end(), found[1])

    def _no_link_around(self) -> None:
        """A link holds no link: the brackets that are open begin none."""
        self.linked = len(self.openers)

    def _close(self, at: int) -> int:
        if not self.openers:
            return at + 1
        opener = self.openers.pop()
        dead = len(self.openers) < self.linked
        noted = len(self.openers) < self.unnoted
        self.linked = min(self.linked, len(self.openers))
        self.unnoted = min(self.unnoted, len(self.openers))
        inner = self.text[opener.inner : at]
        if opener.sign == "^[":
            return at + 1 if noted else self._inline_note(opener, at, inner)
        if dead and opener.sign == "[":
            return at + 1
        target = self._target(opener, at, inner)
        if not target:
            return at + 1
        end, address, title, reference = target
        sort = Sort.LINK if opener.sign == "[" else Sort.IMAGE
        del self.found[opener.spans :]
        self.found.append(Span(sort, opener.start, end, inner, address, title, reference))
        if sort is Sort.LINK:
            self._no_link_around()
        return end

    def _inline_note(self, opener: _Opener, at: int, inner: str) -> int:
        if not inner.strip():
            return at + 1
        del self.found[opener.spans :]
        self._no_link_around()
        self.unnoted = len(self.openers)
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
