"""All findings of a journal: from reading, across notes, of addresses and of the folder."""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from journal.checks import check, errors, exposure_findings, private_names_shown
from journal.findings import Finding
from journal.library.journal import Journal
from journal.library.opening import Opened
from journal.site.parts.addresses import SiteAddresses, note_addresses

#: Tells who else can look at a journal's files.
OutsideFindings = Callable[[], Iterable[Finding]]


class Findings:
    """The findings of one journal, each kind worked out once, when it is needed."""

    def __init__(self, opened: Opened, outside: OutsideFindings) -> None:
        self._opened, self._outside = opened, outside

    @cached_property
    def all(self) -> tuple[Finding, ...]:
        """Every finding, for the journal's owner."""
        journal, root = self._opened.journal, self._opened.root
        names = private_names_shown(journal, root, self._opened.bodies)
        found = {*check(journal), *note_addresses(journal)[1], *names, *self.exposure_findings}
        return tuple(sorted(found))

    @cached_property
    def exposure_findings(self) -> tuple[Finding, ...]:
        """The findings about the folder, for which git is asked."""
        return tuple(self._outside())

    def of(self, shown: Journal, addresses: SiteAddresses) -> tuple[Finding, ...]:
        """Return the findings of the part of the journal that is shown."""
        if shown is self._opened.journal:
            return self.all
        return tuple(sorted({*check(shown), *addresses.findings, *self.exposure_findings}))


def errors_of(shown: Journal, addresses: SiteAddresses) -> tuple[Finding, ...]:
    """Return the errors among these findings, much faster than all findings."""
    return tuple(sorted({*errors(shown), *addresses.findings}))


def findings_of(opened: Opened, site: Path | None = None) -> Findings:
    """Return the findings of a journal whose site is built into `site`."""
    return Findings(
        opened,
        lambda: exposure_findings(opened.root, opened.folder.open_to_others, site, opened.layout),
    )
