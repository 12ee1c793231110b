"""Parses the inlines of a text: code, escapes, links, images, footnotes.

What counts in a body and what is shown of it are both read with this parser, so that they agree. It
leaves the marks of emphasis alone, which bind less tightly than anything found here.
"""

import re
from collections.abc import Collection
from enum import Enum
from typing import NamedTuple

from journal.body.destinations import label_key, read_destination
from journal.body.plain_text import (
    ENTITY,
    ESCAPE,
    WIKILINK,
    character,
    closing_backticks,
    code_text,
)

MAY_HAVE_INLINES = re.compile(r"[\\`\[<&]")
"""A text without any of these characters has no inlines."""

_MARK = re.compile(rf"{ESCAPE}|\\\n|`+|!?\[|\^\[|\]|<|&(?=[#A-Za-z])")
_WIKILINK = re.compile(rf"!?{WIKILINK}")
_FOOTNOTE = re.compile(r"\[\^([^\[\]\n]+)\]")
_ADDRESS = re.compile(r"<((?:https?|mailto|tel):[^\s<>]*)>", re.IGNORECASE)
_MAIL = re.compile(r"<([\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+)>")
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999})\]", re.DOTALL)


class InlineKind(Enum):
    """The kinds of inlines; an ADDRESS or MAIL stands between `<` and `>`."""

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
"""The inlines whose text may hold others that are shown; that of an image is plain text."""


class Inline(NamedTuple):
    """A part of a text: `inner` is the text that it shows, or the label of a FOOTNOTE.

    `reference` is the label of the definition that a LINK or IMAGE takes its address from.
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
    """Return the inlines of `text` in order; none overlaps another.

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
        # so many of the first openers cannot begin a link, an image, an inline footnote any more
        self.no_link_before = self.no_image_before = self.no_footnote_before = 0
        self.last_bracket = -1
        """The offset of the last opening bracket so far."""

    def run(self) -> list[Inline]:
        at = 0
        while mark := _MARK.search(self.text, at):
            at = self._parse_mark(mark)
        return self.found

    def _parse_mark(self, mark: re.Match[str]) -> int:
        start = mark.start()
        first = mark[0][0]
        if first == "\\":
            self._parse_escape(start)
            return mark.end()
        if first == "`":
            return self._parse_code(mark)
        if first == "]":
            return self._parse_closing_bracket(start)
        if first in "<&":
            return self._parse_angle_or_entity(start)
        return self._parse_opening_bracket(mark)

    def _add(self, kind: InlineKind, start: int, end: int, inner: str, address: str = "") -> int:
        self.found.append(Inline(kind, start, end, inner, address))
        return end

    def _add_character(self, start: int, end: int, meant: str) -> int:
        """Add a character that means only itself, to the one right before it if there is one."""
        before = self.found[-1] if self.found else None
        if before and before.end == start and before.kind is InlineKind.CHARACTER:
            self.found.pop()
            start, meant = before.start, before.inner + meant
        return self._add(InlineKind.CHARACTER, start, end, meant)

    def _parse_escape(self, start: int) -> None:
        if self.text[start + 1] == "\n":
            self._add(InlineKind.BREAK, start, start + 2, "\n")
        else:
            self._add_character(start, start + 2, self.text[start + 1])

    def _parse_code(self, run: re.Match[str]) -> int:
        start = run.start()
        end = self.ends.get(start)
        if end is None:
            return run.end()
        inside = self.text[run.end() : end - len(run[0])]
        return self._add(InlineKind.CODE, start, end, code_text(inside))

    def _parse_angle_or_entity(self, start: int) -> int:
        text = self.text
        if found := ENTITY.match(text, start):
            meant = character(found[1], found[2], found[3])
            if meant:
                return self._add_character(start, found.end(), meant)
        elif found := _ADDRESS.match(text, start):
            self._deactivate_openers()
            return self._add(InlineKind.ADDRESS, start, found.end(), found[1], found[1])
        elif found := _MAIL.match(text, start):
            self._deactivate_openers()
            return self._add(InlineKind.MAIL, start + 1, found.end() - 1, found[1], found[1])
        return start + 1

    def _parse_opening_bracket(self, mark: re.Match[str]) -> int:
        start, text = mark.start(), self.text
        if found := _WIKILINK.match(text, start):
            if found[1].partition("|")[0].replace("#", "").strip(" \\"):
                return self._add_wikilink(mark[0], found)
        elif (found := _FOOTNOTE.match(text, start)) and label_key(found[1]) in self.footnotes:
            self._deactivate_openers()
            return self._add(InlineKind.FOOTNOTE, start, found.end(), label_key(found[1]))
        self.last_bracket = start
        self.openers.append(_Opener(mark[0], start, mark.end(), len(self.found)))
        return mark.end()

    def _add_wikilink(self, mark: str, found: re.Match[str]) -> int:
        if mark[0] == "!":
            self.no_image_before = len(self.openers)
            return self._add(InlineKind.EMBED, found.start(), found.end(), found[1])
        self._deactivate_openers()
        return self._add(InlineKind.WIKILINK, found.start(), found.end(), found[1])

    def _deactivate_openers(self) -> None:
        """Take the openers so far for text: no link or image holds what was just found."""
        self.no_link_before = self.no_image_before = len(self.openers)

    def _parse_closing_bracket(self, at: int) -> int:
        if not self.openers:
            return at + 1
        opener = self.openers.pop()
        if not self._is_active(opener):
            return at + 1
        inner = self.text[opener.inner : at]
        if opener.mark == "^[":
            return self._add_inline_footnote(opener, at, inner)
        target = self._link_target(opener, at, inner)
        if not target:
            return at + 1
        end, address, title, reference = target
        kind = InlineKind.LINK if opener.mark == "[" else InlineKind.IMAGE
        del self.found[opener.inlines :]
        self.found.append(Inline(kind, opener.start, end, inner, address, title, reference))
        self.no_image_before = len(self.openers)
        if kind is InlineKind.LINK:
            self.no_link_before = self.no_image_before
        return end

    def _is_active(self, opener: _Opener) -> bool:
        """Say whether an opener, the last one, can still begin what its mark stands for."""
        left, mark = len(self.openers), opener.mark
        if mark == "[":
            active = left >= self.no_link_before
        else:
            active = left >= (self.no_image_before if mark == "![" else self.no_footnote_before)
        self.no_link_before = min(self.no_link_before, left)
        self.no_image_before = min(self.no_image_before, left)
        self.no_footnote_before = min(self.no_footnote_before, left)
        return active

    def _add_inline_footnote(self, opener: _Opener, at: int, inner: str) -> int:
        if not inner.strip():
            return at + 1
        del self.found[opener.inlines :]
        self._deactivate_openers()
        self.no_footnote_before = len(self.openers)
        return self._add(InlineKind.INLINE_FOOTNOTE, opener.start, at + 1, inner)

    def _link_target(
        self, opener: _Opener, at: int, inner: str
    ) -> tuple[int, str, str, str] | None:
        """Return end, address, title and reference of the link whose text ends at `at`."""
        if self.text.startswith("(", at + 1) and (found := read_destination(self.text, at + 1)):
            return found.end, found.address, found.title, ""
        reference, end = inner, at + 1
        if (explicit := _LABEL.match(self.text, at + 1)) and explicit[1]:
            reference, end = explicit[1], explicit.end()
        elif explicit:
            end = explicit.end()
        elif self.last_bracket > opener.start:
            return None
        reference = label_key(reference)
        return (end, "", "", reference) if reference in self.definitions else None
