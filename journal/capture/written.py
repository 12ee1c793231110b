"""A new note: put together, read back before it is written, and written once."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from journal.capture import create, front_matter
from journal.capture.failure import Refused, Taken
from journal.findings import ERROR, Mistake
from journal.frontmatter import read_document
from journal.notes.horizon import horizon
from journal.notes.parsing import Parsed, parse_note
from journal.reading.scan import CONTENT

Pair = tuple[str, str | Sequence[str] | None, str]


def note_text(pairs: Sequence[Pair], body: str) -> str:
    """Return a note with this front matter and, a line below it, the body to the letter."""
    if not body:
        return front_matter(pairs)
    return f"{front_matter(pairs)}\n{body}" + ("" if body.endswith("\n") else "\n")


def read_back(note_id: str, text: str, today: date) -> Parsed:
    """Return what the note will be read as today. Raises Refused for what would be an error in it.

    A required key that is still missing is no reason: that is what the editor is for.
    """
    parsed = parse_note(
        note_id, read_document(text.encode("utf-8", "surrogatepass")), last=horizon(today)
    )
    wrong = [m for m in parsed.mistakes if m.code != "F05" and _level(m) == ERROR]
    if wrong:
        hint = f" ({wrong[0].hint})" if wrong[0].hint else ""
        raise Refused(f"Nothing was written: {wrong[0].message}{hint}.")
    return parsed


def _level(mistake: Mistake) -> str:
    return mistake.found_in("").level


def write_note(root: Path, note_id: str, text: str) -> str:
    """Write the note, and return its path relative to the root. Raises CaptureError."""
    return create(root / CONTENT, note_id, text).relative_to(root).as_posix()


def write_free_note(root: Path, free_id: Callable[[], str], text: str) -> str:
    """Write the note under a name that `free_id` finds free; its path as above.

    Another command may take that name before it is written: then the next free one is used.
    """
    while True:
        note_id = free_id()
        try:
            return write_note(root, note_id, text)
        except Taken:
            if free_id() == note_id:
                raise
