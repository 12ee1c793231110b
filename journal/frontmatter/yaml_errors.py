"""What libyaml objects to, in plain words and where the person has to look."""

from typing import Any, Protocol

import yaml

from journal.characters import quoted
from journal.findings import Mistake

_QUOTE_IT = 'put the value in quotes: "…"'
_ITEMS = 'quote it, and write several links as ["[[a]]", "[[b]]"]'
#: Lists and mappings inside one another, the whole front matter counted.
MAX_DEPTH = 8
#: (part of libyaml's wording, what it means to the person, what to do)
_PLAIN_WORDS = (
    ("mapping values are not allowed", "a colon inside the value", _QUOTE_IT),
    ("could not find expected ':'", "no colon after the key", "write `key: value` with a space"),
    ("end of stream", "a quote or bracket that never closes", "close it on the same line"),
    ("document indicator", "a quote that never closes", "close it on the same line"),
    ("document start", "a line that begins with % or ends with `...`", "delete it, or quote it"),
    ("',' or ']'", "a list that never closes", "close it with ], or quote what is in it"),
    ("',' or '}'", "braces that never close", _QUOTE_IT),
    ("tab character", "a tab", "indent with spaces"),
    ("sequence entries", "a value that begins with a dash", "begin the list on the next line"),
    ("alphabetic or numeric", "a value that begins with * or &", _QUOTE_IT),
    ("node content", "a bracket, brace or comma where the value begins", _QUOTE_IT),
    ("comment or line break", "a value that begins with | or >", _QUOTE_IT),
    ("indentation indicator", "a value that begins with | or >", _QUOTE_IT),
    ("escape", "a backslash YAML does not know inside \"…\"", "use '…' instead"),
    ("hexdecimal", "a backslash YAML does not know inside \"…\"", "use '…' instead"),
)  # fmt: skip


class Lines(Protocol):
    """Where the characters of a text stand."""

    def at(self, index: int) -> tuple[int, int]:
        """Return line and column of the character at `index`."""


def syntax_mistake(error: yaml.MarkedYAMLError, text: str, lines: Lines) -> Mistake:
    """Return what to tell the person about `error` in `text`."""
    index, problem = _offset(error), error.problem or "cannot be read"
    if "nesting depth" in problem:
        return too_deep(lines.at(_first_too_deep(text, index)))
    if "mapping values" in problem and (above := _no_colon_above(text, index)) is not None:
        index, problem = above, "could not find expected ':'"
    if "start any token" in problem:
        return _bad_start(text[index : index + 1], lines.at(index))
    if "alphabetic" in problem and text[index - 1 : index + 1] == "* ":
        return Mistake(*lines.at(index), "F01", "a list with *: not YAML", "begin items with `- `")
    if "expected key" in problem or "expected '-'" in problem:
        message, hint = _unplaced(problem, text, index)
        return Mistake(*lines.at(index), "F01", f"{message}: not YAML", hint)
    return _in_plain_words(problem, lines.at(index))


def _offset(error: yaml.MarkedYAMLError) -> int:
    """Return where to look: where something was opened that never closes, else the problem."""
    opened = (error.context or "").startswith(
        ("while scanning a simple key", "while scanning a quoted", "while parsing a flow")
    )
    mark: Any = error.context_mark if opened and error.context_mark else error.problem_mark
    return mark.index if mark else 0


def _in_plain_words(problem: str, at: tuple[int, int]) -> Mistake:
    for part, message, hint in _PLAIN_WORDS:
        if part in problem:
            return Mistake(*at, "F01", f"{message}: not YAML", hint)
    return Mistake(*at, "F01", f"not YAML: {problem}"[:200], _QUOTE_IT)


def too_deep(at: tuple[int, int]) -> Mistake:
    """Return what to tell the person about lists and mappings nested without measure."""
    message = f"more than {MAX_DEPTH} lists or mappings inside one another"
    return Mistake(*at, "F01", message, "close the brackets, or quote the text")


def _first_too_deep(text: str, index: int) -> int:
    """Where the row of brackets that libyaml gave up in at `index` gets too deep for a note."""
    row = len(text[:index].rstrip("[{"))
    return min(row + MAX_DEPTH - 1, index)


def _unplaced(problem: str, text: str, index: int) -> tuple[str, str]:
    """What is wrong where YAML cannot place a character: within a line, or at its beginning."""
    if text[text.rfind("\n", 0, index) + 1 : index].strip(" "):
        return "something after the value that YAML cannot read", _ITEMS
    if text[index : index + 1] == ":":
        return "a colon with no key before it", "write `key: value`"
    if "expected '-'" in problem:
        return "a line that is no item of the list above", "begin it with `- `"
    return "a line indented like none above it", "indent it like its neighbours, or quote the text"


def _no_colon_above(text: str, index: int) -> int | None:
    """Where the line above begins, when that one lacks its colon and YAML ran the two together."""
    start = text.rfind("\n", 0, index) + 1
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    first_colon = ":" not in text[start:index]
    return above if start and first_colon and ":" not in text[above:start] else None


def _bad_start(character: str, at: tuple[int, int]) -> Mistake:
    if character == "\t":
        return Mistake(*at, "F01", "a tab: not YAML", "indent with spaces")
    message = f"a value that begins with {quoted(character)}: not YAML"
    return Mistake(*at, "F01", message, _QUOTE_IT)
