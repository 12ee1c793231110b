r"""What stands inside a text: code, escapes, links, images, footnotes.

The one grammar that what counts in a body and what is shown of it are both read with. Marks for
emphasis are left alone; whatever is found here holds tighter.
"""

import re
from collections.abc import Collection
from enum import Enum
from typing import NamedTuple

from journal.body.destinations import label_key, read_destination
from journal.body.plain_text import ENTITY, character, closing_backticks, code_text

MAY_HAVE_INLINES = re.compile(r"[\\`\[<&]")
"""What at least one character of a text with inlines is."""

_MARK = re.compile(r"\\[!-/:-@\[-`{-~\n]|`+|!?\[|\^\[|\]|<|&(?=[#A-Za-z])")
WIKILINK = re.compile(r"!?\[\[([^\[\]\n]+)\]\]")
_FOOTNOTE = re.compile(r"\[\^([^\[\]\n]+)\]")
_ADDRESS = re.compile(r"<((?:https?|mailto|tel):[^\s<>]*)>", re.IGNORECASE)
_MAIL = re.compile(r"<([\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+)>")
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999})\]", re.DOTALL)


class InlineKind(Enum):
    """What an inline is."""

    CODE = "code"
    CHARACTER = "character"
    BREAK = "break"
    WIKILINK = "wikilink"
    EMBED = "embed"
    LINK = "link"
    IMAGE = "image"
    ADDRESS = "address"
    MAIL = "mail"
    FOOTNOTE = "footnote"
    INLINE_FOOTNOTE = "inline footnote"


INLINES_WITH_INLINES = frozenset({InlineKind.LINK, InlineKind.INLINE_FOOTNOTE})
"""The inlines whose `inner` may hold others that are seen; an image's is its text, and plain."""


class Inline(NamedTuple):
    """A part of a text: `inner` is what it shows, or for a FOOTNOTE its label.

    `reference` is the name of the definition that a LINK or IMAGE takes its address from.
    """

    kind: InlineKind
    start: int
    end: int
    inner: str = ""
    address: str = ""
    title: str = ""
    reference: str = ""

    @property
    def inside(self) -> int:
        """Where in the text `inner` begins, for an inline whose inside is read again."""
        return self.start + (1 if self.kind is InlineKind.LINK else 2)


class _Opener(NamedTuple):
    mark: str
    start: int
    inner: int
    inlines: int


Labels = Collection[str]


def parse_inlines(text: str, definitions: Labels = (), footnotes: Labels = ()) -> list[Inline]:
    """Return what stands in `text`, in order, one behind the other.

    `definitions` and `footnotes` are the labels that the body defines. The text of a link or image
    is to be parsed again. Takes time in proportion to the text.
    """
    if not MAY_HAVE_INLINES.search(text):
        return []
    return _InlineParser(text, definitions, footnotes).run()


class _InlineParser:
    def __init__(self, text: str, definitions: Labels, footnotes: Labels) -> None:
        self.text = text
        self.definitions = definitions
        self.footnotes = footnotes
        self.ends = closing_backticks(text) if "`" in text else {}
        self.found: list[Inline] = []
        self.openers: list[_Opener] = []
        self.linked = self.pictured = self.footnoted = 0
        """How many openers at the bottom may begin no link, image, inline footnote any more."""
        self.bracketed = -1
        """Where the last bracket before this place opened."""

    def run(self) -> list[Inline]:
        at = 0
        while mark := _MARK.search(self.text, at):
            at = self._read(mark)
        return self.found

    def _read(self, mark: re.Match[str]) -> int:
        start = mark.start()
        first = mark[0][0]
        if first == "\\":
            self._escape(start)
            return mark.end()
        if first == "`":
            return self._code(mark)
        if first == "]":
            return self._close(start)
        if first in "<&":
            return self._angle_or_entity(start)
        return self._bracket(mark)

    def _add(self, kind: InlineKind, start: int, end: int, inner: str, address: str = "") -> int:
        self.found.append(Inline(kind, start, end, inner, address))
        return end

    def _add_character(self, start: int, end: int, shown: str) -> int:
        """Keep a character that means only itself, together with the one right before it."""
        if (
            self.found
            and self.found[-1].end == start
            and self.found[-1].kind is InlineKind.CHARACTER
        ):
            before = self.found.pop()
            start, shown = before.start, before.inner + shown
        return self._add(InlineKind.CHARACTER, start, end, shown)

    def _escape(self, start: int) -> None:
        if self.text[start + 1] == "\n":
            self._add(InlineKind.BREAK, start, start + 2, "\n")
        else:
            self._add_character(start, start + 2, self.text[start + 1])

    def _code(self, run: re.Match[str]) -> int:
        start = run.start()
        end = self.ends.get(start)
        if end is None:
            return run.end()
        inside = self.text[run.end() : end - len(run[0])]
        return self._add(InlineKind.CODE, start, end, code_text(inside))

    def _angle_or_entity(self, start: int) -> int:
        text = self.text
        if found := ENTITY.match(text, start):
            shown = character(found[1], found[2], found[3])
            if shown:
                return self._add_character(start, found.end(), shown)
        elif found := _ADDRESS.match(text, start):
            self._close_links()
            return self._add(InlineKind.ADDRESS, start, found.end(), found[1], found[1])
        elif found := _MAIL.match(text, start):
            self._close_links()
            return self._add(InlineKind.MAIL, start + 1, found.end() - 1, found[1], found[1])
        return start + 1

    def _bracket(self, mark: re.Match[str]) -> int:
        start, text = mark.start(), self.text
        if found := WIKILINK.match(text, start):
            if found[1].partition("|")[0].replace("#", "").strip(" \\"):
                return self._wikilink(mark[0], found)
        elif (found := _FOOTNOTE.match(text, start)) and label_key(found[1]) in self.footnotes:
            self._close_links()
            return self._add(InlineKind.FOOTNOTE, start, found.end(), label_key(found[1]))
        self.bracketed = start
        self.openers.append(_Opener(mark[0], start, mark.end(), len(self.found)))
        return mark.end()

    def _wikilink(self, mark: str, found: re.Match[str]) -> int:
        if mark[0] == "!":
            self.pictured = len(self.openers)
            return self._add(InlineKind.EMBED, found.start(), found.end(), found[1])
        self._close_links()
        return self._add(InlineKind.WIKILINK, found.start(), found.end(), found[1])

    def _close_links(self) -> None:
        """A link holds no other, an image none and no image: what is open around is text."""
        self.linked = self.pictured = len(self.openers)

    def _close(self, at: int) -> int:
        if not self.openers:
            return at + 1
        opener = self.openers.pop()
        if not self._may_close(opener):
            return at + 1
        inner = self.text[opener.inner : at]
        if opener.mark == "^[":
            return self._inline_footnote(opener, at, inner)
        target = self._destination(opener, at, inner)
        if not target:
            return at + 1
        end, address, title, reference = target
        kind = InlineKind.LINK if opener.mark == "[" else InlineKind.IMAGE
        del self.found[opener.inlines :]
        self.found.append(Inline(kind, opener.start, end, inner, address, title, reference))
        self.pictured = len(self.openers)
        if kind is InlineKind.LINK:
            self.linked = self.pictured
        return end

    def _may_close(self, opener: _Opener) -> bool:
        """Say whether the innermost opener may still begin what its mark begins."""
        left = len(self.openers)
        beyond = {"[": self.linked, "![": self.pictured, "^[": self.footnoted}[opener.mark]
        self.linked = min(self.linked, left)
        self.pictured = min(self.pictured, left)
        self.footnoted = min(self.footnoted, left)
        return left >= beyond

    def _inline_footnote(self, opener: _Opener, at: int, inner: str) -> int:
        if not inner.strip():
            return at + 1
        del self.found[opener.inlines :]
        self._close_links()
        self.footnoted = len(self.openers)
        return self._add(InlineKind.INLINE_FOOTNOTE, opener.start, at + 1, inner)

    def _destination(
        self, opener: _Opener, at: int, inner: str
    ) -> tuple[int, str, str, str] | None:
        """Return end, address, title and reference of the link whose text ends at `at`."""
        if self.text.startswith("(", at + 1) and (found := read_destination(self.text, at + 1)):
            return found.end, found.address, found.title, ""
        name, end = inner, at + 1
        if (explicit := _LABEL.match(self.text, at + 1)) and explicit[1]:
            name, end = explicit[1], explicit.end()
        elif explicit:
            end = explicit.end()
        elif self.bracketed > opener.start:
            return None
        name = label_key(name)
        return (end, "", "", name) if name in self.definitions else None
