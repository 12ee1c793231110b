"""All findings of a journal."""

from pathlib import Path

from journal.checks import around, check, errors, shows_private
from journal.checks.secrets import Clean
from journal.findings import Finding
from journal.library import Journal
from journal.reading.folder import Folder
from journal.site.addresses import Addressed


def all_findings(
    folder: Folder, journal: Journal, placed: Addressed, site: Path | None = None
) -> list[Finding]:
    """Return every finding: of reading, across notes, of addresses, and of who else can look."""
    outside = around(folder.root, folder.open_to_others, site)
    return sorted({*inner_findings(folder.root, journal, placed), *outside})


def inner_findings(
    root: Path, journal: Journal, placed: Addressed, clean: Clean | None = None
) -> set[Finding]:
    """Return every finding but those of who else can look: for these git is asked."""
    return {*check(journal), *placed.findings, *shows_private(journal, root, clean)}


def inner_errors(journal: Journal, placed: Addressed) -> tuple[Finding, ...]:
    """Return those of all findings that are errors."""
    return tuple(sorted({*errors(journal), *placed.findings}))
