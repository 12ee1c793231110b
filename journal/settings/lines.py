"""On which line of a TOML file a setting stands; `tomllib` does not tell."""

import re

Path = tuple[str | int, ...]

_TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"\s*([A-Za-z0-9_.\"' -]+?)\s*=")


def setting_lines(text: str) -> dict[Path, int]:
    """Return the line of each table and key; arrays of tables are counted from 0."""
    lines: dict[Path, int] = {}
    table: Path = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if match := _TABLE.match(line):
            table = _table(_parts(match[2]), lines, array=match[1] == "[[")
            lines[table] = number
        elif match := _KEY.match(line):
            lines.setdefault((*table, *_parts(match[1])), number)
    return lines


def _parts(dotted: str) -> Path:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def _table(path: Path, lines: dict[Path, int], array: bool) -> Path:
    if not array:
        return path
    return (*path, sum(1 for known in lines if known[:-1] == path and isinstance(known[-1], int)))


def line_of(path: Path, lines: dict[Path, int]) -> int:
    """Return the line of `path`, or of the nearest table around it; 1 where there is none."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)
