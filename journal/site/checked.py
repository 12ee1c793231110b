"""All findings of a journal."""

from pathlib import Path

from journal.checks import around, check, shows_private
from journal.findings import Finding
from journal.library import Journal
from journal.reading.folder import Folder
from journal.site.addresses import addressed


def all_findings(folder: Folder, journal: Journal, site: Path | None = None) -> list[Finding]:
    """Return every finding: of reading, across notes, of addresses, and of who else can look."""
    outside = around(folder.root, folder.open_to_others, site)
    return sorted({*inner_findings(folder.root, journal), *outside})


def inner_findings(root: Path, journal: Journal) -> set[Finding]:
    """Return every finding but those of who else can look: for these git is asked."""
    return {
        *check(journal),
        *addressed(journal).findings,
        *shows_private(journal, root),
    }
