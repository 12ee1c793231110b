"""What a line can begin with: the marks of lists, rules and fences (CommonMark)."""

import re

TAB = 4
"""Columns to the next stop of a tab; as many make code of what is indented."""

MARKER = re.compile(r"([-*+]|[0-9]{1,9}[.)])(?:[ \t]+|$)")
RULE = re.compile(r"(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")


def opens_fence(text: str) -> str:
    """Return the fence that `text` (without indentation) opens, or nothing."""
    match = _FENCE.match(text)
    return (match[1] or match[2]) if match else ""
