"""Notes that are named like a copy of another one, as sync programs name them.

iCloud makes `name 2.md` of it, OneDrive `name-MACHINE.md`, others `name (1).md`.
"""

import re
from collections.abc import Iterator, Sequence

#: A copy's path, and that of the note that it may be a copy of; both below the notes' folder.
Pair = tuple[str, str]
_NUMBER = re.compile(r"(.*[^ ]) ?(?:(?<= )[2-9]|(?<= )[1-9][0-9]|\([1-9][0-9]?\))")
_END = ".md"
_ENDS = frozenset("0123456789)")  # of a number
_MACHINE_PARTS = 4  # a machine's name has at most so many dashes, and one before it


def pairs_by_name(paths: Sequence[str]) -> Iterator[Pair]:
    """Yield each note that is named like a copy, beside the one of which it may be one."""
    there = {*paths}
    for path in filter(_may_be_one, paths):
        for name in _names_of_originals(path[: -len(_END)]):
            if f"{name}{_END}" in there:
                yield path, f"{name}{_END}"
                break


def _may_be_one(path: str) -> bool:
    """Whether a name ends in a number, or in a word with a dash: most notes' names do not."""
    return path[-4:-3] in _ENDS or path.rfind("-") > max(path.rfind(" "), path.rfind("/"))


def _names_of_originals(stem: str) -> Iterator[str]:
    if stem[-1:] in _ENDS and (numbered := _NUMBER.fullmatch(stem)):
        yield numbered[1]
    last = stem[max(stem.rfind("/"), stem.rfind(" ")) + 1 :]
    if "-" not in last or last == last.lower():
        return  # machines have capitals in their names, and no blanks
    name = stem
    for _ in range(_MACHINE_PARTS):
        name, dash, _ = name.rpartition("-")
        if not dash or name.endswith(("/", " ")):
            return
        yield name
