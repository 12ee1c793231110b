"""A file's bytes to fields, body and mistakes; the only room that knows YAML."""

from journal.frontmatter.document import Document, read_document
from journal.frontmatter.fields import Field, ListNode, MappingNode, Node, Scalar
from journal.frontmatter.malformed import asks_for_privacy_anywhere

__all__ = [
    "Document",
    "Field",
    "ListNode",
    "MappingNode",
    "Node",
    "Scalar",
    "asks_for_privacy_anywhere",
    "read_document",
]
