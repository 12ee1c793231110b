"""Blocks as elements of HTML; the inlines in their texts are rendered in the next step."""

import re
from collections.abc import Callable
from typing import ClassVar
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from journal.body.blocks import Block, BlockKind, split_block_id
from journal.body.slugs import heading_slug

HEADING_OFFSET = 2
"""Levels that headings move down, because page and note have titles above them."""

_CHECKBOX = re.compile(r"[ ]*\[([ xX-])\][ ]+")
TASK_STATES = {
    " ": ("open", "to do"),
    "x": ("done", "done"),
    "X": ("done", "done"),
    "-": ("dropped", "dropped"),
}
"""The states of a task, for the style sheet and for those who cannot see the checkbox."""


def add_checkboxes(root: Element) -> None:
    """Put a checkbox before each list item that begins with `[ ]`, `[x]` or `[-]`."""
    for item in root.iter("li"):
        holder = item
        if not (item.text and item.text.strip()) and len(item) and item[0].tag == "p":
            holder = item[0]
        match = _CHECKBOX.match(holder.text or "")
        if match and holder.text and (len(holder) or match.end() < len(holder.text)):
            state, label = TASK_STATES[match[1]]
            item.set("class", f"task task-{state}")
            holder.insert(0, _checkbox(state, label, holder.text[match.end() :]))
            holder.text = ""


def _checkbox(state: str, label: str, text: str) -> Element:
    attributes = {"type": "checkbox", "disabled": "", "aria-label": label}
    if state == "done":
        attributes["checked"] = ""
    box = Element("input", attributes)
    box.tail = f" {text}"
    return box


_LANGUAGE = re.compile(r"[\w+#.-]+(?!\S)")
_CALLOUT = re.compile(r"\[!([\w-]+)\]([+-]?)[ \t]*(.*)")


def build_blocks(around: Block, parent: Element) -> None:
    """Put the blocks inside `around` into `parent`, but for footnotes."""
    _BlockBuilder().blocks(around.children, parent)


class _BlockBuilder:
    def blocks(self, blocks: list[Block], parent: Element) -> None:
        for block in blocks:
            self._BUILD[block.kind](self, block, parent)

    def _paragraph(self, block: Block, parent: Element) -> None:
        text, anchor = split_block_id(block.text)
        if anchor and not text and len(parent):
            _set_id(parent[-1], anchor)
        else:
            _set_text(SubElement(parent, "p"), text or block.text, anchor if text else "")

    def _heading(self, block: Block, parent: Element) -> None:
        SubElement(parent, f"h{block.level}").text = block.text.strip()

    def _rule(self, _block: Block, parent: Element) -> None:
        SubElement(parent, "hr")

    def _code(self, block: Block, parent: Element) -> None:
        language = _LANGUAGE.match(block.info)
        rest = block.info[language.end() :].strip() if language else block.info
        if rest:
            SubElement(parent, "p", {"class": "code-title"}).text = AtomicString(rest)
        attributes = {"class": f"language-{language[0]}"} if language else {}
        code = SubElement(SubElement(parent, "pre"), "code", attributes)
        code.text = AtomicString(f"{block.text}\n" if block.lines else "")

    def _quote(self, block: Block, parent: Element) -> None:
        first = block.children[0] if block.children else None
        opening = first.lines[0].text if first and first.kind is BlockKind.PARAGRAPH else ""
        if callout := _CALLOUT.fullmatch(opening.rstrip()):
            self._callout(block, callout, parent)
        else:
            self.blocks(block.children, SubElement(parent, "blockquote"))

    def _callout(self, block: Block, head: re.Match[str], parent: Element) -> None:
        kind, fold, title = head[1], head[2], head[3].strip()
        box = SubElement(parent, "details" if fold else "div")
        box.set("class", f"callout callout-{kind.lower()}")
        if fold == "+":
            box.set("open", "")
        heading = SubElement(box, "summary" if fold else "p", {"class": "callout-title"})
        heading.text = title or kind.replace("-", " ").capitalize()
        first, *others = block.children
        if len(first.lines) > 1:
            others.insert(0, Block(BlockKind.PARAGRAPH, lines=first.lines[1:]))
        self.blocks(others, box)

    def _list(self, block: Block, parent: Element) -> None:
        bullets = block.mark in "-*+"
        made = SubElement(parent, "ul" if bullets else "ol")
        if not bullets and block.start != 1:
            made.set("start", str(block.start))
        loose = block.loose
        for item in block.children:
            self._item(item, SubElement(made, "li"), loose)

    def _item(self, item: Block, element: Element, loose: bool) -> None:
        children = item.children
        if children and children[0].kind is BlockKind.PARAGRAPH and not loose:
            _set_text(element, *split_block_id(children[0].text))
            children = children[1:]
        self.blocks(children, element)

    def _table(self, block: Block, parent: Element) -> None:
        table = SubElement(parent, "table")
        head, *rows = block.children
        self._row(head, SubElement(table, "thead"), "th")
        body = SubElement(table, "tbody")
        for row in rows:
            self._row(row, body, "td")

    def _row(self, row: Block, parent: Element, tag: str) -> None:
        made = SubElement(parent, "tr")
        for cell in row.children:
            attributes = {"class": f"align-{cell.alignment}"} if cell.alignment else {}
            SubElement(made, tag, attributes).text = cell.text

    def _skip(self, block: Block, parent: Element) -> None:
        """A definition is seen in the links that refer to it, a footnote below the body."""

    _BUILD: ClassVar[dict[BlockKind, Callable[["_BlockBuilder", Block, Element], None]]] = {
        BlockKind.PARAGRAPH: _paragraph,
        BlockKind.HEADING: _heading,
        BlockKind.THEMATIC_BREAK: _rule,
        BlockKind.CODE: _code,
        BlockKind.QUOTE: _quote,
        BlockKind.LIST: _list,
        BlockKind.TABLE: _table,
        BlockKind.FOOTNOTE: _skip,
        BlockKind.DEFINITION: _skip,
    }


def _set_text(element: Element, text: str, anchor: str) -> None:
    element.text = text
    if anchor:
        _set_id(element, anchor)


def _set_id(element: Element, anchor: str) -> None:
    element.set("id", heading_slug(f"^{anchor}"))
