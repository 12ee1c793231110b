"""The fields of one note, each under the key that it means."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from journal.characters import quoted
from journal.findings import Mistake
from journal.frontmatter import Field, ListNode, Node, Scalar
from journal.notes.conversion import ValueReader
from journal.notes.field_nodes import node_text, unquoted_links
from journal.notes.kinds import Kind
from journal.vocabulary.key_types import Key, Type
from journal.vocabulary.private_words import INVISIBLE_CHARACTERS

#: Types that take `[[…]]`; in any other it is a mistake of its own.
_TAKE_LINKS = frozenset({Type.LINKS, Type.LIST, Type.TEXT})


class NoteFields(NamedTuple):
    """The fields of one note, sorted out; `written` has the first of each name, known or not.

    `named` has all, in order.
    """

    kind: Kind
    named: list[tuple[str, Field]]
    written: dict[str, Field]
    known: dict[str, tuple[Key, Field]]
    extra: list[tuple[str, str]]


def fields_by_key(kind: Kind, fields: tuple[Field, ...], reader: ValueReader) -> NoteFields:
    """Return the fields by the names that they have here; a key written twice is none."""
    first: dict[str, Field] = {}
    twice: set[str] = set()
    result = NoteFields(
        kind, [(kind.canonical(field.key), field) for field in fields], first, {}, []
    )
    for name, field in result.named:
        if name in first:
            twice.add(name)
            reader.mistakes.append(_duplicate(field, first[name]))
            continue
        first[name] = field
    for name, field in first.items():
        key = kind.keys.get(name)
        if key is None or key.type in _TAKE_LINKS:
            reader.mistakes += _unquoted_links(field)
        reader.mistakes += _comment_in_value(field, field.value)
        if key is None:
            reader.mistakes += _misspelt_key(kind, name, field)
            said = reader.read_text("extra", node_text(field.value))
            result.extra.append((reader.read_text("extra", quoted(field.key, 1024)[1:-1]), said))
        elif name not in twice:
            result.known[name] = (key, field)
    return result


def _as_typed(field: Field) -> str:
    """The key as written, in a form that a message may hold."""
    return f"`{quoted(field.key)[1:-1]}`"


def _duplicate(field: Field, first: Field) -> Mistake:
    also = "" if field.key == first.key else f", there as {_as_typed(first)}"
    message = f"{_as_typed(field)} is here and on line {first.line}{also}"
    return Mistake(field.line, field.column, "F02", message, "keep one; neither counts now")


def _unquoted_links(field: Field) -> Iterator[Mistake]:
    for node in unquoted_links(field.value):
        message = f"{_as_typed(field)} has a link without quotes"
        hint = 'it is understood; quoted, "[[…]]", other programs understand it too'
        yield Mistake(node.line, node.column, "F07", message, hint)


def _comment_in_value(field: Field, node: Node) -> Iterator[Mistake]:
    """Yield a warning where a value ends before a `#` that was hardly meant as a comment."""
    if isinstance(node, Scalar):
        if node.cut:
            line, column, lost = node.cut
            message = (
                f"{_as_typed(field)} ends before {quoted(lost)}: YAML takes that for a comment"
            )
            hint = "put the whole value in quotes, or a space behind the #"
            yield Mistake(line, column, "F19", message, hint)
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _comment_in_value(field, item)


def _misspelt_key(kind: Kind, name: str, field: Field) -> Iterator[Mistake]:
    seen = INVISIBLE_CHARACTERS.sub("", field.key)
    if seen != field.key:
        message = f"the key {quoted(seen)} has an invisible character in it"
        yield Mistake(field.line, field.column, "F06", message, "type it anew")
    elif near := get_close_matches(name, kind.keys, 1, cutoff=0.8):
        message = (
            f"{_as_typed(field)} is no key of notes in {kind.folder}/; kept, but it does nothing"
        )
        yield Mistake(field.line, field.column, "F06", message, f"did you mean `{near[0]}`?")
    elif not name:
        message = "a key without a name; kept, but it does nothing"
        yield Mistake(field.line, field.column, "F06", message, "write `key: value`")
