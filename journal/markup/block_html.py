"""Blocks as elements of HTML; the inlines in their texts are rendered in the next step."""

import re
from collections.abc import Callable, Iterable
from typing import ClassVar
from xml.etree.ElementTree import Element, SubElement

from journal.body.blocks import Block, BlockKind, split_block_id
from journal.body.line_segments import plain_text
from journal.body.outline import block_anchor
from journal.body.slugs import heading_slug
from journal.body.syntax_tree import SyntaxTree
from journal.body.task_boxes import TaskBox, task_box
from journal.markup.inline_html import InlineRenderer

HEADING_OFFSET = 2
"""Levels that headings move down, because page and note have titles above them."""

TASK_LABELS = {"open": "to do", "done": "done", "dropped": "dropped"}
"""What a checkbox is called, for those who cannot see it."""

_LANGUAGE = re.compile(r"[\w+#.-]+(?!\S)")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CALLOUT = re.compile(r"\[!([\w-]+)\]([+-]?)[ \t]*(.*)")


class BlockBuilder:
    """Makes elements of the blocks of one body."""

    def __init__(self, tree: SyntaxTree) -> None:
        self.tree = tree
        self.fill = InlineRenderer(tree).fill

    def add(self, blocks: Iterable[Block], parent: Element) -> None:
        """Put blocks into `parent`, but for footnotes."""
        for block in blocks:
            self._BUILD[block.kind](self, block, parent)

    def _paragraph(self, block: Block, parent: Element) -> None:
        text, anchor = split_block_id(block.text)
        if anchor and not text and len(parent):
            _set_id(parent[-1], anchor)
        else:
            self._fill(SubElement(parent, "p"), text or block.text, anchor if text else "")

    def _heading(self, block: Block, parent: Element) -> None:
        text, anchor = split_block_id(block.text)
        heading = SubElement(parent, f"h{block.level}", {"id": heading_slug(self._said(text))})
        self._fill(heading, text.strip(), anchor)

    def _said(self, text: str) -> str:
        return plain_text(self.tree, text.strip())

    def _fill(self, element: Element, text: str, anchor: str) -> None:
        self.fill(element, text)
        if anchor:
            _set_id(element, anchor)

    def _rule(self, _block: Block, parent: Element) -> None:
        SubElement(parent, "hr")

    def _code(self, block: Block, parent: Element) -> None:
        language = _LANGUAGE.match(block.info)
        rest = block.info[language.end() :].strip() if language else block.info
        if rest:
            SubElement(parent, "p", {"class": "code-title"}).text = rest
        attributes = {"class": f"language-{language[0]}"} if language else {}
        code = SubElement(SubElement(parent, "pre"), "code", attributes)
        code.text = f"{block.text}\n" if block.lines else ""

    def _quote(self, block: Block, parent: Element) -> None:
        first = block.children[0] if block.children else None
        opening = first.lines[0].text if first and first.kind is BlockKind.PARAGRAPH else ""
        if callout := _CALLOUT.fullmatch(opening.rstrip()):
            self._callout(block, callout, parent)
        else:
            self.add(block.children, SubElement(parent, "blockquote"))

    def _callout(self, block: Block, head: re.Match[str], parent: Element) -> None:
        kind, fold, title = head[1], head[2], head[3].strip()
        box = SubElement(parent, "details" if fold else "div")
        box.set("class", f"callout callout-{kind.lower()}")
        if fold == "+":
            box.set("open", "")
        heading = SubElement(box, "summary" if fold else "p", {"class": "callout-title"})
        self.fill(heading, title or kind.replace("-", " ").capitalize())
        first, *others = block.children
        if len(first.lines) > 1:
            others.insert(0, Block(BlockKind.PARAGRAPH, lines=first.lines[1:]))
        self.add(others, box)

    def _list(self, block: Block, parent: Element) -> None:
        bullets = block.mark in "-*+"
        made = SubElement(parent, "ul" if bullets else "ol")
        if not bullets and block.start != 1:
            made.set("start", str(block.start))
        loose = block.loose
        for item in block.children:
            self._item(item, SubElement(made, "li"), loose)

    def _item(self, item: Block, element: Element, loose: bool) -> None:
        box = task_box(item, self.tree.definitions)
        children = item.children
        if not children or children[0].kind is not BlockKind.PARAGRAPH or (loose and not box):
            self.add(children, element)
            return
        holder = SubElement(element, "p") if loose else element
        text, anchor = split_block_id(children[0].text)
        if box:
            element.set("class", f"task task-{box.state}")
            _add_checkbox(holder, box)
            text = text[box.end :]
        self._fill(holder, text, anchor)
        self.add(children[1:], element)

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
            self.fill(SubElement(made, tag, attributes), cell.text, in_cell=True)

    def _skip(self, block: Block, parent: Element) -> None:
        """A definition is seen in the links that refer to it, a footnote below the body."""

    _BUILD: ClassVar[dict[BlockKind, Callable[["BlockBuilder", Block, Element], None]]] = {
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


def _add_checkbox(holder: Element, box: TaskBox) -> None:
    """Add a box; a sign that has no look of its own stands behind it."""
    label, shown = TASK_LABELS[box.state], box.state == "open" and not box.sign.isspace()
    attributes = {"type": "checkbox", "disabled": "", "aria-label": label}
    if box.state == "done":
        attributes["checked"] = ""
    SubElement(holder, "input", attributes).tail = " "
    if shown:
        sign = SubElement(holder, "span", {"class": "task-sign"})
        sign.text, sign.tail = box.sign, " "


def _set_id(element: Element, anchor: str) -> None:
    """Let a block be linked to by its id; a heading has one of its own already."""
    holder = SubElement(element, "span") if element.tag in _HEADINGS else element
    holder.set("id", block_anchor(anchor))
