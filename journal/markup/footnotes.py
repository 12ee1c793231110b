"""Footnotes: a number at each reference, and the list of them below the body."""

from dataclasses import dataclass, field
from itertools import islice
from xml.etree.ElementTree import Element, SubElement

from journal.body.blocks import Block, BlockKind, BlockLine
from journal.body.destinations import label_key
from journal.body.syntax_tree import SyntaxTree
from journal.markup.block_html import BlockBuilder
from journal.markup.inline_html import FOOTNOTE, INLINE_FOOTNOTE

_BACK = "\N{LEFTWARDS ARROW WITH HOOK}"
_BLANK = "\N{NO-BREAK SPACE}"


@dataclass(slots=True)
class _Footnote:
    """A footnote: its number, its name in addresses, the ids of the references to it."""

    number: int
    name: str
    block: Block
    references: list[str] = field(default_factory=list)


class Footnotes:
    """The footnotes of one body: first those referred to, in that order, then the others."""

    def __init__(self, tree: SyntaxTree, builder: BlockBuilder) -> None:
        self.tree = tree
        self.builder = builder
        self.notes: list[_Footnote] = []
        self.named: dict[str, _Footnote] = {}

    def run(self, root: Element) -> None:
        """Number the references below `root`, and put the notes behind everything."""
        self._number(root)
        if not self.notes and not self.tree.all_footnotes:
            return
        box = SubElement(root, "div", {"class": "footnote"})
        SubElement(box, "hr")
        items = SubElement(box, "ol")
        self._write(items)
        for block in self.tree.all_footnotes:
            name = label_key(block.label)
            if self.tree.footnotes[name] is not block:
                self._add(f"{name}-{len(self.notes)}", block)
            elif name not in self.named:
                self._add(name, block)
            self._write(items)
        for item, note in zip(items, self.notes, strict=True):
            _add_back_links(item, note)

    def _add(self, name: str, block: Block) -> _Footnote:
        note = _Footnote(len(self.notes) + 1, name, block)
        self.notes.append(note)
        return self.named.setdefault(name, note)

    def _write(self, items: Element) -> None:
        """Write the notes that are not written yet, with those that they refer to."""
        for note in islice(self.notes, len(items), None):
            item = SubElement(items, "li", {"id": f"fn:{note.name}"})
            self.builder.add(note.block.children, item)
            self._number(item)

    def _number(self, element: Element) -> None:
        for reference in list(element.iter("sup")):
            if inner := reference.attrib.pop(INLINE_FOOTNOTE, ""):
                text = Block(BlockKind.PARAGRAPH, lines=[BlockLine(0, 0, inner)])
                block = Block(BlockKind.FOOTNOTE, children=[text])
                note = self._add(f"inline-{len(self.notes) + 1}", block)
            else:
                name = reference.attrib.pop(FOOTNOTE)
                note = self.named.get(name) or self._add(name, self.tree.footnotes[name])
            _add_reference(reference, note)


def _add_reference(reference: Element, note: _Footnote) -> None:
    again = len(note.references) + 1 if note.references else ""
    note.references.append(f"fnref{again}:{note.name}")
    reference.set("id", note.references[-1])
    attributes = {"class": "footnote-ref", "href": f"#fn:{note.name}"}
    SubElement(reference, "a", attributes).text = str(note.number)


def _add_back_links(item: Element, note: _Footnote) -> None:
    """Put an arrow behind a note for each place that refers to it."""
    if not note.references:
        return
    last = item[-1] if len(item) and item[-1].tag == "p" else SubElement(item, "p")
    title = f"Jump back to footnote {note.number} in the text"
    for reference in note.references:
        if len(last):
            last[-1].tail = (last[-1].tail or "") + _BLANK
        elif last.text:
            last.text += _BLANK
        attributes = {"class": "footnote-backref", "href": f"#{reference}", "title": title}
        SubElement(last, "a", attributes).text = _BACK
