"""A body read: its blocks, and what its references and footnotes are called."""

from collections.abc import Iterator

from journal.body.block_parser import parse
from journal.body.blocks import READ_INSIDE, Block, Kind, leaves
from journal.body.destinations import label
from journal.body.inline_parser import READ_AGAIN, Span, spans
from journal.body.plain_text import unescaped


class Document:
    """The blocks of a body without comments.

    `definitions` and `notes` are by label; of two with one label the first holds. A definition
    that nothing refers to is a paragraph, because its words would be seen nowhere.
    """

    def __init__(self, text: str) -> None:
        self.root = parse(text.split("\n"))
        self.definitions: dict[str, Block] = {}
        self.notes: dict[str, Block] = {}
        self.every_note: list[Block] = []
        self._spans: dict[str, list[Span]] = {}
        if "]:" in text:
            self._collect(self.root)
            if self.definitions:
                self._keep_used()

    def spans(self, text: str) -> list[Span]:
        """Return what stands in the text of one of the blocks."""
        found = self._spans.get(text)
        if found is None:
            found = self._spans[text] = spans(text, self.definitions, self.notes)
        return found

    def typed_address(self, span: Span) -> str:
        """Return the address of a link or image as typed."""
        return self.definitions[span.reference].address if span.reference else span.address

    def address(self, span: Span) -> str:
        """Return the address of a link or image as it is meant."""
        return unescaped(self.typed_address(span))

    def title(self, span: Span) -> str:
        """Return the title of a link or image."""
        return self.definitions[span.reference].title if span.reference else span.title

    def _collect(self, around: Block) -> None:
        for block in around.children:
            if block.kind is Kind.DEFINITION:
                self.definitions.setdefault(block.name, block)
            elif block.kind is Kind.NOTE:
                self.notes.setdefault(label(block.name), block)
                self.every_note.append(block)
            self._collect(block)

    def _keep_used(self) -> None:
        used: set[str] = set()
        for leaf, _ in leaves(self.root):
            if leaf.kind in READ_INSIDE:
                used.update(self._references(leaf.text))
        if unused := self.definitions.keys() - used:
            self.definitions = {name: self.definitions[name] for name in used}
            self._spans.clear()
        _show_definitions(self.root, unused, set())

    def _references(self, text: str) -> Iterator[str]:
        for span in self.spans(text):
            if span.reference:
                yield span.reference
            if span.sort in READ_AGAIN:
                yield from self._references(span.inner)


def _show_definitions(around: Block, unused: set[str], seen: set[str]) -> None:
    """Make paragraphs of the definitions that nothing refers to, joined with what they stand at."""
    children: list[Block] = []
    for block in around.children:
        if block.kind is Kind.DEFINITION:
            if block.name not in unused and block.name not in seen:
                seen.add(block.name)
                children.append(block)
                continue
            block.kind = Kind.PARAGRAPH
        elif block.kind is not Kind.PARAGRAPH:
            _show_definitions(block, unused, seen)
        before = children[-1] if children else None
        if _goes_on(before, block):
            assert before
            before.pieces += block.pieces
        else:
            children.append(block)
    around.children = children


def _goes_on(before: Block | None, block: Block) -> bool:
    return (
        before is not None
        and before.kind is block.kind is Kind.PARAGRAPH
        and before.pieces[-1].row + 1 == block.pieces[0].row
    )
