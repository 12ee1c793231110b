"""What of a note asks to keep it private in other words than the format's: an error, and heard."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from journal.characters import quoted
from journal.findings import ERROR, Mistake
from journal.frontmatter import Document, Field, ListNode, MappingNode, Node, Scalar
from journal.notes.field_nodes import node_text
from journal.notes.note_fields import NoteFields
from journal.notes.value_reader import ValueReader
from journal.vocabulary.private_words import asks_for_privacy, is_private_tag

PRIVATE_KEY = "private"
_TAGS_KEY = "tags"
_HINT = "write `private: true`; the note is kept private until then, too"


def mark_private(
    values: dict[str, Any],
    fields: NoteFields,
    document: Document,
    tags: Sequence[str],
    reader: ValueReader,
) -> None:
    """Set `private` in `values` where it is asked for in any way; `tags` are those of the body."""
    written = [field for name, field in fields.named if name == PRIVATE_KEY]
    if document.private or (written and PRIVATE_KEY not in values):
        # what it says could not be read: better kept
        values[PRIVATE_KEY] = not written or any(_text(field.value) for field in written)
        if document.private and not document.unread:
            at = Scalar("", document.body_line, 1)
            reader.mistakes.append(_mistake(at, "what is written below the front matter"))
    if values.get(PRIVATE_KEY):
        return
    if found := list(_misspelt(fields, document, tags)):
        values[PRIVATE_KEY] = True
        places = {(each.line, each.column) for each in found}
        hints = [m for m in reader.mistakes if m.code == "F06" and (m.line, m.column) in places]
        reader.mistakes = [each for each in reader.mistakes if each not in hints] + found


def _misspelt(fields: NoteFields, document: Document, tags: Sequence[str]) -> Iterator[Mistake]:
    """Yield each place that asks to keep the note private, but in other words."""
    for name, field in fields.named:
        if name == _TAGS_KEY:
            yield from (
                _mistake(node, f"the tag {quoted(_text(node))}")
                for node in _asking_tags(field.value)
            )
        elif name not in fields.kind.keys and _asks_for_privacy(field):
            yield _mistake(field, _as_typed(field))
        elif name != PRIVATE_KEY:
            yield from _asking_below(field)
    for tag in filter(is_private_tag, tags):
        yield _mistake(_first_tag(document, tag), f"the tag {quoted(f'#{tag}')}")


def _asks_for_privacy(field: Field) -> bool:
    node = field.value
    scalars = node.items if isinstance(node, ListNode) else (node,)
    return any(asks_for_privacy(field.key, _text(each)) for each in scalars)


def _text(node: Node) -> str:
    """Return a value in one line; one that YAML took for a comment says something, too."""
    return node_text(node) or _comment(node)


def _comment(node: Node) -> str:
    return node.comment.text if isinstance(node, Scalar) and node.comment else ""


def _asking_below(field: Field) -> Iterator[Mistake]:
    """Yield what asks below a key, at any depth."""
    for below in _fields_below(field.value):
        if _asks_for_privacy(below):
            yield _mistake(below, f"{_as_typed(below)} below {_as_typed(field)}")
        else:
            yield from _asking_below(below)


def _fields_below(node: Node) -> Iterator[Field]:
    if isinstance(node, MappingNode):
        yield from node.pairs
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _fields_below(item)


def _asking_tags(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        typed = f"{_text(node)} {_comment(node)}"
        if any(map(is_private_tag, re.split(r"[,\s]+", typed))):
            yield node
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _asking_tags(item)


def _first_tag(document: Document, tag: str) -> Field:
    """Return where a tag of the body stands first."""
    at = max(document.body.casefold().find(f"#{tag.casefold()}"), 0)
    line = document.body_line + document.body.count("\n", 0, at)
    column = at - document.body.rfind("\n", 0, at)
    return Field(tag, line, column, Scalar("", line, column))


def _as_typed(field: Field) -> str:
    return f"`{quoted(field.key)[1:-1]}`"


def _mistake(at: Node | Field, what: str) -> Mistake:
    message = f"{what} asks to keep this note private, but `private` alone says so"
    return Mistake(at.line, at.column, "F06", message, _HINT, ERROR)
