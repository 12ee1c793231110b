"""A file's bytes to fields, body and mistakes; the only room that knows YAML."""

from journal.frontmatter.document import Document, read_document
from journal.frontmatter.fields import Field, Items, Node, Pairs, Scalar
from journal.frontmatter.recovery import asks_somewhere

__all__ = [
    "Document",
    "Field",
    "Items",
    "Node",
    "Pairs",
    "Scalar",
    "asks_somewhere",
    "read_document",
]
