"""Footnotes: numbers where they are referred to, the notes below the body."""

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from journal.body.blocks import Block, Kind, Piece
from journal.body.document import Document
from journal.markup.inline import INLINE, NOTE
from journal.markup.tree import build

_BACK = "\N{LEFTWARDS ARROW WITH HOOK}"
_BLANK = "\N{NO-BREAK SPACE}"


class Footnotes:
    """The footnotes of one body: first those referred to, in that order, then the others."""

    def __init__(self, document: Document, mark_up: Callable[[Element], None]) -> None:
        """`mark_up` does what is inside the lines of an element."""
        self.known = dict(document.notes)
        self.others = list(document.every_note)
        self.mark_up = mark_up
        self.order: list[str] = []
        self.references: dict[str, list[str]] = {}

    def run(self, root: Element) -> None:
        """Number the references below `root`, and put the notes behind everything."""
        self._number(root)
        if not self.order and not self.others:
            return
        box = SubElement(root, "div", {"class": "footnote"})
        SubElement(box, "hr")
        items = SubElement(box, "ol")
        while self._another(len(items)):
            self._add(items, self.order[len(items)])
        for item, name in zip(items, self.order, strict=True):
            self._lead_back(item, name)

    def _another(self, done: int) -> bool:
        """Say whether a note is left; one that nothing refers to comes last."""
        if done < len(self.order):
            return True
        taken = [self.known[name] for name in self.order]
        left = [note for note in self.others if not any(note is other for other in taken)]
        if not left:
            return False
        self._remember(left[0].name, left[0])
        return True

    def _remember(self, name: str, note: Block) -> str:
        while name in self.references or self.known.get(name, note) is not note:
            name = f"{name}-2"
        self.known[name] = note
        self.references[name] = []
        self.order.append(name)
        return name

    def _add(self, items: Element, name: str) -> None:
        item = SubElement(items, "li", {"id": f"fn:{name}"})
        build(self.known[name], item)
        self.mark_up(item)
        self._number(item)

    def _number(self, element: Element) -> None:
        for reference in list(element.iter("sup")):
            if inner := reference.attrib.pop(INLINE, ""):
                text = Block(Kind.PARAGRAPH, pieces=[Piece(0, 0, inner)])
                name = self._remember("inline", Block(Kind.NOTE, children=[text]))
            else:
                name = reference.attrib.pop(NOTE)
            self._refer(reference, name)

    def _refer(self, reference: Element, name: str) -> None:
        if name not in self.references:
            self._remember(name, self.known[name])
        back = self.references[name]
        back.append(f"fnref{len(back) + 1 if back else ''}:{name}")
        reference.set("id", back[-1])
        link = SubElement(reference, "a", {"class": "footnote-ref", "href": f"#fn:{name}"})
        link.text = str(self.order.index(name) + 1)

    def _lead_back(self, item: Element, name: str) -> None:
        if not (backs := self.references[name]):
            return
        last = item[-1] if len(item) and item[-1].tag == "p" else SubElement(item, "p")
        for back in backs:
            if len(last):
                last[-1].tail = (last[-1].tail or "") + _BLANK
            elif last.text:
                last.text += _BLANK
            title = f"Jump back to footnote {self.order.index(name) + 1} in the text"
            attributes = {"class": "footnote-backref", "href": f"#{back}", "title": title}
            SubElement(last, "a", attributes).text = _BACK
