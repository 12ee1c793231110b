"""What of a note asks to keep it private in other words than the format's: an error, and heard."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from journal.characters import quoted
from journal.findings import ERROR, Mistake
from journal.frontmatter import Document, Field, ListNode, MappingNode, Node, Scalar
from journal.notes.conversion import ValueReader
from journal.notes.field_nodes import node_text
from journal.notes.note_fields import NoteFields
from journal.vocabulary.private_words import asks_for_privacy, is_private_tag

KEY = "private"
_TAGS = "tags"
_HINT = "write `private: true`; the note is kept private until then, too"


def mark_private(
    values: dict[str, Any],
    fields: NoteFields,
    document: Document,
    tags: Sequence[str],
    reader: ValueReader,
) -> None:
    """Set `private` in `values` where it is asked for in any way; `tags` are those of the body."""
    written = [field for name, field in fields.named if name == KEY]
    if document.private or (written and KEY not in values):
        # what it says could not be read: better kept
        values[KEY] = not written or any(_text(field.value) for field in written)
        if document.private and not document.unread:
            at = Scalar("", document.body_line, 1)
            reader.mistakes.append(_said(at, "what is written below the front matter"))
    if values.get(KEY):
        return
    if found := list(_misspelt(fields, document, tags)):
        values[KEY] = True
        places = {(each.line, each.column) for each in found}
        hints = [m for m in reader.mistakes if m.code == "F06" and (m.line, m.column) in places]
        reader.mistakes = [each for each in reader.mistakes if each not in hints] + found


def _misspelt(fields: NoteFields, document: Document, tags: Sequence[str]) -> Iterator[Mistake]:
    """Yield each place that asks to keep the note private, but in other words."""
    for name, field in fields.named:
        if name == _TAGS:
            yield from (
                _said(node, f"the tag {quoted(_text(node))}") for node in _tags(field.value)
            )
        elif name not in fields.kind.keys and _asks(field):
            yield _said(field, _named(field))
        elif name != KEY:
            yield from _inside(field)
    for tag in filter(is_private_tag, tags):
        yield _said(_tagged(document, tag), f"the tag {quoted(f'#{tag}')}")


def _asks(field: Field) -> bool:
    node = field.value
    scalars = node.items if isinstance(node, ListNode) else (node,)
    return any(asks_for_privacy(field.key, _text(each)) for each in scalars)


def _text(node: Node) -> str:
    """Return a value in one line; one that YAML took for a comment says something, too."""
    return node_text(node) or (node.lost if isinstance(node, Scalar) else "")


def _inside(field: Field) -> Iterator[Mistake]:
    """Yield what asks below a key, at any depth."""
    for below in _fields(field.value):
        if _asks(below):
            yield _said(below, f"{_named(below)} below {_named(field)}")
        else:
            yield from _inside(below)


def _fields(node: Node) -> Iterator[Field]:
    if isinstance(node, MappingNode):
        yield from node.pairs
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _fields(item)


def _tags(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        typed = f"{_text(node)} {node.cut[2] if node.cut else ''}"
        if any(map(is_private_tag, re.split(r"[,\s]+", typed))):
            yield node
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _tags(item)


def _tagged(document: Document, tag: str) -> Field:
    """Return where a tag of the body stands first."""
    at = max(document.body.casefold().find(f"#{tag.casefold()}"), 0)
    line = document.body_line + document.body.count("\n", 0, at)
    column = at - document.body.rfind("\n", 0, at)
    return Field(tag, line, column, Scalar("", line, column))


def _named(field: Field) -> str:
    return f"`{quoted(field.key)[1:-1]}`"


def _said(at: Node | Field, what: str) -> Mistake:
    message = f"{what} asks to keep this note private, but `private` alone says so"
    return Mistake(at.line, at.column, "F06", message, _HINT, ERROR)
