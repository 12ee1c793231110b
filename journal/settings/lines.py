"""On which line of a TOML file a setting stands; `tomllib` does not tell."""

import re
import tomllib
from collections.abc import Iterator

Path = tuple[str | int, ...]

_PART = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"({_PART}(?:[ \t]*\.[ \t]*{_PART})*)"
_TABLE = re.compile(rf"[ \t]*(\[\[?)[ \t]*{_DOTTED}[ \t]*\]")
_KEY = re.compile(rf"[ \t]*{_DOTTED}[ \t]*=")


def setting_lines(text: str) -> dict[Path, int]:
    """Return the line of each table and key of valid TOML; arrays of tables count from 0."""
    lines: dict[Path, int] = {}
    table: Path = ()
    for number, line in _statements(text):
        if match := _TABLE.match(line):
            table = _table(_parts(match[2]), lines, array=match[1] == "[[")
            lines[table] = number
        elif match := _KEY.match(line):
            lines.setdefault((*table, *_parts(match[1])), number)
    return lines


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers, without those that go on with a text of several."""
    closing = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if not closing:
            yield number, line
            closing = next((q for q in ('"""', "'''") if line.count(q) % 2), "")
        elif closing in line:
            closing = ""


def _parts(dotted: str) -> Path:
    parts, found = [], tomllib.loads(f"{dotted} = 0")
    while isinstance(found, dict):
        ((name, found),) = found.items()
        parts.append(name)
    return tuple(parts)


def _table(path: Path, lines: dict[Path, int], array: bool) -> Path:
    if not array:
        return path
    return (*path, sum(1 for known in lines if known[:-1] == path and isinstance(known[-1], int)))


def line_of(path: Path, lines: dict[Path, int]) -> int:
    """Return the line of `path`, or of the nearest table around it; 1 where there is none."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)
