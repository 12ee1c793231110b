"""Faults of the program: a page, entry or file that could not be made says so."""

import logging
from collections.abc import Iterable, Iterator
from html import escape
from types import TracebackType

import msgspec

from journal.findings import REPORT, Finding, Mistake
from journal.library.journal import Journal
from journal.notes.note import Note

_LOG = logging.getLogger("journal.site")
#: The page that is shown where not even the layout can be made.
_BARE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="robots" content="noindex">
<title>{title}</title></head>
<body><main><h1>{title}</h1><p>{said}</p></main></body>
</html>
"""
TITLE = "This page could not be made"


class PageFaults:
    """The faults met while a site was made, by the path of what could not be made."""

    def __init__(self) -> None:
        self._found: dict[str, Finding] = {}
        self.count = 0

    def add(self, what: str, error: Exception, journal: Journal) -> Finding:
        """Record that `what`, a path of the site, could not be made; return the finding.

        It names the note that was being shown; its traceback is for who asks for it.
        """
        _LOG.debug("%s could not be made", what, exc_info=error)
        path = note_at_fault(error, journal) or f"site/{what}"
        message = f"{what} could not be made ({type(error).__name__})"
        found = Mistake(1, 1, "M03", message, REPORT).found_in(path)
        self._found[what] = found
        self.count += 1
        return found

    def clear(self, what: str) -> None:
        """Forget the fault of a path that could be made after all."""
        self._found.pop(what, None)

    def __contains__(self, what: str) -> bool:
        return what in self._found

    def __iter__(self) -> Iterator[Finding]:
        return iter(sorted({*self._found.values()}))

    def beside(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings with these faults among them."""
        return tuple(sorted({*findings, *self._found.values()}))


class FaultPage(msgspec.Struct, frozen=True):
    """The content of `fault.html`."""

    title: str
    said: str
    hint: str


def fault_page(fault: Finding) -> FaultPage:
    """Return the content of a page that could not be made."""
    return FaultPage(TITLE, f"{fault.path}: {fault.message}.", f"{REPORT[0].upper()}{REPORT[1:]}.")


def note_at_fault(error: Exception, journal: Journal) -> str:
    """Return the path of the note that was being shown, if it may be named."""
    traceback: TracebackType | None = error.__traceback__
    path = ""
    while traceback:
        for value in traceback.tb_frame.f_locals.values():
            note = journal.notes.get(value.id) if isinstance(value, Note) else None
            path = note.path if note and note is value else path
        traceback = traceback.tb_next
    return path


def bare_page(said: str) -> bytes:
    """Return a page with that sentence, made without any template."""
    return _BARE.format(title=TITLE, said=escape(said)).encode()
